import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import { allAddresses } from '../forms/index.ts';
import type { Claim, Precision, Report } from '../model/index.ts';
import { ownerOf, shorten } from './claim-rule.ts';
import { auditReport, rules } from './index.ts';

const claim = (value: number | null, refs: string[], more: Partial<Claim> = {}): Claim => ({
	kind: 'count',
	text: '文中一句',
	value,
	unit: '件',
	precision: 'exact',
	refs,
	...more,
});
const withClaims = (...claims: Claim[]): Report => ({ ...cleanReport('2021'), claims });
const found = (report: Report) => auditReport(report, { scopes: ['claim'] }).findings;

describe('ownerOf', () => {
	it('gives every cell of every form to exactly one rule that exists', () => {
		const ids = new Set(rules.filter((rule) => rule.scope === 'claim').map((rule) => rule.id));
		for (const form of ['2014', '2019', '2021'] as const) {
			for (const address of allAddresses(form)) expect(ids, address).toContain(ownerOf(address));
		}
	});

	it.each([
		['t3.new.natural', 'N-REQ'],
		['stat.3.1', 'N-REQ'],
		['stat.3.1.2', 'N-REQ'],
		['t3.carried_in.total', 'N-CARRY'],
		['t3.deny.case.total', 'N-REFUSE'],
		['stat.3.3.4.c', 'N-REFUSE'],
		['t3.granted.total', 'N-RESULT'],
		['stat.3.3.6', 'N-RESULT'],
		['t4.direct.total', 'N-CASE'],
		['stat.5', 'N-CASE'],
		['t2.normative.valid', 'N-NORM'],
		['stat.1.1.1', 'N-NORM'],
		['t2.fee.wan', 'N-FIG'],
		['stat.6', 'N-FIG'],
		['elsewhere', ''],
	])('gives %s to %s', (address, owner) => {
		expect(ownerOf(address)).toBe(owner);
	});
});

describe('a claim', () => {
	it('passes or fails by its precision alone', () => {
		// An oracle in words: exact is equal, 余 is a floor, 约 is within a tenth of the larger.
		const passes: Record<Precision, (stated: number, actual: number) => boolean> = {
			exact: (stated, actual) => stated === actual,
			atLeast: (stated, actual) => stated <= actual,
			about: (stated, actual) => Math.abs(stated - actual) * 10 <= Math.max(stated, actual),
		};
		const precision = fc.constantFrom<Precision>('exact', 'atLeast', 'about');
		fc.assert(
			fc.property(fc.nat(60), precision, (stated, how) => {
				const isFound = found(withClaims(claim(stated, ['t3.granted.total'], { precision: how }))).length > 0;
				expect(isFound).toBe(!passes[how](stated, 8));
			}),
		);
	});

	it('adds up the cells it speaks of', () => {
		expect(found(withClaims(claim(11, ['t3.granted.total', 't3.partial.total'])))).toEqual([]);
		expect(found(withClaims(claim(10, ['t3.granted.total', 't3.partial.total'])))[0]).toMatchObject({
			rule: 'N-RESULT',
			found: 10,
			expected: 11,
		});
	});

	it('that nothing happened is a claim of zero, whatever figure stands in it', () => {
		const none = claim(null, ['t3.deny.law.total'], { kind: 'none' });
		expect(found(withClaims(none))).toEqual([]);
		expect(found(withClaims({ ...none, refs: ['t3.deny.third.total'] }))[0]).toMatchObject({ found: 0, expected: 2 });
	});

	it('without a place in the tables, or without a figure, is nobody’s', () => {
		expect(found(withClaims(claim(5, []), claim(null, ['t3.granted.total'])))).toEqual([]);
	});

	it('of another kind is not compared with the cell', () => {
		const kinds = ['period', 'date', 'citation', 'organ'] as const;
		expect(found(withClaims(...kinds.map((kind) => claim(5, ['t3.granted.total'], { kind }))))).toEqual([]);
	});

	it('carries its own place in the source', () => {
		const at = { page: 2, line: 9 };
		expect(found(withClaims(claim(5, ['t3.granted.total'], { at })))[0]?.at).toEqual(at);
	});

	it('against an unreadable cell is not checked', () => {
		const report = withClaims(claim(5, ['t3.granted.total']));
		report.cells['t3.granted.total'] = { value: null, state: 'unreadable', raw: '?' };
		const { findings, notChecked } = auditReport(report, { scopes: ['claim'] });
		expect(findings).toEqual([]);
		expect(notChecked.map(({ rule }) => rule)).toContain('N-RESULT');
	});
});

describe('received including what was carried in', () => {
	const softened = (value: number, ref: string) => found(withClaims(claim(value, [ref])))[0];

	it('is a warning where the difference is exactly what was carried in', () => {
		expect(softened(20, 't3.new.total')).toMatchObject({ severity: 'warning', found: 20, expected: 18 });
		expect(softened(13, 't3.new.natural')).toMatchObject({ severity: 'warning' });
	});

	it('is an error in any other case', () => {
		expect(softened(19, 't3.new.total')).toMatchObject({ severity: 'error' });
		expect(softened(4, 't3.new.business')).toMatchObject({ severity: 'error' });
	});
});

describe('sums in the text', () => {
	const list = fc.array(fc.nat(500), { minLength: 1, maxLength: 12 });

	it('pass when they are right and fail when they are off by anything', () => {
		fc.assert(
			fc.property(list, fc.integer({ min: -40, max: 40 }), (parts, off) => {
				const total = parts.reduce((a, b) => a + b, 0) + off;
				const { length } = found(withClaims(claim(total, [], { kind: 'sum', parts })));
				expect(length).toBe(off === 0 ? 0 : 1);
			}),
		);
	});

	it('of an open list are only found when the parts exceed the whole', () => {
		fc.assert(
			fc.property(list, fc.nat(3000), (parts, total) => {
				const open = claim(total, [], { kind: 'sum', parts, open: true });
				const rulesFound = found(withClaims(open)).map(({ rule }) => rule);
				expect(rulesFound).toEqual(parts.reduce((a, b) => a + b, 0) > total ? ['N-PUB'] : []);
			}),
		);
	});
});

describe('rates', () => {
	const percent = (value: number, parts: number[], more: Partial<Claim> = {}) =>
		found(withClaims(claim(value, [], { kind: 'percent', unit: '%', parts, ...more })));

	it('pass rounded and cut off at any number of digits', () => {
		fc.assert(
			fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), fc.nat(2), (a, b, digits) => {
				const rate = (100 * a) / b;
				const scale = 10 ** digits;
				expect(percent(Math.round(rate * scale) / scale, [a, b])).toEqual([]);
				expect(percent(Math.floor(rate * scale) / scale, [a, b])).toEqual([]);
			}),
		);
	});

	it('fail when they are off by more than a unit of the last digit', () => {
		expect(percent(33.9, [258, 805])[0]).toMatchObject({ rule: 'N-PCT', found: 33.9, expected: 32.05 });
		expect(percent(34, [258, 805])).toHaveLength(1);
	});

	it('are not tested without both numbers, in another unit, or over zero', () => {
		expect(percent(50, [])).toEqual([]);
		expect(percent(3, [9, 3], { unit: '倍' })).toEqual([]);
		expect(percent(50, [5, 0])).toEqual([]);
	});

	it('of growth are measured against the year before', () => {
		const growth = (value: number, parts: number[]) =>
			found(withClaims(claim(value, [], { kind: 'growth', unit: '%', parts })));
		expect(growth(50, [18, 12])).toEqual([]);
		expect(growth(33.3, [18, 12])[0]).toMatchObject({ expected: 50 });
		expect(growth(-33.3, [8, 12])).toEqual([]);
	});
});

describe('shorten', () => {
	it('cuts long sentences and takes out blanks', () => {
		expect(shorten('短 句')).toBe('短句');
		expect(shorten('长'.repeat(60))).toBe(`${'长'.repeat(40)}…`);
	});
});
