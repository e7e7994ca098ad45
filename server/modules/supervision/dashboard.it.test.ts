import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocx } from '../../../test/docx.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
	for (const title of ['防汛通知', '抗旱通知']) await desk.publish(await desk.draft({ title }));
	// Twenty working days from the first of April have long passed; the leader says why it is late.
	const late = await desk.draft({ title: '迟发的通知', formedOn: '2026-04-01', lateReason: '等待上级批复' });
	await desk.publish(late);
});
afterAll(() => desk?.server.close());

const board = async (person: 'countyOfficer' | 'clerk' | 'clerkB', query = '') =>
	(await (await desk.as(person)).get(`/api/monitoring/dashboard${query}`)).json();

it('counts what is public, in time and late, by office, month and year', async () => {
	const { from, to, total, rows, months, years } = await board('countyOfficer');
	expect([from, to]).toEqual(['2026-01-01', '2026-06-01']);
	expect(total).toMatchObject({ published: 3, late: 1 });
	expect(rows.find(({ slug }: { slug: string }) => slug === 'liuxi')).toMatchObject({ published: 3, late: 1 });
	expect(rows.find(({ slug }: { slug: string }) => slug === 'shiqiao')).toMatchObject({ published: 0, late: 0 });
	expect(months).toEqual([{ label: '2026-06', count: 3 }]);
	expect(years).toEqual([{ label: '2026', count: 3 }]);
});

it('counts nothing of another period, and refuses one that ends before it begins', async () => {
	const { total } = await board('countyOfficer', '?from=2025-01-01&to=2025-12-31');
	expect(total).toMatchObject({ published: 0, late: 0, found: 0 });
	const wrong = await (await desk.as('countyOfficer')).get('/api/monitoring/dashboard?from=2026-02-01&to=2026-01-01');
	expect(wrong.statusCode).toBe(422);
});

it('tells of the items of the law which have something, and which were said to be empty', async () => {
	const officer = await desk.as('countyOfficer');
	const of = async () =>
		(await board('countyOfficer')).rows.find(({ slug }: { slug: string }) => slug === 'liuxi') as {
			items: number;
			itemsFilled: number;
			itemsAbsent: number;
		};
	const before = await of();
	expect(before.itemsFilled + before.itemsAbsent).toBeLessThan(before.items);
	const columns = (await officer.get(`/api/columns?officeId=${desk.county.townshipA.id}`)).json();
	const item = columns.find(({ kind }: { kind: string }) => kind === 'item');
	await officer.put(`/api/columns/${item.id}`, { ...item, absentSince: '2026-06-01', absentNote: '没有此类职责' });
	expect(await of()).toMatchObject({ itemsAbsent: before.itemsAbsent + 1 });
});

it('shows an office itself alone', async () => {
	const { rows, total, years } = await board('clerkB');
	expect(rows).toHaveLength(1);
	expect([total.published, years]).toEqual([0, []]);
});

it('is a paper for the county, with what is still open', async () => {
	const officer = await desk.as('countyOfficer');
	const others = [{ officeId: desk.county.townshipA.id, message: '查阅点没有标识。', basis: '' }];
	await officer.post('/api/rectifications', { title: '现场检查', dueOn: '2026-07-01', others });
	const paper = readDocx((await officer.get('/api/monitoring/report')).rawPayload).text;
	for (const part of ['公开信息3条，其中超过法定期限公开1条', '按期公开率66.7%', '查阅点没有标识。'])
		expect(paper).toContain(part);
	expect((await (await desk.as('clerk')).get('/api/monitoring/report')).statusCode).toBe(403);
});
