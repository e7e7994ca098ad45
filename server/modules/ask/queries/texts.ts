import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Matters, readMatters } from '../rules/matters.ts';
import { readAlike, readHints, type Words } from '../rules/words.ts';

const MATTERS = fileURLToPath(new URL('../matters/', import.meta.url));
const ALIKE = fileURLToPath(new URL('../words/', import.meta.url));
const HINTS = fileURLToPath(new URL('../hints/', import.meta.url));
let bank: Matters | null = null;
let words: { alike: Words; hints: Words } | null = null;

/** The bank of matters of this process, read when first asked for. */
export function mattersOf(): Matters {
	bank ??= new Matters(textsOf(MATTERS).flatMap(readMatters));
	return bank;
}

/** What people say beside what papers say, likewise. */
export function wordsOf(): { alike: Words; hints: Words } {
	words ??= { alike: readAlike(textsOf(ALIKE).join('\n')), hints: readHints(textsOf(HINTS).join('\n')) };
	return words;
}

function textsOf(folder: string): string[] {
	const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
	return names.sort().map((name) => readFileSync(`${folder}${name}`, 'utf8'));
}
