import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { TableForm } from '../forms/index.ts';
import { layoutsOf } from '../forms/index.ts';
import { renderDocx } from './docx.ts';

/*
 * The merged cells as a word processor sees them: spans are worked out from gridSpan and vMerge of the written file and
 * compared with the geometry of the form.
 */
type Node = { [name: string]: Node[] | string | undefined } & { ':@'?: Record<string, string> };

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });
const childrenOf = (node: Node, name: string): Node[] => {
	const own = Object.values(node).find(Array.isArray) ?? [];
	return (own as Node[]).filter((child) => name in child);
};

function find(nodes: readonly Node[], name: string): Node[] {
	return nodes.flatMap((node) => {
		const inner = (Object.values(node).find(Array.isArray) ?? []) as Node[];
		return name in node ? [node] : find(inner, name);
	});
}

const textOf = (node: Node): string =>
	Object.entries(node)
		.map(([name, value]) => (name === '#text' ? String(value) : Array.isArray(value) ? value.map(textOf).join('') : ''))
		.join('');

interface Square {
	row: number;
	col: number;
	rowSpan: number;
	colSpan: number;
	text: string;
}

function squaresOf(table: Node): Square[] {
	const squares: Square[] = [];
	childrenOf(table, 'w:tr').forEach((tr, row) => {
		let col = 0;
		for (const tc of childrenOf(tr, 'w:tc')) {
			const [properties] = childrenOf(tc, 'w:tcPr');
			const span = properties && childrenOf(properties, 'w:gridSpan')[0]?.[':@']?.['w:val'];
			const merge = properties && childrenOf(properties, 'w:vMerge')[0];
			const colSpan = Number(span ?? 1);
			const above = squares.findLast((square) => square.col === col && square.row + square.rowSpan === row);
			if (merge && merge[':@']?.['w:val'] !== 'restart' && above) above.rowSpan++;
			else squares.push({ row, col, rowSpan: 1, colSpan, text: textOf(tc).trim() });
			col += colSpan;
		}
	});
	return squares;
}

async function tablesOf(form: TableForm): Promise<Square[][]> {
	const parts = unzipSync(await renderDocx(cleanReport(form)));
	const document = parser.parse(strFromU8(parts['word/document.xml'] ?? new Uint8Array())) as Node[];
	return find(document, 'w:tbl').map(squaresOf);
}

describe.each(['2014', '2019', '2021'] as const)('the docx tables of form %s', (form) => {
	it('have the official merges, heads and labels, square by square', async () => {
		const cells = cleanReport(form).cells;
		const wanted = layoutsOf(form).map((layout) =>
			layout.cells.map(({ row, col, rowSpan, colSpan, text, address }) => {
				const printed = address === undefined ? text : String(cells[address]?.value ?? '');
				return { row, col, rowSpan, colSpan, text: printed };
			}),
		);
		const order = (a: Square, b: Square) => a.row - b.row || a.col - b.col;
		const written = await tablesOf(form);
		expect(written.map((table) => table.sort(order))).toEqual(wanted.map((table) => table.sort(order)));
	});
});
