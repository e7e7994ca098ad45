import type ExcelJS from 'exceljs';
import type { RegisterKind } from '../model.ts';
import type { EntryRecord } from '../store/read.ts';
import { entryWorkflow } from '../workflow.ts';
import { headingOf, type SheetColumn, sheetColumns } from './columns.ts';
import { MAX_ROWS } from './thread.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An empty sheet to fill in: headings, formats, lists to choose from, and what counts as one. */
export async function writeTemplate(kind: RegisterKind): Promise<Buffer> {
	const { default: exceljs } = await import('exceljs');
	const workbook = new exceljs.Workbook();
	const sheet = workbook.addWorksheet(kind.label.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
	const columns = sheetColumns(kind);
	setHeadings(sheet, columns);
	columns.forEach((column, i) => {
		const choices = column.field?.choices?.map((choice) => choice.label);
		for (let row = 2; row <= 201; row++) {
			const cell = sheet.getCell(row, i + 1);
			if (column.key === 'day') cell.numFmt = 'yyyy-mm-dd';
			if (choices) cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`] };
		}
	});
	const help = workbook.addWorksheet('填写说明');
	help.getColumn(1).width = 100;
	const lines = [
		`台账：${kind.label}`,
		...(kind.hint ? [kind.hint] : []),
		'带星号的列必填；日期写成 2026-03-05；数字不带单位。',
		`一次最多${MAX_ROWS}行。任何一行有误时整张表都不会登记，改正后重新上传即可。`,
		'全年没有发生的，不必填写，请在系统中使用「零报告」。',
	];
	lines.forEach((line, i) => {
		help.getCell(i + 1, 1).value = line;
	});
	return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The lines of a register as a sheet, struck-out ones included and marked. */
export async function writeExport(kind: RegisterKind, title: string, entries: readonly EntryRecord[]): Promise<Buffer> {
	const { default: exceljs } = await import('exceljs');
	const workbook = new exceljs.Workbook();
	const sheet = workbook.addWorksheet(title.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
	const columns = sheetColumns(kind);
	const more = ['类别', '状态', '理由', '登记人', '登记时间'];
	setHeadings(sheet, columns, more);
	for (const entry of entries) {
		sheet.addRow([
			...columns.map((column) => cellOf(column, entry)),
			entry.entryType === 'zero' ? '零报告' : '登记',
			entryWorkflow.states[entry.state].label,
			entry.voidReason ?? entry.reason,
			entry.personName,
			entry.createdAt,
		]);
	}
	sheet.getColumn(columns.length + more.length).numFmt = 'yyyy-mm-dd hh:mm';
	return Buffer.from(await workbook.xlsx.writeBuffer());
}

function setHeadings(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[], more: readonly string[] = []): void {
	const headings = columns.map((column) => `${headingOf(column)}${column.required ? '*' : ''}`);
	sheet.addRow([...headings, ...more]).font = { bold: true };
	columns.forEach((column, i) => {
		sheet.getColumn(i + 1).width = column.width;
	});
	more.forEach((_, i) => {
		sheet.getColumn(columns.length + i + 1).width = 18;
	});
}

function cellOf(column: SheetColumn, entry: EntryRecord): string | number | null {
	if (column.key === 'day') return entry.day;
	if (column.key === 'quantity') return Number(entry.quantity);
	if (column.key === 'note') return entry.note;
	const value = entry.fields[column.field?.key ?? ''];
	if (value === undefined) return null;
	if (column.field?.type === 'choice') {
		return column.field.choices?.find((choice) => choice.key === value)?.label ?? String(value);
	}
	return column.field?.type === 'text' ? String(value) : Number(value);
}
