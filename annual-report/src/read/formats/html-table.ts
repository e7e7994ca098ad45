import type { Place } from '../../model/index.ts';
import { type Grid, type LooseCell, placeCells } from '../grid.ts';
import { limits } from '../limits.ts';
import { normalise } from '../normalise.ts';

/** A cell with more text than this holds a piece of an article, not a figure or a label. */
const articleLength = 400;

/** A table whose end tag has not come yet. A cell outside any row opens one, as browsers do. */
export interface OpenTable {
	rows: LooseCell[][];
	/** The cell that text now goes to. */
	cell: LooseCell | undefined;
	hasTable: boolean;
}

export type Attributes = Readonly<Record<string, string>>;

export function openTable(): OpenTable {
	return { rows: [], cell: undefined, hasTable: false };
}

export function openRow(table: OpenTable): void {
	table.rows.push([]);
	table.cell = undefined;
}

export function openCell(table: OpenTable, attributes: Attributes): void {
	if (table.rows.length === 0) openRow(table);
	table.cell = { rowSpan: spanOf(attributes.rowspan), colSpan: Math.max(1, spanOf(attributes.colspan)), text: '' };
	table.rows.at(-1)?.push(table.cell);
}

/** Text of a cell; a line end of the source is a blank, so that only `\n` added by a tag parts two figures. */
export function addToCell(cell: LooseCell, text: string): void {
	cell.text += /[\n\r]/.test(text) ? text.replace(/[\n\r]+/g, ' ') : text;
}

/**
 * Whether a table holds data. One that holds another table, or a whole article in a cell, or is a single cell, only
 * lays out the page.
 */
export function isDataTable({ rows, hasTable }: OpenTable): boolean {
	if (hasTable) return false;
	let count = 0;
	for (const row of rows) {
		count += row.length;
		for (const cell of row) if (cell.text.length > articleLength) return false;
	}
	return count > 1;
}

/** The table as a grid; `rowspan="0"` reaches to the end of the table. */
export function gridOf({ rows }: OpenTable, place: (row: number, col: number) => Place): Grid {
	for (const [y, row] of rows.entries()) {
		for (const cell of row) {
			if (cell.rowSpan === 0) cell.rowSpan = rows.length - y;
			cell.text = cell.text === '' ? '' : normalise(cell.text.trim());
		}
	}
	return placeCells(rows, place);
}

function spanOf(value: string | undefined): number {
	if (value === undefined) return 1;
	const span = Number.parseInt(value, 10);
	return Number.isFinite(span) && span >= 0 ? Math.min(span, limits.tableSide) : 1;
}
