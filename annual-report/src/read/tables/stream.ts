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

/** A stretch of a block's text that was added as one. */
interface Part {
	at: Place;
	block: number;
}

interface Builder {
	/** Character codes, of which the first `length` are in use. */
	codes: Uint16Array;
	length: number;
	gaps: Gap[];
	blankCells: Map<number, Place[]>;
	parts: Part[];
	/** For each character its part, and its index in the block's text. */
	partOf: Int32Array;
	offsets: Int32Array;
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
	const most = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
	const builder: Builder = {
		codes: new Uint16Array(most),
		length: 0,
		gaps: [],
		blankCells: new Map(),
		parts: [],
		partOf: new Int32Array(most),
		offsets: new Int32Array(most),
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

function lengthOf(block: Block): number {
	if (block.kind === 'text') return block.text.length;
	return block.grid.cells.reduce((sum, cell) => sum + cell.text.length, 0);
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
		const index = builder.length;
		const before = builder.blankCells.get(index);
		if (before) before.push(at);
		else builder.blankCells.set(index, [at]);
	} else {
		addText(builder, cell, offset, at);
		builder.pending = 2;
	}
}

function addText(builder: Builder, text: string, offset: number, at: Place): void {
	const part = builder.parts.push({ at, block: builder.block }) - 1;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (isBlank(code)) {
			builder.pending = builder.pending === 2 ? 2 : 1;
			continue;
		}
		const index = builder.length++;
		builder.codes[index] = code;
		builder.gaps.push(builder.pending);
		builder.partOf[index] = part;
		builder.offsets[index] = offset + i;
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
	const { parts, partOf, offsets, length } = builder;
	const text = spell(builder.codes.subarray(0, length));
	const { letters, letterAt } = lettersWithIndex(text);
	const partAt = (index: number) => parts[partOf[index] ?? 0];
	return {
		text,
		letters,
		letterAt,
		gaps: builder.gaps,
		blankCells: builder.blankCells,
		at: (index) => partAt(Math.min(index, length - 1))?.at ?? {},
		block: (index) => (index < length ? partAt(index)?.block : undefined) ?? builder.block + 1,
		offset: (index) => (index < length ? offsets[index] : undefined) ?? 0,
	};
}

/** The letters of a text with their places; must spell as `lettersOf` does. */
function lettersWithIndex(text: string): { letters: string; letterAt: number[] } {
	const letters = new Uint16Array(text.length);
	const letterAt: number[] = [];
	let before = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (!isLetter(code) || (before === codes.或 && code === codes.者)) continue;
		before = before === codes.其 && code === codes.它 ? codes.他 : code;
		letters[letterAt.length] = before;
		letterAt.push(i);
	}
	return { letters: spell(letters.subarray(0, letterAt.length)), letterAt };
}

const codes = { 或: 0x6216, 者: 0x8005, 其: 0x5176, 它: 0x5b83, 他: 0x4ed6 };
/** As many arguments every engine takes in one call. */
const mostArguments = 8192;

function spell(characters: Uint16Array): string {
	let text = '';
	for (let from = 0; from < characters.length; from += mostArguments) {
		// Spreading them would ask an iterator for each.
		text += String.fromCharCode.apply(null, characters.subarray(from, from + mostArguments) as unknown as number[]);
	}
	return text;
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
