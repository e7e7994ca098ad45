import type { Block, TextBlock } from '../document.ts';
import { expand, type GridCell } from '../grid.ts';

/** One set of characters and no repetition of its own inside: with the blanks named twice a line of 5,000 took minutes. */
const ruler = /^[\s|+:=-]{3,}$/;

/** Turns runs of lines with `|` between their cells into tables; everything else stays a line. */
export function pipeTables(lines: readonly TextBlock[]): Block[] {
	const blocks: Block[] = [];
	let run: TextBlock[] = [];
	const flush = () => {
		const rows = run.filter((line) => !ruler.test(line.text));
		if (rows.length >= 2) blocks.push({ kind: 'table', grid: expand(rows.flatMap(cellsOf)) });
		else blocks.push(...run);
		run = [];
	};
	for (const line of lines) {
		const isRow =
			line.text.split('|').length >= 3 || (run.length > 0 && ruler.test(line.text) && line.text.trim() !== '');
		if (isRow) run.push(line);
		else {
			flush();
			blocks.push(line);
		}
	}
	flush();
	return blocks;
}

function cellsOf(line: TextBlock, row: number): GridCell[] {
	const inner = line.text.trim().replace(/^\||\|$/g, '');
	return inner.split('|').map((text, col) => ({
		row,
		col,
		rowSpan: 1,
		colSpan: 1,
		text: text.trim().replace(/<br\s*\/?>/gi, ''),
		at: { ...line.at, column: col + 1 },
	}));
}
