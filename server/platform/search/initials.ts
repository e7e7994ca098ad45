import { exactForm } from './grams.ts';
import { initialsOf } from './sounds.ts';
import { quoteLexeme } from './vector.ts';

/** Before what is looked for by initials (拼音首字母), so that no word of a text is taken for it. */
const SIGN = '\u0003';
const TOGETHER = 3;

/** A run of letters that may be initials. */
export const INITIALS = /^[a-z][a-z0-9]{2,19}$/;

/** Every three neighbouring initials of a title as lexemes of a tsvector, without places. */
export function initialGrams(title: string): string {
	const letters = [...exactForm(title)].map(initialsOf);
	const grams = new Set<string>();
	for (let at = 0; at + TOGETHER <= letters.length; at += 1) {
		const ways = letters
			.slice(at, at + TOGETHER)
			.reduce<string[]>((all, next) => all.flatMap((way) => next.map((letter) => way + letter)), ['']);
		for (const way of ways) grams.add(way);
	}
	return [...grams].map((gram) => quoteLexeme(SIGN + gram)).join(' ');
}

/** A tsquery for titles that have these initials somewhere, one after the other. */
export function initialQuery(typed: string): string {
	const parts = Array.from({ length: typed.length - TOGETHER + 1 }, (_, at) => typed.slice(at, at + TOGETHER));
	return [...new Set(parts)].map((part) => quoteLexeme(SIGN + part)).join(' & ');
}

/** The pieces of a text whose characters begin with what was typed. */
export function spelledIn(text: string, typed: string): string[] {
	const characters = [...exactForm(text)];
	const letters = characters.map(initialsOf);
	const found: string[] = [];
	for (let at = 0; at + typed.length <= characters.length; at += 1) {
		if ([...typed].every((letter, place) => letters[at + place]?.includes(letter)))
			found.push(characters.slice(at, at + typed.length).join(''));
	}
	return found;
}
