import { FACT_KINDS, type Fact, type FactKind } from './facts.ts';
import { type Matters, type NearMatter, officialIn } from './matters.ts';
import { lacksParticular, numberedUntold, saidBesideValue, situationsUntold } from './particulars.ts';
import type { Term } from './question.ts';

// What can be measured of a passage and of its paper before a question. Nothing is decided here: `weights.ts` says what each counts.

/** What is weighed of a passage. */
export interface Weighed {
	title: string;
	heading: string;
	body: string;
	/** No longer valid. */
	ended: boolean;
}

/** All passages of one source, and the whole of its text: it may speak of the matter elsewhere. */
export interface Paper<P extends Weighed = Weighed> {
	title: string;
	whole: string;
	passages: readonly P[];
}

/** A term with what finding it is worth. */
export interface WeighedTerm extends Term {
	/** As many passages of all have it, by any of its words. */
	found: number;
	weight: number;
}

/** How papers may call something that was asked about, with what finding it is worth. */
export interface WeighedHint {
	ways: readonly string[];
	weight: number;
}

/** What all passages are measured against. */
export interface Asked {
	text: string;
	facts: readonly Fact[];
	terms: readonly WeighedTerm[];
	hints: readonly WeighedHint[];
	/** Characters and pairs of them → how rare they are among the passages looked at. */
	letters: ReadonlyMap<string, number>;
	pairs: ReadonlyMap<string, number>;
	matters: readonly NearMatter[];
	bank: Matters;
}

/** Of a passage, in this order; shares are 0 … 1. */
export const PASSAGE_MEASURES = [
	'terms in the title',
	'terms in the paper',
	'terms in the best passage of the paper',
	'other terms in the passage',
	'pairs in the title',
	'other pairs in the passage',
	'letters in the passage',
	'other letters in the passage',
	'facts told',
	'facts told where they are named',
	'facts not told',
	'matter of the title',
	'matter of the text',
	'hints in the title',
	'hints in the passage',
	'year',
	'no longer valid, nothing asked of the past',
	'length',
] as const;

/** Of the answer as a whole, in this order. */
export const ANSWER_MEASURES = [
	'chance that the right passage is shown',
	'terms in the title and the passage',
	'matter of the title',
	'length of the question',
	'terms in the paper',
	'other terms in the best passage',
	'terms said',
	'share of things not said',
	'share of other terms not said',
	'share of terms no paper says',
	'facts the paper does not tell',
	'facts told',
	'likeliest matter of another paper',
	'other terms beside a value',
	'situations the paper does not tell',
] as const;

const YEAR = /20\d\d/;
/** Asks how it was. */
const PAST = /20\d\d|\d\d年[^后内以前]|当年|当时|那年|那时|那阵|前[几两三些]年|以前|从前|原来|过去|旧|去年|前年|早些年/;
const isSaid = ({ ways }: { ways: readonly string[] }, text: string) => ways.some((way) => text.includes(way));

function termShare(terms: readonly WeighedHint[], text: string): number {
	const all = terms.reduce((sum, { weight }) => sum + weight, 0);
	return all === 0 ? 0 : terms.reduce((sum, term) => sum + (isSaid(term, text) ? term.weight : 0), 0) / all;
}

/** The part of pieces of words that stand in a text but not in `but`, the rare ones counting more. */
function pieceShare(pieces: ReadonlyMap<string, number>, text: string, but = ''): number {
	let all = 0;
	let there = 0;
	for (const [piece, weight] of pieces) {
		if (but.includes(piece)) continue;
		all += weight;
		if (text.includes(piece)) there += weight;
	}
	return all === 0 ? 0 : there / all;
}

function factsTold(
	facts: readonly Fact[],
	{ heading, body }: Pick<Weighed, 'heading' | 'body'>,
): { told: number; named: number; untold: number } {
	let told = 0;
	let named = 0;
	let untold = 0;
	for (const fact of facts) {
		const { tells, heading: over, hard } = FACT_KINDS[fact];
		if (!tells.test(body)) untold += hard ? 1 : 0;
		else {
			told += hard ? 1 : 0.5;
			named += over.test(heading) || over.test(body) ? 1 : 0;
		}
	}
	return { told, named, untold };
}

/** How much a paper is of the matters a question may be about: in its title and in its text. */
function matterOf({ matters, bank }: Asked, { title, whole }: Paper): { title: number; text: number } {
	const sum = (of: (near: NearMatter) => number) => matters.reduce((all, near) => all + near.share * of(near), 0);
	return {
		title: sum(({ matter }) => bank.inTitle(matter, title)),
		text: sum(({ matter }) => officialIn(matter, whole)),
	};
}

/** `PASSAGE_MEASURES` of each passage of a paper. */
export function measurePassages(asked: Asked, paper: Paper): number[][] {
	const { terms, hints, facts, pairs, letters, text } = asked;
	const { title, whole, passages } = paper;
	const matter = matterOf(asked, paper);
	const inTitle = termShare(terms, title);
	const inWhole = termShare(terms, whole);
	const hintsInTitle = termShare(hints, title);
	const best = Math.max(...passages.map(({ body }) => termShare(terms, body)));
	const titlePairs = pieceShare(pairs, title);
	const others = terms.filter((term) => !isSaid(term, title));
	const [year] = YEAR.exec(text) ?? [];
	const asksOfPast = PAST.test(text);
	return passages.map((passage) => {
		const here = `${passage.heading}\n${passage.body}`;
		const { told, named, untold } = factsTold(facts, passage);
		return [
			...[inTitle, inWhole, best, termShare(others, here), titlePairs],
			...[pieceShare(pairs, here, title), pieceShare(letters, passage.body), pieceShare(letters, here, title)],
			...[told, named, untold, matter.title, matter.text, hintsInTitle, termShare(hints, here)],
			...[
				year && (title + passage.body).includes(year) ? 1 : 0,
				passage.ended && !asksOfPast ? 1 : 0,
				passage.body.length / 100,
			],
		];
	});
}

/** What is shown of the best paper. */
export interface Best {
	paper: Paper;
	/** The passages of it that would be shown, the best first. */
	shown: readonly Weighed[];
	/** 0 … 1: by the order alone, how likely it is that the right passage is among the first. */
	chance: number;
	/** Of the first passage. */
	measures: readonly number[];
}

/** Whose affair it is and how it is done matters less than what. */
const LIGHT = 0.25;
/** A matter that a paper is of. */
const IS_OF = 0.3;
/** What is made up for by all characters of a word where the word is not said. */
const PARTLY = 0.7;
/** A character that is in none of the passages looked at. */
const UNHEARD = 5;

/** `ANSWER_MEASURES` of the best paper. */
export function measureAnswer(asked: Asked, { paper, shown, chance, measures }: Best): number[] {
	const { terms, facts, letters, bank, matters, text } = asked;
	const here = [paper.title, ...shown.flatMap(({ heading, body }) => [heading, body])].join('\n');
	const [first] = shown;
	const firstHere = [paper.title, first?.heading, first?.body].join('\n');
	const [likeliest] = matters;
	const not = { things: 0, others: 0, nowhere: 0 };
	let all = 0;
	let inFirst = 0;
	const worth = ({ word, light }: WeighedTerm) => bank.rarity(word) * (light ? LIGHT : 1);
	for (const term of terms) {
		const rare = worth(term);
		all += rare;
		if (isSaid(term, firstHere)) inFirst += rare;
		if (isSaid(term, paper.whole)) continue;
		const missing = rare * (1 - PARTLY * lettersIn(term.word, here, letters));
		if (term.found === 0) not.nowhere += missing;
		else not[term.kind === 'thing' ? 'things' : 'others'] += missing;
	}
	const of = (name: (typeof PASSAGE_MEASURES)[number]) => measures[PASSAGE_MEASURES.indexOf(name)] ?? 0;
	// Nothing else to be said is all said.
	const others = terms.filter((term) => !isSaid(term, paper.title));
	const bodies = { heading: '', body: paper.passages.map(({ body }) => body).join('\n') };
	return [
		...[chance, inFirst / (all || 1)],
		...[likeliest ? bank.inTitle(likeliest.matter, paper.title) : 0, text.length / 10],
		...[of('terms in the paper'), others.length === 0 ? 1 : of('other terms in the passage')],
		...[all - not.things - not.others - not.nowhere],
		...[not.things, not.others, not.nowhere].map((part) => part / (all || 1)),
		...[factsTold(facts, bodies).untold, of('facts told')],
		strangeMatter(asked, paper),
		saidBesideValue(
			others,
			facts,
			shown.map(({ body }) => body),
			worth,
		),
		situationsUntold(text, paper),
	];
}

/** The part of a word's characters that stand in a text, the rare ones counting more; 0 … 1. */
function lettersIn(word: string, text: string, letters: ReadonlyMap<string, number>): number {
	let all = 0;
	let there = 0;
	for (const letter of word) {
		const weight = letters.get(letter) ?? UNHEARD;
		all += weight;
		if (text.includes(letter)) there += weight;
	}
	return word.length < 2 || all === 0 ? 0 : there / all;
}

/** How sure the likeliest matter is, when the paper is not of it; 0 when it is. */
function strangeMatter({ matters, bank }: Asked, { title, whole }: Paper): number {
	const [first] = matters;
	if (!first) return 0;
	const fit = Math.max(bank.inTitle(first.matter, title), officialIn(first.matter, whole));
	return first.sure * (1 - Math.min(1, fit / IS_OF));
}

/**
 * What is asked for stands nowhere in the paper, a telephone, an address or something narrower, or it is of another number: it answers no
 * such question.
 */
export function lacksNeeded({ facts, text }: Pick<Asked, 'facts' | 'text'>, paper: Paper): boolean {
	const lacksFact = facts.some((fact) => {
		const { needed, tells }: FactKind = FACT_KINDS[fact];
		return needed === true && !tells.test(paper.whole);
	});
	return lacksFact || lacksParticular(text, paper) || numberedUntold(text, paper) > 0;
}

/** A word so much commoner than the rarest that papers have is not what a question is about. */
const COMMON = 0.5;

/**
 * Nothing of what is asked about is said in the paper, nor is it called as hints have it: it may share a common word with the question
 * («申请»), and has nothing to do with it.
 */
export function isElsewhere({ terms, hints }: Pick<Asked, 'terms' | 'hints'>, { whole }: Paper): boolean {
	const things = terms.filter(({ kind, light, found }) => kind === 'thing' && !light && found > 0);
	const rarest = Math.max(...things.map(({ weight }) => weight));
	const matter = things.filter(({ weight }) => weight >= rarest * COMMON);
	return ![...matter, ...hints].some((one) => isSaid(one, whole));
}
