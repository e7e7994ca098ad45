import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	answered,
	type Desk,
	type EntryChange,
	enter,
	file,
	handled,
	openDesk,
	step,
	today,
	view,
	WHERE,
} from '../../../../test/applications.ts';
import { scopeOf } from '../../../kernel/actor.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { reader } from '../../../platform/transaction.ts';
import { applicationSummaries, countTable3, countTable4, feeTotals, openApplications } from '../index.ts';

let desk: Desk;

beforeAll(async () => {
	desk = await openDesk('2025-03-03');
});
afterAll(() => desk?.close());

const read = () => reader(desk.server.as({ kind: 'system', name: '测试' }));
const cells = (year: number, form: '2019' | '2021' = '2021') =>
	countTable3(read(), { officeId: desk.county.townshipA.id, year, form });
const filled = async (year: number) => {
	const all = await cells(year);
	return Object.fromEntries(
		Object.entries(all).filter(([address, ids]) => ids.length > 0 && address.endsWith('.total')),
	);
};

async function finish(id: number, outcome: string, fields: Record<string, string>): Promise<void> {
	await step(desk, 'clerk', id, 'propose', { outcome, details: { fields } });
	await step(desk, 'leader', id, 'approve');
	await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: today(desk) });
}

describe('a year of cases', () => {
	const made: Record<string, number> = {};

	beforeAll(async () => {
		const organisation: EntryChange = { request: { applicantKind: 'legalService' }, applicant: { idNumber: '' } };
		made.open = await answered(desk);
		made.refused = await handled(desk, organisation);
		await finish(made.refused, 'O9', { reason: '讨论记录。', subtype: '讨论记录' });
		made.gone = (await enter(desk)).id;
		await step(desk, 'clerk', made.gone, 'referElsewhere', { to: 'consultation', answer: '请到便民服务中心。' });
		made.withdrawn = await handled(desk);
		await step(desk, 'clerk', made.withdrawn, 'withdraw', { reason: 'x' });
		await file(desk);
		desk.day('2025-12-22');
		made.carried = await handled(desk);
		desk.day('2025-12-30');
		await file(desk);
		desk.day('2026-01-08');
		await finish(made.carried, 'O13', { reason: '由县水务局负责。', rightOffice: '县水务局' });
	});

	test('stand each in one row, in the year it was first answered', async () => {
		expect(await filled(2025)).toEqual({
			't3.new.total': [made.open, made.refused, made.withdrawn, made.carried],
			't3.granted.total': [made.open],
			't3.deny.process.total': [made.refused],
			't3.other.misc.total': [made.withdrawn],
			't3.total.total': [made.open, made.refused, made.withdrawn],
			't3.carried_out.total': [made.carried],
		});
		expect(await filled(2026)).toEqual({
			't3.carried_in.total': [made.carried],
			't3.unable.none.total': [made.carried],
			't3.total.total': [made.carried],
		});
	});

	test('stand in the column of their applicant', async () => {
		const all = await cells(2025);
		expect(all['t3.deny.process.legalService']).toEqual([made.refused]);
		expect(all['t3.new.legalService']).toEqual([made.refused]);
		expect(all['t3.new.natural']).toEqual([made.open, made.withdrawn, made.carried]);
	});

	test('what was never registered, and what was no application, is in no table', async () => {
		const everywhere = [...Object.values(await cells(2025)), ...Object.values(await cells(2026))].flat();
		expect(everywhere).not.toContain(made.gone);
	});

	test('are those of the office asked for', async () => {
		const other = await countTable3(read(), { officeId: desk.county.townshipB.id, year: 2025, form: '2021' });
		expect(Object.values(other).flat()).toEqual([]);
	});

	test('read the same in the 2019 form, but for the row that was split', async () => {
		const old = await cells(2025, '2019');
		expect(old['t3.other.total']).toEqual([made.withdrawn]);
		expect(old['t3.granted.total']).toEqual([made.open]);
	});

	test('an answer after review counts no second time', async () => {
		const id = made.open ?? 0;
		const before = await cells(2026);
		await step(desk, 'clerk', id, 'remedies', { track: 'review', body: '青河县人民政府', receivedOn: '2026-01-08' });
		await step(desk, 'clerk', id, 'remedies/close', {
			closedOn: '2026-01-08',
			result: 'corrected',
			note: '',
			redoDays: 20,
		});
		await finish(id, 'O4', { reason: 'x', secrecyMark: '秘密', secrecyPeriod: '10年' });
		expect(await cells(2026)).toEqual(before);
		expect((await cells(2025))['t3.granted.total']).toEqual([id]);
	});

	test('figures open to their cases', async () => {
		const all = await cells(2025);
		const rows = await applicationSummaries(read(), { kind: 'all' }, all['t3.total.total'] ?? []);
		expect(rows.map(({ id }) => id)).toEqual([made.open, made.refused, made.withdrawn]);
		expect(rows[1]).toMatchObject({ outcome: 'O9', outcomeName: OUTCOMES.O9.name, officeName: '柳溪镇' });
		const outside = scopeOf(desk.county.actor('clerkB'));
		expect(await applicationSummaries(read(), outside, all['t3.total.total'] ?? [])).toEqual([]);
	});
});

describe('table 4', () => {
	test('counts cases by track and result, and what is still open at the end of a year', async () => {
		desk.day('2024-05-06');
		const first = await answered(desk);
		const second = await answered(desk);
		const remedy = { body: '青河县人民政府', receivedOn: '2024-05-06' };
		await step(desk, 'clerk', first, 'remedies', { ...remedy, track: 'review' });
		await step(desk, 'clerk', first, 'remedies/close', { closedOn: '2024-05-06', result: 'maintained', note: '' });
		await step(desk, 'clerk', first, 'remedies', { ...remedy, track: 'afterReview', body: '青河县人民法院' });
		await step(desk, 'clerk', second, 'remedies', { ...remedy, track: 'direct', body: '青河县人民法院' });
		desk.day('2025-02-10');
		await step(desk, 'clerk', second, 'remedies/close', { closedOn: '2025-02-10', result: 'other', note: '撤诉' });
		const count = async (year: number) => {
			const all = await countTable4(read(), { officeId: desk.county.townshipA.id, year });
			return Object.fromEntries(
				Object.entries(all).flatMap(([address, ids]) => (ids.length > 0 ? [[address, ids.length]] : [])),
			);
		};
		expect(await count(2024)).toEqual({
			't4.review.maintained': 1,
			't4.review.total': 1,
			't4.direct.pending': 1,
			't4.direct.total': 1,
			't4.afterReview.pending': 1,
			't4.afterReview.total': 1,
		});
		expect(await count(2025)).toMatchObject({ 't4.direct.other': 1, 't4.afterReview.pending': 1 });
		expect(await count(2023)).toEqual({});
	});
});

describe('fees', () => {
	test('are told as notices, charged and collected', async () => {
		desk.day('2027-03-01');
		const paid = await handled(desk);
		const unpaid = await handled(desk);
		await step(desk, 'clerk', paid, 'notifyFee', {
			...{ tariff: 'item', before: 10, beforeReason: '另有纸质登记', quantity: 2, payment: 'x' },
		});
		await step(desk, 'clerk', unpaid, 'notifyFee', { tariff: 'page', before: 0, quantity: 68, payment: 'x' });
		await step(desk, 'clerk', paid, 'payFee', { paidOn: '2027-03-01' });
		const totals = await feeTotals(read(), { officeId: desk.county.townshipA.id, year: 2027 });
		expect(totals).toEqual({ notices: 2, charged: 580, collected: 200, refunded: 0 });
		expect(await feeTotals(read(), { officeId: desk.county.townshipB.id, year: 2027 })).toEqual({
			notices: 0,
			charged: 0,
			collected: 0,
			refunded: 0,
		});
	});
});

describe('what is open', () => {
	test('is told by scope, the most urgent first, with its limit', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk);
		const { id: there } = await enter(desk, {}, 'clerkB');
		const all = await openApplications(read(), { kind: 'all' });
		expect(all.map((row) => row.id)).toEqual(expect.arrayContaining([id, there]));
		const own = await openApplications(read(), { kind: 'office', officeId: desk.county.townshipB.id });
		expect(own.map((row) => row.id)).toEqual([there]);
		expect(await openApplications(read(), { kind: 'public' })).toEqual([]);
		expect(own[0]).toMatchObject({ dueOn: '2026-06-30', alarm: 'normal', left: 20 });
	});
});

describe('the register', () => {
	const list = async (query: string) => (await (await desk.as('clerk')).get(`/api/applications?${query}`)).json();

	test('filters by words, state, channel, outcome, year and whether it is open', async () => {
		desk.day('2026-06-01');
		const id = await handled(desk, { request: { title: '竹园村%_灌溉"水渠\\图纸' } });
		const only = async (query: string) => (await list(query)).rows.map((row: { id: number }) => row.id);
		expect(await only(`q=${encodeURIComponent('%_灌溉')}`)).toEqual([id]);
		expect(await only(`q=${encodeURIComponent('\\图')}`)).toEqual([id]);
		expect(await only(`q=${encodeURIComponent('x_x')}`)).toEqual([]);
		expect(await only('state=handling&year=2026')).toContain(id);
		expect(await only('state=answered')).not.toContain(id);
		expect(await only('open=true')).toContain(id);
		expect(await only('open=false')).not.toContain(id);
		expect(await only('channel=portal')).not.toContain(id);
		expect(await only('outcome=O1')).not.toContain(id);
		expect(await only('mine=true&open=true')).toContain(id);
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', id, 'approve');
		await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: '2026-06-01' });
		expect(await only('outcome=O1&year=2026')).toContain(id);
	});

	test('sorts and pages, and refuses what is no page', async () => {
		const first = await list('pageSize=3&page=1&sort=receivedOn&order=asc');
		const second = await list('pageSize=3&page=2&sort=receivedOn&order=asc');
		expect(first.rows).toHaveLength(3);
		expect(first.total).toBe(second.total);
		const days = [...first.rows, ...second.rows].map((row: { receivedOn: string | null }) => row.receivedOn ?? '9999');
		expect([...days].sort()).toEqual(days);
		const clerk = await desk.as('clerk');
		for (const query of ['page=0', 'pageSize=1000', 'sort=identity', 'state=x', 'year=1', 'officeId=-1']) {
			expect((await clerk.get(`/api/applications?${query}`)).statusCode).toBe(422);
		}
	});

	test('is exported with the same filters', async () => {
		const answer = await (await desk.as('clerk')).get('/api/applications/export?outcome=O9');
		expect(answer.headers['content-disposition']).toContain(encodeURIComponent('依申请公开登记台账.xlsx'));
		const ExcelJS = (await import('exceljs')).default;
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(answer.rawPayload.buffer as ArrayBuffer);
		expect(book.worksheets[0]?.rowCount).toBe(2);
	});

	test('a title that begins like a formula stays text in the sheet', async () => {
		await enter(desk, { request: { title: '=HYPERLINK("http://x","点击")' } });
		const answer = await (await desk.as('clerk')).get('/api/applications/export?q=HYPERLINK');
		const ExcelJS = (await import('exceljs')).default;
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(answer.rawPayload.buffer as ArrayBuffer);
		const values = book.worksheets[0]?.getRow(2).values as unknown[];
		expect(values).toContain(`'=HYPERLINK("http://x","点击")`);
	});

	test('of a case nobody asked for there is none', async () => {
		const clerk = await desk.as('clerk');
		for (const path of ['999999', '0', '-1', 'abc', '1e3']) {
			expect([404, 422]).toContain((await clerk.get(`/api/applications/${path}`)).statusCode);
		}
		expect((await view(desk, (await enter(desk)).id)).summary.state).toBe('registered');
	});
});
