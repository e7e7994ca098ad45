import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { packagePieces } from './office.ts';
import { ALL_BYTES, decodePart, isWorded, PART_BYTES } from './parts.ts';
import { lines, type Piece } from './pieces.ts';

/** For each character of a text that must go, by its place, what stands there instead: of the same length, letter or `*`. */
export type Masker = (text: string) => ReadonlyMap<number, string>;

/** One letter of the markup of a part that is written anew. */
interface Edit {
	readonly at: number;
	readonly length: number;
	readonly letter: string;
}

const EPOCH = new Date(1980, 0, 1);
const NAMES = 'xl/workbook.xml';
/** A picture of the first page as it was. */
const THUMBNAIL = /^docProps\/thumbnail\.\w+$/;

/**
 * A docx, xlsx or pptx with what the masker finds written over in place: across runs, in cells and shared strings, in hidden
 * sheets, comments, links and properties. Every other byte of every part stays. A cell that holds a number or a formula and is
 * touched becomes text, since a formula would compute again what was taken out of its value. Null when nothing is to be masked.
 * @throws Error for a package beyond the limits of reading
 */
export function maskOffice(bytes: Uint8Array, masker: Masker): Uint8Array | null {
	let total = 0;
	const unpacked = unzipSync(bytes, {
		filter: ({ originalSize }) => {
			total += originalSize;
			if (total > ALL_BYTES || originalSize > PART_BYTES) throw new Error('package too large to be masked');
			return true;
		},
	});
	const worded = Object.keys(unpacked).filter(isWorded);
	const parts = new Map(worded.map((name) => [name, decodePart(unpacked[name] ?? new Uint8Array())]));
	const edits = editsOf(packagePieces(parts), masker);
	if (edits.size === 0) return null;
	let hasLostFormula = false;
	for (const [name, own] of edits) {
		const { xml, lostFormula } = rewritten(name, parts.get(name) ?? '', own);
		unpacked[name] = strToU8(xml.replace(/^(<\?xml[^>]*encoding=["'])utf-16(["'])/i, '$1UTF-8$2'));
		hasLostFormula ||= lostFormula;
	}
	const dropped = Object.keys(unpacked).filter(
		(name) => THUMBNAIL.test(name) || (hasLostFormula && name === 'xl/calcChain.xml'),
	);
	return packed(withoutParts(unpacked, dropped));
}

/** What is to be written over, by part. */
function editsOf(pieces: readonly Piece[], masker: Masker): Map<string, Map<number, Edit>> {
	const raw = pieces.map(({ text }) => text).join('');
	const kept = lines(raw);
	const masked = masker(kept.map(({ from, to }) => raw.slice(from, to)).join('\n'));
	const edits = new Map<string, Map<number, Edit>>();
	const rawPlace = stretches(kept.map(({ from, to }) => ({ start: from, length: to - from })));
	let start = 0;
	const starts = pieces.map(({ text }) => {
		start += text.length;
		return start - text.length;
	});
	for (const [place, letter] of masked) {
		const at = rawPlace(place);
		if (at === null || raw[at] === letter) continue;
		const number = lastAtMost(starts, at);
		const piece = pieces[number];
		if (!piece || piece.part === '') continue;
		const isPlain = piece.length === piece.text.length;
		const where = isPlain ? piece.at + at - (starts[number] ?? 0) : piece.at;
		const own = edits.get(piece.part) ?? new Map<number, Edit>();
		edits.set(piece.part, own.set(where, { at: where, length: isPlain ? 1 : piece.length, letter }));
	}
	return edits;
}

/** Place in the joined text → place in the raw one; null for the line ends that join. */
function stretches(parts: readonly { start: number; length: number }[]): (place: number) => number | null {
	let begin = 0;
	const begins = parts.map(({ length }) => {
		begin += length + 1;
		return begin - length - 1;
	});
	return (place) => {
		const number = lastAtMost(begins, place);
		const part = parts[number];
		const within = place - (begins[number] ?? 0);
		return part && within < part.length ? part.start + within : null;
	};
}

/** Of ascending numbers the place of the last that is at most this one. */
function lastAtMost(numbers: readonly number[], most: number): number {
	let low = 0;
	let high = numbers.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((numbers[middle] ?? 0) <= most) low = middle;
		else high = middle - 1;
	}
	return low;
}

interface Rewritten {
	xml: string;
	lostFormula: boolean;
}

function rewritten(name: string, xml: string, edits: ReadonlyMap<number, Edit>): Rewritten {
	const sorted = [...edits.values()].sort((a, b) => a.at - b.at);
	// A name of a sheet may not hold an asterisk, and its mentions must stay the same as it.
	if (name === NAMES) return { xml: over(xml, sorted, '_'), lostFormula: false };
	if (name.startsWith('xl/worksheets/')) return sheet(xml, sorted);
	if (name === 'xl/sharedStrings.xml') return { xml: strings(xml, sorted), lostFormula: false };
	return { xml: asText(name, over(xml, sorted)), lostFormula: false };
}

/** Copies of cells that a pivot table or a link to another workbook keeps: a number that was masked is a text from now on. */
function asText(name: string, xml: string): string {
	if (name.startsWith('xl/pivotCache/')) return xml.replace(/<n(?=\s[^>]*\bv="[^"]*\*)/g, '<s');
	if (name.startsWith('xl/externalLinks/'))
		return xml.replace(/<cell((?:(?!\st=)[^>])*)>(?=<v>[^<]*\*)/g, '<cell$1 t="str">');
	return xml;
}

function over(xml: string, edits: readonly Edit[], star = '*', from = 0): string {
	let done = '';
	let last = 0;
	for (const { at, length, letter } of edits) {
		done += xml.slice(last, at - from) + (letter === '*' ? star : letter);
		last = at - from + length;
	}
	return done + xml.slice(last);
}

/** Edits one after the other, by the stretches of markup they fall into. */
function within(edits: readonly Edit[]): (from: number, to: number) => Edit[] {
	let next = 0;
	return (from, to) => {
		while (next < edits.length && (edits[next]?.at ?? 0) < from) next += 1;
		const first = next;
		while (next < edits.length && (edits[next]?.at ?? 0) < to) next += 1;
		return edits.slice(first, next);
	};
}

/** 拼音 of a name tells the name. */
const PHONETIC = /<rPh\b[\s\S]*?<\/rPh>|<phoneticPr\b[^>]*\/>/g;

function strings(xml: string, edits: readonly Edit[]): string {
	const inside = within(edits);
	return xml.replace(/<si\b[^>]*>[\s\S]*?<\/si>/g, (string: string, at: number) => {
		const own = inside(at, at + string.length);
		return own.length === 0 ? string : over(string, own, '*', at).replace(PHONETIC, '');
	});
}

const CELLS = /<c\b((?:"[^"]*"|'[^']*'|[^"'<>])*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const FORMULA = /<f\b[^>]*?(?:\/>|>[\s\S]*?<\/f>)/;
const SHARED_FORMULA = /<f\b[^>]*\bt="shared"[^>]*\bsi="(\d+)"|<f\b[^>]*\bsi="(\d+)"[^>]*\bt="shared"/;

function sheet(xml: string, edits: readonly Edit[]): Rewritten {
	const cells = [...xml.matchAll(CELLS)];
	const inside = within(edits);
	// The first cell of a shared formula holds it for all: where it goes the others keep their values.
	const broken = new Set<string>();
	const own = cells.map((cell) => {
		const found = inside(cell.index, cell.index + cell[0].length);
		const group = found.length > 0 ? groupOf(cell[0]) : null;
		if (group !== null) broken.add(group);
		return found;
	});
	let lostFormula = false;
	let done = '';
	let last = 0;
	const between = within(edits);
	cells.forEach((cell, number) => {
		const [whole] = cell;
		done += over(xml.slice(last, cell.index), between(last, cell.index), '*', last);
		last = cell.index + whole.length;
		const group = groupOf(whole);
		const found = own[number] ?? [];
		const isLost = FORMULA.test(whole) && (found.length > 0 || (group !== null && broken.has(group)));
		lostFormula ||= isLost;
		done +=
			found.length > 0
				? masked(whole, cell[1] ?? '', over(whole, found, '*', cell.index), found, cell.index)
				: isLost
					? whole.replace(FORMULA, '')
					: whole;
	});
	return { xml: done + over(xml.slice(last), between(last, xml.length), '*', last), lostFormula };
}

function groupOf(cell: string): string | null {
	const found = SHARED_FORMULA.exec(cell);
	return found ? (found[1] ?? found[2] ?? null) : null;
}

/** A touched cell: as text where its value was touched, without its formula in any case. */
function masked(whole: string, attributes: string, after: string, edits: readonly Edit[], at: number): string {
	const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(whole);
	const from = value ? at + value.index : 0;
	const isValue = value !== null && edits.some((edit) => edit.at >= from && edit.at < from + value[0].length);
	if (!isValue) return after.replace(FORMULA, '').replace(PHONETIC, '');
	const text = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(after)?.[1] ?? '';
	const kept = attributes.replace(/\s+t\s*=\s*(?:"[^"]*"|'[^']*')/, '');
	return `<c${kept} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Takes parts out of a package, and what says that they are there. */
function withoutParts(
	unpacked: Readonly<Record<string, Uint8Array>>,
	dropped: readonly string[],
): Record<string, Uint8Array> {
	const parts = Object.entries(unpacked).filter(([name]) => !dropped.includes(name));
	return Object.fromEntries(
		parts.map(([name, bytes]) => {
			if (
				dropped.length === 0 ||
				!(name === '[Content_Types].xml' || name === '_rels/.rels' || name === 'xl/_rels/workbook.xml.rels')
			)
				return [name, bytes];
			let xml = decodePart(bytes);
			for (const one of dropped) {
				const file = one.slice(one.lastIndexOf('/') + 1).replace('.', '\\.');
				xml = xml.replace(
					new RegExp(`<(?:Override|Relationship)\\b[^>]*(?:PartName|Target)="[^"]*${file}"[^>]*/>`, 'g'),
					'',
				);
			}
			return [name, strToU8(xml)];
		}),
	);
}

function packed(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
	const files: Zippable = {};
	for (const [name, bytes] of Object.entries(parts)) files[name] = [bytes, { mtime: EPOCH }];
	return zipSync(files, { level: 6 });
}
