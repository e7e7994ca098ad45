import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { Report, Section } from '../model/index.ts';
import { chineseNumber, renderInputOf } from './input.ts';

const section = (n: number | null, level: number, heading: string, body = ''): Section => ({ n, level, heading, body });
const tablesOf = (report: Report) =>
	renderInputOf(report).sections.flatMap(({ heading, table }) => (table ? [[heading, table]] : []));

describe('chineseNumber', () => {
	it.each([
		[1, '一'],
		[9, '九'],
		[10, '十'],
		[11, '十一'],
		[14, '十四'],
		[20, '二十'],
		[35, '三十五'],
	])('writes %i as %s', (n, text) => {
		expect(chineseNumber(n)).toBe(text);
	});
});

describe('renderInputOf', () => {
	it('writes ordinals by level and none where the heading has none', () => {
		const sections = [section(2, 1, '甲'), section(11, 2, '乙'), section(3, 3, '丙'), section(null, 1, '丁')];
		const input = renderInputOf({ ...cleanReport('2014'), form: 'none', sections });
		expect(input.sections.map(({ ordinal }) => ordinal)).toEqual(['二、', '（十一）', '3.', '']);
	});

	it('makes a paragraph of each line of a body', () => {
		const sections = [section(1, 1, '甲', '第一段。\n\n第二段。')];
		const input = renderInputOf({ ...cleanReport('2014'), form: 'none', sections });
		expect(input.sections[0]?.paragraphs).toEqual(['第一段。', '第二段。']);
	});

	it('puts each table into its section', () => {
		expect(tablesOf(cleanReport('2021'))).toEqual([
			['主动公开政府信息情况', 't2'],
			['收到和处理政府信息公开申请情况', 't3'],
			['政府信息公开行政复议、行政诉讼情况', 't4'],
		]);
	});

	it('knows a section by its variant and puts the table behind its sub-headings', () => {
		const sections = [
			section(1, 1, '主动公开政府信息的情况', '如下。'),
			section(1, 2, '说明'),
			section(2, 1, '收到和处理政府信息公开申请情况'),
		];
		expect(tablesOf({ ...cleanReport('2021'), sections })).toEqual([
			['说明', 't2'],
			['收到和处理政府信息公开申请情况', 't3'],
			['政府信息公开行政复议、行政诉讼情况表', 't4'],
		]);
	});

	it('puts a table without a section at the end, so that no figure is lost', () => {
		expect(tablesOf({ ...cleanReport('2021'), sections: [] }).map(([, key]) => key)).toEqual(['t2', 't3', 't4']);
		expect(tablesOf(cleanReport('2014'))).toEqual([['政府信息公开情况统计表', 'stat']]);
	});

	it('does not change the report', () => {
		const report = cleanReport('2021');
		const before = structuredClone(report);
		renderInputOf(report);
		expect(report).toEqual(before);
	});

	it('takes the preface from the reader, or the lines above the first heading but the title', () => {
		const report = cleanReport('2021');
		expect(renderInputOf({ ...report, preface: '甲。\n乙。' }).preface).toEqual(['甲。', '乙。']);
		const lines = [{ text: report.title, at: {} }, ...report.lines];
		expect(renderInputOf({ ...report, lines }).preface).toEqual([
			'本报告根据《中华人民共和国政府信息公开条例》编制。统计期限自2024年1月1日起至12月31日止。',
		]);
		expect(renderInputOf({ ...report, lines: [] }).preface).toEqual([]);
	});
});
