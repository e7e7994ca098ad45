import type ExcelJS from 'exceljs';
import type { TableLayout } from '../forms/index.ts';
import { addressInfo, allAddresses } from '../forms/index.ts';
import type { Cell, Report } from '../model/index.ts';
import type { RenderInput } from './input.ts';
import { layoutsFor, tableName } from './input.ts';
import { reproducible } from './reproducible.ts';
import { printedText, stateNames } from './text.ts';

const border = { style: 'thin' } as const;

/**
 * The tables of a report as .xlsx: one sheet per official table with its merged cells, figures as numbers, and a last
 * sheet 「单元格」 with every address, its value and its state. The same input gives the same bytes.
 */
export async function renderXlsx(source: Pick<Report | RenderInput, 'form' | 'cells' | 'organ'>): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const workbook = new exceljs.Workbook();
	workbook.creator = source.organ ?? '';
	workbook.created = workbook.modified = new Date(0);
	for (const layout of layoutsFor(source.form)) addTable(workbook, layout, source.cells);
	addList(workbook, source);
	return reproducible(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addTable(workbook: ExcelJS.Workbook, layout: TableLayout, cells: Readonly<Record<string, Cell>>): void {
	// A sheet name may hold 31 characters and none of : \ / ? * [ ]
	const sheet = workbook.addWorksheet(
		tableName(layout.key)
			.replace(/[、：:\\/?*[\]]/g, '')
			.slice(0, 31),
	);
	layout.widths.forEach((width, i) => {
		sheet.getColumn(i + 1).width = Math.max(8, width);
	});
	for (const cell of layout.cells) {
		const [row, col] = [cell.row + 1, cell.col + 1];
		if (cell.rowSpan > 1 || cell.colSpan > 1) {
			sheet.mergeCells(row, col, row + cell.rowSpan - 1, col + cell.colSpan - 1);
		}
		const target = sheet.getCell(row, col);
		const figure = cell.address === undefined ? undefined : cells[cell.address];
		target.value = cell.address === undefined ? cell.text : (figure?.value ?? (printedText(figure) || null));
		if (figure?.state === 'unreadable') target.note = stateNames.unreadable;
		target.alignment = {
			horizontal: cell.kind === 'label' ? 'left' : 'center',
			vertical: 'middle',
			wrapText: true,
			indent: cell.depth ?? 0,
		};
		target.border = { top: border, left: border, bottom: border, right: border };
	}
	if (layout.headerRows > 0) sheet.views = [{ state: 'frozen', ySplit: layout.headerRows }];
}

function addList(workbook: ExcelJS.Workbook, { form, cells }: Pick<RenderInput, 'form' | 'cells'>): void {
	const sheet = workbook.addWorksheet('单元格');
	sheet.columns = [
		{ header: '地址', width: 28 },
		{ header: '名称', width: 60 },
		{ header: '单位', width: 8 },
		{ header: '数值', width: 12 },
		{ header: '状态', width: 16 },
		{ header: '原文', width: 16 },
	];
	for (const address of allAddresses(form)) {
		const cell = cells[address];
		const info = addressInfo(address, form);
		sheet.addRow([
			address,
			info?.label ?? '',
			info?.unit ?? '',
			cell?.value ?? null,
			stateNames[cell?.state ?? 'absent'],
			cell?.raw ?? '',
		]);
	}
	sheet.views = [{ state: 'frozen', ySplit: 1 }];
}
