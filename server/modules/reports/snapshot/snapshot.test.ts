import { createHash } from 'node:crypto';
import { allAddresses, readReport } from 'annual-report';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../compile/assemble.ts';
import { countCells } from '../compile/count.ts';
import { fingerprintOf } from '../compile/live.ts';
import { isTotal } from '../compile/totals.ts';
import type { HandFigure, ReportForm, SectionContent, SectionNumber } from '../model.ts';
import { documentOf } from '../narrative/document.ts';
import { REPORT_FORMATS } from '../store/tables.ts';
import { fileNameOf, MEDIA_TYPES, type Renderable, renderAs } from './files.ts';
import { modelOf, modelText, type SnapshotModel } from './model.ts';

const NONE = { table3: {}, table4: {}, registers: {}, normative: { made: [], repealed: [], valid: [] }, published: [] };

/** A report whose figures are given one by one; what is not given is 0. */
function documentWith(form: ReportForm, values: Record<string, number>, text = '正文。') {
	const at = new Date('2026-01-10T02:00:00Z');
	const hands = new Map(
		allAddresses(form)
			.filter((address) => !isTotal(form, address))
			.map((address): [string, HandFigure] => [
				address,
				{
					address,
					action: 'override',
					value: values[address] ?? 0,
					computed: 0,
					ground: '测试',
					personName: '林晓',
					at,
				},
			]),
	);
	const cells = assemble(form, countCells(form, NONE), hands, null);
	const sections = new Map<SectionNumber, SectionContent>([
		[0, { text: '根据《中华人民共和国政府信息公开条例》编制本报告。' }],
		[1, { text }],
		[5, { text: '', problems: [{ problem: '更新慢。', measure: '每季自查。' }] }],
		[6, { text: '本年度没有收取信息处理费。' }],
	]);
	const year = { '2014': 2017, '2019': 2020, '2021': 2024 }[form];
	return documentOf({
		form,
		year,
		officeName: '柳溪镇人民政府',
		cells,
		sections,
		facts: new Map(),
		signedOn: `${year + 1}-01-20`,
	});
}

async function renderable(form: ReportForm, values: Record<string, number> = {}, text?: string): Promise<Renderable> {
	const document = documentWith(form, values, text);
	const report = await readReport(new TextEncoder().encode(`${document.title}\n一、总体情况\n正文。`), 'x.txt');
	return { document, report: { ...report, cells: { ...document.cells }, form } };
}

describe('files of a report', () => {
	it.each(['2014', '2019', '2021'] as const)('of form %s read back to the same cells, docx and html', async (form) => {
		const addresses = allAddresses(form).filter((address) => !isTotal(form, address));
		const values = Object.fromEntries(addresses.map((address, i) => [address, (i * 7) % 23]));
		const source = await renderable(form, values);
		for (const format of ['docx', 'html'] as const) {
			const read = await readReport(await renderAs(format, source), `report.${format}`);
			expect(read.form).toBe(form);
			for (const address of allAddresses(form)) {
				expect(read.cells[address]?.value, `${format} ${address}`).toBe(source.document.cells[address]?.value);
			}
		}
	});

	it('whatever the figures are, html reads back to them', async () => {
		const figures = fc.dictionary(
			fc.constantFrom(
				...allAddresses('2021').filter((address) => !isTotal('2021', address) && address !== 't2.fee.wan'),
			),
			fc.integer({ min: 0, max: 99_999 }),
			{ maxKeys: 40 },
		);
		await fc.assert(
			fc.asyncProperty(figures, async (values) => {
				const source = await renderable('2021', values);
				const read = await readReport(await renderAs('html', source), 'report.html');
				for (const address of allAddresses('2021')) {
					expect(read.cells[address]?.value, address).toBe(source.document.cells[address]?.value);
				}
			}),
			{ numRuns: 8 },
		);
	}, 60_000);

	it('the csv holds every cell once, and no cell a spreadsheet would run', async () => {
		const source = await renderable('2021', { 't2.license.decisions': 12 });
		const csv = new TextDecoder().decode(await renderAs('csv', source));
		const lines = csv.trim().split('\r\n');
		expect(lines).toHaveLength(201);
		expect(lines.find((line) => line.startsWith('t2.license.decisions'))).toContain(',12,');
		expect(lines.some((line) => /(^|,)[=+@]/.test(line))).toBe(false);
	});

	it('the json is the contract’s object', async () => {
		const source = await renderable('2021', { 't3.new.natural': 4 });
		const object = JSON.parse(new TextDecoder().decode(await renderAs('json', source)));
		expect(Object.keys(object)).toEqual(
			expect.arrayContaining(['organ', 'year', 'form', 'cells', 'sections', 'claims', 'warnings']),
		);
		expect(object.cells['t3.new.natural']).toMatchObject({ value: 4, state: 'number' });
		expect(object.lines).toBeUndefined();
	});

	it('the workbook opens and holds the figures as numbers', async () => {
		const source = await renderable('2021', { 't2.license.decisions': 12 });
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(Uint8Array.from(await renderAs('xlsx', source)).buffer);
		const numbers: unknown[] = [];
		for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => numbers.push(cell.value)));
		expect(numbers).toContain(12);
	});

	it('carry words as words', async () => {
		const source = await renderable('2021', {}, '<script>alert(1)</script>与&符号');
		const html = new TextDecoder().decode(await renderAs('html', source));
		expect(html).not.toContain('<script>');
		expect(html).toContain('&lt;script&gt;');
	});

	it('are named after the report, each kind with its type', () => {
		expect(fileNameOf('柳溪镇2024年度报告', 'docx')).toBe('柳溪镇2024年度报告.docx');
		for (const format of REPORT_FORMATS) expect(MEDIA_TYPES[format]).toMatch(/^(text|application)\//);
	});
});

describe('what is signed', () => {
	const model = { version: 1, officeId: 2, officeName: '柳溪镇', title: '报告', cells: {} } as unknown as SnapshotModel;

	it('is hashed as it is stored, byte for byte', () => {
		const { model: text, sha256 } = modelText(model);
		expect(createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex')).toBe(sha256);
		expect(modelOf(text)).toEqual(model);
	});

	it('is another with any other letter', () => {
		expect(modelText({ ...model, officeName: '柳溪鎮' }).sha256).not.toBe(modelText(model).sha256);
	});

	it('of a later version is not read as this one', () => {
		expect(() => modelOf('{"version":2}')).toThrow('unknown version 2');
		expect(() => modelOf('not json')).toThrow();
	});
});

describe('the fingerprint of figures and words', () => {
	const base = documentWith('2021', { 't3.new.natural': 4 });

	it('is the same for what reads the same', () => {
		expect(fingerprintOf(documentWith('2021', { 't3.new.natural': 4 }))).toBe(fingerprintOf(base));
		expect(fingerprintOf({ ...base, signedOn: '2026-01-20' })).toBe(fingerprintOf(base));
	});

	it.each([
		['a figure', documentWith('2021', { 't3.new.natural': 5 })],
		['a word', documentWith('2021', { 't3.new.natural': 4 }, '正文！')],
		['the title', { ...base, title: '另一份报告' }],
		['the opening', { ...base, preface: [] }],
	])('changes with %s', (_, changed) => {
		expect(fingerprintOf(changed)).not.toBe(fingerprintOf(base));
	});

	it('knows a blank from a zero', () => {
		const blank = {
			...base,
			cells: { ...base.cells, 't2.fee.wan': { value: null, state: 'blank' as const, raw: '' } },
		};
		expect(fingerprintOf(blank)).not.toBe(fingerprintOf(base));
	});
});
