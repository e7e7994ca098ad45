import { auditReport } from 'annual-report/audit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, enter, handled, openDesk, step } from '../../../test/applications.ts';
import { reader } from '../../platform/transaction.ts';
import { moduleSources } from './compile/module-sources.ts';
import type { CaseEvidence } from './compile/sources.ts';

/** What the audit is told of real cases: those open over the new year, and the notices behind those that lapsed. */
let desk: Desk;
let waiting: string;
let running: string;

beforeAll(async () => {
	desk = await openDesk('2025-12-10');
	const unpaid = await handled(desk);
	await step(desk, 'clerk', unpaid, 'notifyFee', {
		tariff: 'page',
		before: 0,
		quantity: 250,
		payment: '到镇财政所缴纳',
	});
	await step(desk, 'clerk', unpaid, 'recordFeeDelivery', { deliveredOn: '2025-12-10' });
	const silent = await handled(desk);
	await step(desk, 'clerk', silent, 'requestSupplement', { items: '请写明年度。', until: '2025-12-19' });
	desk.day('2025-12-25');
	await step(desk, 'leader', silent, 'lapseSupplement');
	const asked = await enter(desk);
	waiting = asked.number;
	await step(desk, 'clerk', asked.id, 'requestSupplement', { items: '请写明年度。', until: '2026-01-09' });
	running = (await enter(desk)).number;
	desk.day('2026-01-20');
	await step(desk, 'leader', unpaid, 'lapseFee');
	await step(desk, 'leader', asked.id, 'lapseSupplement');
});
afterAll(() => desk?.close());

async function evidence(year: number): Promise<CaseEvidence> {
	const read = reader(desk.server.as({ kind: 'system', name: '测试' }));
	return await moduleSources.caseEvidence(read, { office: desk.county.townshipA, year, form: '2021' });
}

/** What the audit finds by one rule in a report that says these figures. */
async function found(rule: string, year: number, figures: Record<string, number>): Promise<string[]> {
	const cells = Object.fromEntries(
		Object.entries(figures).map(([address, value]) => [address, { value, state: 'number' as const, raw: `${value}` }]),
	);
	const report = {
		...{ file: '', title: '', organ: null, year, form: '2021' as const, period: null, signedOn: null },
		...{ cells, sections: [], claims: [], warnings: [], lines: [] },
	};
	const { findings, notChecked } = auditReport(report, { evidence: await evidence(year) });
	expect(notChecked.filter((one) => one.rule === rule)).toEqual([]);
	return findings.filter((one) => one.rule === rule).map(({ message }) => message);
}

describe('cases carried into the next year (条例第三十三条)', () => {
	it('are all that were open, those without a running limit too, and lapsed since', async () => {
		const { openApplications = [] } = await evidence(2025);
		expect(openApplications).toHaveLength(3);
		expect(openApplications.find(({ number }) => number === waiting)?.dueOn).toBeNull();
		expect(openApplications.find(({ number }) => number === running)?.dueOn).toBe('2026-01-23');
	});

	it('an honest figure is left in peace; one that leaves out those waiting is found, and told why', async () => {
		expect(await found('T3-OPEN', 2025, { 't3.carried_out.total': 3 })).toEqual([]);
		const [message] = await found('T3-OPEN', 2025, { 't3.carried_out.total': 1 });
		expect(message).toContain('年末在办的申请有3件（其中2件没有正在计算的答复期限');
	});
});

describe('notices behind the cases that lapsed (条例第三十条、国办函〔2020〕109号)', () => {
	it('count for the year the case ended in, whatever year they are of', async () => {
		expect(await evidence(2025)).toMatchObject({
			supplementNotices: 1,
			unpaidFeeNotices: 0,
			feeNotices: 1,
			feeCharged: 4700,
		});
		expect(await evidence(2026)).toMatchObject({ supplementNotices: 1, unpaidFeeNotices: 1, feeNotices: 0 });
	});

	it('a notice in December and a lapse in January are no contradiction', async () => {
		expect(await found('T3-KIND', 2026, { 't3.other.correct.total': 1, 't3.other.fee.total': 1 })).toEqual([]);
	});

	it('a case more than there are notices is found in both rows', async () => {
		expect(await found('T3-KIND', 2026, { 't3.other.correct.total': 2, 't3.other.fee.total': 2 })).toEqual([
			'因逾期不补正不再处理的申请填报2件，相应的补正通知只有1份',
			'因逾期未缴费不再处理的申请填报2件，相应的收费通知只有1份',
		]);
	});
});

describe('cases of table 4 that no application began (条例第十五、二十条)', () => {
	const NONE = { 't3.new.total': 0, 't3.carried_in.total': 0 };
	const cases = (review: number) => ({
		...NONE,
		't4.review.total': review,
		't4.direct.total': 0,
		't4.afterReview.total': 0,
	});

	it('are told by group, and a year without applications is not asked about them', async () => {
		await desk.server.services.database.pool.query(
			`insert into remedy_case (subject, claimant, office_id, track, body, simple, received_on)
			values ('公示名单', 'thirdParty', $1, 'review', '青河县人民政府', false, '2023-05-06')`,
			[desk.county.townshipA.id],
		);
		expect(await evidence(2023)).toMatchObject({
			newCases: { review: 1, direct: 0, afterReview: 0 },
			otherCases: { review: 1, direct: 0, afterReview: 0 },
		});
		expect((await evidence(2024)).newCases).toEqual({ review: 0, direct: 0, afterReview: 0 });
		expect(await found('T4-T3', 2023, cases(1))).toEqual([]);
	});
});
