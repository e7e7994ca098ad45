import { cellsOfRow, type Grid, type GridCell } from '../grid.ts';
import type { Matcher } from './match.ts';

/**
 * Mends rows that a page end cut through: the label begins in the last row of one table and goes on in the first row
 * of the next, the figures stand in either. A cut is believed only when the two halves make a known label that neither
 * is alone. The halves are joined in the upper row; the lower one is left empty.
 */
export function mendPageBreaks(grids: readonly Grid[], isLabel: Matcher): Grid[] {
	const mended = [...grids];
	for (let i = 1; i < mended.length; i++) {
		const upper = mended[i - 1];
		const lower = mended[i];
		if (!upper || !lower) continue;
		const joined = joinRows(upper, lower, isLabel);
		if (joined) [mended[i - 1], mended[i]] = joined;
	}
	return mended;
}

function joinRows(upper: Grid, lower: Grid, isLabel: Matcher): [Grid, Grid] | undefined {
	const last = cellsOfRow(upper, upper.rows.length - 1);
	const first = cellsOfRow(lower, 0);
	if (last.length !== first.length || upper.width !== lower.width) return undefined;
	const texts = last.map((cell, k) => [cell.text.trim(), first[k]?.text.trim() ?? ''] as const);
	const label = texts.findIndex(([a, b]) => a !== '' && b !== '' && isCut(a, b, isLabel));
	const clash = texts.some(([a, b], k) => k > label && a !== '' && b !== '');
	if (label < 0 || clash) return undefined;
	const joined = new Map<GridCell, string>();
	const emptied = new Map<GridCell, string>();
	last.forEach((cell, k) => {
		const other = first[k];
		if (k < label || !other) return;
		joined.set(cell, cell.text.trim() + other.text.trim());
		emptied.set(other, '');
	});
	return [withTexts(upper, joined), withTexts(lower, emptied)];
}

function isCut(a: string, b: string, isLabel: Matcher): boolean {
	return isLabel(a + b) !== undefined && isLabel(b) === undefined && isLabel(a) !== isLabel(a + b);
}

/** A copy of a grid with other texts in some of its cells. */
function withTexts(grid: Grid, texts: ReadonlyMap<GridCell, string>): Grid {
	const copies = new Map(grid.cells.map((cell) => [cell, { ...cell, text: texts.get(cell) ?? cell.text }]));
	return {
		...grid,
		cells: [...copies.values()],
		rows: grid.rows.map((row) => row.map((cell) => cell && copies.get(cell))),
	};
}
