import { statLines, type TableForm, type TableKey, table2Blocks, table3Rows } from '../../forms/index.ts';
import { lettersOf } from '../normalise.ts';
import { spellingsOf } from './locate.ts';
import type { Stream } from './stream.ts';

/** A stretch of letters `[start, end)` of a stream that holds a table. */
export interface Zone {
	table: TableKey;
	start: number;
	end: number;
}

/** Letters behind the last label of a table that may still be read for its figures' neighbours. */
const tail = 12;

const found = new WeakMap<Stream, Partial<Record<TableForm, Zone[]>>>();

/** Finds the stretches of text that hold the tables of a form, in reading order: once for a stream and a form. */
export function findZones(stream: Stream, form: TableForm): readonly Zone[] {
	const known = found.get(stream) ?? {};
	known[form] ??= seekZones(stream, form);
	found.set(stream, known);
	return known[form];
}

function seekZones({ letters }: Stream, form: TableForm): Zone[] {
	if (form === '2014') return statZone(letters);
	const t3 = table3Zone(letters, form);
	const t2 = table2Zone(letters, form, t3?.start ?? letters.length);
	const t4 = table4Zone(letters, t3?.end ?? t2?.end ?? 0);
	return [t2, t3, t4].filter((zone) => zone !== undefined);
}

/** Table 3 begins where its first two row labels follow each other; prose names them apart. */
function table3Zone(letters: string, form: TableForm): Zone | undefined {
	const rows = table3Rows(form);
	const first = indexOfPair(letters, spellings(rows[0]), spellings(rows[1]), 60);
	if (first === undefined) return undefined;
	const closing = spellings(rows.at(-1));
	const length = rows.reduce((sum, row) => sum + lettersOf(row.label).length, 0);
	const limit = first + length + 600;
	const last = closing.map((s) => letters.indexOf(s, first)).find((at) => at >= 0 && at < limit);
	const end = last === undefined ? limit : last + (closing[0]?.length ?? 0) + tail;
	return { table: 't3', start: first, end: Math.min(end, letters.length) };
}

/** Table 2 begins at its first band, or at its first row, and ends at the section that follows. */
function table2Zone(letters: string, form: TableForm, before: number): Zone | undefined {
	const blocks = table2Blocks(form);
	const heads = (blocks[0]?.columns ?? []).flatMap(spellingsOf);
	const band = lettersOf(blocks[0]?.article ?? '');
	for (let at = letters.indexOf(band); at >= 0 && at < before; at = letters.indexOf(band, at + 1)) {
		const near = letters.slice(at, at + 80);
		if (near.includes('信息内容') || heads.some((head) => near.includes(head)))
			return { table: 't2', start: at, end: before };
	}
	const head = Math.min(...heads.map((h) => letters.indexOf(h)).filter((at) => at >= 0));
	return Number.isFinite(head) && head < before ? { table: 't2', start: head, end: before } : undefined;
}

/** Table 4 begins where its column heads follow each other. */
function table4Zone(letters: string, after: number): Zone | undefined {
	const at = indexOfPair(letters, ['结果维持', '维持'], ['结果纠正', '纠正'], 8, after);
	if (at === undefined) return undefined;
	const lead = /(?:行政复议|行政诉讼|未经复议直接起诉|复议后起诉)*$/.exec(letters.slice(Math.max(0, at - 40), at));
	return { table: 't4', start: at - (lead?.[0].length ?? 0), end: Math.min(at + 400, letters.length) };
}

/** The 2014 table begins at its first line whose neighbours are lines of the table too. */
function statZone(letters: string): Zone[] {
	const first = statLines.find((line) => line.code === '1.1');
	const second = statLines.find((line) => line.code === '1.1.1');
	const at = indexOfPair(letters, spellings(first), spellings(second), 60);
	if (at === undefined) return [];
	const lead = letters.slice(Math.max(0, at - 20), at).lastIndexOf('主动公开情况');
	return [{ table: 'stat', start: lead < 0 ? at : Math.max(0, at - 20) + lead, end: letters.length }];
}

function spellings(label: Parameters<typeof spellingsOf>[0] | undefined): string[] {
	return label ? spellingsOf(label) : [];
}

/** Where one of `firsts` stands with one of `seconds` starting at most `distance` letters behind it. */
function indexOfPair(
	letters: string,
	firsts: readonly string[],
	seconds: readonly string[],
	distance: number,
	after = 0,
): number | undefined {
	for (const first of firsts) {
		for (let at = letters.indexOf(first, after); at >= 0; at = letters.indexOf(first, at + 1)) {
			const behind = letters.slice(at + first.length, at + first.length + distance + 40);
			if (seconds.some((second) => behind.includes(second))) return at;
		}
	}
	return undefined;
}
