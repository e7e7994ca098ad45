import { groupBy } from '../../kernel/group.ts';
import { HAN, normalize } from './segment.ts';
import { loosened, readingsOf, syllablesAt } from './sounds.ts';

/** A stretch of what was typed, and one way it sounds. */
export interface Span {
	from: number;
	to: number;
	sound: string;
}

/** A word that is said like a stretch of what was typed; `weight` says in how many titles it stands. */
export interface Homophone {
	word: string;
	weight: number;
}

const LONGEST_WORD = 12;
/** A stretch of many characters with several readings each is said in hundreds of ways: so many are looked up. */
const MOST_WAYS = 32;
const LETTER = /^[a-z]$/;

/** What somebody typed as characters; blanks and the dashes between syllables are left out. */
export function charactersOf(part: string): string[] {
	return [
		...normalize(part)
			.replaceAll('ü', 'v')
			.replace(/[\s'’·-]/g, ''),
	];
}

/** All stretches of at least two syllables, with each way they sound. `isLoose`: alike syllables as one. */
export function spansOf(characters: readonly string[], isLoose: boolean): Span[] {
	const steps = stepsOf(characters, isLoose);
	const spans: Span[] = [];
	for (const from of characters.keys()) {
		let ways: Span[] = [{ from, to: from, sound: '' }];
		for (let syllables = 1; syllables <= LONGEST_WORD && ways.length > 0; syllables += 1) {
			ways = ways
				.flatMap(({ to, sound }) =>
					(steps[to] ?? []).map((step) => ({ from, to: step.to, sound: sound + step.syllable })),
				)
				.slice(0, MOST_WAYS);
			if (syllables > 1) spans.push(...ways);
		}
	}
	return spans;
}

/** From each place: the syllables that begin there, and where they end. */
function stepsOf(characters: readonly string[], isLoose: boolean): { to: number; syllable: string }[][] {
	const said = (syllable: string) => (isLoose ? loosened(syllable) : syllable);
	return characters.map((character, at) => {
		if (HAN.test(character))
			return [...new Set(readingsOf(character).map(said))].map((syllable) => ({ to: at + 1, syllable }));
		const letters = runOfLetters(characters, at);
		return syllablesAt(letters, 0, isLoose).map((one) => ({ to: at + one.length, syllable: said(one) }));
	});
}

function runOfLetters(characters: readonly string[], from: number): string {
	let end = from;
	while (end < characters.length && LETTER.test(characters[end] ?? '')) end += 1;
	return characters.slice(from, end).join('');
}

/** What each step costs: few long words are better than many short ones, and what was typed is better than what was not. */
const COST = { word: 1, changed: 0.3, kept: 1.6, rare: 0.1 };

interface Way {
	cost: number;
	text: string;
}

/**
 * What was probably meant: the cheapest row of known words that is said like what was typed. Null when letters are left over,
 * or when it is what was typed.
 */
export function respell(
	characters: readonly string[],
	spans: readonly Span[],
	known: ReadonlyMap<string, readonly Homophone[]>,
): string | null {
	const best: (Way | null)[] = [{ cost: 0, text: '' }, ...characters.map(() => null)];
	const offer = (to: number, way: Way) => {
		const standing = best[to];
		if (!standing || way.cost < standing.cost) best[to] = way;
	};
	const byStart = groupBy(spans, ({ from }) => from);
	for (const [at, character] of characters.entries()) {
		const way = best[at];
		if (!way) continue;
		if (!LETTER.test(character))
			offer(at + 1, { cost: way.cost + (HAN.test(character) ? COST.kept : 0), text: way.text + character });
		for (const { to, sound } of byStart.get(at) ?? []) {
			const typed = characters.slice(at, to);
			for (const one of known.get(sound) ?? [])
				offer(to, { cost: way.cost + costOf(one, typed), text: way.text + one.word });
		}
	}
	const text = best.at(-1)?.text ?? '';
	return text === '' || text === characters.join('') ? null : text;
}

function costOf({ word, weight }: Homophone, typed: readonly string[]): number {
	const changed = typed.every((letter) => LETTER.test(letter))
		? 0
		: [...word].filter((letter, at) => letter !== typed[at]).length;
	return COST.word + COST.changed * changed + COST.rare / (1 + weight);
}
