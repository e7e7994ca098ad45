import type { Block } from '../document.ts';
import { expand, type GridCell } from '../grid.ts';
import { type DrawnCell, type DrawnTable, drawnTables } from './pdf-grid.ts';
import type { Rules } from './pdf-rules.ts';
import { linesOf, type TextItem, type TextLine, textOfLine } from './pdf-text.ts';

/** Share of the page's height at its head and foot where a lone number is a page number. */
const margin = 0.09;

/** Turns the text and lines of a page into blocks in reading order. Lines are numbered from 1 down the page. */
export function pageBlocks(items: readonly TextItem[], rules: Rules, page: number, height: number): Block[] {
	const lines = linesOf(items);
	const lineOf = new Map(lines.flatMap((line, i) => line.items.map((item) => [item, i + 1] as const)));
	const tables = drawnTables(rules);
	const inside = new Map(items.map((item) => [item, tables.find((table) => isInside(item, table))]));
	const left = Math.min(...lines.map((line) => line.x));
	const placed: { y: number; block: Block }[] = [];
	for (const line of linesOf(items.filter((item) => inside.get(item) === undefined))) {
		const first = line.items[0];
		if (!first || isPageNumber(line, height)) continue;
		const indent = line.x - left > line.size * 1.5 ? '\u3000\u3000' : '';
		const at = { page, line: lineOf.get(first) ?? 1 };
		placed.push({ y: line.y, block: { kind: 'text', text: indent + textOfLine(line), at } });
	}
	for (const table of tables) {
		const own = items.filter((item) => inside.get(item) === table);
		if (own.length === 0) continue;
		const cells = table.cells.map((cell) => gridCell(cell, own, page, lineOf));
		placed.push({ y: table.top, block: { kind: 'table', grid: expand(cells) } });
	}
	return placed.sort((a, b) => a.y - b.y).map(({ block }) => block);
}

function isInside(item: TextItem, box: DrawnTable | DrawnCell): boolean {
	const x = item.x + item.width / 2;
	const y = item.y - item.size * 0.35;
	return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

function isPageNumber(line: TextLine, height: number): boolean {
	const isEdge = line.y < height * margin || line.y > height * (1 - margin);
	return isEdge && /^[-—–\s]*(?:第?\s*\d{1,3}\s*页?|\d{1,3}\s*[/／]\s*\d{1,3})[-—–\s]*$/.test(textOfLine(line));
}

function gridCell(
	cell: DrawnCell,
	items: readonly TextItem[],
	page: number,
	lineOf: ReadonlyMap<TextItem, number>,
): GridCell {
	const lines = linesOf(items.filter((item) => isInside(item, cell)));
	const first = lines[0]?.items[0];
	const nearest = items.find((item) => item.y >= cell.top) ?? items[0];
	const anchor = first ?? nearest;
	return {
		row: cell.row,
		col: cell.col,
		rowSpan: cell.rowSpan,
		colSpan: cell.colSpan,
		text: lines.map((line) => textOfLine(line).replace(/[\t ]+/g, ' ')).join('\n'),
		at: { page, line: anchor ? (lineOf.get(anchor) ?? 1) : 1 },
	};
}
