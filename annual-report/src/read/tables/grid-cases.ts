import { caseColumns, caseGroups } from '../../forms/index.ts';
import { parseFigure } from '../figure.ts';
import type { Grid, GridCell } from '../grid.ts';
import { cellsOfRow } from '../grid.ts';
import { keyOf } from '../normalise.ts';
import { matcherOf } from './match.ts';
import { pieceOf, type Segment } from './segment.ts';

const matchColumn = matcherOf(caseColumns);
const size = caseColumns.length;

/**
 * Reads table 4. Its figures stand in the first row below the heads that has no label; each figure belongs to the head
 * above it, five heads to a group in printed order, also where the groups were pasted as tables of their own.
 */
export function readCaseTable(grids: readonly Grid[]): Segment[] {
	const segments: Segment[] = [];
	let group = 0;
	for (const grid of grids) {
		const headRow = grid.rows.findLastIndex((_, y) => isHeadRow(cellsOfRow(grid, y)));
		if (headRow < 0 || !isCaseTable(grid)) continue;
		const columns = headColumns(grid, headRow);
		const cells = valueRow(grid, headRow + 1);
		if (!cells || columns.length % size !== 0) continue;
		// A page that ends within the heads leaves some of them above: as many figures as the form has tell that.
		const isWhole = cells.length === caseGroups.length * size;
		const picked =
			isWhole || cells.length === columns.length
				? cells
				: columns.flatMap((x) => cells.find((cell) => cell.col === x) ?? []);
		const names = isWhole ? caseGroups : caseGroups.slice(group, group + columns.length / size);
		group += names.length;
		segments.push({
			addresses: names.flatMap((g) => caseColumns.map((column) => `t4.${g.key}.${column.key}`)),
			pieces: picked.map(pieceOf),
			at: cells[0]?.at ?? {},
		});
	}
	return segments;
}

function isHeadRow(cells: readonly GridCell[]): boolean {
	return cells.filter((cell) => matchColumn(cell.text) !== undefined).length >= 3;
}

/** 「总计」 and 「其他」 head other tables too; 「尚未审结」 heads only this one. */
function isCaseTable(grid: Grid): boolean {
	const keys = new Set(grid.cells.map((cell) => keyOf(cell.text)));
	return keys.has('尚未审结') || (keys.has('结果维持') && keys.has('结果纠正'));
}

/** Columns of the grid that stand under one of the five heads, by the lowest head above the figures. */
function headColumns(grid: Grid, headRow: number): number[] {
	const columns: number[] = [];
	for (let x = 0; x < grid.width; x++) {
		if (hasHead(grid, headRow, x)) columns.push(x);
	}
	return columns;
}

/** The heads of 行政复议 stand a row higher; where their merged cells were lost the square below them is empty. */
function hasHead(grid: Grid, headRow: number, x: number): boolean {
	for (let y = headRow; y >= 0; y--) {
		const cell = grid.rows[y]?.[x];
		if (cell?.col === x && matchColumn(cell.text) !== undefined) return true;
		if (cell && cell.text.trim() !== '') return false;
	}
	return false;
}

function valueRow(grid: Grid, from: number): GridCell[] | undefined {
	for (let y = from; y < grid.rows.length; y++) {
		const cells = cellsOfRow(grid, y).filter((cell) => cell.row === y);
		if (
			cells.length >= size &&
			cells.every((cell) => parseFigure(cell.text).state !== 'unreadable' || /\d/.test(cell.text))
		) {
			return cells;
		}
	}
	return undefined;
}
