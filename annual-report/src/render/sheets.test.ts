import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import { allAddresses } from '../forms/index.ts';
import { csvField, csvFile, renderCsv } from './csv.ts';
import { reportJson } from './json.ts';
import { printedText, signedDate } from './text.ts';
import { renderXlsx } from './xlsx.ts';

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
	return workbook;
}

describe('a report as xlsx', () => {
	it('has a sheet for each table and one for all cells', async () => {
		const workbook = await open(await renderXlsx(cleanReport('2021')));
		expect(workbook.worksheets.map(({ name }) => name)).toEqual([
			'主动公开政府信息情况表',
			'收到和处理政府信息公开申请情况表',
			'政府信息公开行政复议行政诉讼情况表',
			'单元格',
		]);
		expect(workbook.getWorksheet('单元格')?.rowCount).toBe(201);
	});

	it('keeps figures as numbers, merges as merges and blanks as nothing', async () => {
		const report = cleanReport('2021');
		report.cells['t3.new.business'] = { value: null, state: 'blank', raw: '' };
		report.cells['t3.new.research'] = { value: null, state: 'dash', raw: '/' };
		const sheet = (await open(await renderXlsx(report))).worksheets[1];
		expect(sheet?.getCell('D4').value).toBe(12);
		expect(sheet?.getCell('E4').value).toBeNull();
		expect(sheet?.getCell('F4').value).toBe('/');
		expect(sheet?.getCell('A6').isMerged).toBe(true);
		expect(sheet?.getCell('A27').master.address).toBe('A6');
	});

	it('says the state of each cell in words', async () => {
		const report = cleanReport('2021');
		report.cells['t2.fee.wan'] = { value: null, state: 'unreadable', raw: '三万?' };
		const sheet = (await open(await renderXlsx(report))).getWorksheet('单元格');
		const row = sheet?.getRow(11).values as unknown[];
		expect(Array.from(row.slice(1), (value) => value ?? null)).toEqual([
			't2.fee.wan',
			'行政事业性收费·本年收费金额（单位：万元）',
			'万元',
			null,
			'无法读取',
			'三万?',
		]);
	});

	it('gives the same bytes again', async () => {
		const [a, b] = [await renderXlsx(cleanReport('2019')), await renderXlsx(cleanReport('2019'))];
		expect(Buffer.compare(a, b)).toBe(0);
	});

	it('has only the list where there are no tables', async () => {
		const workbook = await open(await renderXlsx({ form: 'none', cells: {}, organ: null }));
		expect(workbook.worksheets.map(({ name }) => name)).toEqual(['单元格']);
	});
});

describe('csv', () => {
	it('lists every cell with its state, and an empty value for what is no figure', () => {
		const report = cleanReport('2014');
		report.cells['stat.1.1'] = { value: null, state: 'dash', raw: '/' };
		const lines = renderCsv(report).split('\r\n');
		expect(lines[0]).toBe('\ufeff地址,名称,单位,数值,状态,原文');
		expect(lines).toHaveLength(allAddresses('2014').length + 2);
		expect(lines.find((line) => line.startsWith('stat.1.1,'))).toMatch(/,条,,零值符号,\/$/);
	});

	it.each([
		['=1+1', "'=1+1"],
		['+8', "'+8"],
		['-', "'-"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\tx', "'\tx"],
		['甲,乙', '"甲,乙"'],
		['说"是"', '"说""是"""'],
		['两\n行', '"两\n行"'],
		['平常', '平常'],
		[-5, '-5'],
		[0, '0'],
		[null, ''],
	])('writes %j as %j', (value, field) => {
		expect(csvField(value)).toBe(field);
	});

	it('starts with a byte order mark and ends with a line end', () => {
		expect(csvFile([['甲'], [1]])).toBe('\ufeff甲\r\n1\r\n');
	});
});

describe('json', () => {
	it('is the object of the contract, without the bodies and lines of the source', () => {
		const json = reportJson(cleanReport('2021'));
		expect(Object.keys(json)).toEqual([
			...['file', 'organ', 'title', 'year', 'form', 'period', 'signedOn'],
			...['cells', 'sections', 'claims', 'warnings'],
		]);
		expect((json.sections as object[])[0]).toEqual({ n: 1, level: 1, heading: '总体情况' });
	});
});

describe('words', () => {
	it('print nothing but the figure 0 as 0', () => {
		const states = ['blank', 'dash', 'unreadable', 'absent'] as const;
		for (const state of states) expect(printedText({ value: null, state, raw: '' })).not.toBe('0');
		expect(printedText(undefined)).toBe('未提供');
		expect(printedText({ value: 0, state: 'number', raw: '' })).toBe('0');
	});

	it('sign a day without leading zeros', () => {
		expect(signedDate('2025-01-09')).toBe('2025年1月9日');
	});
});
