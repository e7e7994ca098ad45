/** The longest answer that is shown; characters. */
const LONGEST = 800;
const CITED = /[[［【](\d{1,2})[\]］】]/g;
/** Figures, telephone numbers, days, shares: what must not be made up. */
const FIGURE = /\d+(?:[.,:：-]\d+)*/g;
const COUNTED = /[零〇一二三四五六七八九十百千万亿两]+(?=[个名位人户件次份张年月日天周岁元角块倍成级档层亩吨米度%％])/g;
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/|www\.|[a-z0-9-]+\.(?:cn|com|org|net)\b|@/i;

const flat = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** Why a model's answer may not be shown; null when all it says can be checked against the passages. */
export function groundless(
	answer: string,
	passages: readonly string[],
): 'empty' | 'long' | 'uncited' | 'figure' | 'address' | null {
	const text = flat(answer);
	if (text === '') return 'empty';
	if (text.length > LONGEST) return 'long';
	const cited = [...text.matchAll(CITED)].map((match) => Number(match[1]));
	if (cited.length === 0 || cited.some((number) => number < 1 || number > passages.length)) return 'uncited';
	const said = text.replace(CITED, '');
	// Only what it names counts: a figure of another passage is a figure of another matter.
	const named = flat(passages.filter((_, at) => cited.includes(at + 1)).join('\n'));
	if (ADDRESS.test(said)) return 'address';
	const known = new Set(named.match(FIGURE));
	if ((said.match(FIGURE) ?? []).some((figure) => !known.has(figure))) return 'figure';
	return (said.match(COUNTED) ?? []).some((number) => !named.includes(number)) ? 'figure' : null;
}

/** A sentence of an answer with the passages it names. */
export interface Said {
	text: string;
	cited: number[];
}

/** The answer as pieces: words, and the numbers that lead to the passages. */
export function piecesSaid(answer: string): Said[] {
	const pieces: Said[] = [];
	let last = 0;
	for (const match of answer.matchAll(CITED)) {
		const text = answer.slice(last, match.index);
		const before = pieces.at(-1);
		if (text === '' && before) before.cited.push(Number(match[1]));
		else pieces.push({ text, cited: [Number(match[1])] });
		last = match.index + match[0].length;
	}
	if (last < answer.length) pieces.push({ text: answer.slice(last), cited: [] });
	return pieces;
}
