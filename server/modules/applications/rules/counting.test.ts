import { allAddresses } from 'annual-report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOME_CODES, OUTCOMES } from '../../../law/outcomes.ts';
import { APPLICANT_KINDS, type ApplicantKind, type RemedyResult, type RemedyTrack } from '../model.ts';
import { type Cells, type CountedCase, type CountedRemedy, stat3, table3, table4 } from './counting.ts';

const KINDS = Object.keys(APPLICANT_KINDS) as ApplicantKind[];
const one = (change: Partial<CountedCase> = {}): CountedCase => ({
	id: 1,
	kind: 'natural',
	receivedOn: '2026-03-02',
	outcome: 'O1',
	concludedOn: '2026-03-20',
	channel: 'counter',
	...change,
});
const full = (cells: Cells) => Object.keys(cells).filter((address) => (cells[address]?.length ?? 0) > 0);
const size = (cells: Cells, address: string) => cells[address]?.length ?? -1;

describe('table 3', () => {
	test.each(['2019', '2021'] as const)('has every cell of the %s form and no other', (form) => {
		const expected = allAddresses(form).filter((address) => address.startsWith('t3.'));
		expect(Object.keys(table3([], 2026, form)).sort()).toEqual([...expected].sort());
	});

	test('a case answered in its year stands in new, one result row and the total', () => {
		expect(full(table3([one()], 2026, '2021'))).toEqual([
			't3.new.natural',
			't3.new.total',
			't3.granted.natural',
			't3.granted.total',
			't3.total.natural',
			't3.total.total',
		]);
	});

	test.each(OUTCOME_CODES)('outcome %s adds to exactly one result row of both forms', (outcome) => {
		for (const form of ['2019', '2021'] as const) {
			const cells = table3([one({ outcome })], 2026, form);
			const rows = full(cells).filter(
				(address) => address.endsWith('.total') && !/\.(new|total)\.total$/.test(address),
			);
			expect(rows).toEqual([`t3.${OUTCOMES[outcome].rows[form]}.total`]);
		}
	});

	test('counts by the year of receipt, and by the year it was first concluded', () => {
		const carried = one({ receivedOn: '2025-12-22', concludedOn: '2026-01-15' });
		expect(full(table3([carried], 2025, '2021'))).toEqual([
			't3.new.natural',
			't3.new.total',
			't3.carried_out.natural',
			't3.carried_out.total',
		]);
		expect(full(table3([carried], 2026, '2021'))).toEqual([
			't3.carried_in.natural',
			't3.carried_in.total',
			't3.granted.natural',
			't3.granted.total',
			't3.total.natural',
			't3.total.total',
		]);
	});

	test('the last and the first day of a year belong to it', () => {
		const last = one({ receivedOn: '2025-12-31', outcome: null, concludedOn: null });
		expect(size(table3([last], 2025, '2021'), 't3.new.total')).toBe(1);
		expect(size(table3([last], 2025, '2021'), 't3.carried_out.total')).toBe(1);
		expect(size(table3([last], 2026, '2021'), 't3.carried_in.total')).toBe(1);
		const served = one({ concludedOn: '2026-12-31' });
		expect(size(table3([served], 2026, '2021'), 't3.carried_out.total')).toBe(0);
		const late = one({ concludedOn: '2027-01-01' });
		expect(size(table3([late], 2026, '2021'), 't3.carried_out.total')).toBe(1);
		expect(size(table3([late], 2026, '2021'), 't3.total.total')).toBe(0);
	});

	test('a case open over two years is carried in and out', () => {
		const long = one({ receivedOn: '2025-06-01', outcome: null, concludedOn: null });
		const cells = table3([long], 2026, '2021');
		expect(size(cells, 't3.carried_in.total')).toBe(1);
		expect(size(cells, 't3.carried_out.total')).toBe(1);
		expect(size(cells, 't3.new.total')).toBe(0);
	});

	test('a case of another year stands nowhere', () => {
		expect(full(table3([one()], 2024, '2021'))).toEqual([]);
		expect(full(table3([one()], 2028, '2021'))).toEqual([]);
	});

	test('the three rows of (六) in 2021 are one in 2019', () => {
		const cases = (['O21', 'O22', 'O23'] as const).map((outcome, at) => one({ id: at + 1, outcome }));
		expect(table3(cases, 2026, '2019')['t3.other.total']).toEqual([1, 2, 3]);
		const cells = table3(cases, 2026, '2021');
		expect(['correct', 'fee', 'misc'].map((row) => cells[`t3.other.${row}.total`])).toEqual([[1], [2], [3]]);
	});

	test('each applicant stands in the own column', () => {
		const cases = KINDS.map((kind, at) => one({ id: at + 1, kind }));
		const cells = table3(cases, 2026, '2021');
		for (const [at, kind] of KINDS.entries()) expect(cells[`t3.new.${kind}`]).toEqual([at + 1]);
		expect(cells['t3.new.total']).toEqual([1, 2, 3, 4, 5, 6]);
	});
});

const day = (from: number, to: number) =>
	fc
		.date({ min: new Date(`${from}-01-01T00:00:00Z`), max: new Date(`${to}-12-31T00:00:00Z`), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));

const anyCase = fc
	.record({
		id: fc.nat(),
		kind: fc.constantFrom(...KINDS),
		receivedOn: day(2024, 2027),
		outcome: fc.option(fc.constantFrom(...OUTCOME_CODES), { nil: null }),
		days: fc.nat(700),
	})
	.map(({ days, outcome, ...rest }): CountedCase => {
		const concluded = new Date(Date.parse(`${rest.receivedOn}T00:00:00Z`) + days * 86_400_000);
		return {
			...rest,
			channel: 'portal',
			outcome,
			concludedOn: outcome === null ? null : concluded.toISOString().slice(0, 10),
		};
	});

describe('whatever the cases', () => {
	test.each(['2019', '2021'] as const)('the sums of the %s form hold', (form) => {
		fc.assert(
			fc.property(fc.array(anyCase, { maxLength: 60 }), (cases) => {
				const cells = table3(cases, 2026, form);
				const before = table3(cases, 2025, form);
				for (const column of [...KINDS, 'total']) {
					const at = (row: string) => size(cells, `t3.${row}.${column}`);
					// T3-BAL, printed in the form: 一 + 二 = 三（七） + 四.
					expect(at('new') + at('carried_in')).toBe(at('total') + at('carried_out'));
					// T3-CARRY: what one year carries out the next carries in.
					expect(at('carried_in')).toBe(size(before, `t3.carried_out.${column}`));
				}
				// T3-ROW: the columns of every row add up.
				for (const address of Object.keys(cells).filter((name) => name.endsWith('.total'))) {
					const row = address.slice(3, -'.total'.length);
					const sum = KINDS.reduce((total, kind) => total + size(cells, `t3.${row}.${kind}`), 0);
					expect(size(cells, address)).toBe(sum);
				}
				// T3-SUM: the result rows add up to （七）.
				const results = new Set(Object.values(OUTCOMES).map(({ rows }) => rows[form]));
				const concluded = [...results].reduce((total, row) => total + size(cells, `t3.${row}.total`), 0);
				expect(size(cells, 't3.total.total')).toBe(concluded);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('table 4', () => {
	const remedy = (change: Partial<CountedRemedy> = {}): CountedRemedy => ({
		id: 1,
		track: 'review',
		receivedOn: '2026-05-06',
		closedOn: '2026-07-01',
		result: 'maintained',
		...change,
	});

	test('has every cell of the form and no other', () => {
		const expected = allAddresses('2021').filter((address) => address.startsWith('t4.'));
		expect(Object.keys(table4([], 2026)).sort()).toEqual([...expected].sort());
	});

	test.each([
		['review', 'maintained'],
		['direct', 'corrected'],
		['afterReview', 'other'],
	] as [RemedyTrack, RemedyResult][])('a closed case of %s stands under %s and in its total', (track, result) => {
		expect(full(table4([remedy({ track, result })], 2026))).toEqual([`t4.${track}.${result}`, `t4.${track}.total`]);
	});

	test('a case is pending on 31 December, and counted with its result in the year it closes', () => {
		const open = remedy({ receivedOn: '2026-11-30', closedOn: '2027-02-01' });
		expect(full(table4([open], 2026))).toEqual(['t4.review.pending', 't4.review.total']);
		expect(full(table4([open], 2027))).toEqual(['t4.review.maintained', 't4.review.total']);
		expect(full(table4([open], 2028))).toEqual([]);
		expect(full(table4([open], 2025))).toEqual([]);
	});

	test('one that never closes is pending year after year', () => {
		const open = remedy({ closedOn: null, result: null });
		for (const year of [2026, 2027, 2030]) {
			expect(full(table4([open], year))).toEqual(['t4.review.pending', 't4.review.total']);
		}
	});

	test('closed on the last day of a year is closed in it', () => {
		expect(full(table4([remedy({ closedOn: '2026-12-31' })], 2026))).toContain('t4.review.maintained');
		expect(full(table4([remedy({ closedOn: '2027-01-01' })], 2026))).toContain('t4.review.pending');
	});
});

describe('part 3 of the 2014 statistics', () => {
	test('counts how applications came and what was answered, each case once', () => {
		const cells = stat3(
			[
				one({ id: 1, channel: 'counter', outcome: 'O1' }),
				one({ id: 2, channel: 'email', outcome: 'O4' }),
				one({ id: 3, channel: 'registeredPost', outcome: 'O13' }),
				one({ id: 4, channel: 'oral', outcome: null, concludedOn: null }),
				one({ id: 5, channel: 'fax', receivedOn: '2025-12-30', outcome: 'O2' }),
			],
			2026,
		);
		expect(Object.fromEntries(Object.entries(cells).filter(([, ids]) => ids.length > 0))).toEqual({
			'stat.3.1.1': [1],
			'stat.3.1.3': [2],
			'stat.3.1.4': [3],
			'stat.3.1.5': [4],
			'stat.3.3.1': [1],
			'stat.3.3.2': [5],
			'stat.3.3.4.a': [2],
			'stat.3.3.5': [3],
		});
	});

	test('a reply without a line of its own leaves the unmapped lines open; else they are zero', () => {
		expect(stat3([one({ outcome: 'O7' })], 2026)['stat.3.3.4.b']).toBeUndefined();
		expect(stat3([one({ outcome: 'O7' })], 2026)['stat.3.1.1']).toEqual([1]);
		expect(stat3([one()], 2026)['stat.3.3.4.b']).toEqual([]);
	});

	test('every line it names is a line of the form', () => {
		const lines = new Set(allAddresses('2014'));
		for (const address of Object.keys(stat3([], 2026))) expect(lines.has(address), address).toBe(true);
	});
});
