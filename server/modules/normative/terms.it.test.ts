import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';
import { normativeExpiring, normativeUnfiled, normativeWithoutReview } from './index.ts';
import { type NormativeDesk, normativeDesk } from './project.setup.ts';

let desk: Desk;
let work: NormativeDesk;
const system = () => reader(desk.server.as({ kind: 'system', name: '测试' }));

beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
	work = normativeDesk(desk, '2026-06-01');
	await work.word(desk.county.townshipA.id, '柳政规');
});
afterAll(() => desk?.server.close());

async function issue(change: object = {}): Promise<number> {
	const id = await desk.draft({
		...{ columnId: await desk.column('policies'), type: 'normative' as const, documentNumber: '柳规〔2025〕1号' },
		...{ title: '关于临时救助的办法', expiresOn: '2026-11-30', ...change },
	});
	await desk.publish(id);
	return id;
}

const expiring = async (who: PersonKey = 'clerk') =>
	(await (await desk.as(who)).get('/api/normative/expiring')).json() as {
		id: number;
		daysLeft: number;
		evaluation: object | null;
	}[];
const evaluate = async (id: number, who: PersonKey = 'clerk', change: object = {}) =>
	await (await desk.as(who)).post(`/api/normative/documents/${id}/evaluations`, {
		...{ onDay: '2026-06-01', conclusion: 'keep', text: '执行情况良好，群众满意，建议继续执行。' },
		...change,
	});
const extend = async (id: number, who: PersonKey, expiresOn: string, basis = '柳溪镇政府第6次党政联席会议') =>
	await (await desk.as(who)).post(`/api/documents/${id}/extend-term`, { expiresOn, basis });

describe('what ends soon', () => {
	it('is listed, evaluated, and given a later day by a decision, as its next edition', async () => {
		const id = await issue();
		const later = await issue({ expiresOn: '2026-12-02' });
		const [only] = await expiring();
		expect(only).toMatchObject({ id, daysLeft: 182, evaluation: null });
		expect((await expiring()).map((one) => one.id)).not.toContain(later);
		expect((await expiring('countyOfficer')).map((one) => one.id)).toContain(id);
		expect(await expiring('clerkB')).toEqual([]);
		expect((await normativeExpiring(system())).map((one) => one.id)).toEqual([id]);
		expect((await evaluate(id, 'clerk', { text: '好' })).json().issues[0].key).toBe('evaluation.text');
		expect((await evaluate(id, 'clerk', { onDay: '2026-06-02' })).json().issues[0].key).toBe('step.day');
		expect((await evaluate(id, 'clerkB')).statusCode).toBe(403);
		expect((await evaluate(id)).statusCode).toBe(200);
		expect((await expiring())[0]?.evaluation).toMatchObject({ conclusion: 'keep', personName: '林晓' });
		expect(await normativeExpiring(system())).toEqual([]);
		expect((await extend(id, 'clerk', '2028-11-30')).statusCode).toBe(403);
		expect((await extend(id, 'leader', '2026-11-30')).json().issues[0].key).toBe('validity.extendDay');
		expect((await extend(id, 'leader', '2031-06-02')).json().issues[0].key).toBe('validity.extendMost');
		expect((await extend(id, 'leader', '2028-11-30', '')).json().issues[0].field).toBe('basis');
		// How long is usual where, the county knows.
		const county = await desk.as('countyOfficer');
		const set = async (termYears: number) => {
			const { since } = (await county.get('/api/settings')).json().normative;
			return (await county.put('/api/settings/normative', { value: { termYears }, since })).statusCode;
		};
		expect(await set(2)).toBe(200);
		expect((await extend(id, 'leader', '2028-11-30')).json().issues[0].message).toContain('不超过2年');
		expect(await set(5)).toBe(200);
		const both = await Promise.all([extend(id, 'leader', '2028-11-30'), extend(id, 'leader', '2028-11-30')]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		const page = (await desk.page(`/d/${id}`)).body;
		expect(page).toContain('有效期至2028-11-30');
		expect(page).toContain('第2版');
		expect(page).toContain('有效期延长至2028-11-30');
		expect((await desk.read(id)).content.documentNumber).toBe('柳规〔2025〕1号');
		expect(await expiring()).toEqual([]);
	});

	it('is not extended when it was repealed, has no last day, or is no normative document', async () => {
		const id = await issue();
		await desk.move(id, 'leader', 'validity', {
			validity: 'repealed',
			onDay: '2026-06-01',
			basis: '柳政发〔2026〕9号',
		});
		expect((await extend(id, 'leader', '2028-01-01')).json().issues[0].key).toBe('validity.ended');
		const endless = await issue({ expiresOn: null });
		expect((await extend(endless, 'leader', '2028-01-01')).json().issues[0].key).toBe('validity.extendOnly');
		expect((await evaluate(999_999)).statusCode).toBe(404);
		const draft = await desk.draft();
		expect((await evaluate(draft)).statusCode).toBe(404);
	});
});

describe('what the county looks after', () => {
	it('names what was not sent in for filing in time, and what nobody reviewed', async () => {
		const id = await work.open();
		await work.lead(id, 'finishDraft');
		await work.step(id, 'skipConsultation', { text: '防汛应急，情况紧急。' });
		await work.step(id, 'skipReview', { text: '防汛应急，来不及审核。' });
		await work.step(id, 'skipDiscussion', { text: '防汛应急，情况紧急。' });
		await work.lead(id, 'sign', 'number');
		const documentId = (await work.view(id)).documentId ?? 0;
		const { content, version } = await desk.read(documentId);
		const whole = {
			...{ ...content, formedOn: '2026-05-29', theme: '农业、林业、水利', summary: '防汛应急期间的管理办法。' },
			body: '<p>第一条　为做好防汛应急工作，制定本办法。</p>',
		};
		await (await desk.as('clerk')).put(`/api/documents/${documentId}/draft`, { version, content: whole });
		await desk.publish(documentId);
		const without = await normativeWithoutReview(system());
		expect(without.find((one) => one.id === documentId)).toMatchObject({
			why: 'simplified',
			reason: '防汛应急，来不及审核。',
		});
		// Called old by hand though it is of this month: said so too.
		expect(without.filter(({ why }) => why === 'calledOld').length).toBeGreaterThan(0);
		expect(await normativeUnfiled(system())).toEqual([]);
		desk.server.clock.set('2026-06-16T02:00:00Z');
		expect(await normativeUnfiled(system())).toEqual([]);
		desk.server.clock.set('2026-06-17T02:00:00Z');
		expect(await normativeUnfiled(system())).toEqual([
			expect.objectContaining({ id, documentId, due: '2026-06-16', officeId: desk.county.townshipA.id }),
		]);
		desk.server.clock.set('2026-06-01T02:00:00Z');
		await work.lead(id, 'submitFiling');
		desk.server.clock.set('2026-06-17T02:00:00Z');
		expect(await normativeUnfiled(system())).toEqual([]);
	});
});
