import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which questions the rules were set with: the short ones all by now (their held-out half was read when it missed its limit); none of
 * the plain ones, which somebody wrote when all was done; of the fresh and the later ones, asked by people who knew the papers and not
 * the rules, and of those told as a story in the words of the country, the half a hash decides.
 */
const HALVED = ['fresh', 'later', 'told'] as const;
type Halved = (typeof HALVED)[number];
type SetName = 'short' | 'plain' | Halved;
export type Group = 'short' | 'plain, held out' | `${Halved}, for tuning` | `${Halved}, held out`;
export const GROUPS: readonly Group[] = [
	'short',
	'plain, held out',
	...HALVED.flatMap((set): Group[] => [`${set}, for tuning`, `${set}, held out`]),
];

export interface Question {
	/** Key of the document and words of the passage; null where nothing answers. */
	gold: { key: string; words: string } | null;
	text: string;
	group: Group;
	/** Nothing answers, and no paper is of its matter. */
	isFar: boolean;
}

/** Nothing is set with these, and nobody reads them. */
export const isHeldOut = ({ group }: Question) => group.endsWith('held out');

export function readQuestions(): Question[] {
	return (['short', 'plain', ...HALVED] as const).flatMap((set) => [
		...linesOf(`${set}.tsv`).map((line) => answerable(line, set)),
		...linesOf(`${set}-unanswerable.tsv`).map((line) => unanswerable(line, set)),
	]);
}

function linesOf(name: string): string[][] {
	const text = readFileSync(join(import.meta.dirname, name), 'utf8');
	return text
		.trim()
		.split('\n')
		.map((line) => line.split('\t'));
}

function groupOf(set: SetName, text: string): Group {
	if (set === 'short') return set;
	if (set === 'plain') return 'plain, held out';
	const isForTuning = (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0;
	return isForTuning ? `${set}, for tuning` : `${set}, held out`;
}

function answerable([key = '', words = '', text = '']: string[], set: SetName): Question {
	return { gold: { key, words: flat(words) }, text, group: groupOf(set, text), isFar: false };
}

function unanswerable([how = '', text = '']: string[], set: SetName): Question {
	return { gold: null, text, group: groupOf(set, text), isFar: how === 'far' };
}

/** Without blanks and borders of cells: words of a passage are found wherever its lines end. */
export const flat = (text: string) => text.replace(/[\s|]/g, '');
