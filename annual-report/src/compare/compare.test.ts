import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { cleanReport, printed } from '../../fixtures/audit/base.setup.ts';
import { allAddresses } from '../forms/index.ts';
import type { Cell, Report } from '../model/index.ts';
import { compareReports } from './compare.ts';
import { conceptsOf } from './concepts.ts';

const schema = JSON.parse(readFileSync(new URL('./compare.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

const empty = (state: Cell['state']): Cell => ({ value: null, state, raw: '' });
const report = (form: '2014' | '2019' | '2021', year: number, cells: Record<string, Cell> = {}): Report => {
	const clean = cleanReport(form);
	return { ...clean, year, file: `${year}.docx`, cells: { ...clean.cells, ...cells } };
};
const rowOf = (key: string, ...reports: Report[]) => compareReports(reports).rows.find((row) => row.key === key);

describe('two years in one form', () => {
	const before = report('2021', 2023, { 't3.new.total': printed(12) });
	const after = report('2021', 2024);

	it('has every cell of the form as a row, all comparable', () => {
		const comparison = compareReports([before, after]);
		expect(comparison.rows.map(({ key }) => key)).toEqual(allAddresses('2021'));
		expect(comparison.notComparable).toEqual([]);
		expect(comparison.reports.map(({ year }) => year)).toEqual([2023, 2024]);
		expect(validate(comparison), JSON.stringify(validate.errors)).toBe(true);
	});

	it('gives change and per cent against the one before', () => {
		expect(rowOf('t3.new.total', before, after)).toMatchObject({
			changes: [null, 6],
			percents: [null, 50],
			unit: '件',
		});
		expect(rowOf('t3.new.total', after, before)).toMatchObject({ changes: [null, -6], percents: [null, -33.33] });
	});

	it('gives no per cent of zero', () => {
		const zero = report('2021', 2023, { 't3.new.total': printed(0) });
		expect(rowOf('t3.new.total', zero, after)).toMatchObject({ changes: [null, 18], percents: [null, null] });
	});

	it.each(['blank', 'dash', 'unreadable', 'absent'] as const)('takes no %s cell for a zero', (state) => {
		const row = rowOf('t3.new.total', report('2021', 2023, { 't3.new.total': empty(state) }), after);
		expect(row?.figures[0]).toEqual({ value: null, state });
		expect(row?.changes).toEqual([null, null]);
	});

	it('goes through any number of years one by one', () => {
		const row = rowOf('t3.new.total', report('2021', 2022, { 't3.new.total': printed(6) }), before, after);
		expect(row?.changes).toEqual([null, 6, 6]);
		expect(row?.percents).toEqual([null, 100, 50]);
	});
});

describe('across the change of form in 2021', () => {
	const old = report('2019', 2020, { 't3.other.natural': printed(4) });
	const fresh = report('2021', 2021, {
		't3.other.correct.natural': printed(1),
		't3.other.fee.natural': printed(2),
		't3.other.misc.natural': printed(3),
	});
	const comparison = compareReports([old, fresh]);
	const row = (key: string) => comparison.rows.find((one) => one.key === key);

	it('compares tables 3 and 4 directly', () => {
		expect(row('t3.granted.total')?.comparable).toBe(true);
		expect(row('t4.review.total')?.changes).toEqual([null, 0]);
	});

	it('bridges the one row of 其他处理 to the three', () => {
		expect(row('t3.other.natural')).toMatchObject({ changes: [null, 2], comparable: true });
		expect(row('t3.other.natural')?.figures.map(({ value }) => value)).toEqual([4, 6]);
		expect(row('t3.other.fee.natural@2021')?.comparable).toBe(false);
	});

	it('does not bridge where one of the three is no figure', () => {
		const half = report('2021', 2021, { 't3.other.fee.natural': empty('dash') });
		expect(rowOf('t3.other.natural', old, half)?.figures[1]).toEqual({ value: null, state: 'dash' });
	});

	it('compares decisions on licences, penalties and measures, and nothing else of table 2', () => {
		const shared = comparison.rows.filter(({ key, comparable }) => key.startsWith('t2.') && comparable);
		expect(shared.map(({ key }) => key)).toEqual(['t2.license.decisions', 't2.punish.decisions', 't2.force.decisions']);
		expect(row('t2.license.decisions')?.changes).toEqual([null, 6]);
	});

	it('shows documents of both forms side by side, without a trend', () => {
		expect(row('t2.normative.made@2019')?.figures.map(({ state }) => state)).toEqual(['number', 'notInForm']);
		expect(row('t2.normative.made@2021')?.changes).toEqual([null, null]);
		expect(row('t2.normative.made@2021')?.label).toBe('行政规范性文件·本年制发件数');
	});

	it('says why for everything that cannot be compared', () => {
		const keys = comparison.notComparable.flatMap((group) => group.keys);
		expect(keys.sort()).toEqual(
			comparison.rows
				.filter((one) => !one.comparable)
				.map(({ key }) => key)
				.sort(),
		);
		const why = (key: string) => comparison.notComparable.find((group) => group.keys.includes(key))?.reason;
		expect(why('t2.fee.wan@2021')).toContain('不是同一个量');
		expect(why('t2.procurement.count@2019')).toContain('取消');
		expect(why('t2.license.prev@2019')).toContain('只保留处理决定数量');
		expect(why('t3.other.fee.total@2021')).toContain('没有分列');
		expect(validate(comparison), JSON.stringify(validate.errors)).toBe(true);
	});

	it('loses no cell of either form', () => {
		for (const form of ['2019', '2021'] as const) {
			const held = conceptsOf(['2019', '2021']).flatMap(({ cells }) => cells[form] ?? []);
			expect(new Set(held)).toEqual(new Set(allAddresses(form)));
		}
	});
});

describe('across the change of form in 2019', () => {
	const old = report('2014', 2018);
	const fresh = report('2021', 2024);
	const comparison = compareReports([old, fresh]);

	it('compares applications received, reviews and suits, with a remark where the tables count differently', () => {
		const shared = comparison.rows.filter(({ comparable }) => comparable);
		expect(shared.map(({ key }) => key)).toEqual(['t3.new.total', 't4.review.total', 't4.suits.total']);
		expect(shared.map(({ changes }) => changes[1])).toEqual([11, 0, 1]);
		expect(shared[1]?.note).toContain('尚未审结');
	});

	it('keeps the rest of the old table as its own rows', () => {
		const held = conceptsOf(['2014', '2021']).flatMap(({ cells }) => cells['2014'] ?? []);
		expect(new Set(held)).toEqual(new Set(allAddresses('2014')));
		expect(comparison.notComparable.map(({ reason }) => reason)).toEqual(['2014年的统计表与以后的格式口径不同']);
	});
});

describe('odd company', () => {
	it('a narrative without tables makes every row incomparable and says so', () => {
		const bare: Report = { ...report('2014', 2019), form: 'none', cells: {} };
		const comparison = compareReports([bare, report('2021', 2024)]);
		expect(comparison.rows.every(({ comparable }) => !comparable)).toBe(true);
		expect(comparison.notComparable.map(({ reason }) => reason)).toEqual(['有的报告没有统计表']);
	});

	it('two offices of one year compare like two years', () => {
		const other: Report = { ...report('2021', 2024, { 't3.new.total': printed(9) }), organ: '青河县双桥乡人民政府' };
		expect(rowOf('t3.new.total', report('2021', 2024), other)?.changes).toEqual([null, -9]);
	});

	it('nothing compares to nothing', () => {
		expect(compareReports([])).toEqual({ reports: [], rows: [], notComparable: [] });
	});
});
