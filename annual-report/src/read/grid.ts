import type { Place } from '../model/index.ts';
import { limits } from './limits.ts';

/** A cell of a source table before expansion; rows and columns count from 0. */
export interface GridCell {
	row: number;
	col: number;
	rowSpan: number;
	colSpan: number;
	text: string;
	at: Place;
}

/** A source table. `rows[y][x]` is the cell that covers that square, undefined where none does. */
export interface Grid {
	cells: GridCell[];
	rows: (GridCell | undefined)[][];
	width: number;
}

/** A cell as a format gives it: only its spans are known, its column follows from the cells before and above it. */
export interface LooseCell {
	rowSpan: number;
	colSpan: number;
	text: string;
}

/**
 * Places cells that know only their spans, as html and docx rows do: each takes the first free square of its row.
 * Spans are cut at `limits.tableSide`; `place` gives a cell's position in the source, from its row and column (from 0).
 */
export function placeCells(rows: LooseCell[][], place: (row: number, col: number) => Place): Grid {
	const cells: GridCell[] = [];
	const taken: boolean[][] = [];
	rows.slice(0, limits.tableSide).forEach((row, y) => {
		let x = 0;
		for (const loose of row) {
			while (taken[y]?.[x]) x++;
			if (x >= limits.tableSide) break;
			const rowSpan = clampSpan(loose.rowSpan, rows.length - y);
			const colSpan = clampSpan(loose.colSpan, limits.tableSide - x);
			for (let r = y; r < y + rowSpan; r++) {
				taken[r] ??= [];
				const line = taken[r];
				if (line) for (let c = x; c < x + colSpan; c++) line[c] = true;
			}
			cells.push({ row: y, col: x, rowSpan, colSpan, text: loose.text, at: place(y, x) });
			x += colSpan;
		}
	});
	return expand(cells);
}

function clampSpan(span: number, room: number): number {
	if (!Number.isInteger(span) || span < 1) return 1;
	return Math.min(span, Math.max(room, 1));
}

/** Lays cells with known squares out as a matrix; where two claim a square the first keeps it. */
export function expand(cells: GridCell[]): Grid {
	const rows: (GridCell | undefined)[][] = [];
	let width = 0;
	let squares = 0;
	for (const cell of cells) {
		squares += cell.rowSpan * cell.colSpan;
		if (squares > limits.tableSquares) break;
		width = Math.max(width, cell.col + cell.colSpan);
		for (let y = cell.row; y < cell.row + cell.rowSpan; y++) {
			rows[y] ??= [];
			const line = rows[y];
			if (line) for (let x = cell.col; x < cell.col + cell.colSpan; x++) line[x] ??= cell;
		}
	}
	for (let y = 0; y < rows.length; y++) rows[y] ??= [];
	return { cells, rows, width };
}

/** The distinct cells that cover a row, from left to right. */
export function cellsOfRow(grid: Grid, y: number): GridCell[] {
	const found: GridCell[] = [];
	for (const cell of grid.rows[y] ?? []) if (cell && found.at(-1) !== cell) found.push(cell);
	return found;
}

/** A row of a grid with its distinct cells from left to right. */
export interface GridRow {
	grid: Grid;
	y: number;
	cells: readonly GridCell[];
}

const walked = new WeakMap<readonly Grid[], readonly GridRow[]>();

/** Every row of every grid, walked once for all tables sought in the same grids. */
export function rowsOf(grids: readonly Grid[]): readonly GridRow[] {
	const rows =
		walked.get(grids) ??
		grids.flatMap((grid) => grid.rows.map((_, y): GridRow => ({ grid, y, cells: cellsOfRow(grid, y) })));
	walked.set(grids, rows);
	return rows;
}
