import type { Reader } from '../../../platform/transaction.ts';
import { bestOf, MOST_OF_PAPER, type Ranked, rank, type Sureness, standingOf, sureness } from '../rules/rank.ts';
import { type Compared, candidatesOf, keyOfSource, type Quoted } from './candidates.ts';

export type { Quoted } from './candidates.ts';

/** As many passages are shown. */
const MOST_SHOWN = 5;
/** As many are shown where none is held to answer. */
const MOST_NEAREST = 3;
/** A passage whose score is so much less than the best one's does not answer the same question. */
const WEAKER = 5;

export interface Answer {
	/** Empty when nothing answers. */
	passages: Quoted[];
	/** Where none is held to answer: those that come nearest, in the same order; empty when all are far from the question. */
	nearest: Quoted[];
	/** Words to mark in the passages. */
	marks: string[];
	sure: Sureness;
}

/** The passages that answer a question, the best first, what is no longer valid last; none rather than a wrong one. */
export async function answerOf(reader: Reader, typed: string): Promise<Answer> {
	const { asked, papers, marks } = await candidatesOf(reader, typed);
	const ranked = rank(asked, papers);
	const best = bestOf(ranked);
	const sure = best === null ? { answers: 0, near: 0 } : sureness(asked, best);
	const standing = standingOf(sure);
	return {
		passages: standing === 'answer' ? chosen(ranked, MOST_SHOWN) : [],
		nearest: standing === 'near' ? chosen(ranked, MOST_NEAREST) : [],
		marks,
		sure,
	};
}

/** The likeliest passages, few of one paper and none twice; of these, what is valid first. */
function chosen(ranked: readonly Ranked<Compared>[], most: number): Quoted[] {
	const least = (ranked[0]?.score ?? 0) - WEAKER;
	const near = ranked.filter(({ score }) => score >= least).map(({ passage }) => passage.passage);
	const shown = new Map<string, number>();
	const texts = new Set<string>();
	const likeliest = near.filter((passage) => {
		// Offices publish the same text: once is enough.
		const isKnown = texts.has(passage.body);
		texts.add(passage.body);
		if (isKnown) return false;
		const count = (shown.get(keyOfSource(passage)) ?? 0) + 1;
		shown.set(keyOfSource(passage), count);
		return count <= MOST_OF_PAPER;
	});
	return likeliest.slice(0, most).sort((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null));
}
