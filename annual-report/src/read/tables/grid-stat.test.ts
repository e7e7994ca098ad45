import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../fixtures/read/blocks.setup.ts';
import type { Grid } from '../grid.ts';
import { readStatTable } from './grid-stat.ts';

const read = (...grids: Grid[]) =>
	Object.fromEntries(
		readStatTable(grids).map(({ addresses, pieces }) => [addresses[0], pieces.map(({ text }) => text).join('|')]),
	);

describe('readStatTable', () => {
	it('reads label, unit and figure', () => {
		const grid = gridOf(
			['统计指标', '单位', '统计数'],
			['一、主动公开情况', '', ''],
			['（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条', '170'],
			['其中：主动公开规范性文件数', '条', '110'],
		);
		expect(read(grid)).toEqual({ 'stat.1.1': '170', 'stat.1.1.1': '110' });
	});

	it('tells lines of the same words apart by their order', () => {
		const grid = gridOf(
			['四、行政复议数量', '件', '5'],
			['（一）维持具体行政行为数', '件', '1'],
			['（二）被依法纠错数', '件', '2'],
			['（三）其他情形数', '件', '2'],
			['五、行政诉讼数量', '件', '1'],
			['（一）维持具体行政行为或者驳回原告诉讼请求数', '件', '0'],
			['（二）被依法纠错数', '件', '0'],
			['（三）其他情形数', '件', '1'],
			['六、被举报投诉数量', '件', '3'],
			['（三）其他情形数', '件', '3'],
		);
		expect(read(grid)).toEqual({
			'stat.4': '5',
			'stat.4.1': '1',
			'stat.4.2': '2',
			'stat.4.3': '2',
			'stat.5': '1',
			'stat.5.1': '0',
			'stat.5.2': '0',
			'stat.5.3': '1',
			'stat.6': '3',
			'stat.6.3': '3',
		});
	});

	it('keeps an empty figure', () => {
		expect(read(gridOf(['3.政策解读稿件发布数', '篇', '']))).toEqual({ 'stat.2.2.3': '' });
	});

	it('reads tables without a column of units', () => {
		expect(read(gridOf(['指标', '数量'], ['（一）收到申请数', '12'], ['1.当面申请数', '7']))).toEqual({
			'stat.3.1': '12',
			'stat.3.1.1': '7',
		});
	});

	it('reads two columns of lines side by side', () => {
		const grid = gridOf(['（一）收到申请数', '件', '12', '1.当面申请数', '件', '7']);
		expect(read(grid)).toEqual({ 'stat.3.1': '12', 'stat.3.1.1': '7' });
	});

	it('reads a label whose note is damaged', () => {
		const grid = gridOf([
			'（三）政府信息公开专项经费（不包括政府公报编辑管理及网站建设）护等方面的经费）',
			'万元',
			'2',
		]);
		expect(read(grid)).toEqual({ 'stat.12.3': '2' });
	});

	it('reads nothing of other tables', () => {
		expect(read(gridOf(['项目', '数量'], ['车辆', '3'], ['条', '次']))).toEqual({});
	});
});
