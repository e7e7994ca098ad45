import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanReport, printed, yearBefore } from '../../fixtures/audit/base.setup.ts';
import type { TableForm } from '../forms/index.ts';
import type { Cell, Evidence, Finding, Report } from '../model/index.ts';
import { auditReport } from './index.ts';

const blank: Cell = { value: null, state: 'blank', raw: '' };
const dash: Cell = { value: null, state: 'dash', raw: '/' };
const illegible: Cell = { value: null, state: 'unreadable', raw: '?' };

function withCells(form: TableForm, cells: Record<string, number | Cell>): Report {
	const report = cleanReport(form);
	const made = Object.entries(cells).map(([a, c]): [string, Cell] => [a, typeof c === 'number' ? printed(c) : c]);
	return { ...report, cells: { ...report.cells, ...Object.fromEntries(made) }, claims: [] };
}

const stat = (figures: Record<string, number | Cell>) =>
	withCells('2014', Object.fromEntries(Object.entries(figures).map(([code, c]) => [`stat.${code}`, c])));
const rulesIn = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))].sort();
const tableRules = (report: Report) => rulesIn(auditReport(report, { scopes: ['table'] }).findings);

describe('the 2014 table against its rules in words', () => {
	/*
	 * The oracle: every rule as one line of arithmetic over codes, written from the law catalogue and not from the code.
	 * Only codes the lines name are varied, so that each rule can fail alone or with others.
	 */
	type Table = (code: string) => number;
	const sum = (t: Table, ...codes: string[]) => codes.reduce((total, code) => total + t(code), 0);
	const oracle: Record<string, (t: Table) => boolean> = {
		'A-01': (t) => t('3.1') === sum(t, '3.1.1', '3.1.2', '3.1.3', '3.1.4', '3.1.5'),
		'A-02': (t) => t('3.2') === sum(t, '3.2.1', '3.2.2'),
		'A-03': (t) => t('3.3') === sum(t, '3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.5', '3.3.6', '3.3.7', '3.3.8'),
		'A-04': (t) => t('3.3.4') === sum(t, ...['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `3.3.4.${letter}`)),
		'A-05': (t) => ['4', '5', '6'].every((code) => t(code) === sum(t, `${code}.1`, `${code}.2`, `${code}.3`)),
		'A-06': (t) => ['7', '8', '10', '11'].every((code) => t(code) === sum(t, `${code}.1`, `${code}.2`)),
		'A-07': (t) => t('12.2') === sum(t, '12.2.1', '12.2.2'),
		'A-08': (t) => [1, 2, 3, 4, 5].every((n) => t(`1.2.${n}`) <= t('1.1')),
		'A-09': (t) => sum(t, '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5') >= t('1.1'),
		'A-10': (t) => t('2.2.4') <= t('2.1') && t('2.2.5') <= t('2.1'),
		'A-11': (t) => t('2.2.1a') <= t('2.2.1') && t('2.2.2a') <= t('2.2.2'),
		'A-12': (t) => !(t('3.2') > 0 && t('3.3') === 0),
		'A-13': (t) => !(t('1.2.2') > 0 && t('8') === 0),
		'A-17': (t) => t('1.1.1') <= t('1.1') && t('1.1.1') <= t('1.1.2'),
		'A-18': (t) => t('9.1') > 0 === t('9.2') > 0 && t('9.2') >= t('9.1'),
		'A-19': (t) => !(t('11') > 0 && t('10') === 0),
		'A-20': (t) => t('13.2') > 0 === t('13.3') > 0,
	};
	const codes = ['1.1', '1.1.1', '1.1.2', '1.2.2', '1.2.5', '2.1', '2.2.1', '2.2.1a', '2.2.4', '3.1', '3.1.1', '3.1.5'];
	const more = [
		'3.2',
		'3.2.2',
		'3.3',
		'3.3.4',
		'3.3.4.f',
		'4',
		'4.3',
		'6.1',
		'7',
		'8',
		'8.1',
		'9.1',
		'9.2',
		'10',
		'11',
	];
	const rest = ['12.2', '12.2.1', '13.2', '13.3'];
	const change = fc.tuple(fc.constantFrom(...codes, ...more, ...rest), fc.oneof(fc.constant(0), fc.nat(250)));
	const failing = (report: Report) => {
		const t: Table = (code) => report.cells[`stat.${code}`]?.value ?? Number.NaN;
		return Object.keys(oracle).filter((rule) => !oracle[rule]?.(t));
	};

	it('raises exactly the rules the arithmetic says', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
				// A county prints a gazette of its own, so that A-14 has nothing to say.
				const report = { ...stat(Object.fromEntries(changes)), organ: '青河县人民政府' };
				const found = tableRules(report).filter((rule) => rule in oracle);
				expect(found).toEqual(failing(report).sort());
			}),
			{ numRuns: 400 },
		);
	});

	it('reads zeros left out as zeros, or says which total is missing', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 4 }), fc.constantFrom(blank, dash), (changes, mark) => {
				const report = { ...stat(Object.fromEntries(changes)), organ: '青河县人民政府' };
				const cells = Object.fromEntries(
					Object.entries(report.cells).map(([address, cell]) => [address, cell.value === 0 ? mark : cell]),
				);
				const alarms = (one: Report) => tableRules(one).filter((rule) => /^A-0[1-7]$|^A-MISS$/.test(rule)).length > 0;
				expect(alarms({ ...report, cells })).toBe(alarms(report));
			}),
			{ numRuns: 200 },
		);
	});
});

describe('limits', () => {
	it('say the bound as ≤, and that they could not look where a figure is missing', () => {
		const report = stat({ '1.2.1': 300, '1.2.3': illegible });
		const { findings, notChecked } = auditReport(report, { scopes: ['table'] });
		expect(findings.find(({ rule }) => rule === 'A-08')).toMatchObject({ found: 300, expected: '≤210' });
		expect(notChecked.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['A-08', 'A-09']));
	});

	it('hold at equality', () => {
		expect(tableRules(stat({ '1.2.4': 210, '2.2.4': 6, '2.2.1a': 2, '1.1.1': 5 }))).toEqual([]);
	});
});

describe('states of a table', () => {
	const said = (report: Report, rule: string) =>
		auditReport(report, { scopes: ['table'] }).findings.filter((finding) => finding.rule === rule);

	it('are said once a kind, with the cells and three of them by name', () => {
		const report = withCells('2021', {
			't3.deny.law.natural': blank,
			't3.deny.law.business': dash,
			't3.deny.safety.natural': blank,
			't3.deny.case.natural': blank,
		});
		const [finding, ...others] = said(report, 'T3-INT');
		expect(others).toEqual([]);
		expect(finding?.cells).toHaveLength(4);
		expect(finding?.message).toContain('3格空白、1格填了「/」');
		expect(finding?.message.match(/「自然人」|「商业企业」/g)).toHaveLength(3);
		expect(finding?.message).toContain('等）');
	});

	it('do not call a missing total a mere blank as well', () => {
		const report = withCells('2021', { 't3.granted.total': blank });
		expect(tableRules(report)).toEqual(['T3-MISS']);
	});

	it.each([
		['t3.new.natural', -1, 1],
		['t3.new.natural', 2.5, 1],
		['t2.fee.wan', 2.5, 0],
		['t2.fee.wan', -2.5, 1],
	])('%s of %d is possible or not', (address, value, count) => {
		const table = address.slice(0, 2).toUpperCase();
		const found = said(withCells('2021', { [address]: value }), `${table}-INT`);
		expect(found).toHaveLength(count);
		for (const finding of found) expect(finding).toMatchObject({ severity: 'error', found: value });
	});

	it.each([
		['t2.license.delta', -3, 0],
		['t2.license.delta', 0.5, 1],
		['t2.license.prev', -3, 1],
		['t2.procurement.yuan', 12.34, 0],
	])('of 2019: %s of %d', (address, value, count) => {
		expect(said(withCells('2019', { [address]: value }), 'T2-INT')).toHaveLength(count);
	});

	it('of a cell the model lacks are those of a missing one', () => {
		const report = withCells('2021', {});
		delete report.cells['t4.review.pending'];
		expect(said(report, 'T4-INT')[0]).toMatchObject({ severity: 'error', cells: ['t4.review.pending'] });
	});
});

describe('table 2 and its neighbours', () => {
	it('knows what a 市 may be only by evidence', () => {
		const report = { ...withCells('2021', { 't2.regulation.valid': 11 }), organ: '云岭市人民政府' };
		const rules = (evidence: Evidence) => {
			const { findings, notChecked } = auditReport(report, { evidence, scopes: ['table'] });
			return [rulesIn(findings), notChecked.some(({ rule }) => rule === 'T2-RULES')];
		};
		expect(rules({})).toEqual([[], true]);
		expect(rules({ level: 'county' })).toEqual([['T2-RULES'], false]);
	});

	it('finds a figure with words in any cell and leaves plain ones alone', () => {
		const raw = (text: string): Cell => ({ value: 5, state: 'number', raw: text });
		for (const text of ['5', ' 5 ', '５', '5.0', '+5', '1,005']) {
			expect(tableRules(withCells('2021', { 't2.force.decisions': raw(text) })), text).toEqual([]);
		}
		for (const text of ['5件', '5（含1件变更）', '约5']) {
			expect(tableRules(withCells('2021', { 't2.force.decisions': raw(text) })), text).toEqual(['T2-UNIT']);
		}
	});

	it('compares procurement with nothing but itself', () => {
		fc.assert(
			fc.property(fc.nat(3), fc.nat(3), (count, yuan) => {
				const report = withCells('2019', { 't2.procurement.count': count, 't2.procurement.yuan': yuan });
				expect(tableRules(report)).toEqual(count > 0 === yuan > 0 ? [] : ['T2B-PROC']);
			}),
		);
	});
});

describe('with last year beside it', () => {
	const years = (form: '2019' | '2021', now: Record<string, number | Cell>, then: Record<string, number | Cell>) => {
		const report = withCells(form, now);
		const before = yearBefore(cleanReport(form));
		const cells = Object.entries(then).map(([a, c]): [string, Cell] => [a, typeof c === 'number' ? printed(c) : c]);
		const previous = { ...before, cells: { ...before.cells, ...Object.fromEntries(cells) } };
		return auditReport(report, { previous, scopes: ['year'] });
	};

	it('stock follows from last year’s stock, whatever the figures', () => {
		const count = fc.nat(60);
		fc.assert(
			fc.property(count, count, count, count, (before, made, repealed, valid) => {
				const now = { 't2.normative.made': made, 't2.normative.repealed': repealed, 't2.normative.valid': valid };
				const { findings } = years('2021', now, { 't2.normative.valid': before });
				const isRight = valid === before + made - repealed;
				expect(rulesIn(findings)).toEqual(isRight ? [] : ['T2C-STOCK']);
			}),
		);
	});

	it('carried-in applications are last year’s carried-out ones, column by column', () => {
		const { findings } = years('2021', {}, { 't3.carried_out.business': 2, 't3.carried_out.natural': blank });
		expect(findings.map(({ rule, cells, found, expected }) => [rule, cells[0], found, expected])).toEqual([
			['T3-CARRY', 't3.carried_in.natural', 1, 0],
			['T3-CARRY', 't3.carried_in.business', 0, 2],
		]);
	});

	it('says so where last year’s figure cannot be read', () => {
		const { findings, notChecked } = years('2021', {}, { 't3.carried_out.business': illegible });
		expect(findings).toEqual([]);
		expect(notChecked.find(({ rule }) => rule === 'T3-CARRY')?.reason).toContain('1列');
	});

	it('counts with last year’s missing totals as its parts give them', () => {
		const { findings } = years('2021', {}, { 't3.carried_out.total': blank });
		expect(findings).toEqual([]);
	});

	it('pending cases must turn up again', () => {
		const { findings } = years('2021', {}, { 't4.review.pending': 3 });
		expect(findings[0]).toMatchObject({ rule: 'T4-PEND', found: 1, expected: '≥3', severity: 'warning' });
	});

	it('items of 2019 open where they closed', () => {
		const { findings } = years('2019', { 't2.punish.prev': 8 }, { 't2.punish.prev': 5, 't2.punish.delta': 2 });
		expect(findings[0]).toMatchObject({ rule: 'T2B-ITEM', found: 8, expected: 7 });
	});
});

describe('with registers beside it', () => {
	const findings = (registers: Record<string, number>) =>
		auditReport(withCells('2021', { 't3.granted.welfare': blank }), { evidence: { registers }, scopes: ['evidence'] })
			.findings;

	it('compares only what the registers count, each table by its own rule', () => {
		const wrong = findings({
			't2.punish.decisions': 9,
			't3.new.natural': 12,
			't3.new.total': 17,
			't4.review.total': 2,
		});
		expect(wrong.map(({ rule, found, expected }) => [rule, found, expected])).toEqual([
			['T2-REG', 8, 9],
			['T3-REG', 18, 17],
			['T4-REG', 1, 2],
		]);
	});

	it('reads a blank as the nothing it stands for', () => {
		expect(findings({ 't3.granted.welfare': 0 })).toEqual([]);
		expect(findings({ 't3.granted.welfare': 1 })[0]).toMatchObject({ found: 0, expected: 1 });
	});
});
