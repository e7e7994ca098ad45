/** A matter a county deals with. */
export interface Matter {
	/** As titles of papers call it. */
	name: string;
	/** Other official words for it, its papers and its things. */
	words: readonly string[];
	/** Ways in which people speak of it. */
	lines: readonly string[];
}

/** A matter a question may be about. */
export interface NearMatter {
	matter: Matter;
	/** How likely it is among the likeliest; their shares are 1. */
	share: number;
	/** How likely it is among all there are: little where a question says little of any. */
	sure: number;
}

/** As many matters are looked at, and none that is less likely than this. */
const MOST_NEAR = 8;
const LEAST_SHARE = 0.02;
/** How much surer a better match is. Measured by guessing the matter of each line from the other lines of the bank. */
const SHARPNESS = 14;
/** A single character is a piece of a word. */
const SINGLE = 0.4;
/** So many lines with the same piece are no more than twice one. */
const REPEATED = 2;

const HAN_RUN = /\p{Script=Han}+/gu;

/** The characters of a text and each two that stand side by side: what is compared, whatever a dictionary makes of it. */
export function piecesOfWords(text: string): Set<string> {
	const pieces = new Set<string>();
	for (const run of text.normalize('NFKC').match(HAN_RUN) ?? []) {
		for (let at = 0; at < run.length; at += 1) {
			pieces.add(run.charAt(at));
			if (at > 0) pieces.add(run.slice(at - 1, at + 1));
		}
	}
	return pieces;
}

/**
 * `@ official name | official words`, then one line for each way in which people speak of it. Lines that begin with `#` say where
 * the words come from.
 */
export function readMatters(text: string): Matter[] {
	return text
		.split(/^@\s*/m)
		.slice(1)
		.map((part) => {
			const [head = '', ...lines] = part.split('\n').map((line) => line.trim());
			const [name = '', words = ''] = head.split('|').map((side) => side.trim());
			return {
				name,
				words: words.split(/\s+/).filter(Boolean),
				lines: lines.filter((line) => line !== '' && !line.startsWith('#')),
			};
		});
}

interface Known {
	matter: Matter;
	official: ReadonlySet<string>;
	/** All official words, for a look into a paper. */
	all: readonly string[];
	spoken: string;
}

/** The bank of matters, ready to be asked. */
export class Matters {
	readonly #known: readonly Known[];
	/** A piece of a word → the matters it is said of, and in how many lines. */
	readonly #said = new Map<string, Map<number, number>>();
	readonly #official = new Map<string, number>();
	readonly #rarity = new Map<string, number>();

	constructor(matters: readonly Matter[]) {
		this.#known = matters.map((matter, at) => {
			const all = [matter.name.split(/\s+/), matter.words].flat();
			const official = piecesOfWords(all.join(' '));
			for (const piece of official) {
				this.#official.set(piece, (this.#official.get(piece) ?? 0) + 1);
				this.#sayingOf(piece).set(at, 0);
			}
			for (const line of matter.lines) {
				for (const piece of piecesOfWords(line)) {
					const saying = this.#sayingOf(piece);
					saying.set(at, (saying.get(at) ?? 0) + 1);
				}
			}
			return { matter, official, all, spoken: matter.lines.join('\n') };
		});
	}

	#sayingOf(piece: string): Map<number, number> {
		const saying = this.#said.get(piece) ?? new Map<number, number>();
		this.#said.set(piece, saying);
		return saying;
	}

	/** The matters a question may be about, the likeliest first; none when it says nothing of any. */
	nearest(question: string): NearMatter[] {
		const scores = new Float64Array(this.#known.length);
		let most = 0;
		for (const piece of piecesOfWords(question)) {
			const saying = this.#said.get(piece);
			if (!saying) continue;
			const weight = rarityAmong(saying.size, this.#known.length) ** 2 * (piece.length === 1 ? SINGLE : 1);
			most += weight;
			for (const [at, lines] of saying) {
				const official = this.#known[at]?.official.has(piece) ? 1 : 0;
				scores[at] = (scores[at] ?? 0) + weight * (lines / (lines + REPEATED) + official);
			}
		}
		if (most === 0) return [];
		const best = Math.max(...scores);
		const likely = [...scores].map((score) => Math.exp((SHARPNESS * (score - best)) / most));
		const all = likely.reduce((sum, one) => sum + one, 0);
		const near = this.#known
			.map(({ matter }, at) => ({ matter, likely: likely[at] ?? 0 }))
			.sort((a, b) => b.likely - a.likely)
			.slice(0, MOST_NEAR);
		const ofNear = near.reduce((sum, one) => sum + one.likely, 0);
		return near
			.map((one) => ({ matter: one.matter, share: one.likely / ofNear, sure: one.likely / all }))
			.filter(({ share }) => share >= LEAST_SHARE);
	}

	/** How rarely a word is said: of how few matters. */
	rarity(word: string): number {
		const known = this.#rarity.get(word);
		if (known !== undefined) return known;
		const found = this.#known.filter(({ spoken }) => spoken.includes(word)).length;
		const rarity = rarityAmong(found, this.#known.length);
		if (this.#rarity.size < MOST_REMEMBERED) this.#rarity.set(word, rarity);
		return rarity;
	}

	/** 0 … 1: how much the title of a paper is of a matter. */
	inTitle(matter: Matter, title: string): number {
		const own = this.#known.find((known) => known.matter === matter);
		if (!own) return 0;
		const weigh = (pieces: Iterable<string>) => {
			let sum = 0;
			for (const piece of pieces) if (piece.length > 1) sum += this.#worth(piece) ** 2;
			return sum;
		};
		const there = [...piecesOfWords(title)].filter((piece) => this.#official.has(piece));
		const both = weigh(there.filter((piece) => own.official.has(piece)));
		return both === 0 ? 0 : both / Math.sqrt(weigh(own.official) * weigh(there));
	}

	#worth(piece: string): number {
		return rarityAmong(this.#official.get(piece) ?? 0, this.#known.length);
	}
}

const MOST_REMEMBERED = 20_000;

/** 0 … 1: how many of a matter's official words stand in a text. */
export function officialIn({ name, words }: Matter, text: string): number {
	const all = [...name.split(/\s+/), ...words];
	return all.filter((word) => text.includes(word)).length / all.length;
}

function rarityAmong(found: number, all: number): number {
	return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}
