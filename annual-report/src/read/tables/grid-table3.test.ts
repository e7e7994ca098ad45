import { describe, expect, it } from 'vitest';
import { gridOf, type TestCell } from '../../../fixtures/read/blocks.setup.ts';
import type { Grid } from '../grid.ts';
import { tablesFromGrids } from './from-grid.ts';
import { readTable3 } from './grid-table3.ts';

const read = (form: '2019' | '2021', ...grids: Grid[]) =>
	Object.fromEntries(
		readTable3(grids, form).map(({ addresses, pieces }) => [
			addresses[0]?.replace('.natural', ''),
			pieces.map(({ text }) => text).join('|'),
		]),
	);

const organisations = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
/** The three head rows over ten columns. */
const head: (readonly TestCell[])[] = [
	[
		{ text: '（本列数据的勾稽关系为：…）', rows: 3, cols: 3 },
		null,
		null,
		{ text: '申请人情况', cols: 7 },
		...new Array(6).fill(null),
	],
	[
		null,
		null,
		null,
		{ text: '自然人', rows: 2 },
		{ text: '法人或其他组织', cols: 5 },
		null,
		null,
		null,
		null,
		{ text: '总计', rows: 2 },
	],
	[null, null, null, null, ...organisations, null],
];
const wide = (text: string, ...figures: TestCell[]): TestCell[] => [{ text, cols: 3 }, null, null, ...figures];

describe('readTable3', () => {
	it('reads the seven cells right of a label', () => {
		const grid = gridOf(...head, wide('一、本年新收政府信息公开申请数量', '1', '2', '0', '0', '0', '0', '3'));
		expect(read('2021', grid)).toEqual({ 't3.new': '1|2|0|0|0|0|3' });
	});

	it('takes the rightmost label: groups stand left of it', () => {
		const grid = gridOf(
			...head,
			[
				{ text: '三、本年度办理结果', rows: 2 },
				{ text: '（三）不予公开', rows: 2 },
				'1.属于国家秘密',
				'1',
				'0',
				'0',
				'0',
				'0',
				'0',
				'1',
			],
			[null, null, '2.其他法律行政法规禁止公开', '2', '0', '0', '0', '0', '0', '2'],
		);
		expect(read('2021', grid)).toEqual({ 't3.deny.secret': '1|0|0|0|0|0|1', 't3.deny.law': '2|0|0|0|0|0|2' });
	});

	it('does not take a head row for a row', () => {
		expect(read('2021', gridOf(...head))).toEqual({});
	});

	it('tells 「3.其他」 from the head 「其他」 by its place', () => {
		const correct = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
		const fee = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请';
		const zero = ['0', '0', '0', '0', '0', '0', '0'];
		const group = (text: string, rows: number): TestCell => ({ text, rows });
		const grid = gridOf(
			...head,
			[group('三、', 4), group('（六）其他处理', 3), correct, ...zero],
			[null, null, fee, ...zero],
			[null, null, '3.其他', '4', '0', '0', '0', '0', '0', '4'],
			[null, { text: '（七）总计', cols: 2 }, null, '9', '0', '0', '0', '0', '0', '9'],
		);
		const found = read('2021', grid);
		expect(found['t3.other.misc']).toBe('4|0|0|0|0|0|4');
		expect(found['t3.total']).toBe('9|0|0|0|0|0|9');
	});

	it('reads 「（六）其他处理」 as a row of the 2019 form', () => {
		const grid = gridOf(...head, ['', { text: '（六）其他处理', cols: 2 }, null, '5', '0', '0', '0', '0', '0', '5']);
		expect(read('2019', grid)).toEqual({ 't3.other': '5|0|0|0|0|0|5' });
		expect(read('2021', grid)).toEqual({});
	});

	it('goes by the heads where filler cells stand before the figures', () => {
		const grid = gridOf(...head, ['二、上年结转政府信息公开申请数量', '', '', '1', '', '', '', '', '', '1']);
		expect(read('2021', grid)).toEqual({ 't3.carried_in': '1||||||1' });
	});

	it('takes one cell over several columns for all of them only when it says nothing', () => {
		const empty = gridOf(...head, wide('四、结转下年度继续办理', { text: '无', cols: 7 }, ...new Array(6).fill(null)));
		expect(read('2021', empty)).toEqual({ 't3.carried_out': '无|无|无|无|无|无|无' });
		const figure = gridOf(
			...head,
			wide('四、结转下年度继续办理', '2', { text: '3', cols: 6 }, ...new Array(5).fill(null)),
		);
		expect(read('2021', figure)).toEqual({ 't3.carried_out': '2|3' });
	});

	it('keeps the columns of the head over several tables', () => {
		const one = gridOf(...head, wide('一、本年新收政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'));
		const two = gridOf(['四、结转下年度继续办理', '', '', '6', '', '', '', '', '', '6']);
		expect(read('2021', one, two)).toEqual({ 't3.new': '1|0|0|0|0|0|1', 't3.carried_out': '6||||||6' });
	});

	it('gives back too few cells as they are, for others to judge', () => {
		const grid = gridOf(['二、上年结转政府信息公开申请数量', '640020470']);
		expect(read('2021', grid)).toEqual({ 't3.carried_in': '640020470' });
	});
});

describe('tablesFromGrids', () => {
	it('believes the first of two copies of a row', () => {
		const row = (n: string) => gridOf(...head, wide('四、结转下年度继续办理', n, '0', '0', '0', '0', '0', n));
		const segments = tablesFromGrids([row('1'), row('2')], '2021');
		expect(segments.map(({ pieces }) => pieces[0]?.text)).toEqual(['1']);
	});
});
