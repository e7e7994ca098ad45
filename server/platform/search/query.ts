import { exactForm, gramQuery } from './grams.ts';
import { HAN, normalize, type Segmenter, type Word } from './segment.ts';
import { quoteLexeme } from './vector.ts';

/** One part of a question; a document must meet all of them, each by its words or by its title and numbers. */
export interface Term {
	/** As typed, without quotes. */
	text: string;
	/** tsquery literal over the words of the text, or null when they say nothing (a number, a single stop word). */
	words: string | null;
	/** tsquery literal over bigrams of title and numbers, or null when too short. */
	grams: string | null;
	/** What the title or number must contain. */
	needle: string;
	/** In quotes: the text must contain exactly this. */
	phrase: boolean;
}

export interface Question {
	terms: Term[];
	/** Words to mark in titles and extracts, longest first. */
	marks: string[];
}

const LONGEST = 100;
const MOST_TERMS = 8;
const QUOTED = /["“”「『]([^"“”「」『』]*)["“”」』]/g;
const BETWEEN = /[\s,，、;；]+/;
/** Syllables typed with blanks, dashes or apostrophes between them. */
const LETTERS = /^[a-züÜ'’-]+$/i;
/** 柳政发〔2026〕3号, 〔2026〕3号, 99990123A00000011X/2026-00012, 2026-00012. */
const NUMBER = /[〔[(（【]\s*(?:19|20)\d{2}\s*[〕\])）】]|(?:19|20)\d{2}(?:0[1-9]|1[0-2])?-\d{2,9}$/;

/** Whether this is the number of a document. */
export function isNumber(text: string): boolean {
	return NUMBER.test(text.trim());
}

/** The parts of a question, whether in quotes or not. Letters side by side are one part: `zheng fu` is one word. */
export function partsOf(typed: string): string[] {
	const parts: string[] = [];
	for (const part of typed
		.slice(0, LONGEST)
		.split(/["“”「」『』\s,，、;；]+/)
		.filter(Boolean)) {
		const before = parts.at(-1);
		if (before !== undefined && LETTERS.test(before) && LETTERS.test(part)) parts[parts.length - 1] = before + part;
		else parts.push(part);
	}
	return parts.slice(0, MOST_TERMS);
}

/** Reads what somebody typed: phrases in quotes, document and index numbers, and words that must all be there. */
export function parseQuestion(segmenter: Segmenter, typed: string): Question {
	const text = typed.replaceAll('\u0000', ' ').slice(0, LONGEST);
	const phrases = [...text.matchAll(QUOTED)].map((match) => match[1]?.trim() ?? '').filter(Boolean);
	const rest = text.replace(QUOTED, ' ').replace(/["“”「」『』]/g, ' ');
	const plain = isNumber(rest) ? [rest.trim()] : rest.split(BETWEEN).filter(Boolean);
	const given = [
		...phrases.map((phrase) => termOf(segmenter, phrase, true)),
		...plain.map((word) => termOf(segmenter, word, false)),
	];
	const terms = given.filter(({ words, grams }) => words !== null || grams !== null).slice(0, MOST_TERMS);
	const marks = terms.flatMap((term) => (term.phrase ? [term.text] : [term.text, ...wordsOf(segmenter, term.text)]));
	const unique = [...new Set(marks.map(normalize))].filter((mark) => mark.trim() !== '');
	return { terms, marks: unique.sort((a, b) => b.length - a.length) };
}

function termOf(segmenter: Segmenter, text: string, phrase: boolean): Term {
	const words = NUMBER.test(text) ? null : wordQuery(segmenter.cut(text));
	return { text, words, grams: gramQuery(text), needle: exactForm(text), phrase };
}

function wordsOf(segmenter: Segmenter, text: string): string[] {
	return segmenter.cut(text).map((word) => word.text);
}

/** Before the name of an office they tell little: texts name it with and without, and cut it in either way. */
const GENERIC = new Set('县省市区乡镇州旗');

/**
 * All words must be there. Single characters are mostly pieces of a name the dictionary does not know: they are asked for
 * together with their neighbour, or else 「北周村」 with a 「南」 elsewhere would answer 「南周村」.
 */
function wordQuery(words: readonly Word[]): string | null {
	const parts: string[] = [];
	words.forEach((word, index) => {
		const [before, next] = [words[index - 1], words[index + 1]];
		const isGeneric = GENERIC.has(word.text) && words.length > 1;
		if (isGeneric) return;
		// Behind a name of several characters stands another word: 「闫骐骧」「防汛」.
		const joined = word.pair !== null && !GENERIC.has(before?.text ?? '') && (HAN.test(word.text) || !before?.pair);
		if (joined && word.pair) parts.push(quoteLexeme(word.pair));
		// Its pair with the next says more than the word alone.
		else if (saidWith(word, next)) return;
		else parts.push(alternatives(word));
	});
	return parts.length === 0 ? null : [...new Set(parts)].join(' & ');
}

/** Whether the next asks for this one together with itself. */
function saidWith(word: Word, next: Word | undefined): boolean {
	if (!next?.pair?.startsWith(word.text) || GENERIC.has(next.text)) return false;
	return HAN.test(next.text) || !word.pair;
}

/** A long word, its parts where they make up the whole of it (「人民政府」: 「人民」 with 「政府」), or it without 「县」. */
function alternatives(word: Word): string {
	const parts = tiles(word.text, word.inner);
	const [first = ''] = word.text;
	const rest = word.text.slice(first.length);
	const ways = [
		quoteLexeme(word.text),
		...(parts ? [`(${parts.map(quoteLexeme).join(' & ')})`] : []),
		...(GENERIC.has(first) && word.inner.includes(rest) ? [quoteLexeme(rest)] : []),
	];
	return ways.length === 1 ? ways.join('') : `(${ways.join(' | ')})`;
}

/** The fewest parts that make up a word one after the other; null when they do not. */
function tiles(whole: string, parts: readonly string[]): string[] | null {
	const best: (string[] | null)[] = [[]];
	for (let end = 1; end <= whole.length; end += 1) {
		const ways = parts
			.filter((part) => whole.endsWith(part, end) && best[end - part.length])
			.map((part) => [...(best[end - part.length] ?? []), part]);
		// Of equally few those with the longer end: what a word is about stands there (「政府」「办公室」).
		const [fewest] = ways.sort((a, b) => a.length - b.length || (b.at(-1)?.length ?? 0) - (a.at(-1)?.length ?? 0));
		best[end] = fewest ?? null;
	}
	return best[whole.length] ?? null;
}
