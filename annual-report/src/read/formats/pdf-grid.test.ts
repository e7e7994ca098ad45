import { describe, expect, it } from 'vitest';
import { drawnTables } from './pdf-grid.ts';
import type { Rule, Rules } from './pdf-rules.ts';

const h = (at: number, from: number, to: number): Rule => ({ at, from, to });
const rules = (horizontal: Rule[], vertical: Rule[]): Rules => ({ horizontal, vertical });
const spans = (table: ReturnType<typeof drawnTables>[number] | undefined) =>
	table?.cells.map(({ row, col, rowSpan, colSpan }) => [row, col, rowSpan, colSpan]);

describe('drawnTables', () => {
	it('makes cells of lines that cross', () => {
		const [table] = drawnTables(
			rules([h(0, 0, 100), h(20, 0, 100), h(40, 0, 100)], [h(0, 0, 40), h(50, 0, 40), h(100, 0, 40)]),
		);
		expect(spans(table)).toEqual([
			[0, 0, 1, 1],
			[0, 1, 1, 1],
			[1, 0, 1, 1],
			[1, 1, 1, 1],
		]);
	});

	it('joins squares without a line between them', () => {
		const [table] = drawnTables(
			rules([h(0, 0, 100), h(20, 50, 100), h(40, 0, 100)], [h(0, 0, 40), h(50, 0, 40), h(75, 20, 40), h(100, 0, 40)]),
		);
		expect(spans(table)).toEqual([
			[0, 0, 2, 1],
			[0, 1, 1, 2],
			[1, 1, 1, 1],
			[1, 2, 1, 1],
		]);
	});

	it('takes lines drawn twice or thick for one', () => {
		const [table] = drawnTables(
			rules(
				[h(0, 0, 100), h(1.5, 0, 100), h(20, 0, 50), h(20.4, 50, 100), h(40, 0, 100)],
				[h(0, 0, 40), h(50, 0, 40), h(100, 0, 40), h(101, 0, 40)],
			),
		);
		expect(table?.cells).toHaveLength(4);
	});

	it('keeps tables apart that do not touch and sorts them down the page', () => {
		const at = (top: number) => [h(top, 0, 100), h(top + 20, 0, 100)];
		const sides = (top: number) => [h(0, top, top + 20), h(50, top, top + 20), h(100, top, top + 20)];
		const tables = drawnTables(rules([...at(200), ...at(0)], [...sides(200), ...sides(0)]));
		expect(tables.map(({ top }) => top)).toEqual([0, 200]);
	});

	it('bears lines that stop a little short', () => {
		const [table] = drawnTables(rules([h(0, 2, 98), h(20, 1, 99)], [h(0, 2, 19), h(50, 1, 19), h(100, 0, 21)]));
		expect(table?.cells).toHaveLength(2);
	});

	it('closes a row that a page end left open', () => {
		const [above] = drawnTables(rules([h(20, 0, 100), h(40, 0, 100)], [h(0, 0, 40), h(50, 0, 40), h(100, 0, 40)]));
		expect(above).toMatchObject({ top: 0, bottom: 40 });
		expect(above?.cells).toHaveLength(4);
		const [below] = drawnTables(rules([h(0, 0, 100), h(20, 0, 100)], [h(0, 0, 40), h(50, 0, 40), h(100, 0, 40)]));
		expect(below?.bottom).toBe(40);
	});

	it('makes no table of a single line, a frame or nothing', () => {
		expect(drawnTables(rules([h(0, 0, 100)], []))).toEqual([]);
		expect(drawnTables(rules([h(0, 0, 100), h(40, 0, 100)], [h(0, 0, 40), h(100, 0, 40)]))).toEqual([]);
		expect(drawnTables(rules([], []))).toEqual([]);
	});

	it('does not try to make a table of a drawing', () => {
		const many = Array.from({ length: 4000 }, (_, i) => h(i, 0, 100));
		expect(drawnTables(rules(many, many))).toEqual([]);
	});
});
