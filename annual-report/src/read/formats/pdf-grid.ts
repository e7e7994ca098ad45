import type { Rule, Rules } from './pdf-rules.ts';

/** A cell drawn by ruling lines, in squares of its table and in points on the page. */
export interface DrawnCell {
	row: number;
	col: number;
	rowSpan: number;
	colSpan: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** A table drawn on a page. */
export interface DrawnTable {
	top: number;
	bottom: number;
	left: number;
	right: number;
	cells: DrawnCell[];
}

/** Lines this close are one line drawn twice, or the two edges of a thick one. */
const near = 3;
/** A table has hundreds of lines at most; more is a drawing. */
const mostRules = 3000;

/** The tables that ruling lines draw: lines that touch belong together, squares without a line between them are one cell. */
export function drawnTables(rules: Rules): DrawnTable[] {
	if (rules.horizontal.length + rules.vertical.length > mostRules) return [];
	return components(rules)
		.map(tableOf)
		.filter((table) => table !== undefined)
		.sort((a, b) => a.top - b.top);
}

function components(rules: Rules): Rules[] {
	const groups: Rules[] = [];
	const add = (rule: Rule, kind: 'horizontal' | 'vertical') => {
		const touching = groups.filter((group) => touches(group, rule, kind));
		const merged: Rules = { horizontal: [], vertical: [] };
		for (const group of touching) {
			merged.horizontal.push(...group.horizontal);
			merged.vertical.push(...group.vertical);
			groups.splice(groups.indexOf(group), 1);
		}
		merged[kind].push(rule);
		groups.push(merged);
	};
	for (const rule of rules.vertical) add(rule, 'vertical');
	for (const rule of rules.horizontal) add(rule, 'horizontal');
	return groups.map(closed);
}

/** A page end leaves a row without its upper or lower line; the lines beside it say how far it reaches. */
function closed(rules: Rules): Rules {
	const [left, right] = [Math.min(...rules.vertical.map((r) => r.at)), Math.max(...rules.vertical.map((r) => r.at))];
	const [top, bottom] = [Math.min(...rules.vertical.map((r) => r.from)), Math.max(...rules.vertical.map((r) => r.to))];
	const isOpen = (at: number) =>
		rules.vertical.length > 2 && !rules.horizontal.some((r) => Math.abs(r.at - at) <= 2 * near);
	const missing = [top, bottom].filter(isOpen).map((at) => ({ at, from: left, to: right }));
	return { ...rules, horizontal: [...rules.horizontal, ...missing] };
}

function touches(group: Rules, rule: Rule, kind: 'horizontal' | 'vertical'): boolean {
	const crossing = kind === 'horizontal' ? group.vertical : group.horizontal;
	const along = kind === 'horizontal' ? group.horizontal : group.vertical;
	return (
		crossing.some((other) => covers(other, rule.at) && covers(rule, other.at)) ||
		along.some(
			(other) => Math.abs(other.at - rule.at) <= near && other.from <= rule.to + near && other.to >= rule.from - near,
		)
	);
}

function covers(rule: Rule, position: number): boolean {
	return rule.from - near <= position && position <= rule.to + near;
}

function tableOf(rules: Rules): DrawnTable | undefined {
	const xs = positions(rules.vertical);
	const ys = positions(rules.horizontal);
	const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
	if (xs.length < 3 && ys.length < 3) return undefined;
	if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined;
	return { top, bottom, left, right, cells: cellsOf(rules, xs, ys) };
}

function positions(rules: readonly Rule[]): number[] {
	const found: number[] = [];
	for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b)) {
		if (found.length === 0 || at - (found.at(-1) ?? 0) > near) found.push(at);
	}
	return found;
}

function cellsOf(rules: Rules, xs: readonly number[], ys: readonly number[]): DrawnCell[] {
	const columns = xs.length - 1;
	const rows = ys.length - 1;
	const taken = new Set<number>();
	const cells: DrawnCell[] = [];
	const x = (i: number) => xs[i] ?? 0;
	const y = (i: number) => ys[i] ?? 0;
	const hasRight = (row: number, col: number) => isDrawn(rules.vertical, x(col + 1), (y(row) + y(row + 1)) / 2);
	const hasBelow = (row: number, col: number) => isDrawn(rules.horizontal, y(row + 1), (x(col) + x(col + 1)) / 2);
	for (let row = 0; row < rows; row++) {
		for (let col = 0; col < columns; col++) {
			if (taken.has(row * columns + col)) continue;
			let colSpan = 1;
			while (col + colSpan < columns && !hasRight(row, col + colSpan - 1)) colSpan++;
			let rowSpan = 1;
			while (row + rowSpan < rows && !hasBelow(row + rowSpan - 1, col)) rowSpan++;
			for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) taken.add(r * columns + c);
			cells.push({
				row,
				col,
				rowSpan,
				colSpan,
				left: x(col),
				right: x(col + colSpan),
				top: y(row),
				bottom: y(row + rowSpan),
			});
		}
	}
	return cells;
}

function isDrawn(rules: readonly Rule[], at: number, middle: number): boolean {
	return rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= middle && middle <= rule.to);
}
