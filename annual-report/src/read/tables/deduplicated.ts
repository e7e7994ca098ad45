import { type TableForm, unitOf } from '../../forms/index.ts';
import type { Cell } from '../../model/index.ts';
import type { TextBlock } from '../document.ts';
import { parseFigure } from '../figure.ts';
import type { Segment } from './segment.ts';
import type { Stream } from './stream.ts';

/** Fewer lines than this are no proof that repeated ones were taken out. */
const enoughLines = 40;

/**
 * Some texts lost every line that repeats an earlier one: of the tables only the first 「0」, the first 「总计」 and so on
 * are left. Nothing can be said of what is missing, except that the very first figure of the tables repeats nothing, so
 * it was not lost: it stands in the first cell of the first row. Everything else stays as it was.
 */
export function firstOfItsKind(
	form: TableForm,
	blocks: readonly TextBlock[],
	stream: Stream,
	segments: readonly Segment[],
): Map<string, Cell> {
	const found = new Map<string, Cell>();
	const first = segments[0];
	const piece = first?.pieces[0];
	const address = first?.addresses[0];
	if (!first || !piece || !address || first.pieces.length >= first.addresses.length) return found;
	if (!lostRepeats(blocks, stream)) return found;
	const { value, state } = parseFigure(piece.text, unitOf(address, form));
	if (state === 'number') found.set(address, { value, state, raw: piece.text, at: piece.at });
	return found;
}

function lostRepeats(blocks: readonly TextBlock[], stream: Stream): boolean {
	const lines = blocks.map((block) => block.text.trim()).filter((line) => line !== '');
	const occursOnce = (words: string) => stream.letters.split(words).length === 2;
	return (
		lines.length >= enoughLines &&
		new Set(lines).size === lines.length &&
		occursOnce('信息内容') &&
		occursOnce('结果维持')
	);
}
