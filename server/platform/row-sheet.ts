import type { Cell, CellValue, Worksheet } from 'exceljs';
import { issue } from '../kernel/issue.ts';
import { failed, ok, type Result } from '../kernel/result.ts';
import { decodeTable, parseCsv } from './csv.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One column of a sheet people fill in, in the order of the template. */
export interface SheetColumn<F extends string> {
	readonly field: F;
	readonly header: string;
	/** What other systems call the same column. */
	readonly aliases?: readonly string[];
	/** A date of it keeps its time: `YYYY-MM-DD HH:MM`. */
	readonly moment?: boolean;
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

/** As `readRowSheet`, for an .xlsx or a .csv file, whichever the bytes are. */
export async function readAnySheet<F extends string>(
	bytes: Uint8Array,
	sheet: RowSheet<F>,
): Promise<Result<SheetRow<F>[]>> {
	// «PK»: an .xlsx file is an archive.
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return await readRowSheet(bytes, sheet);
	// A text has no NUL; a picture or an old .xls does.
	if (bytes.length === 0 || bytes.includes(0)) return failed(UNREADABLE_SHEET);
	const [head = [], ...body] = parseCsv(decodeTable(bytes));
	const places = placesIn(head, sheet.columns);
	const rows = body.flatMap((cells, at) =>
		filledRow(sheet.columns, at + 2, (place) => plainCell(cells[place] ?? ''), places),
	);
	return judged(sheet, places, rows);
}

/**
 * Reads the rows of an .xlsx file. The header decides which column is which, in any order; empty rows are skipped. Answers
 * issues for a file that is no readable .xlsx, lacks a required column, or holds nothing.
 */
export async function readRowSheet<F extends string>(
	bytes: Uint8Array,
	rowSheet: RowSheet<F>,
): Promise<Result<SheetRow<F>[]>> {
	const { columns } = rowSheet;
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
	const head: string[] = [];
	sheet.getRow(1).eachCell((cell, at) => {
		head[at] = cell.text;
	});
	const places = placesIn(head, columns);
	return judged(rowSheet, places, rowsOf(sheet, columns, places));
}

function judged<F extends string>(
	{ columns, counted: [measure, noun], maxRows }: RowSheet<F>,
	places: ReadonlyMap<F, number>,
	rows: SheetRow<F>[],
): Result<SheetRow<F>[]> {
	const missing = columns.filter(({ field, required }) => required && !places.has(field));
	if (missing.length > 0) {
		const names = missing.map(({ header }) => `「${header}」`).join('、');
		return failed(issue('import.columns', `表头缺少：${names}。请使用下载的模板填写。`, 'file'));
	}
	if (rows.length === 0) {
		return failed(issue('import.empty', `表格中没有${noun}。请从第二行起每行填写一${measure}${noun}。`, 'file'));
	}
	if (rows.length > maxRows) {
		return failed(issue('import.tooMany', `一次最多导入${maxRows}${measure}${noun}。`, 'file'));
	}
	return ok(rows);
}

/** Which column stands where; of two with the same heading the first. The name of the template goes before any alias. */
function placesIn<F extends string>(head: readonly string[], columns: readonly SheetColumn<F>[]): Map<F, number> {
	const places = new Map<F, number>();
	const headers = Array.from(head, (text) => (text ?? '').replace(/[\s*＊\ufeff]/g, ''));
	for (const { field, header, aliases = [] } of columns) {
		const at = [header, ...aliases].map((name) => headers.indexOf(name)).find((place) => place >= 0);
		if (at !== undefined) places.set(field, at);
	}
	return places;
}

function filledRow<F extends string>(
	columns: readonly SheetColumn<F>[],
	row: number,
	textAt: (place: number, column: SheetColumn<F>) => string,
	places: ReadonlyMap<F, number>,
): SheetRow<F>[] {
	const entries = columns.map((column) => {
		const at = places.get(column.field);
		return [column.field, at === undefined ? '' : textAt(at, column)] as const;
	});
	const values = Object.fromEntries(entries) as Record<F, string>;
	return Object.values(values).some((text) => text !== '') ? [{ row, values }] : [];
}

function rowsOf<F extends string>(
	sheet: Worksheet,
	columns: readonly SheetColumn<F>[],
	places: ReadonlyMap<F, number>,
): SheetRow<F>[] {
	const rows: SheetRow<F>[] = [];
	sheet.eachRow((row, number) => {
		if (number === 1) return;
		const textAt = (at: number, { moment = false }: SheetColumn<F>) => textOf(row.getCell(at), moment);
		rows.push(...filledRow(columns, number, textAt, places));
	});
	return rows;
}

/** What a cell shows; a date as YYYY-MM-DD, with its minute where that matters. A formula that failed (#REF!) says nothing. */
function textOf(cell: Cell, moment: boolean): string {
	const value = resultOf(cell.value);
	if (isError(value)) return '';
	if (!(value instanceof Date)) return plainCell(cell.text);
	if (Number.isNaN(value.getTime())) return '';
	// A time of day is a fraction of one: 9:30 comes as 9:29:59.999.
	const [day = '', time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T');
	return moment ? `${day} ${time.slice(0, 5)}` : day;
}

function resultOf(value: CellValue): CellValue | undefined {
	return value !== null && typeof value === 'object' && 'formula' in value ? value.result : value;
}

function isError(value: CellValue | undefined): boolean {
	return value !== null && typeof value === 'object' && 'error' in value;
}

/** Pasted cells bring line breaks, full-width spaces and zero-width marks. */
function plainCell(text: string): string {
	return text
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
