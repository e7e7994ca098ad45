import type { Place } from '../../model/index.ts';
import { expand, type Grid, type GridCell } from '../grid.ts';
import { limits } from '../limits.ts';
import { normalise } from '../normalise.ts';
import { textOf } from './docx-text.ts';
import { child, type XmlNode } from './xml.ts';

/** A Word table as a grid: `gridSpan` spans columns, `vMerge` carries a cell on from the row above. */
export function readDocxTable(table: XmlNode, place: (row: number, col: number) => Place): Grid {
	const cells: GridCell[] = [];
	let above = new Map<number, GridCell>();
	rowsOf(table).forEach((row, y) => {
		const here = new Map<number, GridCell>();
		let x = numberIn(child(child(row, 'w:trPr'), 'w:gridBefore')) ?? 0;
		for (const node of cellsOf(row)) {
			const properties = child(node, 'w:tcPr');
			const colSpan = Math.min(Math.max(1, numberIn(child(properties, 'w:gridSpan')) ?? 1), limits.tableSide);
			const merge = child(properties, 'w:vMerge');
			const isContinued = merge !== undefined && merge.attributes['w:val'] !== 'restart';
			const upper = isContinued ? above.get(x) : undefined;
			const cell = upper ?? { row: y, col: x, rowSpan: 1, colSpan, text: cellText(node), at: place(y, x) };
			if (upper) upper.rowSpan = y - upper.row + 1;
			else cells.push(cell);
			here.set(x, cell);
			x += colSpan;
		}
		above = here;
	});
	return expand(cells);
}

function rowsOf(table: XmlNode): XmlNode[] {
	return table.children.flatMap((node) => {
		if (node.name === 'w:tr') return [node];
		return node.name === 'w:sdt' || node.name === 'w:sdtContent' || node.name === 'w:ins' ? rowsOf(node) : [];
	});
}

function cellsOf(row: XmlNode): XmlNode[] {
	return row.children.flatMap((node) => {
		if (node.name === 'w:tc') return [node];
		return node.name === 'w:sdt' || node.name === 'w:sdtContent' ? cellsOf(node) : [];
	});
}

/** Text of a cell; its paragraphs stay lines, so that two figures on two lines never become one. */
function cellText(node: XmlNode): string {
	const lines = node.children.flatMap((item) => {
		if (item.name === 'w:p') return [textOf(item)];
		return item.name === 'w:sdt' || item.name === 'w:sdtContent' ? [cellText(item)] : [];
	});
	return normalise(lines.join('\n')).trim();
}

function numberIn(node: XmlNode | undefined): number | undefined {
	const value = Number.parseInt(node?.attributes['w:val'] ?? '', 10);
	return Number.isFinite(value) ? Math.min(Math.max(value, 0), limits.tableSide) : undefined;
}
