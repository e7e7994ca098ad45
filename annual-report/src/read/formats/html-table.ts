import type { Place } from '../../model/index.ts';
import { type Grid, type LooseCell, placeCells } from '../grid.ts';
import { limits } from '../limits.ts';
import { normalise } from '../normalise.ts';
import { attribute, childrenOf, type Element, isElement, type Node } from './html-node.ts';

/** A cell with more text than this holds a piece of an article, not a figure or a label. */
const articleLength = 400;

/**
 * Whether a table holds data. One that holds another table, or a whole article in a cell, or is a single cell, only
 * lays out the page.
 */
export function isDataTable(table: Element): boolean {
	if (hasNested(table, 0)) return false;
	const rows = rowsOf(table, 0);
	const cells = rows.flat();
	return cells.length > 1 && cells.every((cell) => textOfCell(cell).length <= articleLength);
}

/** The table as a grid; `rowspan="0"` reaches to the end of the table. */
export function readHtmlTable(table: Element, place: (row: number, col: number) => Place): Grid {
	const rows = rowsOf(table, 0);
	const loose = rows.map((row, y) =>
		row.map((cell): LooseCell => {
			const rowSpan = spanOf(cell, 'rowspan');
			return {
				rowSpan: rowSpan === 0 ? rows.length - y : rowSpan,
				colSpan: Math.max(1, spanOf(cell, 'colspan')),
				text: normalise(textOfCell(cell)).trim(),
			};
		}),
	);
	return placeCells(loose, place);
}

function spanOf(cell: Element, name: string): number {
	const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
	return Number.isFinite(span) && span >= 0 ? Math.min(span, limits.tableSide) : 1;
}

function hasNested(element: Element, depth: number): boolean {
	if (depth > limits.depth) return true;
	return childrenOf(element).some(
		(child) => isElement(child) && (child.tagName === 'table' || hasNested(child, depth + 1)),
	);
}

function rowsOf(element: Element, depth: number): Element[][] {
	if (depth > limits.depth) return [];
	return childrenOf(element).flatMap((child) => {
		if (!isElement(child)) return [];
		if (child.tagName !== 'tr') return rowsOf(child, depth + 1);
		return [childrenOf(child).filter((cell): cell is Element => isElement(cell) && /^t[dh]$/.test(cell.tagName))];
	});
}

const texts = new WeakMap<Element, string>();

/** A table is looked at twice: whether it holds data, and what. */
function textOfCell(cell: Element): string {
	const text = texts.get(cell) ?? textOf(cell, 0);
	texts.set(cell, text);
	return text;
}

/** Text of a cell; a line end in it stays one, so that two figures on two lines never become one. */
function textOf(node: Node, depth: number): string {
	if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/[\n\r]+/g, ' ');
	if (!isElement(node) || depth > limits.depth) return '';
	if (node.tagName === 'br') return '\n';
	if (/^(?:script|style)$/.test(node.tagName)) return '';
	const inner = childrenOf(node)
		.map((child) => textOf(child, depth + 1))
		.join('');
	return /^(?:p|div|li)$/.test(node.tagName) ? `${inner}\n` : inner;
}
