import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanReport, yearBefore } from '../../fixtures/audit/base.setup.ts';
import { build, fixtureOf } from '../../fixtures/audit/load.setup.ts';
import { rollUpChecks } from '../aggregate/index.ts';
import { auditReport, renderRuleIndex, rules } from './index.ts';

const url = (path: string) => new URL(`../../${path}`, import.meta.url);

describe.each(rules.map((rule) => rule.id))('%s', (id) => {
	const cases = fixtureOf(id);

	it.each(cases.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
		const [report, options] = build(fixture);
		const before = structuredClone(report);
		const { findings, notChecked } = auditReport(report, options);
		const own = findings.filter((finding) => finding.rule === id);
		expect(
			own.map(({ severity, cells, found, expected, message }) => ({ severity, cells, found, expected, message })),
		).toEqual(fixture.expect);
		const others = [...new Set(findings.map((finding) => finding.rule))].filter((rule) => rule !== id).sort();
		expect(others).toEqual(fixture.others ?? []);
		expect(notChecked.find(({ rule }) => rule === id)?.reason).toBe(fixture.notChecked);
		expect(report).toEqual(before);
	});

	it('has a case that raises it and one that does not', () => {
		expect(cases.some((fixture) => fixture.expect.length > 0)).toBe(true);
		expect(cases.some((fixture) => fixture.expect.length === 0 && fixture.notChecked === undefined)).toBe(true);
	});

	it('has a page that explains it with a message it really gives', () => {
		const page = readFileSync(url(`rules/${id}.md`), 'utf8');
		const rule = rules.find((one) => one.id === id);
		expect(page.split('\n')[0]).toBe(`# ${id} ${rule?.title}`);
		for (const part of ['Trigger', 'Example', 'Fix', 'Rationale']) expect(page).toContain(`\n## ${part}\n`);
		const quoted = /^> (.+)$/m.exec(page)?.[1] ?? '';
		expect(cases.flatMap((fixture) => fixture.expect.map(({ message }) => message))).toContain(quoted);
	});
});

describe('the rule set', () => {
	it('has one file, one page and one fixture for every rule, and no others', () => {
		const ids = rules.map((rule) => rule.id).sort();
		const names = (folder: string, ending: string, ...not: string[]) =>
			readdirSync(url(folder))
				.filter((name) => name.endsWith(ending) && !not.includes(name))
				.map((name) => name.slice(0, -ending.length))
				.sort();
		expect(names('src/audit/rules', '.ts', 'index.ts')).toEqual(ids);
		const rollUps = Object.values(rollUpChecks).map((check) => check.id);
		expect(names('rules', '.md', 'INDEX.md')).toEqual([...ids, ...rollUps].sort());
		expect(names('fixtures/audit', '.json')).toEqual(ids);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('has an index that is up to date', () => {
		expect(existsSync(url('rules/INDEX.md'))).toBe(true);
		expect(readFileSync(url('rules/INDEX.md'), 'utf8')).toBe(renderRuleIndex());
	});

	it('holds every rule the law catalogue names', () => {
		const named = [
			...Array.from({ length: 16 }, (_, i) => `A-${String(i + 1).padStart(2, '0')}`),
			...['ROW', 'SUM', 'BAL', 'CARRY', 'INT', 'GRP', 'REG', 'OPEN', 'KIND'].map((name) => `T3-${name}`),
			...['SUM', 'PEND', 'PRE', 'T3'].map((name) => `T4-${name}`),
			...['T2B-ITEM', 'T2B-PUB', 'T2B-PROC', 'T2C-STOCK', 'T2C-LIB', 'T2-RULES', 'T2C-FEE', 'T2-UNIT'],
			...['REQ', 'REFUSE', 'CASE', 'PUB', 'NORM', 'CARRY', 'FEE', 'SEC', 'EMPTY', 'YEAR', 'CITE', 'SIM'].map(
				(n) => `N-${n}`,
			),
			...['N-50-4', 'N-DATE', 'N-RES'],
		];
		expect(rules.map((rule) => rule.id)).toEqual(expect.arrayContaining(named));
	});

	it.each(['2014', '2019', '2021'] as const)('finds nothing in a clean report of form %s', (form) => {
		const report = cleanReport(form);
		expect(auditReport(report).findings).toEqual([]);
		expect(auditReport(report, { previous: yearBefore(report), profile: 'county' }).findings).toEqual([]);
	});
});
