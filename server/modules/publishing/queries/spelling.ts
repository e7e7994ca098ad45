import { createHash } from 'node:crypto';
import {
	charactersOf,
	exactForm,
	type Homophone,
	INITIALS,
	isNumber,
	partsOf,
	respell,
	type Span,
	type SpokenWord,
	spansOf,
	spelledIn,
	spokenWords,
} from '../../../platform/search/index.ts';
import { type Reader, recalled } from '../../../platform/transaction.ts';
import { selectByInitials, selectInTitles, selectSaidLike } from '../store/search-words.ts';
import { segmenter } from './dictionary.ts';

/** What may have been meant, by how it was typed. */
export interface Respelling {
	text: string;
	/** What else is said so, the more usual first. */
	others: string[];
}

/** As many other readings are offered. */
const MOST_OTHERS = 3;
/** Longer parts are sentences; what is wrong in one is not guessed. */
const LONGEST_PART = 40;
/** A name of the county counts as a word of this many titles. */
const NAME_WEIGHT = 3;

/**
 * What a question nothing answers may have meant, the likelier first: the same sounds (抱告 → 报告, `tudi` → 土地), initials of
 * titles (`zfgzbg`), and last what mouths mix up (`longye` → 农业). Only words that stand in a title public now,
 * or in `names`, are ever answered. Empty for numbers of documents and for what is written as it should be.
 */
export async function respellings(reader: Reader, typed: string, names: readonly string[]): Promise<Respelling[]> {
	if (isNumber(typed)) return [];
	const parts = partsOf(typed);
	const right = await knownParts(reader, parts, names);
	if (parts.every((part) => right.has(part))) return [];
	const words = await namedWords(reader, names);
	const ways: Respelling[] = [];
	for (const isLoose of [false, true]) {
		const meant: Respelling[] = [];
		for (const part of parts)
			meant.push((right.has(part) ? null : await meantBy(reader, part, words, isLoose)) ?? { text: part, others: [] });
		const text = meant.map((one) => one.text).join(' ');
		const [only] = meant;
		if (text !== parts.join(' ') && ways.every((way) => way.text !== text))
			ways.push({ text, others: meant.length === 1 ? (only?.others ?? []) : [] });
	}
	return ways;
}

/** Parts that stand in a title, a number or a name as they were typed. */
async function knownParts(reader: Reader, parts: readonly string[], names: readonly string[]): Promise<Set<string>> {
	const inTitles = new Set((await selectInTitles(reader, parts)).map(({ word }) => word));
	return new Set(
		parts.filter((part) => inTitles.has(part) || names.some((name) => exactForm(name).includes(exactForm(part)))),
	);
}

/** Names of the county and their words by sound; made once until a name changes. */
async function namedWords(reader: Reader, names: readonly string[]): Promise<SpokenWord[]> {
	const cut = await segmenter(reader);
	const fingerprint = createHash('sha256').update(names.join('\n')).digest('base64url');
	return await recalled(reader, `spoken ${fingerprint}`, ['site', 'entries'], async () =>
		names.flatMap((name) => spokenWords(cut, name)),
	);
}

async function meantBy(
	reader: Reader,
	part: string,
	named: readonly SpokenWord[],
	isLoose: boolean,
): Promise<Respelling | null> {
	const characters = charactersOf(part);
	if (characters.length < 2 || characters.length > LONGEST_PART) return null;
	const spans = spansOf(characters, isLoose);
	const known = await homophonesOf(reader, spans, named, isLoose);
	const text = respell(characters, spans, known);
	if (text !== null) return { text, others: othersOf(text, characters, spans, known) };
	const letters = characters.join('');
	return INITIALS.test(letters) && !isLoose ? await byInitials(reader, letters, named) : null;
}

/** Sound → the words said so that may be shown, with how usual each is. */
async function homophonesOf(
	reader: Reader,
	spans: readonly Span[],
	named: readonly SpokenWord[],
	isLoose: boolean,
): Promise<Map<string, Homophone[]>> {
	const sounds = new Set(spans.map(({ sound }) => sound));
	const said = await selectSaidLike(reader, [...sounds], isLoose);
	const own = named
		.map(({ word, sound, loose }) => ({ word, sound: isLoose ? loose : sound }))
		.filter(({ sound }) => sounds.has(sound));
	const titles = await selectInTitles(reader, [...new Set(said.map(({ word }) => word))]);
	const weights = new Map(own.map(({ word }) => [word, NAME_WEIGHT]));
	for (const { word, weight } of titles) weights.set(word, weight);
	const known = new Map<string, Homophone[]>();
	for (const { word, sound } of [...said, ...own]) {
		const weight = weights.get(word);
		const before = known.get(sound) ?? [];
		if (weight !== undefined && before.every((one) => one.word !== word))
			known.set(sound, [...before, { word, weight }]);
	}
	return known;
}

/** The other words that are said like the whole of what was typed. */
function othersOf(
	text: string,
	characters: readonly string[],
	spans: readonly Span[],
	known: ReadonlyMap<string, readonly Homophone[]>,
): string[] {
	const whole = spans.filter(({ from, to }) => from === 0 && to === characters.length);
	const all = whole.flatMap(({ sound }) => known.get(sound) ?? []).filter(({ word }) => word !== text);
	const words = all.toSorted((a, b) => b.weight - a.weight).map(({ word }) => word);
	return [...new Set(words)].slice(0, MOST_OTHERS);
}

/** What the initials stand for in most titles and names. */
async function byInitials(reader: Reader, letters: string, named: readonly SpokenWord[]): Promise<Respelling | null> {
	const titles = (await selectByInitials(reader, letters)).flatMap((title) => [...new Set(spelledIn(title, letters))]);
	const names = [...new Set(named.map(({ word }) => word))].filter((word) => word.length === letters.length);
	const found = [...titles, ...names.flatMap((word) => spelledIn(word, letters))];
	const times = new Map<string, number>();
	for (const one of found) times.set(one, (times.get(one) ?? 0) + 1);
	const [text, ...others] = [...times].sort(([, a], [, b]) => b - a).map(([one]) => one);
	return text === undefined ? null : { text, others: others.slice(0, MOST_OTHERS) };
}
