import { exactForm, gramQuery } from './grams.ts';
import { normalize, type Segmenter, type Word } from './segment.ts';
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
/** 柳政发〔2026〕3号, 〔2026〕3号, 99990123A00000011X/2026-00012, 2026-00012. */
const NUMBER = /[〔[(（【]\s*(?:19|20)\d{2}\s*[〕\])）】]|(?:19|20)\d{2}(?:0[1-9]|1[0-2])?-\d{2,9}$/;

/** Reads what somebody typed: phrases in quotes, document and index numbers, and words that must all be there. */
export function parseQuestion(segmenter: Segmenter, typed: string): Question {
	const text = typed.replaceAll('\u0000', ' ').slice(0, LONGEST);
	const phrases = [...text.matchAll(QUOTED)].map((match) => match[1]?.trim() ?? '').filter(Boolean);
	const rest = text.replace(QUOTED, ' ').replace(/["“”「」『』]/g, ' ');
	const plain = NUMBER.test(rest.trim()) ? [rest.trim()] : rest.split(/[\s,，、;；]+/).filter(Boolean);
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

/**
 * All words must be there. Single characters are mostly pieces of a name the dictionary does not know: those side by side are
 * asked for in pairs.
 */
function wordQuery(words: readonly Word[]): string | null {
	const parts = words.flatMap((word, index) => {
		const next = words[index + 1];
		if (word.pair) return [quoteLexeme(word.pair)];
		// Its pair with the next says more than the character alone.
		return next?.pair?.startsWith(word.text) ? [] : [alternatives(word)];
	});
	return parts.length === 0 ? null : [...new Set(parts)].join(' & ');
}

/** A long word, or all its parts where they make up the whole of it: 「人民政府」 also finds 「人民」 with 「政府」. */
function alternatives(word: Word): string {
	const covered = word.inner.length > 1 && covers(word.text, word.inner);
	return covered
		? `(${quoteLexeme(word.text)} | (${word.inner.map(quoteLexeme).join(' & ')}))`
		: quoteLexeme(word.text);
}

function covers(whole: string, parts: readonly string[]): boolean {
	const seen = new Array<boolean>(whole.length).fill(false);
	for (const part of parts) {
		for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) seen.fill(true, at, at + part.length);
	}
	return seen.every(Boolean);
}
