import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';
import { DOMAIN_TERMS } from './terms.ts';

/** A word of a text with its place: words that stand side by side have neighbouring places. */
export interface Word {
	text: string;
	place: number;
	/** Smaller words inside it, at the same place. */
	inner: readonly string[];
	/** With the word before it, where one of the two is a single character: a piece of a name the dictionary does not know. */
	pair: string | null;
}

const WORD = /[\p{L}\p{N}]/u;
/** One Chinese character alone. */
export const HAN = /^\p{Script=Han}$/u;
/** Longer runs are no words: encoded data, pasted addresses. */
const LONGEST = 60;
/** A single character joined to a longer word than this says nothing the word does not. */
const LONGEST_PAIR = 6;
/** Grammar that stands in every text. */
const STOP = new Set(
	'的 了 和 是 在 与 及 或 对 等 为 以 于 将 并 从 由 向 就 也 而 之 其 这 那 有 个 把 被 a an the of to and'.split(
		' ',
	),
);
/** Kinds of words that say what a text is about: names of things and of doings. */
const NOUNS = ['n', 'vn', 'nz', 'l', 'j'];
/** As many long words are remembered with their parts; some 5 MB. */
const MOST_PARTS = 20_000;
const NONE: readonly string[] = [];
/** Frequency that makes an own word win over any cut of the general dictionary. */
const OWN_FREQUENCY = 200_000;

/**
 * Cuts Chinese text into words by dictionary alone. The statistical guessing of unknown words is off: it cuts the same name
 * differently in different sentences, and then a question does not find its text.
 */
export class Segmenter {
	readonly #jieba: Jieba;
	/** How rare each word is in general; read when first asked for. */
	#rarity: TfIdf | null = null;
	readonly #own = new Set<string>();
	/** Texts of offices say the same long words over and over; cutting each again was a third of indexing. */
	readonly #parts = new Map<string, readonly string[]>();

	constructor(words: readonly string[] = []) {
		this.#jieba = Jieba.withDict(dict);
		this.learn([...DOMAIN_TERMS, ...words]);
	}

	/** Adds words, such as names of offices. What was indexed before they were known has to be indexed again. */
	learn(words: readonly string[]): void {
		const fresh = words.map((word) => normalize(word).trim()).filter((word) => usable(word) && !this.#own.has(word));
		if (fresh.length === 0) return;
		for (const word of fresh) this.#own.add(word);
		this.#parts.clear();
		this.#jieba.loadDict(Buffer.from(fresh.map((word) => `${word} ${OWN_FREQUENCY} n\n`).join('')));
	}

	/** The words of a text in order; grammar and punctuation are left out and keep their places. */
	cut(text: string): Word[] {
		const words: Word[] = [];
		let place = 0;
		let before: Word | undefined;
		let wasAlone = false;
		for (const token of this.#jieba.cut(normalize(text), false)) {
			place += 1;
			if (token.length > LONGEST || !WORD.test(token) || STOP.has(token)) continue;
			// One beyond the first 65,536 has two code units.
			const isAlone = token.length < 3 && HAN.test(token);
			const near: Word | undefined = before?.place === place - 1 && (isAlone || wasAlone) ? before : undefined;
			before = {
				text: token,
				place,
				inner: token.length > 2 ? this.#inner(token) : NONE,
				pair: near && near.text.length + token.length <= LONGEST_PAIR ? near.text + token : null,
			};
			wasAlone = isAlone;
			words.push(before);
		}
		return words;
	}

	/** What a text is about: its nouns that stand out against general language, the weightiest first. */
	keywords(text: string, most: number): string[] {
		this.#rarity ??= TfIdf.withDict(idf);
		return this.#rarity.extractKeywords(this.#jieba, text, most, [...NOUNS]).map(({ keyword }) => keyword);
	}

	/** What kind of word each word of a sentence is, by the dictionary's tags: n… a noun, v… a verb. */
	kinds(text: string): ReadonlyMap<string, string> {
		return new Map(this.#jieba.tag(normalize(text), false).map(({ word, tag }) => [word, tag]));
	}

	#inner(token: string): readonly string[] {
		const known = this.#parts.get(token);
		if (known) return known;
		const parts = this.#jieba
			.cutForSearch(token, false)
			.filter((part) => part !== token && part.length > 1 && WORD.test(part));
		if (this.#parts.size >= MOST_PARTS) this.#parts.clear();
		this.#parts.set(token, parts);
		return parts;
	}
}

// The dictionary takes words without blanks, one a line.
function usable(word: string): boolean {
	return word.length > 1 && word.length <= LONGEST && !/\s/.test(word);
}

/** Full-width letters, compatibility forms and capitals as one: what looks alike is found alike. */
export function normalize(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}
