import type { LayoutCell, TableLayout } from '../forms/index.ts';
import type { Cell } from '../model/index.ts';
import { escapeHtml } from './escape.ts';
import { tableName } from './input.ts';
import { printedText } from './text.ts';

const isHead = (cell: LayoutCell) => cell.kind === 'head' || cell.kind === 'band';
const coversColumn = (cell: LayoutCell, col: number) => cell.col <= col && col < cell.col + cell.colSpan;
const coversRow = (cell: LayoutCell, row: number) => cell.row <= row && row < cell.row + cell.rowSpan;

/**
 * A table with merged cells in which every figure names its column heads and row labels (`headers`), so that a screen
 * reader can say them. `prefix` makes the ids unique on a page with several tables.
 */
export function htmlTable(layout: TableLayout, cells: Readonly<Record<string, Cell>>, prefix: string): string {
	const id = `${prefix}${layout.key}`;
	const widths = layout.widths.map((width) => `<col width="${Math.round(width * 100) / 100}%">`).join('');
	const rows = Array.from({ length: layout.rows }, (_, row) => htmlRow(layout, cells, id, row));
	const head = rows.slice(0, layout.headerRows).join('');
	return [
		`<div class="report-table" role="region" tabindex="0" aria-labelledby="${id}-caption">`,
		`<table class="report-table-${layout.key}">`,
		`<caption id="${id}-caption">${escapeHtml(tableName(layout.key))}</caption>`,
		`<colgroup>${widths}</colgroup>`,
		head ? `<thead>${head}</thead>` : '',
		`<tbody>${rows.slice(layout.headerRows).join('')}</tbody>`,
		'</table></div>',
	].join('\n');
}

function htmlRow(layout: TableLayout, cells: Readonly<Record<string, Cell>>, id: string, row: number): string {
	const own = layout.cells.filter((cell) => cell.row === row);
	return `<tr>${own.map((cell) => htmlCell(layout, cells, id, cell)).join('')}</tr>`;
}

function htmlCell(layout: TableLayout, cells: Readonly<Record<string, Cell>>, id: string, cell: LayoutCell): string {
	const spans = [
		cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
		cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '',
	].join('');
	if (cell.address !== undefined) {
		const figure = cells[cell.address];
		const state = figure?.state ?? 'absent';
		const heads = headersOf(layout, cell).map((head) => cellId(id, head));
		const said = state === 'unreadable' ? ' title="无法读取"' : '';
		return `<td${spans} headers="${heads.join(' ')}" data-address="${cell.address}" data-state="${state}"${said}>${escapeHtml(printedText(figure))}</td>`;
	}
	if (cell.kind === 'unit' || cell.text === '' || isCorner(layout, cell)) {
		return `<td${spans}>${escapeHtml(cell.text)}</td>`;
	}
	const indent = cell.depth ? ` class="depth-${cell.depth}"` : '';
	return `<th${spans} id="${cellId(id, cell)}" scope="${scopeOf(cell)}"${indent}>${escapeHtml(cell.text)}</th>`;
}

function cellId(id: string, cell: LayoutCell): string {
	return `${id}-${cell.row}-${cell.col}`;
}

/** The note in the upper left corner of table 3 is no heading of any figure. */
function isCorner(layout: TableLayout, cell: LayoutCell): boolean {
	if (cell.kind !== 'head' || cell.rowSpan < layout.headerRows || layout.headerRows < 2) return false;
	return !layout.cells.some((other) => other.address !== undefined && coversColumn(cell, other.col));
}

function scopeOf(cell: LayoutCell): string {
	if (isHead(cell)) return cell.colSpan > 1 ? 'colgroup' : 'col';
	return cell.rowSpan > 1 ? 'rowgroup' : 'row';
}

/** Column heads of the nearest block of head rows above, then the labels left of the cell. */
function headersOf(layout: TableLayout, cell: LayoutCell): LayoutCell[] {
	const rows = headRowsAbove(layout, cell.row);
	const heads = layout.cells.filter(
		(head) => isHead(head) && coversColumn(head, cell.col) && rows.some((row) => coversRow(head, row)),
	);
	const labels = layout.cells.filter(
		(label) => label.kind === 'label' && label.text !== '' && coversRow(label, cell.row) && label.col < cell.col,
	);
	return [...heads, ...labels];
}

function headRowsAbove(layout: TableLayout, row: number): number[] {
	const isHeadRow = (y: number) => layout.cells.some((cell) => isHead(cell) && coversRow(cell, y));
	const rows: number[] = [];
	let y = row - 1;
	while (y >= 0 && !isHeadRow(y)) y--;
	for (; y >= 0 && isHeadRow(y); y--) rows.push(y);
	return rows;
}
