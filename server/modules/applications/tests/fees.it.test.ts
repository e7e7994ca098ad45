import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	answered,
	type Desk,
	type EntryChange,
	enter,
	handled,
	openDesk,
	refused,
	step,
	view,
} from '../../../../test/applications.ts';
import type { PersonKey } from '../../../../test/fixtures.ts';
import { reader } from '../../../platform/transaction.ts';
import { feeTotals } from '../index.ts';

/** 信息处理费 by applications: what the same applicant filed in the natural month at this office (国办函〔2020〕109号第四条). */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

/** Applicants by a number of their own; what is left of the others in the desk does not count for them. */
let people = 0;
function somebody(): EntryChange {
	people += 1;
	return { applicant: { idNumber: `11010119900101${String(people).padStart(4, '0')}`, idKind: 'passport', phone: '' } };
}
const basis = async (id: number, query = '', person: PersonKey = 'clerk') => {
	const answer = await (await desk.as(person)).get(`/api/applications/${id}/fee?${query}`);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json();
};
const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id);
const PAY = { tariff: 'item', quantity: 1, payment: '到镇财政所缴纳' };

describe('the month of an applicant', () => {
	test('the twelfth application costs 100 yuan, without anybody’s counting; the ten before it are there to open', async () => {
		const who = somebody();
		const ids: number[] = [];
		for (let n = 0; n < 11; n++) ids.push((await enter(desk, who)).id);
		const last = await handled(desk, who);
		const found = await basis(last);
		expect(found).toMatchObject({ month: '2026-06', counted: 11, before: 11, quantity: 1, amount: 100, later: [] });
		expect(idsOf(found.earlier)).toEqual(ids);
		expect(found.earlier[0]).toMatchObject({ units: 1, officeName: '柳溪镇' });
		expect(found.sentences).toEqual(['第12件，1件，每件100元，计100元。']);
		await step(desk, 'clerk', last, 'notifyFee', PAY);
		expect((await view(desk, last)).fee).toMatchObject({
			before: 11,
			countedBefore: 11,
			beforeReason: '',
			amount: 100,
		});
	});

	test('is a natural month of the day received, of this office, and of nobody else', async () => {
		const who = somebody();
		desk.day('2026-05-29');
		await enter(desk, who);
		desk.day('2026-06-01');
		await enter(desk, somebody());
		await enter(desk, who, 'clerkB');
		const first = (await enter(desk, who)).id;
		const own = await handled(desk, who);
		const after = (await enter(desk, who)).id;
		desk.day('2026-07-01');
		const next = await handled(desk, who);
		expect(idsOf((await basis(own)).earlier)).toEqual([first]);
		expect(idsOf((await basis(own)).later)).toEqual([after]);
		expect(await basis(next)).toMatchObject({ month: '2026-07', counted: 0, earlier: [] });
		desk.day('2026-06-01');
	});

	test('leaves out drafts and what was no application; keeps what was taken back', async () => {
		const who = somebody();
		await enter(desk, { ...who, channel: 'oral', asDraft: true });
		const gone = (await enter(desk, who)).id;
		await step(desk, 'clerk', gone, 'referElsewhere', { to: 'consultation', answer: '请到便民服务中心。' });
		const back = (await enter(desk, who)).id;
		await step(desk, 'clerk', back, 'withdraw', { reason: '申请人书面撤回' });
		expect(idsOf((await basis(await handled(desk, who))).earlier)).toEqual([back]);
	});

	test('counts a letter of several things as the units it was charged for', async () => {
		const who = somebody();
		const bundle = await handled(desk, who);
		await step(desk, 'clerk', bundle, 'notifyFee', { ...PAY, quantity: 12 });
		const next = await handled(desk, who);
		expect(await basis(next)).toMatchObject({ counted: 12, amount: 100, earlier: [{ id: bundle, units: 12 }] });
	});

	test('a part split off counts as one application (一事一申请)', async () => {
		const id = await handled(desk, somebody());
		await step(desk, 'clerk', id, 'split', { items: '甲村账目\n乙村账目\n丙村账目', reason: '分属三村' });
		const { sameApplicant } = await view(desk, id);
		const parts = idsOf(sameApplicant).sort((a, b) => a - b);
		expect(parts).toHaveLength(2);
		expect(idsOf((await basis(parts[1] ?? 0)).earlier)).toEqual([id, parts[0]]);
	});
});

describe('corrected by hand', () => {
	test('asks for a reason, which the history and the record keep', async () => {
		const id = await handled(desk, somebody());
		const order = { ...PAY, before: 10 };
		expect(await refused(desk, 'clerk', id, 'notifyFee', order)).toEqual(['fee.beforeReason']);
		expect(await basis(id, 'before=10')).toMatchObject({ counted: 0, before: 10, amount: 100 });
		await step(desk, 'clerk', id, 'notifyFee', { ...order, beforeReason: '另有10件纸质登记' });
		const { fee, history } = await view(desk, id);
		expect(fee).toMatchObject({ before: 10, countedBefore: 0, beforeReason: '另有10件纸质登记', amount: 100 });
		expect(history.at(-1).entry).toContain('当月此前件数按10件计：另有10件纸质登记');
	});

	test('the register’s own count, typed or not, asks for none', async () => {
		const who = somebody();
		for (let n = 0; n < 10; n++) await enter(desk, who);
		const id = await handled(desk, who);
		await step(desk, 'clerk', id, 'notifyFee', { ...PAY, before: 10 });
	});

	test('an applicant who cannot be told apart is counted by nobody but the clerk', async () => {
		const nobody = { applicant: { idNumber: '', phone: '' }, request: { applicantKind: 'business' } };
		const company = { ...nobody, applicant: { ...nobody.applicant, name: '柳溪砂石厂', creditCode: '' } };
		const answer = await (await desk.as('clerk')).post('/api/applications', {
			channel: 'counter',
			submittedOn: '2026-06-01',
			request: { applicantKind: 'natural', title: '账目' },
			applicant: { name: '某某', idNumber: '', phone: '', address: '柳溪镇', email: '' },
		});
		const id = answer.statusCode === 200 ? answer.json().applicationId : (await enter(desk, company)).id;
		await desk.server.services.database.pool.query(
			'update applicant set fingerprint = null where application_id = $1',
			[id],
		);
		await step(desk, 'clerk', id, 'startHandling');
		expect(await basis(id)).toMatchObject({ counted: null, earlier: [], before: 0 });
		expect(await refused(desk, 'clerk', id, 'notifyFee', { ...PAY, before: 12 })).toEqual(['fee.beforeReason']);
		await step(desk, 'clerk', id, 'notifyFee', { ...PAY, before: 12, beforeReason: '按纸质登记簿' });
	});

	test('figures that are none are refused beside their input, also when only asked about', async () => {
		const id = await handled(desk, somebody());
		const clerk = await desk.as('clerk');
		for (const query of ['quantity=0', 'quantity=1.5', 'before=-1', 'quantity=x', 'tariff=both'])
			expect((await clerk.get(`/api/applications/${id}/fee?${query}`)).statusCode, query).toBe(422);
		expect(await refused(desk, 'clerk', id, 'notifyFee', { ...PAY, before: -1, beforeReason: '改正' })).toEqual([
			'fee.before',
		]);
		expect(await basis(id, 'tariff=page&quantity=68')).toMatchObject({ amount: 380 });
	});

	test('another office learns nothing of the month', async () => {
		const id = await handled(desk, somebody());
		for (const person of ['clerkB', 'clerkD'] as const)
			expect((await (await desk.as(person)).get(`/api/applications/${id}/fee`)).statusCode).toBe(404);
		expect((await (await desk.as('reviewer')).get(`/api/applications/${id}/fee`)).statusCode).toBe(403);
	});
});

describe('退费', () => {
	const paid = async () => {
		const id = await handled(desk, somebody());
		await step(desk, 'clerk', id, 'notifyFee', { tariff: 'page', quantity: 68, payment: '到镇财政所缴纳' });
		await step(desk, 'clerk', id, 'payFee', { paidOn: '2026-06-01' });
		return id;
	};
	const refund = { amount: 80, ground: 'other', reason: '页数多计8页', refundedOn: '2026-06-01' };

	test('in parts, never more than was paid, and told in the record', async () => {
		const id = await paid();
		await step(desk, 'clerk', id, 'refundFee', refund);
		expect(await refused(desk, 'clerk', id, 'refundFee', { ...refund, amount: 300.01 })).toEqual(['refund.tooMuch']);
		await step(desk, 'clerk', id, 'refundFee', { ...refund, amount: 300, reason: '其余退还' });
		expect(await refused(desk, 'clerk', id, 'refundFee', { ...refund, amount: 0.01 })).toEqual(['refund.none']);
		const { fee, history } = await view(desk, id);
		expect(fee.refunds).toMatchObject([
			{ amount: 80, reason: '页数多计8页', personName: '林晓' },
			{ amount: 300, reason: '其余退还' },
		]);
		expect(fee.amount).toBe(380);
		expect(history.at(-1).entry).toBe('退费300元（其他：其余退还）');
	});

	test('two at once give back no more than there is', async () => {
		const id = await paid();
		const clerk = await desk.as('clerk');
		const both = await Promise.all(
			[1, 2].map(() => clerk.post(`/api/applications/${id}/refundFee`, { ...refund, amount: 380 })),
		);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
	});

	test('of what was not paid there is none; a day before payment is none either', async () => {
		const id = await handled(desk, somebody());
		expect(await refused(desk, 'clerk', id, 'refundFee', refund)).toEqual(['refund.none']);
		const other = await paid();
		expect(
			await refused(desk, 'clerk', other, 'refundFee', { ...refund, refundedOn: '2026-05-31', reason: '' }),
		).toEqual(['refund.reason', 'day.early']);
	});

	test('because the decision was set aside: only when a review or a court did', async () => {
		const id = await paid();
		const setAside = { ...refund, ground: 'setAside', amount: 380, reason: '复议决定撤销' };
		expect(await refused(desk, 'clerk', id, 'refundFee', setAside)).toEqual(['refund.notSetAside']);
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: { fields: { where: '网站' } } });
		await step(desk, 'leader', id, 'approve');
		await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: '2026-06-01' });
		await step(desk, 'clerk', id, 'remedies', { track: 'review', body: '青河县人民政府', receivedOn: '2026-06-01' });
		expect(await refused(desk, 'clerk', id, 'refundFee', setAside)).toEqual(['refund.notSetAside']);
		await step(desk, 'clerk', id, 'remedies/close', { closedOn: '2026-06-01', result: 'corrected', note: '' });
		await step(desk, 'clerk', id, 'refundFee', setAside);
	});

	test('rows of it cannot be changed', async () => {
		await expect(desk.server.services.database.pool.query('update fee_refund set amount = 1')).rejects.toThrow();
		await expect(desk.server.services.database.pool.query('delete from fee_refund')).rejects.toThrow();
	});

	test('the county says whether what was collected is told before or after it', async () => {
		desk.day('2028-03-01');
		const id = await answered(desk, somebody()).then(() => handled(desk, somebody()));
		await step(desk, 'clerk', id, 'notifyFee', { tariff: 'page', quantity: 68, payment: '到镇财政所缴纳' });
		await step(desk, 'clerk', id, 'payFee', { paidOn: '2028-03-01' });
		await step(desk, 'clerk', id, 'refundFee', { ...refund, amount: 80.5, refundedOn: '2028-03-01' });
		const totals = () =>
			feeTotals(reader(desk.server.as({ kind: 'system', name: '测试' })), {
				officeId: desk.county.townshipA.id,
				year: 2028,
			});
		expect(await totals()).toEqual({ notices: 1, charged: 380, collected: 299.5, refunded: 80.5 });
		const county = await desk.as('countyOfficer');
		const { applications } = (await county.get('/api/settings')).json();
		const body = { value: { ...applications.value, feeRefunds: 'apart' }, since: applications.since };
		expect((await county.put('/api/settings/applications', body)).statusCode).toBe(200);
		expect(await totals()).toEqual({ notices: 1, charged: 380, collected: 380, refunded: 80.5 });
	});
});
