import { describe, expect, it } from 'vitest';
import { linesToStream } from '../../fixtures/read/blocks.setup.ts';
import { figuresOf, printed } from '../../fixtures/read/figures.setup.ts';
import { cellLines, flat, spacedRows, tabbedRows, textReport } from '../../fixtures/read/text-layouts.setup.ts';
import { recogniseForm } from './recognise.ts';

const linesOf = (form: '2014' | '2019' | '2021', year: number, write = cellLines) =>
	new TextDecoder().decode(textReport(form, year, printed(figuresOf(form, 1)), write)).split('\n');
const formOf = (lines: string[]) => recogniseForm(linesToStream(lines));

describe('recogniseForm', () => {
	it('knows each form in each layout', () => {
		for (const form of ['2014', '2019', '2021'] as const) {
			for (const write of [cellLines, flat, spacedRows, tabbedRows]) {
				expect(formOf(linesOf(form, 2020, write)), `${form} ${write.name}`).toBe(form);
			}
		}
	});

	it('goes by what is printed, not by the year', () => {
		expect(formOf(linesOf('2019', 2023))).toBe('2019');
		expect(formOf(linesOf('2021', 2019))).toBe('2021');
		expect(formOf(linesOf('2014', 2022))).toBe('2014');
	});

	it('tells the forms apart by table 3 alone', () => {
		for (const form of ['2019', '2021'] as const) {
			const lines = linesOf(form, 2022);
			const from = lines.findIndex((line) => line.startsWith('三、收到和处理'));
			expect(formOf(lines.slice(from)), form).toBe(form);
		}
	});

	it('goes by the year where only table 4 is left, which both forms share', () => {
		const lines = linesOf('2021', 2024);
		const from = lines.findIndex((line) => line.startsWith('四、'));
		const only = (year: number) => formOf([`白石镇${year}年政府信息公开工作年度报告`, ...lines.slice(from)]);
		expect([only(2019), only(2020), only(2021), only(2024)]).toEqual(['2019', '2019', '2021', '2021']);
	});

	it('knows a form with figures lost', () => {
		const lines = linesOf('2019', 2019).filter((line) => !/^\d+$/.test(line));
		expect(formOf(lines)).toBe('2019');
	});

	it('knows a form whose heads are broken over lines', () => {
		const lines = linesOf('2021', 2022).flatMap((line) => (line === '本年制发件数' ? ['本年制', '发件数'] : [line]));
		expect(formOf(lines)).toBe('2021');
	});

	it('finds no form in an outline, a table of another make or a mention', () => {
		expect(formOf(['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'])).toBe('none');
		expect(
			formOf(['指标名称 计量单位 2017年度 历年累计', '主动公开文件数 条 2122 10037', '接受行政诉讼、举报数 件 0 0']),
		).toBe('none');
		expect(formOf(['附：政府信息公开情况统计表', '（一）主动公开政府信息数、其中：主动公开规范性文件数见附表'])).toBe(
			'none',
		);
		expect(formOf([])).toBe('none');
	});
});
