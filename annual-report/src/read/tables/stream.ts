import type { Place } from '../../model/index.ts';
import type { Block } from '../document.ts';
import { isPageNumber } from '../outline/furniture.ts';

/** What stands before a character: nothing, a blank inside a line, or the border of a cell or line. */
export type Gap = 0 | 1 | 2;

/**
 * The source as one run of characters without blanks, so that a label broken over lines is found as one string.
 * `letters` are the Han characters and letters alone, `letterAt[i]` their index in `text`; `gaps[i]` is what stands
 * before character i, `blankCells` the places of the empty cells before it, `at(i)` where it stands in the source,
 * `block(i)` and `offset(i)` which block holds it and where in that block's text.
 */
export interface Stream {
	text: string;
	letters: string;
	letterAt: number[];
	gaps: Gap[];
	blankCells: Map<number, Place[]>;
	at(index: number): Place;
	block(index: number): number;
	offset(index: number): number;
}

interface Builder {
	text: string[];
	gaps: Gap[];
	blankCells: Map<number, Place[]>;
	places: Place[];
	placeOf: number[];
	blockOf: number[];
	offsets: number[];
	pending: Gap;
	block: number;
	emptyLinesAreCells: boolean;
}

/** How to take what a text alone does not tell. */
export interface StreamOptions {
	/** Take an empty line for an empty cell. */
	emptyLinesAreCells?: boolean;
}

/** Builds the stream of a document. In text blocks a tab starts a cell; table cells follow row by row. */
export function streamOf(blocks: readonly Block[], { emptyLinesAreCells = false }: StreamOptions = {}): Stream {
	const builder: Builder = {
		text: [],
		gaps: [],
		blankCells: new Map(),
		places: [],
		placeOf: [],
		blockOf: [],
		offsets: [],
		pending: 2,
		block: 0,
		emptyLinesAreCells,
	};
	blocks.forEach((block, i) => {
		builder.block = i;
		if (block.kind === 'text') addLine(builder, block.text, block.at);
		else for (const cell of block.grid.cells) addCell(builder, cell.text, 0, cell.at);
	});
	return finish(builder);
}

function addLine(builder: Builder, line: string, at: Place): void {
	if (builder.emptyLinesAreCells && line.trim() === '') {
		addCell(builder, line, 0, at);
		return;
	}
	if (isPageNumber(line)) return;
	let offset = 0;
	const parts = line.split('\t');
	parts.forEach((part, i) => {
		// A lone tab leads a cell in; among others it parts two cells, and the first of them may be empty.
		if (i > 0 || (parts.length > 2 && part.trim() === '')) addCell(builder, part, offset, at);
		else if (part.trim() !== '') addText(builder, part, offset, at);
		offset += part.length + 1;
	});
	builder.pending = 2;
}

function addCell(builder: Builder, cell: string, offset: number, at: Place): void {
	builder.pending = 2;
	if (cell.trim() === '') {
		const index = builder.text.length;
		builder.blankCells.set(index, [...(builder.blankCells.get(index) ?? []), at]);
	} else {
		addText(builder, cell, offset, at);
		builder.pending = 2;
	}
}

function addText(builder: Builder, text: string, offset: number, at: Place): void {
	const place = builder.places.push(at) - 1;
	for (let i = 0; i < text.length; i++) {
		const ch = text.charAt(i);
		if (isBlank(text.charCodeAt(i))) {
			builder.pending = builder.pending === 2 ? 2 : 1;
			continue;
		}
		builder.text.push(ch);
		builder.gaps.push(builder.pending);
		builder.placeOf.push(place);
		builder.blockOf.push(builder.block);
		builder.offsets.push(offset + i);
		builder.pending = 0;
	}
}

/** What `\\s` means; asked of every character, where a pattern would cost more than all the rest. */
function isBlank(code: number): boolean {
	if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
	if (code < 0xa0) return false;
	const isWide = code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x1680;
	return (
		isWide ||
		(code >= 0x2000 && code <= 0x200a) ||
		code === 0x2028 ||
		code === 0x2029 ||
		code === 0x202f ||
		code === 0x205f
	);
}

/** A Han character or a Latin letter. */
function isLetter(code: number): boolean {
	return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function finish(builder: Builder): Stream {
	const text = builder.text.join('');
	const { letters, letterAt } = lettersWithIndex(text);
	const last = text.length - 1;
	return {
		text,
		letters,
		letterAt,
		gaps: builder.gaps,
		blankCells: builder.blankCells,
		at: (index) => builder.places[builder.placeOf[Math.min(index, last)] ?? 0] ?? {},
		block: (index) => builder.blockOf[index] ?? builder.block + 1,
		offset: (index) => builder.offsets[index] ?? 0,
	};
}

/** The letters of a text with their places; must spell as `lettersOf` does. */
function lettersWithIndex(text: string): { letters: string; letterAt: number[] } {
	const letters: string[] = [];
	const letterAt: number[] = [];
	for (let i = 0; i < text.length; i++) {
		const ch = text.charAt(i);
		if (!isLetter(text.charCodeAt(i))) continue;
		const before = letters[letters.length - 1];
		if (before === '或' && ch === '者') continue;
		letters.push(before === '其' && ch === '它' ? '他' : ch);
		letterAt.push(i);
	}
	return { letters: letters.join(''), letterAt };
}

/** Index in `stream.text` of the first character after a hit and the brackets or quotes that close it. */
export function textEnd(stream: Stream, hit: { end: number }): number {
	const end = (stream.letterAt[hit.end - 1] ?? stream.text.length - 1) + 1;
	return end + (/^[）)”"’》」；;：:。]*/.exec(stream.text.slice(end, end + 4))?.[0].length ?? 0);
}

/** Index in `stream.text` of letter `index`, the end of the text when there is none. */
export function textStart(stream: Stream, index: number): number {
	return stream.letterAt[index] ?? stream.text.length;
}
