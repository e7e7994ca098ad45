import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js';

/** A horizontal or vertical line on a page: `at` is its y or x, `from` and `to` its ends, from the top left. */
export interface Rule {
	at: number;
	from: number;
	to: number;
}

export interface Rules {
	horizontal: Rule[];
	vertical: Rule[];
}

type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];
/** A filled rectangle thinner than this is a drawn line, not a background. */
const thin = 3;
/** How pdfjs packs a path: command, then its coordinates. */
const coordinates: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** The ruling lines of a page: stroked segments, edges of stroked boxes, and thin filled boxes. */
export function readRules(list: PDFOperatorList, top: number): Rules {
	const rules: Rules = { horizontal: [], vertical: [] };
	const stack: Matrix[] = [];
	let matrix = identity;
	list.fnArray.forEach((operator, i) => {
		const args: unknown = list.argsArray[i];
		if (operator === OPS.save) stack.push(matrix);
		else if (operator === OPS.restore) matrix = stack.pop() ?? identity;
		else if (operator === OPS.transform && isMatrix(args)) matrix = multiply(matrix, args);
		else if (operator === OPS.constructPath && Array.isArray(args)) addPath(rules, args, matrix, top);
	});
	return rules;
}

function isMatrix(args: unknown): args is Matrix {
	return Array.isArray(args) && args.length === 6 && args.every((n) => typeof n === 'number');
}

function multiply(a: Matrix, b: Matrix): Matrix {
	return [
		a[0] * b[0] + a[2] * b[1],
		a[1] * b[0] + a[3] * b[1],
		a[0] * b[2] + a[2] * b[3],
		a[1] * b[2] + a[3] * b[3],
		a[0] * b[4] + a[2] * b[5] + a[4],
		a[1] * b[4] + a[3] * b[5] + a[5],
	];
}

function addPath(rules: Rules, args: readonly unknown[], matrix: Matrix, top: number): void {
	const operator = args[0];
	const isStroke = operator === OPS.stroke || operator === OPS.closeStroke;
	const isFill = operator === OPS.fill || operator === OPS.eoFill;
	const isBoth = operator === OPS.fillStroke || operator === OPS.eoFillStroke;
	if (!isStroke && !isFill && !isBoth) return;
	const data: unknown = Array.isArray(args[1]) ? args[1][0] : undefined;
	if (!(data instanceof Float32Array) && !Array.isArray(data)) return;
	for (const polygon of polygonsOf(Array.from(data as ArrayLike<number>), matrix, top)) {
		if (isFill) addThinBox(rules, polygon);
		else for (let i = 1; i < polygon.length; i++) addSegment(rules, polygon[i - 1], polygon[i]);
	}
}

type Point = readonly [x: number, y: number];

/** The polygons of a packed path in page coordinates; curves end a side. */
function polygonsOf(data: readonly number[], matrix: Matrix, top: number): Point[][] {
	const polygons: Point[][] = [];
	let current: Point[] = [];
	const place = (x: number, y: number): Point => [
		matrix[0] * x + matrix[2] * y + matrix[4],
		top - (matrix[1] * x + matrix[3] * y + matrix[5]),
	];
	for (let i = 0; i < data.length; ) {
		const command = data[i] ?? -1;
		const count = coordinates[command];
		if (count === undefined) break;
		const x = data[i + count - 1] ?? 0;
		const y = data[i + count] ?? 0;
		if (command === 0) {
			current = [place(x, y)];
			polygons.push(current);
		} else if (command === 4) {
			if (current[0]) current.push(current[0]);
		} else current.push(place(x, y));
		i += count + 1;
	}
	return polygons;
}

function addSegment(rules: Rules, a: Point | undefined, b: Point | undefined): void {
	if (!a || !b) return;
	const dx = Math.abs(a[0] - b[0]);
	const dy = Math.abs(a[1] - b[1]);
	if (dy <= 1 && dx > 2) {
		rules.horizontal.push({ at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) });
	} else if (dx <= 1 && dy > 2) {
		rules.vertical.push({ at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) });
	}
}

function addThinBox(rules: Rules, polygon: readonly Point[]): void {
	const xs = polygon.map((p) => p[0]);
	const ys = polygon.map((p) => p[1]);
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [high, low] = [Math.min(...ys), Math.max(...ys)];
	const middle: [Point, Point] =
		low - high <= right - left
			? [
					[left, (high + low) / 2],
					[right, (high + low) / 2],
				]
			: [
					[(left + right) / 2, high],
					[(left + right) / 2, low],
				];
	if (Math.min(right - left, low - high) < thin) addSegment(rules, middle[0], middle[1]);
}
