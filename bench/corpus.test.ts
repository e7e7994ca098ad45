import { describe, expect, it } from 'vitest';
import type { Cell, Claim, Report } from '../annual-report/src/index.ts';
import { compareCells } from './corpus-cells.ts';
import { compareClaims } from './corpus-claims.ts';
import { compareErrors } from './corpus-errors.ts';
import type { Gold, GoldClaim, GoldError } from './corpus-gold.ts';

const number = (value: number, state: Cell['state'] = 'number'): Cell => ({ value, state, raw: String(value) });
const without = (state: Cell['state']): Cell => ({ value: null, state, raw: '' });

const gold = (more: Partial<Gold>): Gold => ({
	id: 'x',
	file: 'x',
	organ: '',
	level: 'township',
	year: 2022,
	form: '2021',
	cells: {},
	claims: [],
	errors: [],
	...more,
});

const report = (more: Partial<Report>): Report => ({
	file: 'x',
	title: '白石镇人民政府2022年政府信息公开工作年度报告',
	organ: '白石镇人民政府',
	year: 2022,
	form: '2021',
	period: null,
	signedOn: null,
	cells: {},
	sections: [],
	claims: [],
	warnings: [],
	lines: [],
	...more,
});

const claim = (kind: Claim['kind'], text: string, value: number, refs: string[], more: Partial<Claim> = {}): Claim => ({
	kind,
	text,
	value,
	unit: '件',
	precision: 'exact',
	refs,
	...more,
});
const goldClaim = (text: string, value: number, refs: string[], more: Partial<GoldClaim> = {}): GoldClaim => ({
	kind: 'value',
	text,
	value,
	refs,
	verdict: 'agree',
	...more,
});

describe('compareCells', () => {
	it('counts value and state, number and reconstructed as one', () => {
		const expected = gold({
			cells: {
				a: { value: 3, state: 'number' },
				b: { value: 4, state: 'number' },
				c: { value: null, state: 'blank' },
				d: { value: 5, state: 'number' },
				e: { value: 6, state: 'number' },
			},
		});
		const cells = {
			a: number(3),
			b: number(4, 'reconstructed'),
			c: without('blank'),
			d: number(6),
			e: without('dash'),
		};
		expect(compareCells(expected, report({ cells }))).toMatchObject({ total: 5, wrong: 2, silentZeros: 0 });
	});

	it('accepts what else is right, but never a zero instead', () => {
		const expected = gold({ cells: { a: { value: null, state: 'unreadable', alsoRight: ['absent'] } } });
		expect(compareCells(expected, report({ cells: { a: without('absent') } })).wrong).toBe(0);
		expect(compareCells(expected, report({ cells: { a: without('blank') } })).wrong).toBe(1);
		expect(compareCells(expected, report({ cells: { a: number(0) } }))).toMatchObject({ wrong: 1, silentZeros: 1 });
	});

	it('counts a cell the report does not have as wrong', () => {
		expect(compareCells(gold({ cells: { a: { value: 0, state: 'number' } } }), report({})).wrong).toBe(1);
	});
});

describe('compareClaims', () => {
	it('wants the same cells and value', () => {
		const expected = gold({ claims: [goldClaim('共受理申请3件', 3, ['t3.new.total'])] });
		const right = report({ claims: [claim('count', '共受理申请3件', 3, ['t3.new.total'])] });
		expect(compareClaims(expected, right)).toMatchObject({ total: 1, found: 1, extra: 0 });
		for (const own of [claim('count', '共受理申请3件', 4, ['t3.new.total']), claim('count', '共受理申请3件', 3, [])]) {
			expect(compareClaims(expected, report({ claims: [own] })).found).toBe(0);
		}
	});

	it('wants the same words where gold names no cell', () => {
		const expected = gold({ claims: [goldClaim('公开政府信息59条', 59, [])] });
		expect(
			compareClaims(expected, report({ claims: [claim('count', '统一平台公开政府信息59条', 59, [])] })).found,
		).toBe(1);
		expect(compareClaims(expected, report({ claims: [claim('count', '召开会议59次', 59, [])] })).found).toBe(0);
	});

	it('compares sums by their parts and shares by their rate', () => {
		const expected = gold({
			claims: [
				{ kind: 'sum', text: '', total: 5, parts: [2, 3], refs: [], verdict: 'agree' },
				{ kind: 'percent', text: '', stated: 40, refs: [], verdict: 'agree' },
			],
		});
		const claims = [claim('sum', '', 5, [], { parts: [2, 3] }), claim('percent', '', 40, [])];
		expect(compareClaims(expected, report({ claims })).found).toBe(2);
		expect(compareClaims(expected, report({ claims: [claim('sum', '', 5, [], { parts: [1, 4] })] })).found).toBe(0);
	});

	it('finds a sum gold took from a table in the table', () => {
		const cells = { 'stat.3.2': number(5), 'stat.3.2.1': number(2), 'stat.3.2.2': number(3) };
		const expected = gold({ claims: [{ kind: 'sum', text: '', total: 5, parts: [2, 3], refs: [], verdict: 'agree' }] });
		expect(compareClaims(expected, report({ form: '2014', cells }))).toMatchObject({ found: 1, inTable: 1 });
	});

	it('counts claims of a sentence that gold does not have', () => {
		const body = '共受理申请3件，答复2件。';
		const claims = [
			claim('count', '共受理申请3件', 3, ['t3.new.total']),
			claim('count', '答复2件', 2, ['t3.total.total']),
		];
		const sections = [{ n: 1, level: 1, heading: '', body }];
		const expected = gold({ claims: [goldClaim('共受理申请3件', 3, ['t3.new.total'])] });
		expect(compareClaims(expected, report({ claims, sections }))).toMatchObject({ matched: 1, extra: 1 });
	});
});

describe('compareErrors', () => {
	const error = (more: Partial<GoldError>): GoldError => ({
		id: '',
		type: 't3_items_vs_total',
		where: '',
		detail: '',
		severity: 'error',
		...more,
	});
	const cells = Object.fromEntries(
		['new', 'carried_in', 'granted', 'total', 'carried_out'].flatMap((row) =>
			['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg', 'total'].map((column) => [
				`t3.${row}.${column}`,
				number(column === 'natural' || column === 'total' ? 1 : 0),
			]),
		),
	);

	it('counts an error as found by a rule of its kind', () => {
		const broken = report({ cells: { ...cells, 't3.new.total': number(9) } });
		const expected = gold({ errors: [error({ type: 'narrative_vs_table' })] });
		expect(compareErrors([expected], [broken])[0]).toMatchObject({ errors: 1, found: 0 });
	});

	it('counts a trap as sprung only by a finding of the kind it looks like', () => {
		const expected = gold({ errors: [error({ type: 'copied_organ', severity: 'trap' })] });
		expect(compareErrors([expected], [report({})])[0]).toMatchObject({ errors: 0, traps: 1, sprung: 0 });
	});

	it('names every finding gold does not have', () => {
		const lines =
			compareErrors([gold({})], [report({ cells: { ...cells, 't3.new.total': number(9) } })])[0]?.lines ?? [];
		expect(lines.some((line) => line.startsWith('finding gold does not have: T3-ROW'))).toBe(true);
	});
});
