import { describe, expect, it } from 'vitest';
import { blocksOf, gridOf } from '../../fixtures/read/blocks.setup.ts';
import { figuresOf, printed } from '../../fixtures/read/figures.setup.ts';
import { htmlReport } from '../../fixtures/read/html-layouts.setup.ts';
import { readLines } from '../../fixtures/read/read-fixture.setup.ts';
import { flat, tabbedCells, textReport } from '../../fixtures/read/text-layouts.setup.ts';
import { allAddresses } from '../forms/index.ts';
import { readReport } from './index.ts';
import { reportOf } from './report.ts';

const figures = figuresOf('2021', 31);

describe('a report', () => {
	it('has every cell of its form, absent ones too', async () => {
		const report = await readLines(
			'表四',
			'行政复议 行政诉讼',
			'结果维持 结果纠正 其他结果 尚未审结 总计',
			'未经复议直接起诉 复议后起诉',
		);
		expect(Object.keys(report.cells)).toEqual(allAddresses(report.form));
		expect(new Set(Object.values(report.cells).map((cell) => cell.state))).toEqual(new Set(['absent']));
	});

	it('gives every line of its source, numbered', async () => {
		const report = await readLines('甲', '', '乙\t丙');
		expect(report.lines).toEqual([
			{ text: '甲', at: { line: 1 } },
			{ text: '', at: { line: 2 } },
			{ text: '乙\t丙', at: { line: 3 } },
		]);
	});

	it('gives table rows as lines of its source', async () => {
		const report = await readReport(htmlReport('2021', 2022, printed(figures)), 'a.html');
		const line = report.lines.find(({ text }) => text.startsWith('规章\t'));
		expect(line?.text.split('\t')).toHaveLength(4);
		expect(line?.at).toEqual({ table: 1, row: 3, column: 1 });
	});

	it('keeps what stands before the first heading apart', async () => {
		const report = await readReport(textReport('2021', 2022, printed(figures), tabbedCells), 'a.txt');
		expect(report.preface).toContain('统计期限自2022年1月1日');
		expect(report.preface).not.toContain('政府信息公开工作年度报告');
		expect(report.sections[0]?.heading).toBe('总体情况');
	});

	it('keeps the preface of a text without line ends', async () => {
		const report = await readReport(textReport('2021', 2022, printed(figures), flat, ''), 'a.txt');
		expect(report.preface).toContain('本报告依照');
		expect(report.sections.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('carries the name of its file and nothing of its path', async () => {
		expect((await readReport(new TextEncoder().encode('甲'), '白石镇2022.txt')).file).toBe('白石镇2022.txt');
	});

	it('lets the same sentence of two tables in text and grid count once, the grid first', () => {
		const head = [
			'（本列数据的勾稽关系为：…）',
			'自然人',
			'商业企业',
			'科研机构',
			'社会公益组织',
			'法律服务机构',
			'其他',
			'总计',
		];
		const label = '一、本年新收政府信息公开申请数量';
		const grid = gridOf(head, [label, '1', '0', '0', '0', '0', '0', '1']);
		const text = blocksOf(`${label} 2 0 0 0 0 0 2`, '二、上年结转政府信息公开申请数量 5 0 0 0 0 0 5');
		const report = reportOf({ blocks: [{ kind: 'table', grid }, ...text], loose: false, warnings: [] }, 'a');
		expect(report.cells['t3.new.total']?.value).toBe(1);
		expect(report.cells['t3.carried_in.total']?.value).toBe(5);
	});

	it('passes on what its reader warned of', () => {
		const report = reportOf({ blocks: [], loose: false, warnings: [{ message: '缺一页。' }] }, 'a');
		expect(report.warnings).toEqual([{ message: '缺一页。' }]);
	});

	it('takes the page head for the date where nothing is signed', () => {
		const report = reportOf({ blocks: blocksOf('甲。'), loose: false, warnings: [], publishedOn: '2024-01-20' }, 'a');
		expect(report.signedOn).toBe('2024-01-20');
	});
});

describe('a report and its narrative', () => {
	it('do not mix: figures of tables make no claims', async () => {
		for (const write of [tabbedCells, flat]) {
			const report = await readReport(
				textReport('2021', 2022, printed(figures), write, write === flat ? '' : '\n'),
				'a.txt',
			);
			expect(report.claims.filter(({ kind }) => kind === 'count' || kind === 'sum')).toEqual([]);
		}
	});

	it('keep their places: a claim knows its line', async () => {
		const report = await readLines(
			'白石镇2022年政府信息公开工作年度报告',
			'一、总体情况',
			'',
			'共受理政府信息公开申请3件。',
		);
		expect(report.claims[0]).toMatchObject({ value: 3, at: { line: 4 } });
	});
});
