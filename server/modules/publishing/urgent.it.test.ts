import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk, SHEET } from './desk.setup.ts';
import { urgentUnreviewed } from './index.ts';

let desk: Desk;
const unread = async () => await urgentUnreviewed(reader(desk.server.as({ kind: 'system', name: '测试' })));

beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk?.server.close());

/** A flood warning, out within the hour. */
async function warn(): Promise<number> {
	const id = await desk.draft({ title: '关于启动防汛三级响应的通告' });
	await desk.move(id, 'clerk', 'submit-urgent', { reason: '强降雨将至，须立即通告转移。' });
	await desk.move(id, 'secrecyReviewer', 'secrecy-review', SHEET);
	await desk.move(id, 'leader', 'sign-off');
	return id;
}

describe('紧急发布', () => {
	it('leaves out the proofreading alone, and owes a reading by another within three working days', async () => {
		const id = await warn();
		expect((await desk.page(`/d/${id}`)).body).toContain('防汛三级响应');
		const shown = await desk.read(id);
		expect(shown.steps.map(({ action }) => action)).toEqual(['submitUrgent', 'passSecrecy', 'signOff', 'publish']);
		expect(shown.owed).toMatchObject({ due: '2026-06-04', late: false });
		expect((await (await desk.as('clerk')).get('/api/documents/urgent')).json()).toEqual([
			expect.objectContaining({ id, due: '2026-06-04' }),
		]);
		expect((await (await desk.as('clerkB')).get('/api/documents/urgent')).json()).toEqual([]);
		desk.server.clock.set('2026-06-04T15:59:00Z');
		expect((await unread())[0]).toMatchObject({ id, late: false });
		desk.server.clock.set('2026-06-04T16:00:00Z');
		expect((await unread())[0]).toMatchObject({ id, late: true });
		desk.server.clock.set('2026-06-01T02:00:00Z');
		const review = async (who: 'clerk' | 'reviewer' | 'reviewerB', comment: string) =>
			await (await desk.as(who)).post(`/api/documents/${id}/post-review`, { comment });
		expect((await review('clerk', '文字和数据无误。')).json().issues[0].key).toBe('flow.ownDraft');
		expect((await review('reviewer', '')).statusCode).toBe(422);
		expect((await review('reviewerB', '文字和数据无误。')).statusCode).toBe(404);
		const both = await Promise.all([review('reviewer', '文字和数据无误。'), review('reviewer', '文字和数据无误。')]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		expect(await unread()).toEqual([]);
		expect((await desk.read(id)).owed).toBeNull();
	});

	it('asks for a reason and for everything a draft needs, and never skips secrecy or signature', async () => {
		const id = await desk.draft({ summary: '' });
		const clerk = await desk.as('clerk');
		const send = (reason: string) => clerk.post(`/api/documents/${id}/submit-urgent`, { reason });
		expect((await send('强降雨将至，须立即通告。')).json().issues[0].key).toBe('need.summary');
		const whole = await desk.draft();
		const refused = await clerk.post(`/api/documents/${whole}/submit-urgent`, { reason: '急' });
		expect(refused.json().issues[0].field).toBe('reason');
		await desk.move(whole, 'clerk', 'submit-urgent', { reason: '强降雨将至，须立即通告。' });
		expect((await (await desk.as('leader')).post(`/api/documents/${whole}/sign-off`, {})).statusCode).toBe(409);
		expect((await desk.page(`/d/${whole}`)).status).toBe(404);
	});

	it('owes nothing when it was sent back and read before it went out, nor once it is withdrawn', async () => {
		const id = await desk.draft();
		await desk.move(id, 'clerk', 'submit-urgent', { reason: '强降雨将至，须立即通告。' });
		await desk.move(id, 'clerk', 'recall');
		await desk.publish(id);
		expect((await unread()).map((one) => one.id)).not.toContain(id);
		const other = await warn();
		expect((await unread()).map((one) => one.id)).toContain(other);
		await desk.move(other, 'leader', 'withdraw', { reason: '响应级别已经调整，另行通告。' });
		expect((await unread()).map((one) => one.id)).not.toContain(other);
	});

	it('still owes its reading while the next edition is written', async () => {
		const id = await warn();
		await desk.move(id, 'clerk', 'amend', { note: '补充转移安置点。' });
		expect((await unread()).map((one) => one.id)).toContain(id);
	});
});
