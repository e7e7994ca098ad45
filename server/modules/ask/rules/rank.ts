import {
	ANSWER_MEASURES,
	type Asked,
	type Best,
	isElsewhere,
	lacksNeeded,
	measureAnswer,
	measurePassages,
	PASSAGE_MEASURES,
	type Paper,
	type Weighed,
	type WeighedHint,
	type WeighedTerm,
} from './measures.ts';
import type { Term } from './question.ts';
import { ANSWER_TABLE, NEAR, NEAR_TABLE, PASSAGE_TABLE, SURE } from './weights.ts';

const PASSAGE_WEIGHTS = PASSAGE_MEASURES.map((name) => PASSAGE_TABLE[name]);
const ofAnswer = (table: typeof ANSWER_TABLE) => [table.any, ...ANSWER_MEASURES.map((name) => table[name])];
const ANSWER_WEIGHTS = ofAnswer(ANSWER_TABLE);
const NEAR_WEIGHTS = ofAnswer(NEAR_TABLE);

/** What is asked about counts more than what is done with it, and how. */
const KIND = { thing: 1, deed: 0.6, other: 0.6 };
/** A single character is a piece of a word. */
const SINGLE = 0.5;
/** As many passages of one paper are shown. */
export const MOST_OF_PAPER = 3;

/** How rare something is: `found` of `all` have it. */
export function rarity(found: number, all: number): number {
	return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** What a term is worth, from how many of all passages have it. */
export function weigh(term: Term, found: number, all: number): WeighedTerm {
	const single = term.word.length === 1 && term.ways.length === 1 ? SINGLE : 1;
	return { ...term, found, weight: rarity(found, all) * single * KIND[term.kind] };
}

/** What each hint is worth, from how many of these texts say it; those that none says are none. */
export function weighHints(hints: readonly (readonly string[])[], texts: readonly string[]): WeighedHint[] {
	return hints.flatMap((ways) => {
		const found = texts.reduce((count, text) => count + (ways.some((way) => text.includes(way)) ? 1 : 0), 0);
		return found === 0 ? [] : [{ ways, weight: rarity(found, texts.length) }];
	});
}

const HAN_RUN = /\p{Script=Han}+/gu;

/** The characters, or with `size` 2 the pairs, of a question that stand in any of these texts, and how rare each is among them. */
export function pieceRarity(text: string, texts: readonly string[], size: 1 | 2): Map<string, number> {
	const pieces = new Set<string>();
	for (const run of text.match(HAN_RUN) ?? [])
		for (let at = 0; at + size <= run.length; at += 1) pieces.add(run.slice(at, at + size));
	const rarities = new Map<string, number>();
	for (const piece of pieces) {
		const found = texts.reduce((count, one) => count + (one.includes(piece) ? 1 : 0), 0);
		if (found > 0) rarities.set(piece, rarity(found, texts.length));
	}
	return rarities;
}

/** A passage with its place in the order. */
export interface Ranked<P extends Weighed> {
	passage: P;
	paper: Paper<P>;
	measures: readonly number[];
	score: number;
}

/** All passages by how well they answer, the best first. Pure. */
export function rank<P extends Weighed>(asked: Asked, papers: readonly Paper<P>[]): Ranked<P>[] {
	return papers
		.flatMap((paper) => {
			const measured = measurePassages(asked, paper);
			return paper.passages.map((passage, at): Ranked<P> => {
				const measures = measured[at] ?? [];
				return { passage, paper, measures, score: sumOf(measures, PASSAGE_WEIGHTS) };
			});
		})
		.sort((a, b) => b.score - a.score);
}

/** The best paper with what would be shown of it; null when there is none. */
export function bestOf<P extends Weighed>(ranked: readonly Ranked<P>[]): Best | null {
	const [first] = ranked;
	if (!first) return null;
	const own = ranked.filter(({ paper }) => paper === first.paper).slice(0, MOST_OF_PAPER);
	const { paper, measures } = first;
	return { paper, measures, shown: own.map(({ passage }) => passage), chance: chanceOf(ranked) };
}

/** The weights are learned as a choice among all candidates: of the passages' likelihoods, what falls to those that are looked at first. */
function chanceOf(ranked: readonly Ranked<Weighed>[]): number {
	const best = ranked[0]?.score ?? 0;
	const likely = ranked.map(({ score }) => Math.exp(score - best));
	const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
	return sum(likely.slice(0, MOST_OF_PAPER)) / sum(likely);
}

/** 0 … 1: how likely it is that the best paper answers, and that it has to do with the question at all. */
export interface Sureness {
	answers: number;
	near: number;
}

export function sureness(asked: Asked, best: Best): Sureness {
	if (asked.terms.length === 0) return { answers: 0, near: 0 };
	const measures = [1, ...measureAnswer(asked, best)];
	const likely = (weights: readonly number[]) => 1 / (1 + Math.exp(-sumOf(measures, weights)));
	const answers = lacksNeeded(asked, best.paper) ? 0 : likely(ANSWER_WEIGHTS);
	return { answers, near: isElsewhere(asked, best.paper) ? 0 : likely(NEAR_WEIGHTS) };
}

/** Whether the best paper is shown as an answer, as what comes nearest to one, or not at all. */
export function standingOf({ answers, near }: Sureness): 'answer' | 'near' | 'nothing' {
	if (answers >= SURE) return 'answer';
	return near >= NEAR ? 'near' : 'nothing';
}

function sumOf(measures: readonly number[], weights: readonly number[]): number {
	return measures.reduce((sum, measure, at) => sum + measure * (weights[at] ?? 0), 0);
}
