import type { CivilDay } from '../../../../kernel/civil-day.ts';
import { findDates } from './dates.ts';
import type { Found, Hint } from './hint.ts';
import { findLaws } from './laws.ts';
import { findLeaderOrder, findWatched, type WatchWord } from './lists.ts';
import { findMarks } from './marks.ts';
import { findTerms } from './terms.ts';

export { HINT_KINDS, type Hint, type HintKind } from './hint.ts';

export interface ProofLists {
	readonly watchWords: readonly WatchWord[];
	readonly leaders: readonly string[];
}

export interface ProofInput {
	readonly formedOn: CivilDay | null;
	readonly signedOn?: CivilDay | null;
	readonly today: CivilDay;
	readonly lists: ProofLists;
}

const AROUND = 12;
/** More would hide the rest of the page. */
const MOST = 50;

/**
 * Reads a text as a proofreader would: wrong words, laws that are not, days that cannot be, marks without their half, and
 * what the county's own lists name. One paragraph a line. Works without any network.
 * @param formedOn day of the document, `null` while unknown; laws are judged by it, else by `today`
 * @param signedOn day its last line should name; `formedOn` when left out, `null` for none
 */
export function proofread(text: string, { formedOn, signedOn = formedOn, today, lists }: ProofInput): Hint[] {
	const found = [
		...findTerms(text),
		...findLaws(text, formedOn ?? today),
		...findDates(text, signedOn),
		...findMarks(text),
		...findWatched(text, lists.watchWords),
		...findLeaderOrder(text, lists.leaders),
	];
	return found
		.sort((a, b) => a.at - b.at)
		.slice(0, MOST)
		.map((one) => ({ kind: one.kind, message: one.message, around: around(text, one) }));
}

function around(text: string, { at, length }: Found): string {
	const from = Math.max(0, at - AROUND);
	const to = Math.min(text.length, at + length + AROUND);
	const piece = text.slice(from, to).replace(/\s+/g, ' ');
	return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
}
