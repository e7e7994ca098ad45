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
