import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Desks, must, openYear, signedReport, sitDown, startReport } from '../../../test/filing.ts';
import { type County, makeCounty, signIn } from '../../../test/fixtures.ts';
import { openPostOffice, type PostOffice, textOf } from '../../../test/post-office.ts';
import { jobHandlers } from '../../compose.ts';
import { reader } from '../../platform/transaction.ts';
import { reportMatrix } from './index.ts';

/** Deadlines of Article 49 are no use to whoever forgets them. */
const YEAR = 2024;
let post: PostOffice;
let server: TestApp;
let county: County;
let desks: Desks;

beforeAll(async () => {
	post = await openPostOffice();
	server = await createTestApp('2025-01-02T01:00:00Z', post.env);
	county = await makeCounty(server);
	desks = await sitDown(server);
	await openYear(desks.countyOfficer, YEAR);
});
afterAll(async () => {
	await server?.close();
	await post?.close();
});

/** Sessions do not last for days. */
async function sitAt(day: string): Promise<void> {
	server.clock.set(`${day}T01:00:00Z`);
	desks = await sitDown(server);
}

/** Runs the morning job on a day. */
async function morning(day: string): Promise<void> {
	server.clock.set(`${day}T00:00:00Z`);
	const job = { id: 0, kind: 'reports.remind', payload: {}, attempts: 1, maxAttempts: 5 };
	await jobHandlers(server.services).get('reports.remind')?.(job);
	await server.settle();
}
const row = async (officeId = county.townshipA.id) => {
	const { rows } = await reportMatrix(reader(server.as(county.actor('countyOfficer'))), YEAR);
	const found = rows.find((one) => one.officeId === officeId);
	if (!found) throw new Error('no such row');
	return found;
};
const urge = (officeIds: number[], note = '', by = desks.countyOfficer) =>
	by.post(`/api/report-years/${YEAR}/reminders`, { officeIds, note });

describe('the calendar', () => {
	it('says nothing while there is time', async () => {
		await morning('2025-01-03');
		expect((await row()).reminded).toBeNull();
		expect(post.mails).toEqual([]);
	});

	it('reminds every office that still owes its report, once a day however often it runs', async () => {
		await morning('2025-01-05');
		await morning('2025-01-05');
		expect((await row()).reminded).toEqual({ count: 1, lastOn: '2025-01-05', urged: 0 });
		// The department has left no address; the county's own report is not due for long.
		expect((await row(county.department.id)).reminded).toMatchObject({ count: 1 });
		expect((await row(county.county.id)).reminded).toBeNull();
		expect(post.mails).toHaveLength(2);
		const own = post.mails.find(({ to }) => to === 'liuxi@qinghe.example');
		expect(textOf(own ?? { to: '', source: '' })).toContain('应于2025年1月20日前报送县级主管部门，还有15天');
	});

	it('leaves out who has handed in', async () => {
		await sitAt('2025-01-14');
		const id = await signedReport(desks, YEAR);
		await must(desks.clerk.post(`/api/reports/${id}/submit`, {}));
		await morning('2025-01-15');
		expect((await row()).reminded?.count).toBe(1);
		expect((await row(county.townshipB.id)).reminded?.count).toBe(2);
	});

	it('speaks on the day after the deadline and every week from then on', async () => {
		for (const day of ['2025-01-21', '2025-01-22', '2025-01-28']) await morning(day);
		expect((await row(county.townshipB.id)).reminded).toMatchObject({ count: 4, lastOn: '2025-01-28' });
		expect(textOf(post.mails.at(-1) ?? { to: '', source: '' })).toContain('已逾期8天');
	});

	it('keeps to the days the county has set', async () => {
		await sitAt('2025-01-28');
		const settings = (await desks.countyOfficer.get('/api/settings')).json();
		const value = { ...settings.reports.value, remindBefore: [3] };
		await must(desks.countyOfficer.put('/api/settings/reports', { value, since: settings.reports.since }));
		const before = (await row(county.county.id)).reminded;
		await morning('2025-03-26');
		expect((await row(county.county.id)).reminded).toEqual(before);
		await morning('2025-03-28');
		expect((await row(county.county.id)).reminded).toMatchObject({ count: 1, lastOn: '2025-03-28' });
		const wrong = { value: { ...value, remindBefore: [2.5] }, since: null };
		await sitAt('2025-03-28');
		expect((await desks.countyOfficer.put('/api/settings/reports', wrong)).statusCode).toBe(422);
	});
});

describe('催办', () => {
	it('is kept, counted, told on the report and by mail, as often as the county likes', async () => {
		const clerk = desks.clerk;
		await sitAt('2025-01-29');
		const reportId = await startReport(await signIn(server, 'clerkB'), YEAR);
		const before = (await row(county.townshipB.id)).reminded?.count ?? 0;
		await must(urge([county.townshipB.id], '请今日内报送。'));
		await must(urge([county.townshipB.id]));
		await server.settle();
		expect((await row(county.townshipB.id)).reminded).toMatchObject({ count: before + 2, urged: 2 });
		expect(post.mails.slice(-2).map(textOf).join()).toContain('请今日内报送。');
		const { history } = (await (await signIn(server, 'clerkB')).get(`/api/reports/${reportId}`)).json();
		expect(JSON.stringify(history)).toContain('请今日内报送。');
		expect((await clerk.get(`/api/reports/${reportId}`)).statusCode).toBe(404);
	});

	it('is only for who owes something, and only the county’s to do', async () => {
		const done = await urge([county.townshipA.id]);
		expect([done.statusCode, done.json().title]).toEqual([409, expect.stringContaining('不需要催办')]);
		expect((await urge([])).json().issues[0]).toMatchObject({ field: 'officeIds' });
		expect((await urge([county.townshipB.id], '很'.repeat(301))).json().issues[0]).toMatchObject({ field: 'note' });
		expect((await urge([999_999])).statusCode).toBe(404);
		expect((await urge([county.townshipB.id], '', desks.clerk)).statusCode).toBe(403);
	});

	it('keeps its count when there is no channel to write by', async () => {
		const bare = await createTestApp('2025-01-29T01:00:00Z');
		const there = await makeCounty(bare);
		const hands = await sitDown(bare);
		await openYear(hands.countyOfficer, YEAR);
		const body = { officeIds: [there.townshipB.id], note: '' };
		await must(hands.countyOfficer.post(`/api/report-years/${YEAR}/reminders`, body));
		const { rows } = (await hands.countyOfficer.get('/api/messages')).json();
		expect(rows).toEqual([]);
		await bare.close();
	});
});
