import type { StatLine } from '../../forms/index.ts';
import { locateLabels } from './locate.ts';
import { endOfPieces, piecesBetween, type Segment } from './segment.ts';
import { type Stream, textEnd, textStart } from './stream.ts';
import type { Zone } from './zones.ts';

/**
 * The lines of the 2014 table: label, note, unit, figure. The note may hold digits (「计1条」) and the unit stands
 * between label and figure, so the figure is sought behind the unit.
 */
export function statSegments(stream: Stream, lines: readonly StatLine[], zone: Zone): Segment[] {
	const hits = locateLabels(stream.letters, lines, zone.start, zone.end);
	return hits.flatMap((hit, i) => {
		const line = lines[i];
		if (!hit || !line || line.header) return [];
		const next = hits.slice(i + 1).find((other) => other !== undefined);
		const from = textEnd(stream, hit);
		const to = next ? textStart(stream, next.start) : Math.min(textStart(stream, zone.end), from + 80);
		const start = behindUnit(stream, line.unit, skipNote(stream, from, to), to);
		return [
			{
				addresses: [`stat.${line.code}`],
				pieces: piecesBetween(stream, start, to).slice(0, 1),
				at: stream.at(from - 1),
				end: endOfPieces(stream, start, to),
			},
		];
	});
}

/** Steps over the bracketed note behind a label; an unclosed one ends where the cell ends. */
function skipNote(stream: Stream, from: number, to: number): number {
	if (!/[（(]/.test(stream.text.charAt(from))) return from;
	let depth = 0;
	for (let i = from; i < to; i++) {
		const ch = stream.text.charAt(i);
		if (/[（(]/.test(ch)) depth++;
		if (/[）)]/.test(ch) && --depth === 0) return i + 1;
		if (i > from && stream.gaps[i] === 2) return i;
	}
	return from;
}

function behindUnit(stream: Stream, unit: string, from: number, to: number): number {
	const at = stream.text.slice(from, to).indexOf(unit);
	return at < 0 ? from : from + at + unit.length;
}
