import { normalize } from './segment.ts';
import { quoteLexeme } from './vector.ts';

/** Between fields, so that no match runs over their edge. */
const EDGE = '\u0001';

/** Brackets, dashes and blanks are written in many ways in document numbers; without them all ways are one. */
export function exactForm(text: string): string {
	return normalize(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** What substrings are looked for in: title, document number, index number, one after the other. */
export function exactText(fields: readonly string[]): string {
	return fields.map(exactForm).join(EDGE);
}

/** Every pair of neighbouring characters as a tsvector literal without places. */
export function gramVector(exact: string): string {
	return gramsOf(exact).map(quoteLexeme).join(' ');
}

/** A tsquery for a substring of at least two characters, else null: one character stands in too many titles. */
export function gramQuery(needle: string): string | null {
	const grams = gramsOf(exactForm(needle));
	return grams.length === 0 ? null : grams.map(quoteLexeme).join(' & ');
}

function gramsOf(text: string): string[] {
	const letters = [...text];
	const grams = new Set<string>();
	for (let index = 1; index < letters.length; index += 1) {
		const [before, after] = [letters[index - 1], letters[index]];
		if (before && after && before !== EDGE && after !== EDGE) grams.add(before + after);
	}
	return [...grams];
}
