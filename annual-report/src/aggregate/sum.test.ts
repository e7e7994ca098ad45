import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanReport, printed } from '../../fixtures/audit/base.setup.ts';
import { auditReport } from '../audit/index.ts';
import { allAddresses } from '../forms/index.ts';
import type { Cell, CellState, Report } from '../model/index.ts';
import { rollUpChecks } from './checks.ts';
import { reconcile, sumAsReport } from './reconcile.ts';
import { startSum, sumReports } from './sum.ts';

const schema = JSON.parse(readFileSync(new URL('./sum.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

const empty = (state: CellState): Cell => ({ value: null, state, raw: '' });
const unit = (
	organ: string | null,
	form: '2014' | '2019' | '2021' = '2021',
	cells: Record<string, Cell> = {},
): Report => {
	const report = cleanReport(form);
	return { ...report, organ, file: `${organ}.docx`, year: 2024, cells: { ...report.cells, ...cells } };
};
const township = (name: string, cells: Record<string, Cell> = {}) => unit(`青河县${name}人民政府`, '2021', cells);
const rulesOf = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

describe('sumReports', () => {
	it('adds cell by cell and keeps to its schema', () => {
		const sum = sumReports([township('清源镇'), township('双桥乡')]);
		expect(sum.cells['t3.new.total']).toEqual({ value: 36, states: { number: 2 } });
		expect(sum.table2['2021']?.cells['t2.normative.valid']?.value).toBe(28);
		expect(sum.forms).toEqual({ '2021': 2 });
		expect(sum.year).toBe(2024);
		expect(validate(sum), JSON.stringify(validate.errors)).toBe(true);
	});

	it('counts the county’s own report like a unit and names it apart', () => {
		const sum = sumReports([township('清源镇')], { own: unit('青河县人民政府办公室') });
		expect(sum.own?.organ).toBe('青河县人民政府办公室');
		expect(sum.units).toHaveLength(1);
		expect(sum.cells['t3.new.total']?.value).toBe(36);
	});

	it('takes no blank, dash, unreadable or absent cell for a zero, and says how many there were', () => {
		const cells = ['blank', 'dash', 'unreadable', 'absent'] as const;
		const units = cells.map((state, i) => township(`第${i}镇`, { 't3.new.total': empty(state) }));
		const sum = sumReports([...units, township('清源镇')]);
		expect(sum.cells['t3.new.total']).toEqual({
			value: 18,
			states: { number: 1, blank: 1, dash: 1, unreadable: 1, absent: 1 },
		});
		expect(sumReports(units).cells['t3.new.total']?.value).toBeNull();
	});

	it('counts recovered figures apart', () => {
		const recovered: Cell = { value: 5, state: 'reconstructed', raw: '', by: 'T3-ROW' };
		const sum = sumReports([township('清源镇', { 't3.granted.natural': recovered }), township('双桥乡')]);
		expect(sum.cells['t3.granted.natural']).toEqual({ value: 10, states: { number: 1, reconstructed: 1 } });
	});

	it('never adds table 2 of two forms, and adds tables 3 and 4', () => {
		const sum = sumReports([township('清源镇'), unit('青河县双桥乡人民政府', '2019')]);
		expect(sum.table2['2019']?.cells['t2.normative.made']?.value).toBe(2);
		expect(sum.table2['2021']?.cells['t2.normative.made']?.value).toBe(3);
		expect(Object.keys(sum.cells).filter((address) => address.startsWith('t2.'))).toEqual([]);
		expect(sum.cells['t3.new.total']?.value).toBe(36);
		expect(sum.cells['t4.review.total']?.value).toBe(2);
		expect(sum.cells['t3.other.total']).toEqual({ value: 0, states: { number: 1 } });
		expect(validate(sum), JSON.stringify(validate.errors)).toBe(true);
	});

	it('leaves out a second report of an office, another year, and a narrative, each with its reason', () => {
		const sum = sumReports([
			township('清源镇'),
			{ ...township('清源镇'), organ: '青河县清源镇政府' },
			{ ...township('双桥乡'), year: 2023 },
			{ ...township('白石乡'), form: 'none', cells: {} },
		]);
		expect(sum.units).toHaveLength(1);
		expect(sum.leftOut.map(({ reason }) => reason)).toEqual([
			'同一机关已有一份报告计入',
			'不是2024年度的报告',
			'报告没有统计表',
		]);
		expect(sum.cells['t3.new.total']?.value).toBe(18);
	});

	it('tells offices without a name apart by their files', () => {
		const sum = sumReports([
			{ ...unit(null), file: 'a.txt' },
			{ ...unit(null), file: 'b.txt' },
		]);
		expect(sum.units).toHaveLength(2);
	});

	it('keeps to the year it is told', () => {
		const sum = sumReports([{ ...township('清源镇'), year: 2023 }, township('双桥乡')], { year: 2024 });
		expect(sum.units.map(({ organ }) => organ)).toEqual(['青河县双桥乡人民政府']);
	});

	it('names expected offices that did not report, by long or short name', () => {
		const expected = ['清源镇', '青河县双桥乡人民政府', '白石乡', '青河县教育局'];
		const sum = sumReports([township('清源镇'), township('双桥乡')], { expected });
		expect(sum.missing).toEqual(['白石乡', '青河县教育局']);
	});

	it('takes joint applications off the office that did not reply', () => {
		const joint = [
			{ organ: '青河县双桥乡人民政府', cells: { 't3.new.natural': 1, 't3.new.total': 1 }, note: '2024年第7号' },
		];
		const sum = sumReports([township('清源镇'), township('双桥乡')], { joint });
		expect(sum.cells['t3.new.total']?.value).toBe(35);
		expect(sum.joint).toEqual(joint);
	});

	it('has no dust of binary fractions in amounts', () => {
		const units = Array.from({ length: 10 }, (_, i) => township(`第${i}镇`, { 't2.fee.wan': printed(0.1) }));
		expect(sumReports(units).table2['2021']?.cells['t2.fee.wan']?.value).toBe(1);
	});

	it('gives the same for one report after the other as for all at once, in any order', () => {
		const reports = [township('清源镇'), unit('青河县双桥乡人民政府', '2019'), township('白石乡')];
		const summing = startSum();
		for (const report of reports) summing.add(report);
		expect(summing.result()).toEqual(sumReports(reports));
		const backwards = sumReports([...reports].reverse());
		expect(backwards.cells['t3.new.total']).toEqual(sumReports(reports).cells['t3.new.total']);
	});

	it('is nothing for nothing', () => {
		const sum = sumReports([]);
		expect(sum).toMatchObject({ year: null, own: null, units: [], cells: {}, table2: {}, forms: {} });
		expect(validate(sum)).toBe(true);
	});

	it('agrees with plain addition whatever stands in the cells', () => {
		const states = ['number', 'blank', 'dash', 'unreadable', 'absent', 'reconstructed'] as const;
		const anyCell = fc.tuple(fc.constantFrom(...states), fc.nat(999)).map(([state, n]): Cell => {
			const isFigure = state === 'number' || state === 'reconstructed';
			return { value: isFigure ? n : null, state, raw: '' };
		});
		const address = fc.constantFrom(...allAddresses('2021').filter((a) => !a.startsWith('t2.')));
		fc.assert(
			fc.property(fc.array(anyCell, { minLength: 1, maxLength: 8 }), address, (cells, at) => {
				const sum = sumReports(cells.map((cell, i) => township(`第${i}镇`, { [at]: cell })));
				const figures = cells.flatMap(({ value }) => (value === null ? [] : [value]));
				expect(sum.cells[at]?.value ?? null).toBe(figures.length === 0 ? null : figures.reduce((a, b) => a + b, 0));
				for (const state of states) {
					expect(sum.cells[at]?.states[state] ?? 0).toBe(cells.filter((cell) => cell.state === state).length);
				}
			}),
		);
	});
});

describe('sumAsReport', () => {
	it('of sound reports is sound', () => {
		const report = sumAsReport(sumReports([township('清源镇'), township('双桥乡')]), '青河县');
		expect(report.form).toBe('2021');
		const { findings } = auditReport(report, { scopes: ['table'] });
		expect(findings).toEqual([]);
	});

	it('puts the three rows of 其他处理 together where forms were mixed', () => {
		const one = township('清源镇', { 't3.other.correct.total': printed(2), 't3.other.misc.total': printed(3) });
		const two = unit('青河县双桥乡人民政府', '2019', { 't3.other.total': printed(4) });
		const report = sumAsReport(sumReports([one, two]), '青河县');
		expect(report.form).toBe('2019');
		expect(report.cells['t3.other.total']?.value).toBe(9);
		expect(report.cells['t2.normative.made']?.value).toBe(2);
	});

	it('does not give a figure where a unit’s cell could not be read', () => {
		const sum = sumReports([township('清源镇', { 't3.new.total': empty('unreadable') }), township('双桥乡')]);
		expect(sumAsReport(sum, '青河县').cells['t3.new.total']).toMatchObject({ value: null, state: 'unreadable' });
	});

	it('is blank where all units left it blank', () => {
		const sum = sumReports([township('清源镇', { 't3.new.total': empty('blank') })]);
		expect(sumAsReport(sum, '青河县').cells['t3.new.total']).toMatchObject({ value: null, state: 'blank' });
	});

	it('of 2014 tables is a 2014 table', () => {
		const report = sumAsReport(sumReports([unit('青河县清源镇人民政府', '2014')]), '青河县');
		expect(report.form).toBe('2014');
		expect(report.cells['stat.1.1']?.value).toBe(210);
	});
});

describe('reconcile', () => {
	const units = [township('清源镇'), township('双桥乡')];

	it('finds nothing against a whole and agreeing sum', () => {
		const sum = sumReports(units);
		expect(reconcile(sum, sumAsReport(sum, '青河县'))).toEqual([]);
	});

	it('finds every cell in which the published total differs', () => {
		const sum = sumReports(units);
		const published = sumAsReport(sum, '青河县');
		published.cells['t3.granted.total'] = { ...printed(17), at: { page: 4, line: 2 } };
		const [first, ...others] = reconcile(sum, published);
		expect(others).toEqual([]);
		expect(first).toMatchObject({
			rule: 'U-SUM',
			severity: 'error',
			found: 17,
			expected: 16,
			cells: ['t3.granted.total'],
			at: { page: 4, line: 2 },
		});
		expect(first?.message).toContain('（一）予以公开');
	});

	it('does not compare with a cell the published total leaves blank', () => {
		const sum = sumReports(units);
		const published = sumAsReport(sum, '青河县');
		published.cells['t3.granted.total'] = empty('blank');
		expect(reconcile(sum, published)).toEqual([]);
		expect(reconcile(sum, { ...published, form: 'none', cells: {} })).toEqual([]);
	});

	it('names missing offices, open cells and joint cases', () => {
		const joint = [{ organ: '双桥乡', cells: { 't3.new.total': 1 }, note: '第7号' }];
		const open = township('白石乡', { 't3.new.welfare': empty('dash'), 't3.new.research': empty('blank') });
		const findings = reconcile(sumReports([...units, open], { expected: ['清源镇', '沙河镇'], joint }));
		expect(rulesOf(findings)).toEqual(['U-COV', 'U-OPEN', 'U-DUP']);
		expect(findings[0]?.message).toContain('沙河镇');
		expect(findings[1]?.message).toContain('空白1格、填「/」1格');
		expect(findings[1]?.cells).toEqual(['t3.new.research', 't3.new.welfare']);
		expect(findings[2]?.message).toContain('第7号');
	});

	it('does not ask for the local lines of the 2014 table', () => {
		const sum = sumReports([unit('青河县清源镇人民政府', '2014', { 'stat.8.1': empty('absent') })]);
		expect(reconcile(sum)).toEqual([]);
	});
});

describe('the pages of the roll-up checks', () => {
	const joint = [{ organ: '双桥乡', cells: { 't3.new.total': 1 }, note: '第7号' }];
	const open = township('白石乡', { 't3.new.welfare': empty('dash'), 't3.new.research': empty('blank') });
	const sum = sumReports([township('清源镇'), township('双桥乡'), open], { expected: ['沙河镇'], joint });
	const published = sumAsReport(sumReports([township('清源镇'), township('双桥乡')]), '青河县');
	published.cells['t3.granted.total'] = printed(17);
	const messages = new Map([
		...reconcile(sum).map(({ rule, message }): [string, string] => [rule, message]),
		...reconcile(sumReports([township('清源镇'), township('双桥乡')]), published).map(
			({ rule, message }): [string, string] => [rule, message],
		),
	]);

	it.each(Object.values(rollUpChecks).map((check) => [check.id, check.title]))(
		'%s quotes a message it gives',
		(id, title) => {
			const page = readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), 'utf8');
			expect(page.split('\n')[0]).toBe(`# ${id} ${title}`);
			for (const part of ['Trigger', 'Example', 'Fix', 'Rationale']) expect(page).toContain(`\n## ${part}\n`);
			expect(page).toContain(`> ${messages.get(id)}\n`);
		},
	);
});
