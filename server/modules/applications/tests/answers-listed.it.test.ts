import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, type Desk, handled, openDesk, refused, step, TRACES, view } from '../../../../test/applications.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

async function show(answersShown: boolean): Promise<void> {
	const county = await desk.as('countyOfficer');
	const { applications } = (await county.get('/api/settings')).json();
	const body = { value: { ...applications.value, answersShown }, since: applications.since };
	expect((await county.put('/api/settings/applications', body)).statusCode).toBe(200);
}

const page = (path = '/apply/answers') => desk.server.inject({ url: path });

test('a county that shows no answers has no page, no link and no listing', async () => {
	const id = await answered(desk);
	expect(await refused(desk, 'clerk', id, 'listAnswer', { title: '道路养护资金' })).toEqual(['listing.off']);
	expect((await page()).statusCode).toBe(404);
	expect((await page('/apply')).body).not.toContain('/apply/answers');
});

test('where it does, what is listed says what, who, how and when, and nothing of the applicant or the number', async () => {
	await show(true);
	const id = await answered(desk);
	const { number } = (await view(desk, id)).summary;
	expect((await page('/apply')).body).toContain('/apply/answers');
	expect((await page()).body).toContain('暂无公示的答复');
	await step(desk, 'clerk', id, 'listAnswer', { title: '农村道路养护资金使用情况' });
	const { body, statusCode } = await page();
	expect(statusCode).toBe(200);
	for (const part of ['农村道路养护资金使用情况', '柳溪镇', '已主动公开', '2026-06-01', '共 1 件'])
		expect(body).toContain(part);
	for (const trace of [...TRACES, number]) expect(body).not.toContain(trace);
	expect(await refused(desk, 'clerk', id, 'listAnswer', { title: 'x' })).toEqual(['listing.there']);

	await step(desk, 'clerk', id, 'unlistAnswer', { reason: '事项表述需要修改' });
	expect((await page()).body).not.toContain('农村道路养护资金使用情况');
	await step(desk, 'clerk', id, 'listAnswer', { title: '道路养护资金' });
	expect((await page()).body).toContain('道路养护资金');
	await show(false);
	expect((await page()).statusCode).toBe(404);
	await show(true);
});

test('words with personal data are refused beside the input; what is not answered is not listed', async () => {
	const id = await answered(desk);
	expect(await refused(desk, 'clerk', id, 'listAnswer', { title: '查询 13900001234 的申请' })).toEqual([
		'publish.personal',
	]);
	expect(await refused(desk, 'clerk', id, 'listAnswer', { title: ' ' })).toEqual(['publish.title']);
	const open = await handled(desk);
	expect(await refused(desk, 'clerk', open, 'listAnswer', { title: '养护资金' }, 409)).toEqual(['workflow.wrongState']);
});
