import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Block, Cell, OfficialDocument, TableBlock } from './blocks.ts';
import { printable } from './lines.ts';
import { signatureIndents, TABLE_HALF_POINTS, TWIPS_PER_POINT } from './measures.ts';

export const PDF_TYPE = 'application/pdf';

/** Papers kept ready by the typesetter; more only fill memory. */
const KEPT = 5;

/**
 * Sets the paper as .pdf with its fonts in it; the same paper gives the same bytes. `fontDir` is a folder of the office's
 * own licensed fonts (仿宋, 楷体, 小标宋); without it Noto Serif SC, which comes with the product, stands for all.
 * @throws Error where the typesetter is not installed.
 */
export async function writePdf(paper: OfficialDocument, fontDir?: string): Promise<Uint8Array> {
	const typesetter = await typesetterFor(fontDir ?? '');
	try {
		return new Uint8Array(
			typesetter.pdf({ mainFileContent: await template(), inputs: { paper: JSON.stringify(dataOf(paper)) } }),
		);
	} finally {
		typesetter.evictCache(KEPT);
	}
}

const typesetters = new Map<string, Promise<NodeCompiler>>();
let read: Promise<string> | undefined;

function template(): Promise<string> {
	read ??= readFile(new URL('./paper.typ', import.meta.url), 'utf8');
	return read;
}

function typesetterFor(fontDir: string): Promise<NodeCompiler> {
	const made = typesetters.get(fontDir) ?? begin(fontDir);
	typesetters.set(fontDir, made);
	return made;
}

/** Loaded with the first paper: it is native and large, and a process that prints nothing does without. */
async function begin(fontDir: string): Promise<NodeCompiler> {
	const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
	const own = fontDir !== '' && existsSync(fontDir) ? [fontDir] : [];
	const noto = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
	const shipped = ['400Regular', '700Bold'].map((weight) => join(noto, weight));
	return NodeCompiler.create({
		// Nothing is read from disk but the template; its own folder is all it may see.
		workspace: fileURLToPath(new URL('.', import.meta.url)),
		fontArgs: [{ fontPaths: [...own, ...shipped] }],
	});
}

function dataOf(paper: OfficialDocument) {
	const { title, issuer = '', number = '', addressee = '', enclosures = [], notes = [], signature } = paper;
	return {
		size: paper.size ?? 'a4',
		title: printable(title),
		author: printable(issuer),
		issuer: printable(issuer),
		number: printable(number),
		addressee: printable(addressee),
		blocks: paper.blocks.map(blockData),
		enclosures: enclosures.map(printable),
		notes: notes.map(printable),
		signature: signature ? signatureData(signature) : null,
		code: paper.code
			? { png: [...paper.code.png], size: paper.code.sizeMm, caption: printable(paper.code.caption) }
			: null,
	};
}

function signatureData({ office, day }: NonNullable<OfficialDocument['signature']>) {
	const indents = signatureIndents(office, day);
	return {
		office: printable(office),
		day: printable(day),
		officeIndent: indents.office / TWIPS_PER_POINT,
		dayIndent: indents.day / TWIPS_PER_POINT,
	};
}

/** Line breaks stay; whatever else no printer knows goes. */
function lines(text: string): string {
	return text
		.split(/\r?\n/)
		.map((line) => printable(line))
		.join('\n');
}

function blockData(block: Block) {
	if (block.kind === 'pageBreak') return block;
	if (block.kind !== 'table') return { ...block, text: lines(block.text) };
	const { widths, headerRows = 0, rowHeight = 10, halfPoints = TABLE_HALF_POINTS } = block;
	return { kind: 'table', widths, headerRows, rowHeight, size: halfPoints / 2, rows: placed(block) };
}

/** Rows with the column each cell stands in: a cell knows its span, the typesetter needs its width. */
function placed({ rows, widths }: TableBlock): (Cell & { col: number })[][] {
	const taken = rows.map(() => new Set<number>());
	return rows.map((row, at) => {
		let col = 0;
		return row.map((cell) => {
			while (taken[at]?.has(col)) col++;
			const { columnSpan = 1, rowSpan = 1 } = cell;
			for (let down = 0; down < rowSpan; down++) {
				for (let over = 0; over < columnSpan; over++) taken[at + down]?.add(col + over);
			}
			return { ...cell, text: lines(cell.text), col: Math.min(col, widths.length - 1) };
		});
	});
}
