import type { Worksheet } from 'exceljs';
import type { Issue } from '../../../kernel/issue.ts';
import { failed, ok, type Result } from '../../../kernel/result.ts';
import { say } from '../rules/say.ts';
import { COLUMNS, type Column } from './columns.ts';

/** One row of an import sheet as text; `row` is its number in the sheet. */
export interface SheetRow {
	row: number;
	values: Record<Column['field'], string>;
}

/** Rows a county can have; more is another table. */
const MAX_ROWS = 500;

/**
 * Reads the offices of an .xlsx file. The header decides which column is which, in any order; empty rows are skipped.
 * Answers issues for a file that is no readable .xlsx, lacks a required column, or holds nothing.
 */
export async function readOfficeSheet(bytes: Uint8Array): Promise<Result<SheetRow[]>> {
	// A quarter of a second to load, needed once in a county's life.
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	try {
		await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
	} catch {
		return failed(say('import.file', 'file'));
	}
	const [sheet] = book.worksheets;
	if (!sheet) return failed(say('import.file', 'file'));
	const places = headerPlaces(sheet);
	const missing = COLUMNS.filter(({ field, required }) => required && !places.has(field));
	if (missing.length > 0) return failed(missingColumns(missing));
	const rows = rowsOf(sheet, places);
	if (rows.length === 0) return failed(say('import.empty', 'file'));
	return rows.length > MAX_ROWS ? failed(say('import.tooMany', 'file', MAX_ROWS)) : ok(rows);
}

function missingColumns(missing: readonly Column[]): Issue {
	return say('import.columns', 'file', missing.map(({ header }) => `「${header}」`).join('、'));
}

function headerPlaces(sheet: Worksheet): Map<Column['field'], number> {
	const places = new Map<Column['field'], number>();
	sheet.getRow(1).eachCell((cell, at) => {
		const header = cell.text.replace(/[\s*＊]/g, '');
		const column = COLUMNS.find((one) => one.header === header);
		if (column && !places.has(column.field)) places.set(column.field, at);
	});
	return places;
}

function rowsOf(sheet: Worksheet, places: ReadonlyMap<Column['field'], number>): SheetRow[] {
	const rows: SheetRow[] = [];
	sheet.eachRow((row, number) => {
		if (number === 1) return;
		const entries = COLUMNS.map(({ field }) => {
			const at = places.get(field);
			return [field, at === undefined ? '' : clean(row.getCell(at).text)] as const;
		});
		const values = Object.fromEntries(entries) as SheetRow['values'];
		if (Object.values(values).some((text) => text !== '')) rows.push({ row: number, values });
	});
	return rows;
}

// Pasted cells bring line breaks, full-width spaces and zero-width marks.
function clean(text: string): string {
	return text
		.replace(/[\u200b-\u200d\ufeff]/g, '')
		.replace(/[\s\u3000]+/g, ' ')
		.trim();
}
