import type { EntryContent } from '../model.ts';

/** What of a document tells where it belongs. */
export interface MatchedText {
	title: string;
	summary: string;
	columnId: number;
}

/** What of an entry says what belongs to it. */
export interface Matcher {
	id: number;
	columnId: number | null;
	content: Pick<EntryContent, 'words'>;
}

/** A word in the title says more than one in the summary. */
const IN_TITLE = 3;
const IN_SUMMARY = 1;

/**
 * The entry a document belongs to, or null. One that names a column takes documents of that column only. Its words decide; an entry
 * without words takes what is in its column and belongs nowhere else. The more and the longer the words found, the better; equal
 * claims go to the earlier entry.
 */
export function matchEntry(document: MatchedText, entries: readonly Matcher[]): number | null {
	let best: { id: number; score: number } | null = null;
	for (const entry of entries) {
		const score = claimOf(document, entry);
		if (score > (best?.score ?? 0)) best = { id: entry.id, score };
	}
	return best?.id ?? null;
}

function claimOf({ title, summary, columnId }: MatchedText, entry: Matcher): number {
	if (entry.columnId !== null && entry.columnId !== columnId) return 0;
	const { words } = entry.content;
	// The column alone is the weakest claim there is.
	if (words.length === 0) return entry.columnId === null ? 0 : 0.5;
	const found = words.map((word) => {
		if (title.includes(word)) return IN_TITLE * word.length;
		return summary.includes(word) ? IN_SUMMARY * word.length : 0;
	});
	const score = found.reduce((sum, one) => sum + one, 0);
	return score === 0 ? 0 : score + (entry.columnId === null ? 0 : 1);
}
