import { parseNumeral } from '../numerals.ts';

/** The ordinal in front of a heading or list item. Level 1 is 「一、」, 2 「（一）」, 3 「1.」, 4 「（1）」 and 「①」. */
export interface Ordinal {
	level: number;
	n: number;
	/** Length of the ordinal in the text. */
	length: number;
}

const shapes: readonly [level: number, pattern: RegExp][] = [
	[1, /^([一二三四五六七八九十]{1,3})[、.．:：]\s*/],
	[2, /^[（(]\s*([一二三四五六七八九十]{1,3})\s*[）)][、.．]?\s*/],
	[3, /^(\d{1,2})[、.．](?!\d)\s*/],
	[4, /^[（(](\d{1,2})[）)]\s*/],
];

/** The ordinal a line begins with, undefined where it begins with none. 「一是」 is no ordinal but the running text. */
export function ordinalOf(line: string): Ordinal | undefined {
	for (const [level, pattern] of shapes) {
		const match = pattern.exec(line);
		if (!match?.[1]) continue;
		const n = /^\d/.test(match[1]) ? Number(match[1]) : parseNumeral(match[1]);
		if (n !== undefined && n > 0) return { level, n, length: match[0].length };
	}
	return undefined;
}
