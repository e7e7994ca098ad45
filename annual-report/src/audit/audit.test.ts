import { describe, expect, it } from 'vitest';
import { cleanReport, printed, yearBefore } from '../../fixtures/audit/base.setup.ts';
import type { AuditSettings, Cell, Report } from '../model/index.ts';
import { auditAll, auditReport, profiles, rules } from './index.ts';

const bent = (report: Report, cells: Record<string, Cell>): Report => ({
	...report,
	cells: { ...report.cells, ...cells },
});
const blank: Cell = { value: null, state: 'blank', raw: '' };
const ids = (findings: readonly { rule: string }[]) => [...new Set(findings.map(({ rule }) => rule))];

describe('auditReport', () => {
	it('gives the same answer twice and changes nothing it was given', () => {
		const report = bent(cleanReport('2021'), { 't3.new.natural': printed(99), 't4.review.total': blank });
		const before = structuredClone(report);
		const first = auditReport(report);
		expect(auditReport(report)).toEqual(first);
		expect(report).toEqual(before);
		expect(first.findings.length).toBeGreaterThan(0);
	});

	it('puts rule, severity, basis, cells and place on every finding', () => {
		const wrong: Cell = { ...printed(99), at: { page: 3, line: 7 } };
		const { findings } = auditReport(bent(cleanReport('2021'), { 't3.granted.total': wrong }));
		const row = findings.find(({ rule }) => rule === 'T3-ROW');
		expect(row).toMatchObject({ severity: 'error', found: 99, expected: 8, at: { page: 3, line: 7 } });
		expect(row?.basis).toContain('30号');
		expect(row?.cells).toHaveLength(7);
	});

	it('takes the place of the first cell that has one where the total has none', () => {
		const report = bent(cleanReport('2021'), {
			't3.granted.business': { ...printed(5), at: { table: 2, row: 6, column: 5 } },
		});
		const row = auditReport(report).findings.find(({ rule }) => rule === 'T3-ROW');
		expect(row?.at).toEqual({ table: 2, row: 6, column: 5 });
	});

	it('runs only the rules of the form', () => {
		const old = auditReport(cleanReport('2014'));
		const all = [...old.findings, ...old.notChecked].map(({ rule }) => rule);
		expect(all.filter((id) => id.startsWith('T'))).toEqual([]);
	});

	it('audits a narrative without tables by its text alone', () => {
		const report: Report = { ...cleanReport('2014'), form: 'none', cells: {}, claims: [] };
		const { findings } = auditReport(report);
		expect(findings).toEqual([]);
	});

	it('never throws on a report that has nothing in it', () => {
		const empty: Report = {
			file: '',
			title: '',
			organ: null,
			year: null,
			form: '2021',
			period: null,
			signedOn: null,
			cells: {},
			sections: [],
			claims: [],
			warnings: [],
			lines: [],
		};
		for (const form of ['2014', '2019', '2021', 'none'] as const) {
			const { findings, notChecked } = auditReport({ ...empty, form });
			expect(notChecked.length).toBeGreaterThan(0);
			expect(findings.every(({ message }) => message.length > 0)).toBe(true);
		}
	});

	it('does not use a previous report of another year', () => {
		const report = cleanReport('2021');
		const earlier = { ...yearBefore(report), year: 2021 };
		const { notChecked } = auditReport(report, { previous: earlier });
		expect(ids(notChecked)).toContain('T3-CARRY');
	});

	it('keeps to the scopes asked for', () => {
		const report = bent(cleanReport('2021'), { 't3.new.natural': printed(99) });
		const { findings, notChecked } = auditReport(report, { scopes: ['claim'] });
		const scopes = new Map(rules.map((rule) => [rule.id, rule.scope]));
		expect([...findings, ...notChecked].every(({ rule }) => scopes.get(rule) === 'claim')).toBe(true);
	});
});

describe('not checked', () => {
	it('is what every evidence rule answers without evidence', () => {
		const { findings, notChecked } = auditReport(cleanReport('2021'));
		expect(findings).toEqual([]);
		const evidence = rules.filter((rule) => rule.scope === 'evidence' && rule.forms.includes('2021'));
		// T3-KIND has nothing to ask for while its two rows are 0.
		const asked = evidence.map((rule) => rule.id).filter((id) => id !== 'T3-KIND');
		expect(ids(notChecked)).toEqual(expect.arrayContaining(asked));
	});

	it('is said of the part that is unreadable, the rest being checked all the same', () => {
		const report = bent(cleanReport('2021'), {
			't3.granted.natural': { value: null, state: 'unreadable', raw: '若干' },
			't3.partial.total': printed(4),
		});
		const { findings, notChecked } = auditReport(report);
		expect(ids(findings)).toEqual(expect.arrayContaining(['T3-ROW', 'T3-INT']));
		expect(findings.filter(({ rule }) => rule === 'T3-INT')).toHaveLength(1);
		expect(notChecked.find(({ rule }) => rule === 'T3-ROW')?.reason).toContain('1组');
	});

	it('is one line for a table of which nothing can be read, not one a cell', () => {
		const report = cleanReport('2019');
		const cells = Object.fromEntries(
			Object.keys(report.cells).map((address): [string, Cell] => [address, { value: null, state: 'absent', raw: '' }]),
		);
		const { findings } = auditReport({ ...report, cells }, { scopes: ['table'] });
		expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
			['T2-INT', 'error'],
			['T3-INT', 'error'],
			['T4-INT', 'error'],
		]);
	});
});

describe('reconstructed cells', () => {
	const recovered = (by: string): Cell => ({ value: 6, state: 'reconstructed', raw: '', by });

	it('never prove the identity they came from', () => {
		const report = bent(cleanReport('2021'), { 't3.granted.natural': recovered('T3-ROW') });
		const { findings, notChecked } = auditReport(report, { scopes: ['table'] });
		expect(ids(findings)).toEqual(['T3-SUM']);
		expect(ids(notChecked)).toContain('T3-ROW');
	});

	it('count as figures everywhere else', () => {
		const report = bent(cleanReport('2021'), { 't3.granted.natural': recovered('T3-SUM') });
		const { findings, notChecked } = auditReport(report, { scopes: ['table'] });
		expect(ids(findings)).toEqual(['T3-ROW']);
		expect(ids(notChecked)).toContain('T3-SUM');
	});

	it('recovered from both kinds of sum prove neither', () => {
		const report = bent(cleanReport('2021'), { 't3.granted.natural': recovered('T3-ROW+T3-SUM') });
		const { findings, notChecked } = auditReport(report, { scopes: ['table'] });
		expect(findings).toEqual([]);
		expect(ids(notChecked)).toEqual(expect.arrayContaining(['T3-ROW', 'T3-SUM']));
	});
});

describe('profiles', () => {
	const report = bent(cleanReport('2021'), { 't3.deny.law.natural': blank });

	it('warn of a blank in an outside report and refuse it in a submitted one', () => {
		const severity = (profile: 'import' | 'county') => auditReport(report, { profile }).findings[0]?.severity;
		expect([severity('import'), severity('county')]).toEqual(['warning', 'error']);
	});

	it('name only rules that exist', () => {
		const known = new Set(rules.map((rule) => rule.id));
		for (const { severities } of Object.values(profiles)) {
			for (const id of Object.keys(severities)) expect(known).toContain(id);
		}
	});

	it('may be the county’s own', () => {
		const strict = { name: '青河县', severities: { 'N-TITLE': 'error' as const }, settings: profiles.county.settings };
		const { findings } = auditReport({ ...cleanReport('2021'), title: '年报' }, { profile: strict });
		expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['N-TITLE', 'error']]);
	});
});

describe('the bounds of a profile', () => {
	const many = (report: Report, settings: Partial<AuditSettings> = {}) =>
		auditReport(report, {
			evidence: { level: 'township' },
			profile: { name: '青河县', severities: {}, settings: { ...profiles.import.settings, ...settings } },
		})
			.findings.filter(({ rule }) => rule === 'T2B-MANY')
			.map(({ cells, found, expected }) => [cells[0], found, expected]);
	const made = (n: number, valid = 10) =>
		bent(cleanReport('2021'), { 't2.normative.made': printed(n), 't2.normative.valid': printed(valid) });

	it('are eight made and fifty in force for a township (T2B-MANY), unless a county says otherwise', () => {
		expect(many(made(7))).toEqual([]);
		expect(many(made(8))).toEqual([['t2.normative.made', 8, '<8']]);
		expect(many(made(2, 50))).toEqual([['t2.normative.valid', 50, '<50']]);
		expect(many(made(8), { normativeMade: 9 })).toEqual([]);
		expect(many(made(3), { normativeMade: 3 })).toEqual([['t2.normative.made', 3, '<3']]);
		expect(many(made(2, 50), { normativeInForce: 200 })).toEqual([]);
	});
});

describe('auditAll', () => {
	const year2024 = cleanReport('2021');
	const year2023: Report = { ...yearBefore(year2024), file: '清源镇2023.docx' };

	it('gives each report the same office’s report of the year before, in whatever order they come', () => {
		const wrong = bent(year2024, { 't2.normative.valid': printed(20) });
		for (const reports of [
			[wrong, year2023],
			[year2023, wrong],
		]) {
			const audited = auditAll(reports);
			const of2024 = audited.find(({ report }) => report === wrong);
			expect(ids(of2024?.findings ?? [])).toContain('T2C-STOCK');
			const of2023 = audited.find(({ report }) => report === year2023);
			expect(ids(of2023?.notChecked ?? [])).toContain('T2C-STOCK');
		}
	});

	it('knows the office again under its short name', () => {
		const short = { ...year2023, organ: '青河县清源镇政府' };
		const [first] = auditAll([year2024, short]);
		expect(ids(first?.notChecked ?? [])).not.toContain('T3-CARRY');
	});

	it('does not take another office’s report for the year before', () => {
		const other = { ...year2023, organ: '青河县双桥乡人民政府' };
		const [first] = auditAll([year2024, other]);
		expect(ids(first?.notChecked ?? [])).toContain('T3-CARRY');
	});

	it('does not pair reports whose office is unknown', () => {
		const [first] = auditAll([
			{ ...year2024, organ: null },
			{ ...year2023, organ: null },
		]);
		expect(ids(first?.notChecked ?? [])).toContain('T3-CARRY');
	});

	it('takes evidence by file', () => {
		const audited = auditAll([year2024, year2023], { [year2024.file]: { normativeInForce: 15 } });
		expect(ids(audited[0]?.findings ?? [])).toContain('T2C-LIB');
		expect(ids(audited[1]?.findings ?? [])).not.toContain('T2C-LIB');
	});

	it('finds two offices that handed in one text', () => {
		const text =
			'把惠农补贴、低保救助、宅基地审批等群众关心的内容列入清单，明确责任人和更新时限，按季度检查，对漏公开、迟公开的当场指出并限期补上，群众来电来访由专人登记答复。';
		const body = (report: Report, organ: string): Report => ({
			...report,
			organ,
			file: organ,
			sections: report.sections.map((s) => (s.heading === '平台建设' ? { ...s, body: text.repeat(3) } : s)),
		});
		const twins = [body(year2024, '青河县清源镇人民政府'), body(year2024, '青河县双桥乡人民政府')];
		for (const { findings } of auditAll(twins)) expect(ids(findings)).toContain('N-SIM');
	});

	it('answers nothing for nothing', () => {
		expect(auditAll([])).toEqual([]);
	});
});
