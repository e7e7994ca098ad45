import type { Place } from '../../model/index.ts';
import { expand, type Grid, type GridCell } from '../grid.ts';
import { limits } from '../limits.ts';

/** A cell as `\cellx` defines it: its right edge in twips, and whether it carries on the one to its left or above. */
export interface RtfCellDefinition {
	right: number;
	continuesLeft: boolean;
	continuesAbove: boolean;
}

export interface RtfRow {
	/** Left edge of the row, twips. */
	left: number;
	definitions: readonly RtfCellDefinition[];
	texts: readonly string[];
}

/** Edges this close (twips; 1 mm is 57) are one edge. */
const near = 30;

/** Rows of one table as a grid: columns are the edges of all rows together, merged cells follow their marks. */
export function rtfGrid(rows: readonly RtfRow[], place: (row: number, col: number) => Place): Grid {
	const edges = edgesOf(rows);
	const cells: GridCell[] = [];
	let above = new Map<number, GridCell>();
	rows.slice(0, limits.tableSide).forEach((row, y) => {
		const here = new Map<number, GridCell>();
		let col = edgeAt(edges, row.left);
		let last: GridCell | undefined;
		row.definitions.forEach((definition, i) => {
			const end = Math.max(edgeAt(edges, definition.right), col + 1);
			const text = (row.texts[i] ?? '').trim();
			const upper = definition.continuesAbove ? above.get(col) : undefined;
			if (definition.continuesLeft && last) last.colSpan = end - last.col;
			else if (upper) {
				upper.rowSpan = y - upper.row + 1;
				last = upper;
			} else {
				last = { row: y, col, rowSpan: 1, colSpan: end - col, text, at: place(y, col) };
				cells.push(last);
			}
			if (last) here.set(last.col, last);
			col = end;
		});
		above = here;
	});
	return expand(cells);
}

function edgesOf(rows: readonly RtfRow[]): number[] {
	const all = rows.flatMap(({ left, definitions }) => [left, ...definitions.map(({ right }) => right)]);
	const edges: number[] = [];
	for (const edge of all.sort((a, b) => a - b))
		if (edges.length === 0 || edge - (edges.at(-1) ?? 0) > near) edges.push(edge);
	return edges.slice(0, limits.tableSide);
}

function edgeAt(edges: readonly number[], position: number): number {
	let best = 0;
	edges.forEach((edge, i) => {
		if (Math.abs(edge - position) < Math.abs((edges[best] ?? 0) - position)) best = i;
	});
	return best;
}
