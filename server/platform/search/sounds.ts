import { readFileSync } from 'node:fs';

/** How characters are read, without tone; made by `tools/readings.mjs`. */
const TABLE = new URL('./readings.generated.txt', import.meta.url);
const LONGEST_SYLLABLE = 6;
/** Characters with several readings multiply: so many ways to read a word are kept. */
const MOST_WAYS = 24;

interface Readings {
	of: ReadonlyMap<string, readonly string[]>;
	syllables: ReadonlySet<string>;
	loose: ReadonlySet<string>;
}
let table: Readings | undefined;

/** 70 KB, read when somebody first types what is not found. */
function readings(): Readings {
	table ??= readTable(readFileSync(TABLE, 'utf8'));
	return table;
}

function readTable(text: string): Readings {
	const of = new Map<string, string[]>();
	const syllables = new Set<string>();
	for (const line of text.trim().split('\n')) {
		const [syllable = '', characters = ''] = line.split(' ');
		syllables.add(syllable);
		for (const character of characters) {
			const known = of.get(character);
			if (known) known.push(syllable);
			else of.set(character, [syllable]);
		}
	}
	return { of, syllables, loose: new Set([...syllables].map(loosened)) };
}

/** All ways to read a character; none for what is no Chinese character, or one nobody reads. */
export function readingsOf(character: string): readonly string[] {
	return readings().of.get(character) ?? [];
}

/**
 * A syllable as many mouths say it: 平翘舌 (zh/z, ch/c, sh/s), n/l, 前后鼻音 (ang/an, eng/en, ing/in) are one. Whoever types by
 * ear mixes these up.
 */
export function loosened(syllable: string): string {
	return syllable
		.replace(/^([zcs])h/, '$1')
		.replace(/^n(?=[aeiouv])/, 'l')
		.replace(/([aei])ng$/, '$1n');
}

/** Lengths of the syllables that begin at a place of a run of letters. */
export function syllablesAt(letters: string, at: number, isLoose: boolean): string[] {
	const { syllables, loose } = readings();
	const found: string[] = [];
	for (let length = 1; length <= LONGEST_SYLLABLE && at + length <= letters.length; length += 1) {
		const part = letters.slice(at, at + length);
		if (syllables.has(part) || (isLoose && loose.has(loosened(part)))) found.push(part);
	}
	return found;
}

/** The ways to read a word, syllable by syllable: 「银行」 is `yin hang` and `yin xing`. None when one of its characters has no reading. */
export function waysToRead(word: string): string[][] {
	let ways: string[][] = [[]];
	for (const character of word) {
		const all = readingsOf(character);
		ways = ways.flatMap((way) => all.map((syllable) => [...way, syllable])).slice(0, MOST_WAYS);
	}
	return word === '' ? [] : ways;
}

/** The letters a character may begin with when typed; a letter or figure is itself. */
export function initialsOf(character: string): readonly string[] {
	if (/^[a-z0-9]$/.test(character)) return [character];
	return [...new Set(readingsOf(character).map(([first = '']) => first))];
}
