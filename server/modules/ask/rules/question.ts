import { FACT_KINDS, type Fact, factsAsked } from './facts.ts';
import { EMPTY_WORDS, PERSONS, takeWords, type Words } from './words.ts';

/** A word of the matter, with all other words for it. */
export interface Term {
	/** As asked. */
	word: string;
	/** The word first, then what means the same. */
	ways: readonly string[];
	/** A thing says more of what is asked than what is done with it, and that more than how. */
	kind: 'thing' | 'deed' | 'other';
	/** Says who it is for, or is one character of how it is done: little is missing where it is not said. */
	light: boolean;
}

/** The dictionary, as far as a question needs it. */
export interface Dictionary {
	/** The words of a text in order, without grammar. */
	cut(text: string): string[];
	/** Each word's tag: n… a noun, v… a verb. */
	kinds(text: string): ReadonlyMap<string, string>;
	/** What people say beside what papers say: as good as the same, and what they may mean by it. */
	alike: Words;
	hints: Words;
}

/** A question taken apart: what it is about, and what kind of fact it wants. */
export interface AskedQuestion {
	/** As read: half width, lower case, without numbers that are somebody's own. */
	text: string;
	terms: Term[];
	facts: Fact[];
	/** For each word by which people may mean something that papers call otherwise: how papers call it. */
	hints: (readonly string[])[];
}

/** Longer questions are cut; characters. */
export const LONGEST_QUESTION = 200;
/** As many words are asked for; the rest of a long story adds nothing. */
const MOST_TERMS = 12;

/** The same question however it is punctuated: what counts as asked twice. */
export function keyOf(question: string): string {
	return question
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
		.slice(0, LONGEST_QUESTION);
}

/** Reads a question. */
export function readQuestion(typed: string, { cut, kinds, alike, hints }: Dictionary): AskedQuestion {
	const text = typed.normalize('NFKC').toLowerCase().slice(0, LONGEST_QUESTION).replace(OWN_NUMBER, ' ');
	const facts = factsAsked(text);
	const known = takeWords(text, alike);
	let rest = known.rest;
	for (const fact of facts) rest = rest.replace(new RegExp(FACT_KINDS[fact].asks, 'g'), ' ');
	const words = rest.split(/\s+/).flatMap((part) => cut(part));
	const tags = kinds(text);
	const own = together(words)
		.filter(isMatter)
		.map((word) => termOf(word, kindOf(word, tags.get(word)), alike));
	const knownTerms = known.words.filter((word) => !asksOnly(word, facts)).map((word) => termOf(word, 'thing', alike));
	const terms = [...knownTerms, ...own];
	const unique = terms.filter((term, at) => terms.findIndex(({ ways }) => ways.includes(term.word)) === at);
	const meant = [...new Set(takeWords(text, hints).words)].flatMap((word) => [hints.of.get(word) ?? []]);
	return { text, terms: unique.slice(0, MOST_TERMS), facts, hints: meant };
}

/** 「条件」 in 「要什么条件」 is what kind of fact is wanted, and no matter: a passage over conditions need not say the word. */
function asksOnly(word: string, facts: readonly Fact[]): boolean {
	return facts.some((fact) => (FACT_KINDS[fact].words as readonly string[]).includes(word));
}

/** Somebody's telephone, card or identity number is no matter of the county's papers. */
const OWN_NUMBER = /\d[\d-]{6,}x?/g;

function termOf(word: string, kind: Term['kind'], alike: Words): Term {
	const ways = alike.of.get(word) ?? [word];
	return { word, ways, kind, light: PERSONS.has(word) || (word.length === 1 && kind !== 'thing') };
}

/** Names and words no dictionary has are things. */
const THING = /^(?:n|eng|j|i|l|vn|x)/;

function kindOf(word: string, tag = word.length === 1 ? 'v' : 'n'): Term['kind'] {
	if (THING.test(tag)) return 'thing';
	return tag.startsWith('v') ? 'deed' : 'other';
}

const COUNTED =
	/^大?[一二三四五六七八九十百千万几两半数0-9.]+多?(?:亩|家|处|层|度|方|平|米|年|岁|口|户|个|只|台|天|月|周|次|种|位|名|元|块|角|毛|人|里|本|份|套|张|条|棵|头|件|间|栋|辆|趟|回|斤|项|样|半)?$/;
const ORDINAL = /^第[一二三四五六七八九十0-9]+$/;

/** 「第三」 with 「小学」 is one name. */
function together(words: readonly string[]): string[] {
	return words.flatMap((word, at) => {
		if (ORDINAL.test(words[at - 1] ?? '')) return [];
		return ORDINAL.test(word) ? [word + (words[at + 1] ?? '')] : [word];
	});
}

function isMatter(word: string): boolean {
	return !(EMPTY_WORDS.has(word) || COUNTED.test(word));
}
