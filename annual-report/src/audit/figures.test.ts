import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { Cell, Report } from '../model/index.ts';
import { cellLabel, columnLabel, missingTotalsOf, operand, rowLabel, sumOf } from './figures.ts';

const cell = (state: Cell['state'], value: number | null = null, by?: string): Cell => ({
	value,
	state,
	raw: value === null ? '' : String(value),
	...(by ? { by } : {}),
});
const none = new Map<string, number>();

describe('operand', () => {
	const cells = {
		a: cell('number', 7),
		b: cell('blank'),
		c: cell('dash'),
		d: cell('unreadable'),
		e: cell('absent'),
		f: cell('reconstructed', 4, 'T3-ROW'),
		'stat.3.1.5': cell('absent'),
	};

	it.each([
		['a', 7],
		['b', 0],
		['c', 0],
		['f', 4],
		['stat.3.1.5', 0],
		['stat.8.1', 0],
	])('reads %s as %s', (address, expected) => {
		expect(operand(cells, address, none)).toBe(expected);
	});

	it.each(['d', 'e', 'g', 'stat.3.1.4'])('knows nothing of %s', (address) => {
		expect(operand(cells, address, none)).toBeNaN();
	});

	it('takes the figure its parts give for a total left blank', () => {
		expect(operand(cells, 'b', new Map([['b', 12]]))).toBe(12);
	});

	it('refuses a cell recovered from the identity under test, and only from that', () => {
		expect(operand(cells, 'f', none, 'T3-ROW')).toBeNaN();
		expect(operand(cells, 'f', none, 'T3-SUM')).toBe(4);
	});

	it('does not trust a figure cell without a figure', () => {
		expect(operand({ x: cell('number') }, 'x', none)).toBeNaN();
	});
});

describe('sumOf', () => {
	it('adds figures and zero marks, and knows nothing once a part is unknown', () => {
		const cells = { a: cell('number', 3), b: cell('blank'), c: cell('number', -1), d: cell('unreadable') };
		expect(sumOf(cells, ['a', 'b', 'c'], none)).toBe(2);
		expect(sumOf(cells, ['a', 'd', 'c'], none)).toBeNaN();
		expect(sumOf(cells, [], none)).toBe(0);
	});
});

describe('missingTotalsOf', () => {
	const withCells = (form: '2014' | '2021', cells: Record<string, Cell>): Report => {
		const report = cleanReport(form);
		return { ...report, cells: { ...report.cells, ...cells } };
	};

	it('finds no missing total in a clean report', () => {
		expect(missingTotalsOf(cleanReport('2021')).size).toBe(0);
	});

	it('works out a row total, a column total and the corner where both ways are blank', () => {
		const missing = missingTotalsOf(
			withCells('2021', {
				't3.granted.total': cell('blank'),
				't3.total.natural': cell('dash'),
				't3.total.total': cell('blank'),
			}),
		);
		expect(missing.get('t3.granted.total')).toBe(8);
		expect(missing.get('t3.total.natural')).toBe(12);
		expect(missing.get('t3.total.total')).toBe(19);
	});

	it('leaves a blank total alone whose parts are all zero', () => {
		const report = withCells('2021', { 't3.deny.law.total': cell('blank'), 't4.direct.total': cell('dash') });
		expect(missingTotalsOf(report).size).toBe(0);
	});

	it('says that a total is missing even where its parts cannot be read', () => {
		const report = withCells('2021', { 't3.granted.total': cell('blank'), 't3.granted.natural': cell('unreadable') });
		expect(missingTotalsOf(report).get('t3.granted.total')).toBeNaN();
	});

	it('works from the inside out in the 2014 table', () => {
		const report = withCells('2014', { 'stat.3.3.4': cell('blank'), 'stat.3.3': cell('blank') });
		expect([...missingTotalsOf(report)]).toEqual(
			expect.arrayContaining([
				['stat.3.3.4', 1],
				['stat.3.3', 7],
			]),
		);
	});

	it('has nothing to say of a narrative', () => {
		expect(missingTotalsOf({ ...cleanReport('2014'), form: 'none' }).size).toBe(0);
	});
});

describe('labels', () => {
	it('drop what every row of the results shares and the long remark of 部分公开', () => {
		expect(rowLabel('t3.deny.secret.natural', '2021')).toBe('（三）不予公开 1.属于国家秘密');
		expect(rowLabel('t3.partial.total', '2021')).toBe('（二）部分公开');
		expect(columnLabel('t3.partial.otherOrg', '2021')).toBe('其他');
	});

	it('name a cell by row and column, or by its line in the 2014 table', () => {
		expect(cellLabel('t2.normative.made', '2019')).toBe('「规范性文件」的「本年新制作数量」');
		expect(cellLabel('stat.4', '2014')).toBe('「四、行政复议数量」');
	});
});
