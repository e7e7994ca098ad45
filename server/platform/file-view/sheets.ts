import type { Cell, Worksheet } from 'exceljs';
import { DOWNLOAD, type FileView, fitted, MOST, refused, type ViewBlock, type ViewCell } from './view.ts';

/** A larger workbook is opened by the program it was made with. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The sheets of a workbook as they show when it is opened: hidden sheets, rows and columns do not. */
export async function viewOfSheets(bytes: Uint8Array): Promise<FileView> {
	if (bytes.length > MOST_BYTES) return refused(`表格文件较大，网页上不展开，${DOWNLOAD}。`);
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
	const shown = book.worksheets.filter(({ state }) => state === 'visible');
	const blocks = shown.slice(0, MOST.sheets).flatMap((sheet): ViewBlock[] => {
		const rows = rowsOf(sheet);
		return rows.length === 0
			? []
			: [
					{ kind: 'heading', text: sheet.name },
					{ kind: 'table', rows },
				];
	});
	const notes = shown.length > MOST.sheets ? [`工作表较多，这里显示前${MOST.sheets}个，其余${DOWNLOAD}。`] : [];
	return fitted(blocks, notes);
}

function rowsOf(sheet: Worksheet): ViewCell[][] {
	const rows: ViewCell[][] = [];
	// One more than is shown tells that there is more.
	const last = Math.min(sheet.rowCount, sheet.actualRowCount > 0 ? sheet.rowCount : 0);
	const width = Math.min(lastColumn(sheet), MOST.columns + 1);
	for (let at = 1; at <= last && rows.length <= MOST.rows; at += 1) {
		const row = sheet.getRow(at);
		if (row.hidden) continue;
		const cells: ViewCell[] = [];
		for (let column = 1; column <= width; column += 1) {
			if (sheet.getColumn(column).hidden) continue;
			const cell = row.getCell(column);
			if (cell.isMerged && cell.master.address !== cell.address) continue;
			cells.push({ text: shownText(cell), ...spansOf(cell, sheet) });
		}
		rows.push(cells);
	}
	while (rows.at(-1)?.every(({ text }) => text === '')) rows.pop();
	return rows;
}

/** The last column in which anything stands. */
function lastColumn(sheet: Worksheet): number {
	let last = 0;
	sheet.eachRow((row) => {
		row.eachCell((_cell, column) => {
			last = Math.max(last, column);
		});
	});
	return last;
}

/** How far a merged cell reaches over rows and columns that are shown. */
function spansOf(cell: Cell, sheet: Worksheet): { rowSpan?: number; colSpan?: number } {
	if (!cell.isMerged) return {};
	let rowSpan = 1;
	let colSpan = 1;
	const top = Number(cell.row);
	const left = Number(cell.col);
	for (let row = top + 1; row <= sheet.rowCount && sheet.getCell(row, left).master.address === cell.address; row += 1)
		if (!sheet.getRow(row).hidden) rowSpan += 1;
	for (
		let column = left + 1;
		column <= MOST.columns + 1 && sheet.getCell(top, column).master.address === cell.address;
		column += 1
	)
		if (!sheet.getColumn(column).hidden) colSpan += 1;
	return { ...(rowSpan > 1 ? { rowSpan } : {}), ...(colSpan > 1 ? { colSpan } : {}) };
}

/** What a cell shows: numbers and days by their format, of a formula its value. */
export function shownText(cell: Pick<Cell, 'value' | 'numFmt' | 'text'>): string {
	const { value } = cell;
	const held = typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
	if (held instanceof Date) return dayText(held, cell.numFmt ?? '');
	if (typeof held === 'number') return numberText(held, cell.numFmt ?? '');
	if (typeof held === 'boolean') return held ? '是' : '否';
	if (typeof held === 'object' && held !== null && 'error' in held) return String(held.error);
	if (typeof value === 'object' && value !== null && 'formula' in value) return String(held ?? '');
	return cell.text.trim();
}

function dayText(day: Date, format: string): string {
	if (Number.isNaN(day.getTime())) return '';
	// A time of day is a fraction of one: 9:30 comes as 9:29:59.999.
	const [date = '', time = ''] = new Date(Math.round(day.getTime() / 1000) * 1000).toISOString().split('T');
	return /h/i.test(format) ? `${date} ${time.slice(0, 5)}` : date;
}

function numberText(number: number, format: string): string {
	const [first = ''] = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';');
	const places = /0\.(0+)/.exec(first)?.[1]?.length ?? 0;
	if (first.includes('%')) return `${(number * 100).toFixed(places)}%`;
	const isFixed = /0/.test(first);
	const plain = isFixed ? number.toFixed(places) : String(Number(number.toPrecision(15)));
	return first.includes('#,##') ? plain.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',') : plain;
}
