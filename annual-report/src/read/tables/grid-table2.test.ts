import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../fixtures/read/blocks.setup.ts';
import type { Grid } from '../grid.ts';
import { readTable2 } from './grid-table2.ts';

const band = (article: string, cols = 4) => [
	{ text: `第二十条第（${article}）项`, cols },
	...new Array(cols - 1).fill(null),
];
const read = (form: '2019' | '2021', ...grids: Grid[]) =>
	Object.fromEntries(
		readTable2(grids, form).map(({ addresses, pieces }) => [addresses[0], pieces.map(({ text }) => text).join('|')]),
	);

const measures = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
const handled = ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'];

describe('readTable2', () => {
	it('reads the cells right of each label', () => {
		const grid = gridOf(band('一'), measures, ['规章', '0', '0', '0'], ['行政规范性文件', '3', '1', '12']);
		expect(read('2021', grid)).toEqual({ 't2.regulation.made': '0|0|0', 't2.normative.made': '3|1|12' });
	});

	it('reads a figure in a merged cell', () => {
		const grid = gridOf(
			band('五'),
			['信息内容', { text: '本年处理决定数量', cols: 3 }, null, null],
			['行政许可', { text: '96', cols: 3 }, null, null],
		);
		expect(read('2021', grid)).toEqual({ 't2.license.decisions': '96' });
	});

	it('finds the figure where the merged cell was lost, wherever it was put', () => {
		const grid = gridOf(band('五'), ['信息内容', '', '本年处理决定数量', ''], ['行政许可', '', '96', '']);
		expect(read('2021', grid)).toEqual({ 't2.license.decisions': '96' });
	});

	it('reads rows whose cells have other spans than their heads', () => {
		const grid = gridOf(
			band('五', 5),
			['信息内容', '上一年项目数量', { text: '本年增/减', cols: 2 }, null, '处理决定数量'],
			['行政许可', { text: '3', cols: 2 }, null, '-1', '7'],
		);
		expect(read('2019', grid)).toEqual({ 't2.license.prev': '3|-1|7' });
	});

	it('goes by the heads where a row has more cells than columns', () => {
		const grid = gridOf(
			band('八', 5),
			['信息内容', '', '上一年项目数量', '', '本年增/减'],
			['行政事业性收费', '', '5', '', '-2'],
		);
		expect(read('2019', grid)).toEqual({ 't2.fee.prev': '5|-2' });
	});

	it('goes on over tables pasted apart', () => {
		const one = gridOf(band('一'), measures, ['规章', '0', '0', '0']);
		const two = gridOf(['行政规范性文件', '1', '0', '4']);
		const three = gridOf(['第二十条第（六）项', '', '', ''], ['行政处罚', '8', '', '']);
		expect(read('2021', one, two, three)).toEqual({
			't2.regulation.made': '0|0|0',
			't2.normative.made': '1|0|4',
			't2.punish.decisions': '8',
		});
	});

	it('reads nothing of a table that only uses the same words', () => {
		expect(read('2021', gridOf(['事项', '数量'], ['行政许可', '12'], ['行政处罚', '3']))).toEqual({});
	});

	it('bears bands that are written in other ways', () => {
		for (const article of ['第二十条第（一）项', '第二十条第一项', '第二十条 第(一)项']) {
			const grid = gridOf([article, '', '', ''], measures, ['规章', '0', '0', '2']);
			expect(read('2021', grid), article).toEqual({ 't2.regulation.made': '0|0|2' });
		}
	});

	it('keeps empty cells', () => {
		const grid = gridOf(band('五'), handled, ['其他对外管理服务事项', '', '', '']);
		expect(read('2019', grid)).toEqual({ 't2.otherService.prev': '||' });
	});
});
