import type { Issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { EntryInput, RegisterKind } from '../model.ts';
import { entryIssues } from '../rules/entry.ts';
import { headingOf, type SheetColumn, sheetColumns } from './columns.ts';

/** Something wrong in a sheet; `row` as the spreadsheet numbers it, 0 when the whole sheet is meant. */
export interface RowIssue extends Issue {
	row: number;
}

type Cells = readonly (readonly string[])[];

const HEADING_WITHIN = 10;

/** Reads the rows of a filled template. All that is wrong is told at once, each beside its row and column. */
export function readRows(
	kind: RegisterKind,
	cells: Cells,
	today: string,
): { entries: EntryInput[]; issues: RowIssue[] } {
	const heading = cells.slice(0, HEADING_WITHIN).findIndex((row) => row.some((cell) => plain(cell) === '日期'));
	if (heading < 0) return { entries: [], issues: [sheetIssue('sheet.heading', messages.sheetHeader('日期'))] };
	const columns = sheetColumns(kind);
	const places = columns.map((column) => placeOf(column, cells[heading] ?? []));
	const missing = columns.filter((column, i) => column.required && places[i] === -1);
	if (missing.length > 0) {
		const issues = missing.map((column) => sheetIssue('sheet.heading', messages.sheetHeader(column.label)));
		return { entries: [], issues };
	}
	return readBody(kind, columns, places, cells, heading + 1, today);
}

function readBody(
	kind: RegisterKind,
	columns: readonly SheetColumn[],
	places: readonly number[],
	cells: Cells,
	start: number,
	today: string,
): { entries: EntryInput[]; issues: RowIssue[] } {
	const entries: EntryInput[] = [];
	const issues: RowIssue[] = [];
	const seen = new Map<string, number>();
	for (let i = start; i < cells.length; i++) {
		const values = places.map((place) => (place < 0 ? '' : (cells[i]?.[place] ?? '').trim()));
		if (values.every((value) => value === '')) continue;
		const row = i + 1;
		const entry = entryOf(columns, values);
		const twin = seen.get(JSON.stringify(entry));
		seen.set(JSON.stringify(entry), row);
		if (twin !== undefined) issues.push({ row, key: 'sheet.duplicate', message: messages.sheetDuplicate(twin) });
		issues.push(...entryIssues(kind, entry, today).map((found) => ({ ...found, row })));
		entries.push(entry);
	}
	if (entries.length === 0) issues.push(sheetIssue('sheet.empty', messages.sheetEmpty));
	return { entries, issues };
}

function entryOf(columns: readonly SheetColumn[], values: readonly string[]): EntryInput {
	const entry = { day: '', quantity: '', note: '' };
	const fields: Record<string, string | number> = {};
	columns.forEach((column, i) => {
		const value = values[i] ?? '';
		if (column.key === 'day') entry.day = dayOf(value);
		else if (column.key === 'quantity') entry.quantity = numberOf(value);
		else if (column.key === 'note') entry.note = value;
		else if (column.field && value !== '') fields[column.field.key] = fieldOf(column, value);
	});
	return { ...entry, fields };
}

function fieldOf({ field }: SheetColumn, value: string): string {
	if (field?.type === 'choice') return field.choices?.find((choice) => choice.label === value)?.key ?? value;
	return field?.type === 'text' ? value : numberOf(value);
}

/** 2026/3/5, 2026.3.5, 2026年3月5日 are days too; anything else stays as it is and is refused by the rules. */
export function dayOf(text: string): string {
	const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
	if (!match) return text;
	return `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
}

/** Spreadsheets group thousands; 「1,234.50」 is 1234.50. */
function numberOf(text: string): string {
	return /^\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[,，]/g, '') : text;
}

function placeOf(column: SheetColumn, heading: readonly string[]): number {
	const wanted = [plain(headingOf(column)), plain(column.label)];
	return heading.findIndex((cell) => wanted.includes(plain(cell)));
}

/** A heading without blanks and the mark of a required column. */
function plain(text: string): string {
	return text
		.replace(/[\s*＊]/g, '')
		.replaceAll('(', '（')
		.replaceAll(')', '）');
}

function sheetIssue(key: string, message: string): RowIssue {
	return { row: 0, key, message };
}
