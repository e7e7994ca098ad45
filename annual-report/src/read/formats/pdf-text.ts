import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { normalise } from '../normalise.ts';

/** A run of text on a page; x from the left, y of its baseline from the top, in points. */
export interface TextItem {
	text: string;
	x: number;
	y: number;
	width: number;
	size: number;
}

/** Text items with their places from the top of the page; empty ones are left out. */
export function readItems(items: TextContent['items'], top: number): TextItem[] {
	return items.flatMap((item) => {
		if (!('str' in item) || item.str.trim() === '') return [];
		const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
		const size = Math.hypot(c, d) || item.height || 10;
		return [{ text: normalise(item.str), x, y: top - y, width: item.width, size }];
	});
}

/** Items on one line, from left to right. */
export interface TextLine {
	items: TextItem[];
	x: number;
	y: number;
	size: number;
}

/** Groups items into lines, from the top. Baselines half a character apart are one line. */
export function linesOf(items: readonly TextItem[]): TextLine[] {
	const lines: TextLine[] = [];
	for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
		const line = lines.findLast((l) => Math.abs(l.y - item.y) < Math.min(l.size, item.size) * 0.5);
		if (line) line.items.push(item);
		else lines.push({ items: [item], x: item.x, y: item.y, size: item.size });
	}
	for (const line of lines) {
		line.items.sort((a, b) => a.x - b.x);
		line.x = line.items[0]?.x ?? 0;
	}
	return lines;
}

/**
 * The text of a line. A gap of a character or more between two runs is the border of a column, printed as a tab;
 * smaller gaps are spacing.
 */
export function textOfLine(line: TextLine): string {
	let text = '';
	let end: number | undefined;
	for (const item of line.items) {
		const gap = end === undefined ? 0 : item.x - end;
		if (gap > line.size * 1.2) text += '\t';
		else if (gap > line.size * 0.2) text += ' ';
		text += item.text.trim();
		end = item.x + item.width;
	}
	return text;
}
