import { FACT_KINDS, type Fact } from './facts.ts';
import type { Term } from './question.ts';

/** What is weighed of a passage. */
export interface Weighed {
	title: string;
	heading: string;
	body: string;
	/** The whole of its source, title and all: it may speak of the matter elsewhere. */
	whole: string;
}

/** A term with what finding it is worth. */
export interface WeighedTerm extends Term {
	/** As many passages of all have it, by any of its words. */
	found: number;
	weight: number;
}

/** What all passages of one question are weighed with. */
export interface Scale {
	facts: readonly Fact[];
	terms: readonly WeighedTerm[];
	/** Characters → how rare they are. */
	letters: ReadonlyMap<string, number>;
}

export interface Score {
	/** 0 … 1: how much of the question the passage and what stands over it speak of; `ENOUGH` answers. */
	coverage: number;
	/** To order by. */
	rank: number;
}

// Measured by `npm run bench -- ask`, on the half of its questions that is for that.

/** From this share on a passage answers. */
export const ENOUGH = 0.7;
/** Where a word stands decides how much it counts. */
const IN = { body: 1, heading: 0.97, title: 0.9, whole: 0.8 };
/** A word that means the same counts a little less than the word itself. */
const ALIKE = 0.97;
/** What is asked about counts more than what is done with it, and how. */
const KIND = { thing: 1, deed: 0.65, other: 0.35 };
/** What no paper of the county has in any of its words is a turn of speech, unless it is a thing; a single character mostly. */
const UNHEARD = { thing: 1, deed: 0.8, other: 0.7, single: 0.3 };
/** A single character is a piece of a word. */
const SINGLE = 0.5;
/** A passage that has the characters of a word, and not the word. */
const LETTERS = 0.55;
/** Left of the coverage when the fact that was asked for is not told. */
const NOT_TOLD = 0.5;
/** Left of the coverage when a part of the question the county does write about is not spoken of in the whole paper. */
const MISSING = { share: 0.27, left: 0.92 };
const BONUS = { hard: 0.15, soft: 0.15, body: 0.03, title: 0.14 };
/** For each character: of two that say the same the shorter is read first. */
const LENGTH = 0.00008;
const MOST_RARE = 6;

/** How rare something is: `found` of `all` have it. */
export function rarity(found: number, all: number): number {
	return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** What a term is worth, from how many of all passages have it. */
export function weigh(term: Term, found: number, all: number): WeighedTerm {
	const single = term.word.length === 1 && term.ways.length === 1 ? SINGLE : 1;
	const heard = found > 0 ? 1 : UNHEARD[term.word.length === 1 ? 'single' : term.kind];
	return { ...term, found, weight: rarity(found, all) * single * KIND[term.kind] * heard };
}

/** How rare each character is among these texts. */
export function letterRarity(texts: readonly string[]): Map<string, number> {
	const seen = new Map<string, number>();
	for (const text of texts) for (const letter of new Set(text)) seen.set(letter, (seen.get(letter) ?? 0) + 1);
	return new Map([...seen].map(([letter, count]) => [letter, rarity(count, texts.length)]));
}

/** How well a passage answers a question. Pure. */
export function scoreOf({ facts, terms, letters }: Scale, passage: Weighed): Score {
	const total = terms.reduce((sum, { weight }) => sum + weight, 0);
	if (total === 0) return { coverage: 0, rank: 0 };
	let covered = 0;
	let here = 0;
	let above = 0;
	let missing = 0;
	for (const term of terms) {
		const { best, near, over } = hit(term, passage, letters);
		above += term.weight * over;
		covered += term.weight * best;
		here += term.weight * near;
		if (term.found > 0 && best < 0.5) missing += term.weight;
	}
	let coverage = (covered / total) * (missing / total >= MISSING.share ? MISSING.left : 1);
	let bonus = (BONUS.body * here + BONUS.title * above) / total;
	for (const fact of facts) {
		const { hard } = FACT_KINDS[fact];
		const part = told(fact, passage);
		bonus += part * (hard ? BONUS.hard : BONUS.soft);
		if (hard && part === 0) coverage *= NOT_TOLD;
	}
	return { coverage, rank: coverage + bonus - LENGTH * passage.body.length };
}

/** Whether the passage tells such a fact: 1, or a part where nothing says that it is meant. */
function told(fact: Fact, { heading, body }: Weighed): number {
	const { tells, heading: over } = FACT_KINDS[fact];
	if (!tells.test(body)) return 0;
	return over.test(heading) || over.test(body) ? 1 : 0.85;
}

/** How much of a term stands in a passage or over it (`best`), in it or its heading (`near`), in the title (`over`); 0 … 1. */
function hit(
	{ ways, word }: Term,
	{ body, heading, title, whole }: Weighed,
	letters: ReadonlyMap<string, number>,
): { best: number; near: number; over: number } {
	const exact = (text: string) => (text.includes(word) ? 1 : ways.some((way) => text.includes(way)) ? ALIKE : 0);
	const here = Math.max(exact(body), IN.heading * exact(heading));
	const over = exact(title);
	if (here === 1) return { best: 1, near: 1, over };
	const near = Math.max(here, loose(word, body), IN.heading * loose(word, heading));
	const best = Math.max(
		near,
		IN.title * over,
		LETTERS * shared(word, body + heading, letters),
		IN.whole * Math.max(exact(whole), loose(word, whole)),
	);
	return { best, near, over };
}

/** A name with a number is that name or another. */
const NUMBERED = /第|[0-9]/;

/** The part of a word's characters that stand in a text, the rare ones counting more. */
function shared(word: string, text: string, letters: ReadonlyMap<string, number>): number {
	if (word.length < 2 || NUMBERED.test(word)) return 0;
	let all = 0;
	let found = 0;
	for (const letter of word) {
		const weight = letters.get(letter) ?? MOST_RARE;
		all += weight;
		if (text.includes(letter)) found += weight;
	}
	return found / all;
}

const BREAK = /[，。；！？\n]/;

/** A word that papers write at length, 「住房补贴」 as 「住房租赁补贴」: its characters in their order, close together. */
function loose(word: string, text: string): number {
	const letters = [...word];
	const [first = ''] = letters;
	if (letters.length < 2) return 0;
	for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
		const end = spanOf(letters, text, at);
		if (end !== null && !BREAK.test(text.slice(at, end))) return letters.length > 2 ? 0.8 : 0.6;
	}
	return 0;
}

/** Where characters in this order end in a text when they begin at `at`; null when they do not stand within twice their number. */
function spanOf(letters: readonly string[], text: string, at: number): number | null {
	let from = at;
	for (const letter of letters) {
		const next = text.indexOf(letter, from);
		if (next < 0 || next >= at + letters.length * 2) return null;
		from = next + 1;
	}
	return from;
}
