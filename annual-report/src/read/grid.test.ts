import { describe, expect, it } from 'vitest';
import { cellsOfRow, expand, type GridCell, type LooseCell, placeCells, rowsOf } from './grid.ts';

const loose = (text: string, rowSpan = 1, colSpan = 1): LooseCell => ({ text, rowSpan, colSpan });
const place = (row: number, col: number) => ({ table: 1, row: row + 1, column: col + 1 });
const cell = (row: number, col: number, text: string, rowSpan = 1, colSpan = 1): GridCell => ({
	row,
	col,
	rowSpan,
	colSpan,
	text,
	at: {},
});
const texts = (cells: readonly GridCell[]) => cells.map((c) => c.text);

describe('placeCells', () => {
	it('puts cells of a plain table where they stand', () => {
		const grid = placeCells(
			[
				[loose('a'), loose('b')],
				[loose('c'), loose('d')],
			],
			place,
		);
		expect(grid.width).toBe(2);
		expect(grid.rows.map((row) => row.map((c) => c?.text))).toEqual([
			['a', 'b'],
			['c', 'd'],
		]);
		expect(grid.cells[3]?.at).toEqual({ table: 1, row: 2, column: 2 });
	});

	it('moves cells right of one that reaches down', () => {
		const grid = placeCells([[loose('a', 2), loose('b')], [loose('c')]], place);
		expect(grid.rows[1]?.map((c) => c?.text)).toEqual(['a', 'c']);
		expect(grid.cells[2]).toMatchObject({ row: 1, col: 1 });
	});

	it('spans columns', () => {
		const grid = placeCells([[loose('a', 1, 3)], [loose('b'), loose('c'), loose('d')]], place);
		expect(grid.rows[0]?.map((c) => c?.text)).toEqual(['a', 'a', 'a']);
		expect(grid.width).toBe(3);
	});

	it('cuts a span at the end of the table and takes nonsense for one', () => {
		const grid = placeCells([[loose('a', 9), loose('b', -2, 0)], [loose('c', Number.NaN)]], place);
		expect(grid.cells.map((c) => [c.rowSpan, c.colSpan])).toEqual([
			[2, 1],
			[1, 1],
			[1, 1],
		]);
	});

	it('stops at the widest table it will build', () => {
		const row = Array.from({ length: 3000 }, () => loose('x'));
		expect(placeCells([row], place).width).toBe(2000);
	});

	it('bears rows without cells', () => {
		expect(placeCells([[], [loose('a')], []], place).rows).toHaveLength(2);
	});
});

describe('expand', () => {
	it('lets the first of two cells keep a square both claim', () => {
		const grid = expand([cell(0, 0, 'a', 1, 2), cell(0, 1, 'b')]);
		expect(grid.rows[0]?.map((c) => c?.text)).toEqual(['a', 'a']);
	});

	it('leaves squares nobody covers empty', () => {
		const grid = expand([cell(0, 2, 'a'), cell(2, 0, 'b')]);
		expect(grid.rows[0]?.[0]).toBeUndefined();
		expect(grid.rows[1]).toEqual([]);
		expect(grid.rows).toHaveLength(3);
	});

	it('stops when squares run into the hundred thousands', () => {
		const big = expand([cell(0, 0, 'a', 400, 400), cell(500, 0, 'b', 400, 400)]);
		expect(big.rows.length).toBeLessThan(500);
	});
});

describe('cellsOfRow', () => {
	it('names each cell once, those from above too', () => {
		const grid = expand([cell(0, 0, 'a', 2), cell(0, 1, 'b', 1, 2), cell(1, 1, 'c'), cell(1, 2, 'd')]);
		expect(texts(cellsOfRow(grid, 0))).toEqual(['a', 'b']);
		expect(texts(cellsOfRow(grid, 1))).toEqual(['a', 'c', 'd']);
		expect(cellsOfRow(grid, 7)).toEqual([]);
	});
});

describe('rowsOf', () => {
	it('walks several tables as one', () => {
		const one = expand([cell(0, 0, 'a'), cell(1, 0, 'b')]);
		const two = expand([cell(0, 0, 'c')]);
		expect(rowsOf([one, two]).map(({ y, cells }) => [y, ...texts(cells)])).toEqual([
			[0, 'a'],
			[1, 'b'],
			[0, 'c'],
		]);
	});
});
