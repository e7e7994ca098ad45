import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC } from '../../server/kernel/actor.ts';
import {
	ANSWER_MEASURES,
	type Asked,
	bestOf,
	type Compared,
	candidatesOf,
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
/** Of the questions nothing answers so many get nothing: of all, and of those that are far from any paper. */
const NOT_FOUND = 0.95;
const FAR_NOTHING = 0.9;
/** There are four times as many questions with an answer. */
const NONE_COUNTS = 3;

/** A question with its candidates. */
interface Case {
	question: Question;
	fold: number;
	asked: Asked;
	papers: Paper<Compared>[];
	/** Of the passages of all papers in order. */
	candidates: number[][];
	right: number[];
}

/** A case weighed by weights it had no part in. */
interface Weighed {
	question: Question;
	fold: number;
	/** Null where no paper can answer. */
	measures: number[] | null;
	/** The right passage is among the first three. */
	isRight: boolean;
	sure: number;
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
		cases.push({
			...{ question, fold: cases.length % FOLDS, asked, papers },
			candidates: papers.flatMap((paper) => measurePassages(asked, paper)),
			right: passages.flatMap((passage, at) => (isRight(passage) ? [at] : [])),
		});
	}
	return cases;
}

function weigh({ question, fold, asked, papers, candidates, right }: Case, weights: readonly number[]): Weighed {
	const passages = papers.flatMap((paper) => paper.passages.map((passage) => ({ passage, paper })));
	const ranked = passages
		.map((one, at) => ({ ...one, at, measures: candidates[at] ?? [], score: sumOf(weights, candidates[at] ?? []) }))
		.sort((a, b) => b.score - a.score);
	const best = bestOf(ranked as Ranked<Compared>[]);
	const isRight = ranked.slice(0, 3).some(({ at }) => right.includes(at));
	const mayAnswer = best !== null && asked.terms.length > 0 && !lacksNeeded(asked, best.paper);
	return { question, fold, isRight, sure: 0, measures: mayAnswer ? measureAnswer(asked, best) : null };
}

const learnOrder = (cases: readonly Case[]) => learnChoice(cases.filter(({ right }) => right.length > 0));

function learnSure(weighed: readonly Weighed[]): number[] {
	const samples = weighed.flatMap(({ measures, isRight, question }): Sample[] =>
		measures === null ? [] : [{ measures, isSo: isRight, counts: question.gold ? 1 : NONE_COUNTS }],
	);
	return learnSureness(samples);
}

/** Every case as it fares with weights learned from the other folds. */
function crossed(cases: readonly Case[]): Weighed[] {
	const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
	const weighed = folds.flatMap((fold) => {
		const order = learnOrder(cases.filter((one) => one.fold !== fold));
		return cases.filter((one) => one.fold === fold).map((one) => weigh(one, order));
	});
	return folds.flatMap((fold) => {
		const weights = learnSure(weighed.filter((one) => one.fold !== fold));
		return weighed
			.filter((one) => one.fold === fold)
			.map((one) => ({ ...one, sure: one.measures ? logistic(sumOf(weights, [1, ...one.measures])) : 0 }));
	});
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** The least sureness under which so many of these are. */
function levelOf(weighed: readonly Weighed[], share: number): number {
	const sorted = weighed.map(({ sure }) => sure).sort((a, b) => a - b);
	return Math.ceil((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 1000 + 0.001) / 1000;
}

function tell(weighed: readonly Weighed[], level: number): void {
	for (const group of new Set(weighed.map(({ question }) => question.group))) {
		const own = weighed.filter(({ question }) => question.group === group);
		const gold = own.filter(({ question }) => question.gold);
		const none = own.filter(({ question }) => !question.gold);
		const share = (some: Weighed[], all: Weighed[]) => (some.length / all.length).toFixed(3);
		const shown = (one: Weighed) => one.sure >= level;
		console.log(
			`${group}: among the first three ${share(
				gold.filter(({ isRight }) => isRight),
				gold,
			)}, and shown ${share(
				gold.filter((one) => one.isRight && shown(one)),
				gold,
			)}; nothing shown where nothing answers ${share(
				none.filter((one) => !shown(one)),
				none,
			)}`,
		);
	}
}

function tableOf(names: readonly string[], weights: readonly number[]): string {
	const key = (name: string) => (/^[a-z]+$/.test(name) ? name : `'${name}'`);
	return names.map((name, at) => `\t${key(name)}: ${Number((weights[at] ?? 0).toFixed(3))},`).join('\n');
}

function write(order: readonly number[], sure: readonly number[], levels: { sure: number; related: number }): void {
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
${tableOf(['any', ...ANSWER_MEASURES], sure)}
};

/** So sure an answer is shown; by cross-validation ${NOT_FOUND} of the questions nothing answers get nothing. */
export const SURE = ${levels.sure};

/** So sure it is named as what may have to do with it; ${FAR_NOTHING} of the questions that are far from any paper get nothing. */
export const RELATED = ${levels.related};
`,
	);
}

const county = await openAskCounty();
const cases = await gather(county).finally(() => county.close());
const weighed = crossed(cases);
const none = weighed.filter(({ question }) => !question.gold);
// The tables of words were made with the short ones: what holds for these alone holds for nobody's.
const unseen = none.filter(({ question }) => question.group !== 'short');
const levels = {
	sure: Math.max(levelOf(none, NOT_FOUND), levelOf(unseen, NOT_FOUND)),
	related: levelOf(
		none.filter(({ question }) => question.isFar),
		FAR_NOTHING,
	),
};
tell(weighed, levels.sure);
console.log(`sure from ${levels.sure}, related from ${levels.related}`);
const order = learnOrder(cases);
write(order, learnSure(weighed), levels);
