import type { Report } from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { squeeze } from './narrative.ts';

/** Length of the runs of characters compared; shorter runs meet by chance in official Chinese, longer miss small edits. */
const run = 6;

const known = new WeakMap<Report['sections'], Uint32Array>();

/**
 * Share of the narrative two reports have in common, 0 to 1: the Jaccard measure over runs of six characters, figures
 * and the offices' own names taken out first, so that a copied text with new numbers still counts as copied.
 * 0 where one of them has hardly any text.
 */
export function likenessOf(a: Report, b: Report): number {
	return overlap(fingerprint(a), fingerprint(b));
}

/** Up to so many reports each is compared with every other; beyond, an index leaves out those that cannot be alike. */
const few = 32;

const indexes = new WeakMap<readonly Report[], LikenessIndex>();

/**
 * The reports among `others` that may be alike `report` by at least `share` (0 to 1): none that is can be missing, few that
 * are not are in it. The index over `others` is built once and kept with the array.
 */
export function likely(report: Report, others: readonly Report[], share: number): readonly Report[] {
	if (others.length <= few) return others;
	let index = indexes.get(others);
	if (index?.share !== share) {
		index = new LikenessIndex(others, share);
		indexes.set(others, index);
	}
	return index.candidates(fingerprint(report));
}

/**
 * Prefix filter for the Jaccard measure: two sets that share at least `share` of their union have an element in common among
 * the first n − ⌈share·n⌉ + 1 of each, in any order that both keep. Rare runs come first, so that what every report
 * says, the names of laws and headings, brings nobody together.
 */
class LikenessIndex {
	readonly share: number;
	readonly #reports: readonly Report[];
	readonly #frequencies = new Uint32Array(1 << 20);
	readonly #byRun = new Map<number, number[]>();

	constructor(reports: readonly Report[], share: number) {
		this.share = share;
		this.#reports = reports;
		for (const report of reports) for (const run of fingerprint(report)) this.#count(run);
		reports.forEach((report, i) => {
			for (const run of this.#prefix(fingerprint(report))) {
				const known = this.#byRun.get(run);
				if (known) known.push(i);
				else this.#byRun.set(run, [i]);
			}
		});
	}

	candidates(print: Uint32Array): Report[] {
		const found = new Set<number>();
		for (const run of this.#prefix(print)) for (const i of this.#byRun.get(run) ?? []) found.add(i);
		return [...found]
			.sort((a, b) => a - b)
			.flatMap((i) => {
				const other = this.#reports[i];
				return other && this.#mayMatch(print.length, fingerprint(other).length) ? [other] : [];
			});
	}

	/** Sets of very different size share too little of their union whatever is in them. */
	#mayMatch(a: number, b: number): boolean {
		return Math.min(a, b) >= this.share * Math.max(a, b);
	}

	#count(run: number): void {
		const slot = run & (this.#frequencies.length - 1);
		this.#frequencies[slot] = (this.#frequencies[slot] ?? 0) + 1;
	}

	#prefix(print: Uint32Array): Uint32Array {
		const often = (run: number) => this.#frequencies[run & (this.#frequencies.length - 1)] ?? 0;
		const sorted = print.slice().sort((a, b) => often(a) - often(b) || a - b);
		return sorted.subarray(0, Math.max(0, print.length - Math.ceil(this.share * print.length) + 1));
	}
}

function fingerprint(report: Report): Uint32Array {
	let print = known.get(report.sections);
	if (!print) {
		print = makeFingerprint(report);
		known.set(report.sections, print);
	}
	return print;
}

function makeFingerprint({ sections, organ }: Report): Uint32Array {
	const names = namesOf(organ);
	let text = squeeze(sections.map(({ body }) => body).join('。'));
	for (const name of names) text = text.replaceAll(name, '');
	text = text.replace(/[\d０-９.%％〇零一二三四五六七八九十百千万，。、；：“”"（）()]+/g, '');
	const hashes = new Set<number>();
	for (let i = 0; i + run <= text.length; i++) hashes.add(hash(text, i));
	return Uint32Array.from(hashes).sort();
}

/** The office's name with and without what stands before and after the place: 青河县清源镇人民政府, 清源镇, 我镇. */
function namesOf(organ: string | null): string[] {
	if (!organ) return [];
	const place = placeOf(organ);
	return [organ, place, place.replace(/^.+[县区旗市]/, '')].filter((name) => name.length >= 2);
}

/** FNV-1a over one run. */
function hash(text: string, start: number): number {
	let value = 0x811c9dc5;
	for (let i = start; i < start + run; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value >>> 0;
}

function overlap(a: Uint32Array, b: Uint32Array): number {
	if (a.length < 40 || b.length < 40) return 0;
	let shared = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const difference = (a[i] ?? 0) - (b[j] ?? 0);
		if (difference === 0) shared++;
		if (difference <= 0) i++;
		if (difference >= 0) j++;
	}
	return shared / (a.length + b.length - shared);
}
