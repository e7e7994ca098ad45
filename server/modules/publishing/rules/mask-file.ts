import { type SourceBlocks, sourceBlocks } from 'annual-report';
import type { Block, Cell } from '../../../platform/documents/index.ts';
import { patiently } from '../../../platform/file-text/patiently.ts';
import { withoutMetadata } from '../../../platform/photo.ts';
import { maskInPlace } from './mask-copy.ts';
import { maskPersonalData } from './personal/index.ts';

/** A file masked: its bytes as they were but for that, or what is to be printed anew; or why there is none. */
export type MaskedFile =
	| { readonly how: 'inPlace' | 'bare'; readonly bytes: Uint8Array }
	| { readonly how: 'remade'; readonly blocks: readonly Block[] }
	| { readonly refused: Refused };

export type Refused = 'nothing' | 'kind' | 'picture' | 'slow' | 'failed';

const IN_PLACE = /\.(?:docx|xlsx|pptx|txt|csv)$/i;
const REMADE = /\.(?:pdf|ofd|doc)$/i;
const PHOTO = /\.(?:jpe?g|png|webp)$/i;
/** Width of the text of a page, millimetres. */
const WIDTH = 156;
/** More columns than these do not fit on paper. */
const MOST_COLUMNS = 12;

/**
 * Masks what is personal in one file. Office and text files keep their form. Of a pdf or ofd the text cannot be taken out for
 * certain (a black box over it leaves it to be copied): its words are set anew. Runs in a thread of its own.
 */
export async function maskFile({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Promise<MaskedFile> {
	try {
		if (PHOTO.test(fileName)) return { how: 'bare', bytes: withoutMetadata(bytes) };
		if (REMADE.test(fileName)) return remade(await patiently(() => sourceBlocks(bytes, fileName)));
		if (!IN_PLACE.test(fileName)) return { refused: 'kind' };
		const masked = maskInPlace(bytes);
		return masked ? { how: 'inPlace', bytes: masked } : { refused: 'nothing' };
	} catch (cause) {
		const isScan = cause instanceof Error && 'reason' in cause && cause.reason === 'no-text';
		return { refused: isScan ? 'picture' : 'failed' };
	}
}

function remade({ blocks, loose, isPartial }: SourceBlocks): MaskedFile {
	if (isPartial) return { refused: 'picture' };
	const texts = blocks.flatMap((block) =>
		block.kind === 'text' ? [block.text] : block.grid.cells.map(({ text }) => text),
	);
	// Masked together, as they are read: a name is personal by what stands in the next cell.
	const { text, count } = maskPersonalData(texts.join('\n'));
	if (count === 0) return { refused: 'nothing' };
	let at = 0;
	const next = (length: number) => {
		at += length + 1;
		return text.slice(at - length - 1, at - 1);
	};
	return { how: 'remade', blocks: blocks.map((block) => printed(block, next, loose)) };
}

function printed(block: SourceBlocks['blocks'][number], next: (length: number) => string, loose: boolean): Block {
	if (block.kind === 'text')
		return { kind: 'paragraph', text: next(block.text.length).trim(), flush: loose, align: 'left' };
	const { cells, width, rows } = block.grid;
	const masked = cells.map((cell) => ({ ...cell, text: next(cell.text.length) }));
	if (width > MOST_COLUMNS || width === 0)
		return { kind: 'paragraph', text: masked.map(({ text }) => text).join('　'), flush: true, align: 'left' };
	const lines: Cell[][] = rows.map(() => []);
	for (const { row, text, rowSpan, colSpan } of masked.sort((a, b) => a.row - b.row || a.col - b.col))
		lines[row]?.push({ text, rowSpan, columnSpan: colSpan });
	return {
		kind: 'table',
		widths: Array.from({ length: width }, () => WIDTH / width),
		halfPoints: 18,
		rowHeight: 7,
		rows: lines,
	};
}
