import { auditReport } from 'annual-report/audit';
import { describe, expect, it } from 'vitest';
import type { Office } from '../../offices/index.ts';
import { assemble } from '../compile/assemble.ts';
import { countCells } from '../compile/count.ts';
import type { LiveReport } from '../compile/live.ts';
import type { HandFigure } from '../model.ts';
import { documentOf } from '../narrative/document.ts';
import type { SignedFinding } from '../snapshot/model.ts';
import { evidenceOf } from './evidence.ts';
import { findingKey } from './finding-key.ts';
import { blockingOf, libraryReport } from './run.ts';

function liveWith(table3: Record<string, number[]>, hands: Record<string, number> = {}): LiveReport {
	const raw = {
		table3,
		table4: {},
		registers: {
			't2.license.decisions': { value: '7', ids: [1], basis: '', kind: 'license' },
			't2.punish.decisions': { value: null, ids: [], basis: '', kind: 'punish' },
		},
		normative: { made: [1], repealed: [], valid: [1, 2] },
		published: [1, 2, 3],
	};
	const counts = countCells('2021', raw);
	const at = new Date('2026-01-10T02:00:00Z');
	const given = new Map(
		Object.entries(hands).map(([address, value]): [string, HandFigure] => [
			address,
			{ address, action: 'override', value, computed: 0, ground: '补录', personName: '林晓', at },
		]),
	);
	const cells = assemble('2021', counts, given, null);
	const document = documentOf({
		form: '2021',
		year: 2025,
		officeName: '柳溪镇人民政府',
		cells,
		sections: new Map([[1 as const, { text: '本年度收到政府信息公开申请4件。' }]]),
		facts: new Map(),
		signedOn: null,
	});
	return {
		report: { id: 1, officeId: 2, year: 2025, form: '2021' },
		office: { kind: 'township' } as Office,
		officeName: '柳溪镇人民政府',
		raw,
		counts,
		hands: given,
		cells,
		document,
	} as unknown as LiveReport;
}

const finding = {
	rule: 'T3-REG',
	severity: 'error' as const,
	cells: ['t3.new.natural'],
	found: 5,
	expected: 3,
	message: '不一致',
	basis: '',
};

describe('the name of a finding', () => {
	it('is the same for the same finding, however it is stored', () => {
		expect(findingKey(finding)).toBe(findingKey({ ...finding, severity: 'warning', basis: '另一依据' }));
		expect(findingKey(finding)).toMatch(/^[0-9a-f]{20}$/);
	});

	it.each([
		['figure', { found: 6 }],
		['expected figure', { expected: 4 }],
		['cell', { cells: ['t3.new.business'] }],
		['rule', { rule: 'T3-BAL' }],
		['message', { message: '另一条' }],
	])('changes with another %s: the explanation no longer holds', (_, change) => {
		expect(findingKey({ ...finding, ...change })).not.toBe(findingKey(finding));
	});
});

describe('what stops a signature', () => {
	const signed = (change: Partial<SignedFinding>): SignedFinding => ({
		...finding,
		key: 'k',
		explanation: null,
		explainedBy: null,
		...change,
	});

	it('is an error nobody has explained', () => {
		const list = [
			signed({}),
			signed({ explanation: '核实无误' }),
			signed({ severity: 'warning' }),
			signed({ severity: 'info' }),
		];
		expect(blockingOf(list)).toEqual([list[0]]);
	});
});

describe('evidence', () => {
	it('holds the counts of the registers without hands, sums and unknown ones', () => {
		const { registers = {} } = evidenceOf(
			liveWith({ 't3.new.natural': [1, 2, 3] }, { 't3.new.natural': 5 }),
			'2026-01-31',
			{},
		);
		expect(registers['t3.new.natural']).toBe(3);
		expect(registers['t2.license.decisions']).toBe(7);
		expect(registers).not.toHaveProperty('t2.punish.decisions');
		expect(registers).not.toHaveProperty('t3.new.total');
	});

	it('holds level, deadline, stock and published items', () => {
		const evidence = evidenceOf(liveWith({}), '2026-01-31', { feeNotices: 2 }, '2026-02-01');
		expect(evidence).toMatchObject({
			level: 'township',
			deadline: '2026-01-31',
			publishedOn: '2026-02-01',
			normativeInForce: 2,
			publishedItems: 3,
			feeNotices: 2,
		});
		expect(evidenceOf(liveWith({}), '2026-01-31', {})).not.toHaveProperty('publishedOn');
	});

	it('makes an overridden cell a finding of the audit', async () => {
		const live = liveWith(
			{ 't3.new.natural': [1, 2, 3], 't3.carried_out.natural': [1, 2, 3] },
			{ 't3.new.natural': 5 },
		);
		const { findings } = auditReport(await libraryReport(live), {
			evidence: evidenceOf(live, '2026-01-31', {}),
			profile: 'county',
		});
		expect(findings.find((one) => one.rule === 'T3-REG')).toMatchObject({
			cells: ['t3.new.natural'],
			found: 5,
			expected: 3,
		});
		expect(findings.some((one) => one.rule === 'T3-BAL')).toBe(true);
	});
});

describe('the report as the library reads it', () => {
	it('has our figures exactly, and the claims of our words', async () => {
		const live = liveWith({ 't3.new.natural': [1, 2, 3] });
		const report = await libraryReport(live);
		expect(report).toMatchObject({ organ: '柳溪镇人民政府', year: 2025, form: '2021', lines: [] });
		expect(report.cells['t3.new.total']).toEqual({ value: 3, state: 'number', raw: '3' });
		expect(report.cells['t2.punish.decisions']).toEqual({ value: null, state: 'blank', raw: '' });
		expect(report.claims.find((claim) => claim.refs.includes('t3.new.total'))?.value).toBe(4);
	});

	it('lets the audit hold the words against the figures', async () => {
		const { findings } = auditReport(await libraryReport(liveWith({ 't3.new.natural': [1, 2, 3] })));
		expect(findings.find((one) => one.rule === 'N-REQ')).toMatchObject({ severity: 'error', cells: ['t3.new.total'] });
	});
});
