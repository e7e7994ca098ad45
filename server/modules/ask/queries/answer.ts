import type { Reader } from '../../../platform/transaction.ts';
import { bestOf, MOST_OF_PAPER, type Ranked, rank, standingOf, sureness } from '../rules/rank.ts';
import { type Compared, candidatesOf, keyOfSource, type Quoted } from './candidates.ts';

export type { Quoted } from './candidates.ts';

/** As many passages are shown. */
const MOST_SHOWN = 5;
/** As many papers are named where none answers. */
const MOST_RELATED = 3;
/** A passage whose score is so much less than the best one's does not answer the same question. */
const WEAKER = 5;

export interface Answer {
	/** Empty when nothing answers. */
	passages: Quoted[];
	/** Where nothing answers: papers that may have to do with the question, the likeliest first; empty when all are far from it. */
	related: Quoted[];
	/** Words to mark in the passages. */
	marks: string[];
	/** 0 … 1: how likely it is that the best paper answers. */
	sure: number;
}

/** The passages that answer a question, the best first, what is no longer valid last; none rather than a wrong one. */
export async function answerOf(reader: Reader, typed: string): Promise<Answer> {
	const { asked, papers, marks } = await candidatesOf(reader, typed);
	const ranked = rank(asked, papers);
	const best = bestOf(ranked);
	const sure = best === null ? 0 : sureness(asked, best);
	const standing = standingOf(sure);
	return {
		passages: standing === 'answer' ? chosen(ranked) : [],
		related: standing === 'related' ? namedOf(ranked) : [],
		marks,
		sure,
	};
}

/** One passage of each of the first papers that are valid. */
function namedOf(ranked: readonly Ranked<Compared>[]): Quoted[] {
	const named = new Map<string, Quoted>();
	for (const { passage } of ranked) {
		const { passage: quoted } = passage;
		const key = keyOfSource(quoted);
		if (quoted.endedOn === null && !named.has(key)) named.set(key, quoted);
	}
	return [...named.values()].slice(0, MOST_RELATED);
}

function chosen(ranked: readonly Ranked<Compared>[]): Quoted[] {
	const least = (ranked[0]?.score ?? 0) - WEAKER;
	const near = ranked.filter(({ score }) => score >= least).map(({ passage }) => passage.passage);
	const ordered = near.sort((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null));
	const shown = new Map<string, number>();
	return ordered
		.filter((passage) => {
			const count = (shown.get(keyOfSource(passage)) ?? 0) + 1;
			shown.set(keyOfSource(passage), count);
			return count <= MOST_OF_PAPER;
		})
		.slice(0, MOST_SHOWN);
}
