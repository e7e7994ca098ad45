import { limits } from '../limits.ts';
import { normalise } from '../normalise.ts';
import type { Rules } from './pdf-rules.ts';
import type { TextItem } from './pdf-text.ts';
import { child, type XmlNode } from './xml.ts';

/** Text and lines of a page in points from the top left, as the pdf reader has them. */
export interface OfdPage {
	items: TextItem[];
	rules: Rules;
	height: number;
}

/** OFD measures in millimetres. */
const points = 72 / 25.4;
/** A line leans or is thick by no more than this, in millimetres. */
const straight = 0.5;
/** From this many sizes on a gap within a run is the border of a column. */
const wideGap = 1.8;

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
	/** a b c d e f: from the object to its box. */
	matrix: readonly number[];
}

/** Reads the objects of a page (GB/T 33190 §8, §11.3): text runs with their places, and the lines that are drawn. */
export function readOfdPage(content: XmlNode, height: number): OfdPage {
	const page: OfdPage = { items: [], rules: { horizontal: [], vertical: [] }, height: height * points };
	walk(content, page, 0);
	return page;
}

/** Name without the prefix of its namespace. */
export function localName({ name }: XmlNode): string {
	return name.slice(name.indexOf(':') + 1);
}

function walk(node: XmlNode, page: OfdPage, depth: number): void {
	if (depth > limits.depth) return;
	for (const item of node.children) {
		const name = localName(item);
		if (name === 'TextObject') addText(item, page);
		else if (name === 'PathObject') addPath(item, page);
		else walk(item, page, depth + 1);
	}
}

export function numbers(text: string | undefined): number[] {
	return (text ?? '').trim().split(/\s+/).map(Number).filter(Number.isFinite);
}

function boxOf({ attributes }: XmlNode): Box {
	const [x = 0, y = 0, width = 0, height = 0] = numbers(attributes.Boundary);
	const matrix = numbers(attributes.CTM);
	return { x, y, width, height, matrix: matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0] };
}

function onPage({ x, y, matrix }: Box, px: number, py: number): [number, number] {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
	return [x + a * px + c * py + e, y + b * px + d * py + f];
}

function addText(node: XmlNode, page: OfdPage): void {
	const box = boxOf(node);
	const scale = Math.hypot(box.matrix[2] ?? 0, box.matrix[3] ?? 1) || 1;
	const size = (Number(node.attributes.Size) || 3.5) * scale;
	let [x, y] = [0, 0];
	for (const code of node.children.filter((one) => localName(one) === 'TextCode')) {
		x = numberOr(code.attributes.X, x);
		y = numberOr(code.attributes.Y, y);
		const text = code.children.map((one) => one.text).join('');
		for (const run of runsOf([...text], deltas(code.attributes.DeltaX), size / scale)) {
			const [px, py] = onPage(box, x + run.offset, y);
			const words = normalise(run.text);
			if (words.trim() === '') continue;
			const width = run.width * scale * points;
			page.items.push({ text: words, x: px * points, y: py * points, width, size: size * points });
		}
	}
}

function numberOr(text: string | undefined, otherwise: number): number {
	const value = Number(text);
	return text === undefined || !Number.isFinite(value) ? otherwise : value;
}

/** Advances between characters; `g 12 3.5` stands for twelve of 3.5. */
function deltas(text: string | undefined): number[] {
	const words = (text ?? '').trim().split(/\s+/);
	const found: number[] = [];
	for (let i = 0; i < words.length && found.length < 10_000; i++) {
		if (words[i] !== 'g') found.push(Number(words[i]) || 0);
		else {
			const times = Math.min(Number(words[i + 1]) || 0, 10_000);
			for (let n = 0; n < times; n++) found.push(Number(words[i + 2]) || 0);
			i += 2;
		}
	}
	return found;
}

interface Run {
	text: string;
	offset: number;
	width: number;
}

/** A run of characters, cut where the advance leaves a column between two of them. */
function runsOf(characters: readonly string[], advances: readonly number[], size: number): Run[] {
	const runs: Run[] = [];
	let offset = 0;
	characters.forEach((character, i) => {
		const own = /[\u2e80-\uffef]/.test(character) ? size : size / 2;
		const last = runs.at(-1);
		if (last && offset - (last.offset + last.width) < size * (wideGap - 1)) {
			last.text += character;
			last.width = offset - last.offset + own;
		} else runs.push({ text: character, offset, width: own });
		offset += advances[i] ?? own;
	});
	return runs;
}

/** Straight parts of a drawn path; a thin filled box is a line drawn as a box. */
function addPath(node: XmlNode, page: OfdPage): void {
	const box = boxOf(node);
	const data =
		child(node, node.name.replace('PathObject', 'AbbreviatedData'))
			?.children.map(({ text }) => text)
			.join('') ?? '';
	if (node.attributes.Fill === 'true' && node.attributes.Stroke !== 'true') {
		if (box.height < 1 && box.width > 1) addSegment(page, [box.x, box.y], [box.x + box.width, box.y]);
		else if (box.width < 1 && box.height > 1) addSegment(page, [box.x, box.y], [box.x, box.y + box.height]);
		return;
	}
	for (const [from, to] of segmentsOf(data)) addSegment(page, onPage(box, ...from), onPage(box, ...to));
}

type Point = [number, number];

/** M and S begin, L draws, C goes back to the beginning; curves (Q, B, A) are no ruling lines. */
function segmentsOf(data: string): [Point, Point][] {
	const found: [Point, Point][] = [];
	let [start, here]: [Point, Point] = [
		[0, 0],
		[0, 0],
	];
	for (const [, command = '', rest = ''] of data.matchAll(/([MSLQBAC])([^MSLQBAC]*)/g)) {
		const values = numbers(rest);
		const end: Point = [values.at(-2) ?? 0, values.at(-1) ?? 0];
		if (command === 'M' || command === 'S') start = end;
		else if (command === 'L') found.push([here, end]);
		else if (command === 'C') found.push([here, start]);
		here = command === 'C' ? start : end;
	}
	return found;
}

function addSegment({ rules }: OfdPage, [x1, y1]: Point, [x2, y2]: Point): void {
	const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
	if (bottom - top < straight && right - left > 1)
		rules.horizontal.push({ at: top * points, from: left * points, to: right * points });
	else if (right - left < straight && bottom - top > 1)
		rules.vertical.push({ at: left * points, from: top * points, to: bottom * points });
}
