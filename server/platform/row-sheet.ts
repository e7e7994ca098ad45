import type { Cell, Worksheet } from 'exceljs';
import { issue } from '../kernel/issue.ts';
import { failed, ok, type Result } from '../kernel/result.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One column of a sheet people fill in, in the order of the template. */
export interface SheetColumn<F extends string> {
	readonly field: F;
	readonly header: string;
	readonly required?: boolean;
	readonly width: number;
	/** What stands in the example row of the template. */
	readonly example: string;
	/** Words to choose from. */
	readonly choices?: readonly string[];
}

/** A sheet with a row a thing. `counted` names the thing with its measure word: 个机关. */
export interface RowSheet<F extends string> {
	readonly title: string;
	readonly columns: readonly SheetColumn<F>[];
	readonly counted: readonly [measure: string, noun: string];
	readonly maxRows: number;
	readonly help: readonly string[];
}

/** One row as text; `row` is its number in the sheet. */
export interface SheetRow<F extends string = string> {
	row: number;
	values: Record<F, string>;
}

export const UNREADABLE_SHEET = issue('import.file', '文件不是可以读取的 .xlsx 表格，请使用下载的模板填写。', 'file');

/**
 * Reads the rows of an .xlsx file. The header decides which column is which, in any order; empty rows are skipped. Answers
 * issues for a file that is no readable .xlsx, lacks a required column, or holds nothing.
 */
export async function readRowSheet<F extends string>(
	bytes: Uint8Array,
	{ columns, counted: [measure, noun], maxRows }: RowSheet<F>,
): Promise<Result<SheetRow<F>[]>> {
	// A quarter of a second to load, and needed seldom.
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	try {
		await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
	} catch {
		return failed(UNREADABLE_SHEET);
	}
	const [sheet] = book.worksheets;
	if (!sheet) return failed(UNREADABLE_SHEET);
	const places = headerPlaces(sheet, columns);
	const missing = columns.filter(({ field, required }) => required && !places.has(field));
	if (missing.length > 0) {
		const names = missing.map(({ header }) => `「${header}」`).join('、');
		return failed(issue('import.columns', `表头缺少：${names}。请使用下载的模板填写。`, 'file'));
	}
	const rows = rowsOf(sheet, columns, places);
	if (rows.length === 0) {
		return failed(issue('import.empty', `表格中没有${noun}。请从第二行起每行填写一${measure}${noun}。`, 'file'));
	}
	if (rows.length > maxRows) {
		return failed(issue('import.tooMany', `一次最多导入${maxRows}${measure}${noun}。`, 'file'));
	}
	return ok(rows);
}

function headerPlaces<F extends string>(sheet: Worksheet, columns: readonly SheetColumn<F>[]): Map<F, number> {
	const places = new Map<F, number>();
	sheet.getRow(1).eachCell((cell, at) => {
		const header = cell.text.replace(/[\s*＊]/g, '');
		const column = columns.find((one) => one.header === header);
		if (column && !places.has(column.field)) places.set(column.field, at);
	});
	return places;
}

function rowsOf<F extends string>(
	sheet: Worksheet,
	columns: readonly SheetColumn<F>[],
	places: ReadonlyMap<F, number>,
): SheetRow<F>[] {
	const rows: SheetRow<F>[] = [];
	sheet.eachRow((row, number) => {
		if (number === 1) return;
		const entries = columns.map(({ field }) => {
			const at = places.get(field);
			return [field, at === undefined ? '' : textOf(row.getCell(at))] as const;
		});
		const values = Object.fromEntries(entries) as Record<F, string>;
		if (Object.values(values).some((text) => text !== '')) rows.push({ row: number, values });
	});
	return rows;
}

/** What a cell shows; a date as YYYY-MM-DD. Pasted cells bring line breaks, full-width spaces and zero-width marks. */
function textOf(cell: Cell): string {
	const { value } = cell;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
	return cell.text
		.replace(/[\u200b-\u200d\ufeff]/g, '')
		.replace(/[\s\u3000]+/g, ' ')
		.trim();
}

/** The empty sheet: headers, one example, all cells as text so that numbers keep their zeros, and how to fill it in. */
export async function writeSheetTemplate<F extends string>({
	title,
	columns,
	help,
	maxRows,
}: RowSheet<F>): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.columns = columns.map(({ field, header, required, width }) => ({
		key: field,
		header: required ? `${header}*` : header,
		width,
		style: { numFmt: '@' },
	}));
	sheet.getRow(1).font = { bold: true };
	sheet.addRow(Object.fromEntries(columns.map(({ field, example }) => [field, example])));
	columns.forEach(({ choices }, at) => {
		if (!choices) return;
		const list = { type: 'list' as const, allowBlank: true, formulae: [`"${choices.join(',')}"`] };
		for (let row = 2; row <= maxRows + 1; row++) sheet.getCell(row, at + 1).dataValidation = list;
	});
	const notes = book.addWorksheet('填写说明');
	notes.getColumn(1).width = 90;
	for (const line of help) notes.addRow([line]);
	return new Uint8Array(await book.xlsx.writeBuffer());
}
