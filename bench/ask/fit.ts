import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC } from '../../server/kernel/actor.ts';
import {
	ANSWER_MEASURES,
	type Asked,
	bestOf,
	type Compared,
	candidatesOf,
	isElsewhere,
	lacksNeeded,
	measureAnswer,
	measurePassages,
	PASSAGE_MEASURES,
	type Paper,
	type Ranked,
} from '../../server/modules/ask/index.ts';
import { reader } from '../../server/platform/transaction.ts';
import { type AskCounty, openAskCounty } from './county.ts';
import { learnChoice, learnSureness, type Sample, sumOf } from './learn.ts';
import { flat, isHeldOut, type Question, readQuestions } from './questions.ts';

// Learns what each measure of 智能问答 counts, and writes `rules/weights.ts`: `node scripts/run.mjs bench/ask/fit.ts`. The held-out
// questions are not read. What is printed is measured on questions the weights of their fold were not learned with.

const WEIGHTS = join(import.meta.dirname, '../../server/modules/ask/rules/weights.ts');
const FOLDS = 5;
/**
 * Of the questions nothing answers so many get no answer, when as many ask what no paper is about as ask a fact that the paper of
 * the matter lacks; and of the former so many get nothing at all. To stay above 0.95 with questions nobody has asked yet takes more
 * than 0.95 here.
 */
const NOT_FOUND = 0.97;
const FAR_NOTHING = 0.9;
/** There are more questions with an answer, and more that have to do with a paper. */
const NONE_COUNTS = 2;
const FAR_COUNTS = 6;

/** A question with its candidates. */
interface Case {
	question: Question;
	fold: number;
	asked: Asked;
	papers: Paper<Compared>[];
	/** Key of the paper it is about: of the right one, or of the one with most of its words. */
	about: string;
	/** Of the passages of all papers in order. */
	candidates: number[][];
	right: number[];
}

/** A case weighed by weights it had no part in. */
interface Weighed {
	question: Question;
	fold: number;
	/** Null where there is no paper. */
	measures: number[] | null;
	/** What is asked for stands somewhere in the paper. */
	mayAnswer: boolean;
	/** Something of what is asked about is said there. */
	mayBeNear: boolean;
	/** The right passage is among the first three. */
	isRight: boolean;
	/** The best paper answers; it has to do with the question. */
	sure: number;
	near: number;
}

async function gather({ services, keys }: AskCounty): Promise<Case[]> {
	const { database, clock, listeners } = services;
	const read = reader({ sql: database.sql, clock, actor: PUBLIC, auditEvent: 'none', listeners });
	const cases: Case[] = [];
	for (const question of readQuestions().filter((one) => !isHeldOut(one))) {
		const { gold, text } = question;
		const { asked, papers } = await candidatesOf(read, text);
		const isRight = ({ passage: { source, body } }: Compared) =>
			gold !== null && keys.get(`${source.kind} ${source.id}`) === gold.key && flat(body).includes(gold.words);
		const passages = papers.flatMap((paper) => paper.passages);
		const keyOf = (one?: Compared) =>
			one ? (keys.get(`${one.passage.source.kind} ${one.passage.source.id}`) ?? '') : '';
		cases.push({
			...{ question, fold: 0, asked, papers, about: gold?.key ?? keyOf(papers[0]?.passages[0]) },
			candidates: papers.flatMap((paper) => measurePassages(asked, paper)),
			right: passages.flatMap((passage, at) => (isRight(passage) ? [at] : [])),
		});
	}
	return inFolds(cases);
}

/** All questions about one paper are in one fold: what is measured holds for papers nothing was learned of. */
function inFolds(cases: readonly Case[]): Case[] {
	const papers = [...new Set(cases.map(({ about }) => about))].sort();
	return cases.map((one) => ({ ...one, fold: papers.indexOf(one.about) % FOLDS }));
}

function weigh({ question, fold, asked, papers, candidates, right }: Case, weights: readonly number[]): Weighed {
	const passages = papers.flatMap((paper) => paper.passages.map((passage) => ({ passage, paper })));
	const ranked = passages
		.map((one, at) => ({ ...one, at, measures: candidates[at] ?? [], score: sumOf(weights, candidates[at] ?? []) }))
		.sort((a, b) => b.score - a.score);
	const best = bestOf(ranked as Ranked<Compared>[]);
	const isRight = ranked.slice(0, 3).some(({ at }) => right.includes(at));
	const measures = best === null || asked.terms.length === 0 ? null : measureAnswer(asked, best);
	const mayAnswer = best !== null && !lacksNeeded(asked, best.paper);
	const mayBeNear = best !== null && !isElsewhere(asked, best.paper);
	return { question, fold, isRight, sure: 0, near: 0, measures, mayAnswer, mayBeNear };
}

const learnOrder = (cases: readonly Case[]) => learnChoice(cases.filter(({ right }) => right.length > 0));

function learnSure(weighed: readonly Weighed[]): number[] {
	const samples = weighed.flatMap(({ measures, mayAnswer, isRight, question }): Sample[] =>
		measures === null || !mayAnswer ? [] : [{ measures, isSo: isRight, counts: question.gold ? 1 : NONE_COUNTS }],
	);
	return learnSureness(samples);
}

/** Where the best paper is another than that of the answer, nobody knows whether it has to do with the question. */
function learnNear(weighed: readonly Weighed[]): number[] {
	const samples = weighed.flatMap(({ measures, mayBeNear, isRight, question: { gold, isFar } }): Sample[] =>
		measures === null || !mayBeNear || (gold && !isRight)
			? []
			: [{ measures: ofNearness(measures), isSo: !isFar, counts: isFar ? FAR_COUNTS : 1 }],
	);
	return learnSureness(samples);
}

/** What a paper does not tell of the very thing asked for makes it no farther from the question. */
const OF_ANSWERS: readonly string[] = ['situations the paper does not tell', 'other terms beside a value'];

function ofNearness(measures: readonly number[]): number[] {
	return measures.map((measure, at) => (OF_ANSWERS.includes(ANSWER_MEASURES[at] ?? '') ? 0 : measure));
}

/** Every case as it fares with weights learned from the other folds. */
function crossed(cases: readonly Case[]): Weighed[] {
	const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
	const weighed = folds.flatMap((fold) => {
		const order = learnOrder(cases.filter((one) => one.fold !== fold));
		return cases.filter((one) => one.fold === fold).map((one) => weigh(one, order));
	});
	return folds.flatMap((fold) => {
		const others = weighed.filter((one) => one.fold !== fold);
		const [sure, near] = [learnSure(others), learnNear(others)];
		const likely = (weights: readonly number[], { measures }: Weighed) =>
			measures ? logistic(sumOf(weights, [1, ...measures])) : 0;
		return weighed
			.filter((one) => one.fold === fold)
			.map((one) => ({
				...one,
				sure: one.mayAnswer ? likely(sure, one) : 0,
				near: one.mayBeNear ? likely(near, one) : 0,
			}));
	});
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** The least likelihood under which so many of these are, by weight. */
function levelOf(weighed: readonly { likely: number; counts: number }[], share: number): number {
	const sorted = [...weighed].sort((a, b) => a.likely - b.likely);
	const all = sorted.reduce((sum, { counts }) => sum + counts, 0);
	let under = 0;
	const last = sorted.find(({ counts }) => {
		under += counts;
		return under >= all * share;
	});
	return Math.ceil((last?.likely ?? 0) * 10_000 + 0.001) / 10_000;
}

interface Levels {
	sure: number;
	near: number;
}

function tell(weighed: readonly Weighed[], { sure, near }: Levels): void {
	for (const group of new Set(weighed.map(({ question }) => question.group))) {
		const own = weighed.filter((one) => one.question.group === group);
		const share = (some: Weighed[], is: (one: Weighed) => boolean) =>
			`${(some.filter(is).length / some.length).toFixed(3)} of ${some.length}`;
		const gold = own.filter(({ question }) => question.gold);
		const none = own.filter(({ question }) => !question.gold);
		const answered = (one: Weighed) => one.sure >= sure;
		const shown = (one: Weighed) => answered(one) || one.near >= near;
		console.log(
			[
				`${group}: right among the first three ${share(gold, ({ isRight }) => isRight)}`,
				`shown ${share(gold, (one) => one.isRight && shown(one))}, as an answer ${share(gold, (one) => one.isRight && answered(one))}`,
				`of what nothing answers: no answer ${share(none, (one) => !answered(one))}`,
				`far, nothing at all ${share(
					none.filter(({ question }) => question.isFar),
					(one) => !shown(one),
				)}`,
			].join('; '),
		);
	}
}

function tableOf(names: readonly string[], weights: readonly number[]): string {
	const key = (name: string) => (/^[a-z]+$/.test(name) ? name : `'${name}'`);
	return names.map((name, at) => `\t${key(name)}: ${Number((weights[at] ?? 0).toFixed(3))},`).join('\n');
}

function write(order: number[], answer: { sure: number[]; near: number[] }, levels: Levels): void {
	writeFileSync(
		WEIGHTS,
		`import type { ANSWER_MEASURES, PASSAGE_MEASURES } from './measures.ts';

// Written by \`bench/ask/fit.ts\`: learned from the questions of \`bench/ask\` that are not held out, none set by hand.

/** What each measure of a passage counts for its place in the order. */
export const PASSAGE_TABLE: Readonly<Record<(typeof PASSAGE_MEASURES)[number], number>> = {
${tableOf(PASSAGE_MEASURES, order)}
};

/** What each measure of the answer counts for whether it is one; \`any\` for any question at all. */
export const ANSWER_TABLE: Readonly<Record<(typeof ANSWER_MEASURES)[number] | 'any', number>> = {
${tableOf(['any', ...ANSWER_MEASURES], answer.sure)}
};

/** What each counts for whether the paper has to do with the question at all. */
export const NEAR_TABLE: typeof ANSWER_TABLE = {
${tableOf(['any', ...ANSWER_MEASURES], answer.near)}
};

/** So sure it is shown as an answer; by cross-validation ${NOT_FOUND} of the questions nothing answers get none. */
export const SURE = ${levels.sure};

/** So near it is shown as what comes nearest; ${FAR_NOTHING} of the questions that are far from any paper get nothing. */
export const NEAR = ${levels.near};
`,
	);
}

const county = await openAskCounty();
const cases = await gather(county).finally(() => county.close());
const weighed = crossed(cases);
const none = weighed.filter(({ question }) => !question.gold);
const far = none.filter(({ question }) => question.isFar);
const farWeight = (none.length - far.length) / far.length;
const levels = {
	sure: levelOf(
		none.map(({ sure, question }) => ({ likely: sure, counts: question.isFar ? farWeight : 1 })),
		NOT_FOUND,
	),
	near: levelOf(
		far.map(({ near }) => ({ likely: near, counts: 1 })),
		FAR_NOTHING,
	),
};
tell(weighed, levels);
console.log(`sure from ${levels.sure}, near from ${levels.near}`);
const order = learnOrder(cases);
write(order, { sure: learnSure(weighed), near: learnNear(weighed) }, levels);
