/** A piece of text and whether it answers the question. */
export interface Piece {
	text: string;
	hit: boolean;
}

const BEFORE = 24;

/** The text cut into hits and the rest. Longer marks win over shorter ones inside them. */
export function markHits(text: string, marks: readonly string[]): Piece[] {
	const pattern = patternOf(marks);
	if (!pattern) return text ? [{ text, hit: false }] : [];
	const pieces: Piece[] = [];
	let last = 0;
	for (const match of text.matchAll(pattern)) {
		if (match.index > last) pieces.push({ text: text.slice(last, match.index), hit: false });
		pieces.push({ text: match[0], hit: true });
		last = match.index + match[0].length;
	}
	if (last < text.length) pieces.push({ text: text.slice(last), hit: false });
	return pieces;
}

/** The part of a text round its densest place of hits, marked; its beginning when nothing is hit. */
export function extractOf(text: string, marks: readonly string[], length = 120): Piece[] {
	const flat = text.replace(/\s+/g, ' ').trim();
	const start = startOf(flat, marks, length);
	const part = flat.slice(start, start + length);
	const pieces = markHits(part, marks);
	if (start > 0) pieces.unshift({ text: '…', hit: false });
	if (start + length < flat.length) pieces.push({ text: '…', hit: false });
	return pieces;
}

function startOf(text: string, marks: readonly string[], length: number): number {
	const pattern = patternOf(marks);
	if (!pattern) return 0;
	const hits = [...text.matchAll(pattern)].slice(0, 500).map((match) => ({ at: match.index, text: match[0] }));
	let best = { start: 0, kinds: 0 };
	hits.forEach(({ at }, index) => {
		const near = hits.slice(index).filter((hit) => hit.at < at + length - BEFORE);
		const kinds = new Set(near.map((hit) => hit.text)).size;
		if (kinds > best.kinds) best = { start: at, kinds };
	});
	return best.start <= BEFORE ? 0 : best.start - BEFORE;
}

/** Twenty titles and twenty texts are looked through with the marks of one question. */
const patterns = new WeakMap<readonly string[], RegExp | null>();

function patternOf(marks: readonly string[]): RegExp | null {
	const known = patterns.get(marks);
	if (known !== undefined) return known;
	const words = [...marks].filter(Boolean).sort((a, b) => b.length - a.length);
	const source = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
	const pattern = source === '' ? null : new RegExp(source, 'gi');
	patterns.set(marks, pattern);
	return pattern;
}
