import { allAddresses, applicantColumns, identitiesOf } from 'annual-report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandFigure, ReportCells, ReportForm } from '../model.ts';
import { assemble, type LastYear } from './assemble.ts';
import { countCells, type RawCounts } from './count.ts';
import { libraryCells } from './library.ts';
import { isTotal, sumsOf } from './totals.ts';

const NONE: RawCounts = {
	table3: {},
	table4: {},
	registers: {},
	normative: { made: [], repealed: [], valid: [] },
	published: [],
};

function hand(address: string, action: HandFigure['action'], value: number | null): [string, HandFigure] {
	const at = new Date('2026-01-10T02:00:00Z');
	return [address, { address, action, value, computed: 0, ground: '补录纸质档案', personName: '林晓', at }];
}

function compile(
	form: ReportForm,
	raw: Partial<RawCounts>,
	hands: [string, HandFigure][] = [],
	last: LastYear | null = null,
) {
	return assemble(form, countCells(form, { ...NONE, ...raw }), new Map(hands), last);
}

function values(cells: ReportCells, ...addresses: string[]): (number | null)[] {
	return addresses.map((address) => cells[address]?.value ?? null);
}

describe('sums of a form', () => {
	it.each(['2014', '2019', '2021'] as const)(
		'of %s have every part before the whole, and cover all identities',
		(form) => {
			const known = new Set(allAddresses(form).filter((address) => !isTotal(form, address)));
			for (const { address, parts } of sumsOf(form)) {
				for (const part of parts) expect(known, `${address} ← ${part}`).toContain(part);
				known.add(address);
			}
			expect(known.size).toBe(allAddresses(form).length);
			const single = identitiesOf(form).filter((identity) => identity.right.length === 1);
			for (const { right } of single) expect(isTotal(form, right[0] ?? '')).toBe(true);
		},
	);

	it('are 25 rows, 6 columns and 3 groups in the 2021 form', () => {
		const totals = allAddresses('2021').filter((address) => isTotal('2021', address));
		expect(totals).toHaveLength(25 + 6 + 3);
		expect(isTotal('2021', 't3.new.natural')).toBe(false);
		expect(isTotal('2021', 't2.fee.wan')).toBe(false);
	});
});

describe('what the system counts', () => {
	it('fills table 3 and 4 whole: a register that names no case for a cell says 0', () => {
		const cells = compile('2021', {
			table3: { 't3.new.natural': [1, 2], 't3.granted.natural': [1], 't3.carried_out.natural': [2] },
		});
		const t3 = Object.values(cells).filter((cell) => /^t[34]\./.test(cell.address));
		expect(t3).toHaveLength(190);
		expect(t3.every((cell) => cell.value !== null)).toBe(true);
		expect(values(cells, 't3.new.natural', 't3.new.total', 't3.total.total', 't3.carried_out.total')).toEqual([
			2, 2, 1, 1,
		]);
	});

	it('opens a cell to its records, and a sum to those of its parts', () => {
		const cells = compile('2021', { table3: { 't3.new.natural': [1, 2], 't3.new.business': [7] } });
		expect(cells['t3.new.natural']?.records).toEqual({ type: 'application', ids: [1, 2] });
		expect(cells['t3.new.total']?.records).toEqual({ type: 'application', ids: [1, 2, 7] });
	});

	it('puts 0 for 规章 by law, and says by which', () => {
		const cells = compile('2021', {});
		expect(cells['t2.regulation.valid']).toMatchObject({ value: 0, source: 'computed' });
		expect(cells['t2.regulation.valid']?.basis).toContain('立法法');
	});

	it('leaves a cell without a source blank, and its sums too', () => {
		const cells = compile('2014', {});
		expect(cells['stat.3.1.1']).toMatchObject({ value: null, source: null });
		expect(cells['stat.3.1']).toMatchObject({ value: null, total: true, basis: '组成部分尚未填齐' });
		expect(libraryCells(cells)['stat.3.1']).toEqual({ value: null, state: 'blank', raw: '' });
	});

	it('keeps an unkept register apart from a zero one', () => {
		const registers = {
			't2.license.decisions': { value: '0', ids: [9], basis: '零报告：经核对', kind: 'license' },
			't2.fee.wan': { value: '1.25', ids: [4, 5], basis: '「行政事业性收费」台账', kind: 'fee' },
			't2.punish.decisions': { value: null, ids: [], basis: '「行政处罚处理决定」台账', kind: 'punish' },
		};
		const cells = compile('2021', { registers });
		expect(values(cells, 't2.license.decisions', 't2.fee.wan', 't2.punish.decisions')).toEqual([0, 1.25, null]);
		expect(cells['t2.fee.wan']).toMatchObject({ source: 'register', records: { type: 'registerEntry', ids: [4, 5] } });
	});

	it('counts normative documents as each form asks', () => {
		const normative = { made: [1, 2], repealed: [3], valid: [1, 2, 4] };
		const new2021 = compile('2021', { normative });
		expect(values(new2021, 't2.normative.made', 't2.normative.repealed', 't2.normative.valid')).toEqual([2, 1, 3]);
		const of2019 = compile('2019', { normative });
		expect(values(of2019, 't2.normative.made', 't2.normative.published', 't2.normative.total')).toEqual([
			2,
			null,
			null,
		]);
	});

	it('brings cases of both kinds of suit together for the 2014 form', () => {
		const table4 = { 't4.direct.maintained': [1], 't4.afterReview.maintained': [2, 3], 't4.review.pending': [8] };
		const cells = compile('2014', { table4, published: [1, 2, 3] });
		expect(values(cells, 'stat.5.1', 'stat.5', 'stat.4', 'stat.1.1')).toEqual([3, 3, 0, 3]);
	});

	it('is not disturbed by totals a source counts itself', () => {
		const cells = compile('2021', { table3: { 't3.new.natural': [1], 't3.new.total': [1, 2, 3] } });
		expect(values(cells, 't3.new.total')).toEqual([1]);
	});
});

describe('figures given by hand', () => {
	it('stand over the computed one, which is kept, and the sums follow', () => {
		const table3 = { 't3.new.natural': [1, 2], 't3.new.business': [3] };
		const cells = compile('2021', { table3 }, [hand('t3.new.natural', 'override', 5)]);
		expect(cells['t3.new.natural']).toMatchObject({
			value: 5,
			computed: 2,
			source: 'override',
			hand: { name: '林晓', ground: '补录纸质档案' },
		});
		expect(cells['t3.new.total']).toMatchObject({ value: 6, computed: 3, source: 'computed' });
	});

	it('are entered where nothing is counted, and gone when taken back', () => {
		const entered = compile('2014', {}, [hand('stat.3.1.1', 'enter', 4)]);
		expect(entered['stat.3.1.1']).toMatchObject({ value: 4, computed: null, source: 'entered' });
		const cleared = compile('2014', {}, [hand('stat.3.1.1', 'clear', null)]);
		expect(cleared['stat.3.1.1']).toMatchObject({ value: null, source: null, hand: null });
	});

	it('never reach a sum', () => {
		const cells = compile('2021', {}, [hand('t3.new.total', 'override', 99)]);
		expect(cells['t3.new.total']).toMatchObject({ value: 0, hand: null });
	});
});

describe('the carry-over', () => {
	const cell = (value: number) => ({ value, state: 'number' as const, raw: String(value) });
	const last: LastYear = {
		label: '取自本系统签发的2024年度报告',
		cells: { 't3.carried_out.natural': cell(3), 't3.carried_out.business': { value: null, state: 'blank', raw: '' } },
	};

	it('is taken from last year’s report, and names a register that differs', () => {
		const cells = compile('2021', { table3: { 't3.carried_in.natural': [1, 2] } }, [], last);
		expect(cells['t3.carried_in.natural']).toMatchObject({ value: 3, records: { ids: [1, 2] } });
		expect(cells['t3.carried_in.natural']?.basis).toBe(
			'取自本系统签发的2024年度报告「结转下年度继续办理」；申请登记簿为2件',
		);
		expect(values(cells, 't3.carried_in.total')).toEqual([3]);
	});

	it('that last year’s report does not state is the register’s', () => {
		const cells = compile('2021', { table3: { 't3.carried_in.business': [4] } }, [], last);
		expect(cells['t3.carried_in.business']).toMatchObject({ value: 1, basis: '申请登记簿' });
	});

	it('has no place in the 2014 table', () => {
		expect(compile('2014', {}, [], last)['stat.3.1']).toBeDefined();
	});
});

describe('whatever is counted', () => {
	const rows = ['new', 'carried_in', 'granted', 'deny.case', 'other.misc', 'carried_out'];
	const columns = applicantColumns.map((column) => column.key).filter((key) => key !== 'total');
	const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 12 });
	const table3 = fc
		.array(fc.tuple(fc.constantFrom(...rows), fc.constantFrom(...columns), ids), { maxLength: 30 })
		.map((cells) => Object.fromEntries(cells.map(([row, column, list]) => [`t3.${row}.${column}`, list])));

	it('every printed sum of the form holds', () => {
		fc.assert(
			fc.property(table3, (counts) => {
				const cells = compile('2021', { table3: counts });
				for (const { left, right } of identitiesOf('2021').filter((one) => one.right.length === 1)) {
					const sum = left.reduce((all, address) => all + (cells[address]?.value ?? Number.NaN), 0);
					expect(cells[right[0] ?? '']?.value, right[0]).toBe(sum);
				}
			}),
			{ numRuns: 60 },
		);
	});
});
