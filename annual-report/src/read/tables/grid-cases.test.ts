import { describe, expect, it } from 'vitest';
import { gridOf, type TestCell } from '../../../fixtures/read/blocks.setup.ts';
import type { Grid } from '../grid.ts';
import { readCaseTable } from './grid-cases.ts';

const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const covered = (n: number): null[] => new Array(n).fill(null);
const over = (text: string, cols: number): TestCell[] => [{ text, cols }, ...covered(cols - 1)];

const official: (readonly TestCell[])[] = [
	[...over('行政复议', 5), ...over('行政诉讼', 10)],
	[...five.map((text) => ({ text, rows: 2 })), ...over('未经复议直接起诉', 5), ...over('复议后起诉', 5)],
	[...covered(5), ...five, ...five],
];
const figures = Array.from({ length: 15 }, (_, i) => String(i));

const read = (...grids: Grid[]) =>
	readCaseTable(grids).map(({ addresses, pieces }) => [
		addresses[0],
		addresses.length,
		pieces.map(({ text }) => text).join('|'),
	]);

describe('readCaseTable', () => {
	it('reads the row below the official heads', () => {
		expect(read(gridOf(...official, figures))).toEqual([['t4.review.maintained', 15, figures.join('|')]]);
	});

	it('reads empty cells as they stand', () => {
		const row = figures.map((text) => (Number(text) % 4 === 0 ? text : ''));
		expect(read(gridOf(...official, row))).toEqual([['t4.review.maintained', 15, row.join('|')]]);
	});

	it('reads a row in which nothing is filled', () => {
		expect(read(gridOf(...official, new Array(15).fill('')))[0]?.[2]).toBe('||||||||||||||');
	});

	it('finds the heads a row higher where merged cells were lost', () => {
		const lost = [
			['行政复议', '', '', '', '', '行政诉讼', ...new Array(9).fill('')],
			[...five, '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
			['', '', '', '', '', ...five, ...five],
		];
		expect(read(gridOf(...lost, figures))).toEqual([['t4.review.maintained', 15, figures.join('|')]]);
	});

	it('reads groups pasted as tables of their own', () => {
		const group = (from: number) => gridOf(five, figures.slice(from, from + 5));
		expect(read(group(0), group(5), group(10))).toEqual([
			['t4.review.maintained', 5, '0|1|2|3|4'],
			['t4.direct.maintained', 5, '5|6|7|8|9'],
			['t4.afterReview.maintained', 5, '10|11|12|13|14'],
		]);
	});

	it('reads a whole row under heads of which a page end left some above', () => {
		const below = gridOf([...new Array(5).fill(''), ...five, ...five], figures);
		expect(read(gridOf(...official.slice(0, 2)), below)).toEqual([['t4.review.maintained', 15, figures.join('|')]]);
	});

	it('passes over a label in front of the figures', () => {
		const rows = [
			['', ...five],
			['件数', ...figures.slice(0, 5)],
		];
		expect(read(gridOf(...rows))).toEqual([]);
		const blank = [
			['', ...five],
			['', ...figures.slice(0, 5)],
		];
		expect(read(gridOf(...blank))).toEqual([['t4.review.maintained', 5, '0|1|2|3|4']]);
	});

	it('reads nothing of other tables', () => {
		expect(read(gridOf(['其他', '总计', '维持'], ['1', '2', '3']))).toEqual([]);
		expect(read(gridOf(['甲', '乙'], ['1', '2']))).toEqual([]);
	});

	it('reads nothing below heads without figures', () => {
		expect(read(gridOf(...official))).toEqual([]);
	});
});
