import type { Validity } from '../types.ts';
import { type ValidityMark, validityOn } from './validity.ts';

/** A public normative document, as far as its being in force goes. */
export interface StockEntry {
	formedOn: string;
	expiresOn: string | null;
	marks: readonly ValidityMark[];
}

const IN_FORCE: readonly Validity[] = ['valid', 'revised'];

/** Whether a document was in force at the end of a day: a last day of validity is one of them. */
export function inForceOn({ formedOn, expiresOn, marks }: StockEntry, day: string): boolean {
	return formedOn <= day && IN_FORCE.includes(validityOn(marks, expiresOn, day));
}

/**
 * Table 2 of a year: what was made, what ended (废止、失效 by declaration or by passing of its term), what was in force on 31
 * December. 现行有效 = 现行有效 of the year before + 制发 − 废止, as long as nothing that ended came back (T2C-STOCK).
 */
export function stockOf<E extends StockEntry>(
	entries: readonly E[],
	year: number,
): { made: E[]; repealed: E[]; valid: E[] } {
	const made = entries.filter(({ formedOn }) => Number(formedOn.slice(0, 4)) === year);
	const valid = entries.filter((entry) => inForceOn(entry, `${year}-12-31`));
	const stays = new Set(valid);
	const there = [...entries.filter((entry) => inForceOn(entry, `${year - 1}-12-31`)), ...made];
	return { made, repealed: there.filter((entry) => !stays.has(entry)), valid };
}
