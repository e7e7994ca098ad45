import type { Place } from '../../model/index.ts';
import type { GridCell } from '../grid.ts';
import type { Gap, Stream } from './stream.ts';

/** What was printed in one place of a table row. `gap` is what separates it from the piece before. */
export interface Piece {
	text: string;
	at: Place;
	gap: Gap;
}

/** A printed row: the addresses it should fill and the pieces found for it, in order. */
export interface Segment {
	addresses: readonly string[];
	pieces: Piece[];
	/** Where the row's label stands. */
	at: Place;
	/** In a stream: index behind the row's last character. */
	end?: number;
}

/** A table cell as a piece: its border separates it from the one before. */
export function pieceOf(cell: GridCell): Piece {
	return { text: cell.text.trim(), at: cell.at, gap: 2 };
}

const figureChars = new Set('0123456789.,，/\\-－−–—+＋增减万亿元件项个次条人篇期份宗起');
const han = /[\u3400-\u9fff]/;

/**
 * The figures that follow a label: everything in `text[from, to)` up to the first character that belongs to no figure.
 * An ordinal that is glued to the last figure (「00000002.其他…」) is left to the label behind it.
 */
export function piecesBetween(stream: Stream, from: number, to: number): Piece[] {
	const stop = endOfFigures(stream, from, to);
	const pieces: Piece[] = [];
	for (let i = from; i < stop; i++) {
		const gap = stream.gaps[i] ?? 0;
		pushBlanks(stream, pieces, i, from);
		const last = pieces.at(-1);
		if (last && gap === 0 && last.text !== '') last.text += stream.text.charAt(i);
		else pieces.push({ text: stream.text.charAt(i), at: stream.at(i), gap: pieces.length === 0 ? 2 : gap });
	}
	pushBlanks(stream, pieces, stop, from);
	return pieces;
}

/** Index behind the last figure that `piecesBetween` takes. */
export function endOfPieces(stream: Stream, from: number, to: number): number {
	return endOfFigures(stream, from, to);
}

function pushBlanks(stream: Stream, pieces: Piece[], index: number, from: number): void {
	if (index < from) return;
	for (const at of stream.blankCells.get(index) ?? []) pieces.push({ text: '', at, gap: 2 });
}

function endOfFigures(stream: Stream, from: number, to: number): number {
	const { text } = stream;
	let i = from;
	while (i < to) {
		const ch = text.charAt(i);
		if (figureChars.has(ch) || isLoneZeroWord(stream, i)) {
			i++;
			continue;
		}
		const remark = /^[（(][^（）()]{2,20}[）)]/.exec(text.slice(i, i + 24))?.[0];
		if (remark && /\d/.test(remark) && /\d/.test(text.charAt(i - 1))) i += remark.length;
		else break;
	}
	return i < to || i < text.length ? dropOrdinal(stream, from, i) : i;
}

/** 「无」 counts as a zero mark only where it stands alone, not as the start of 「无法提供」. */
function isLoneZeroWord(stream: Stream, i: number): boolean {
	if (stream.text.charAt(i) !== '无') return false;
	return (stream.gaps[i + 1] ?? 2) !== 0 || !han.test(stream.text.charAt(i + 1));
}

function dropOrdinal(stream: Stream, from: number, stop: number): number {
	const { text } = stream;
	const next = text.charAt(stop);
	if (/[、)）]/.test(next) && /\d/.test(text.charAt(stop - 1)) && han.test(text.charAt(stop + 1))) {
		return Math.max(from, stop - 1);
	}
	if (han.test(next) && /[.．]/.test(text.charAt(stop - 1)) && /\d/.test(text.charAt(stop - 2))) {
		return Math.max(from, stop - 2);
	}
	return stop;
}
