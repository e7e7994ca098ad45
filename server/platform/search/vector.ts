import type { Segmenter } from './segment.ts';

/** Weights of a tsvector: A counts most. */
export type Weight = 'A' | 'B' | 'C' | 'D';

const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
/** PostgreSQL refuses a tsvector of a megabyte. */
const MOST_BYTES = 700_000;
/** Nobody searches for what stands behind the first three hundred pages. */
const MOST_TEXT = 300_000;
const FIELD_GAP = 10;

/** Where a lexeme stands, as the database writes it. */
interface Places {
	list: string;
	count: number;
	last: number;
}

/**
 * A tsvector literal made here and not in the database: the same on every version and with every locale. Words inside a word
 * stand at its place. Single characters side by side are kept as pairs too, so that a name nobody knows is found without
 * comparing places, which would unpack every text that has its characters somewhere.
 */
export function vectorOf(segmenter: Segmenter, fields: readonly { text: string; weight: Weight }[]): string {
	const places = new Map<string, Places>();
	let offset = 0;
	let bytes = 0;
	const add = (lexeme: string, place: number, weight: Weight) => {
		const known = places.get(lexeme);
		if (known === undefined) {
			bytes += Buffer.byteLength(lexeme) + 4;
			if (bytes < MOST_BYTES) places.set(lexeme, { list: `${place}${weight}`, count: 1, last: place });
			// Places only grow, so that one that is known already is the last.
		} else if (known.count < MOST_POSITIONS && known.last !== place) {
			bytes += 2;
			if (bytes >= MOST_BYTES) return;
			known.list += `,${place}${weight}`;
			known.count += 1;
			known.last = place;
		}
	};
	for (const { text, weight } of fields) {
		let last = 0;
		for (const word of segmenter.cut(text.slice(0, MOST_TEXT))) {
			last = word.place;
			const place = Math.min(offset + word.place, LAST_POSITION);
			add(word.text, place, weight);
			for (const inner of word.inner) add(inner, place, weight);
			if (word.pair) add(word.pair, place, weight);
		}
		offset += last + FIELD_GAP;
	}
	return [...places].map(([lexeme, { list }]) => `${quoteLexeme(lexeme)}:${list}`).join(' ');
}

/** A lexeme as tsvector and tsquery literals write it. */
export function quoteLexeme(lexeme: string): string {
	return /[\\']/.test(lexeme) ? `'${lexeme.replace(/[\\']/g, (letter) => letter + letter)}'` : `'${lexeme}'`;
}
