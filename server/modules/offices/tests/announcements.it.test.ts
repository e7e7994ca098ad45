import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { PAGES_CHANNEL } from '../../../platform/transaction.ts';
import { workingCalendar } from '../index.ts';

let server: TestApp;
let county: County;
let administrator: Browser;
let listener: pg.Client;
let dropped: string[] = [];
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	administrator = await signIn(server, 'administrator');
	listener = new pg.Client({ connectionString: server.services.database.url });
	await listener.connect();
	listener.on('notification', ({ payload }) => dropped.push(...(JSON.parse(payload ?? '[]') as string[])));
	await listener.query(`listen ${PAGES_CHANNEL}`);
});
afterAll(async () => {
	await listener.end();
	await server.close();
});

let since = 0;
beforeEach(async () => {
	dropped = [];
	since = (await server.services.database.pool.query('select coalesce(max(id), 0) as id from event')).rows[0].id;
});

/** What the other modules were told since the test began. */
async function events(): Promise<string[]> {
	const query = 'select type, payload from event where id > $1 order by id';
	const { rows } = await server.services.database.pool.query(query, [since]);
	return rows.map(({ type, payload }) => `${type} ${JSON.stringify(payload)}`);
}

/** The tags of dropped pages, once the notice has come through. */
async function tags(): Promise<string[]> {
	await listener.query('select 1');
	return [...new Set(dropped)].sort();
}

const office = (more: object = {}) => ({
	...{ slug: 'ju', name: '青河县某局', shortName: '某局', kind: 'department', parentId: county.county.id },
	...more,
});

describe('the other modules are told of', () => {
	test('a new, changed and renamed office, and every page with its name is made anew', async () => {
		const { id } = (await administrator.post('/api/offices', office())).json();
		expect(await events()).toEqual([`office.changed {"officeId":${id}}`]);
		expect(await tags()).toEqual([`office:${id}`, 'site']);
		await administrator.put(`/api/offices/${id}`, { revision: 1, phone: '0999-8000099' });
		await administrator.post(`/api/offices/${id}/rename`, {
			revision: 2,
			name: '青河县新局',
			shortName: '新局',
			on: '2026-06-01',
		});
		expect(await events()).toHaveLength(3);
	});

	test('both offices of a merger', async () => {
		const { id } = (await administrator.post('/api/offices', office({ slug: 'bing', name: '青河县并局' }))).json();
		const before = (await events()).length;
		dropped = [];
		await administrator.post('/api/offices/merge', { from: id, into: county.department.id });
		const told = (await events()).slice(before);
		expect(told).toEqual([`office.changed {"officeId":${county.department.id}}`, `office.changed {"officeId":${id}}`]);
		expect(await tags()).toEqual([`office:${county.department.id}`, `office:${id}`, 'site'].sort());
	});

	test('a holiday notice that is loaded and one that is withdrawn', async () => {
		const notice = { scope: 'county', year: 2027, title: '通知', published: '2026-05-01', text: '某节：3月4日放假' };
		const { id } = (await administrator.post('/api/calendar/notices', notice)).json();
		await administrator.post(`/api/calendar/notices/${id}/withdraw`, { reason: '有误' });
		const event = (change: string) => `calendar.changed ${JSON.stringify({ year: 2027, change, noticeRow: id })}`;
		expect(await events()).toEqual([event('loaded'), event('withdrawn')]);
		expect(await tags()).toEqual(['site']);
	});

	test('a setting: the pages, for they show it', async () => {
		const value = { name: '青河县政府信息公开平台', county: '青河县', siteCode: '', domain: '', footer: [] };
		await administrator.put('/api/settings/site', { value, since: null });
		expect([await events(), await tags()]).toEqual([[], ['site']]);
	});
});

describe('nobody is told of', () => {
	test('what was refused', async () => {
		await administrator.post('/api/offices', office({ slug: 'liuxi' }));
		await administrator.post('/api/offices/merge', { from: county.county.id, into: county.department.id });
		await administrator.post('/api/calendar/preview', {
			scope: 'county',
			year: 2027,
			title: 'x',
			published: 'x',
			text: 'x',
		});
		expect([await events(), await tags()]).toEqual([[], []]);
	});

	test('what concerns people only', async () => {
		const url = `/api/people/${county.people.clerkB}`;
		await administrator.post(`${url}/password`);
		await administrator.post(`${url}/disable`);
		await administrator.post(`${url}/enable`);
		expect([await events(), await tags()]).toEqual([[], []]);
	});
});

describe('the calendar other modules read', () => {
	test('is built once for the same notices, and anew when one more is there', async () => {
		const read = { sql: server.services.database.sql };
		const [one, two] = [await workingCalendar(read), await workingCalendar(read)];
		expect(two).toBe(one);
		const notice = {
			scope: 'county',
			year: 2026,
			title: '通知',
			published: '2026-05-02',
			text: '某节：7月8日放假',
			stopsClocks: true,
		};
		expect((await administrator.post('/api/calendar/notices', notice)).statusCode).toBe(200);
		const three = await workingCalendar(read);
		expect(three).not.toBe(one);
		expect([one.latest.isWorkingDay('2026-07-08'), three.latest.isWorkingDay('2026-07-08')]).toEqual([true, false]);
	});

	test('is the same on another node at once', async () => {
		const other = await createTestApp();
		const empty = await workingCalendar({ sql: other.services.database.sql });
		expect(empty.latest.isWorkingDay('2026-07-08')).toBe(true);
		const here = await workingCalendar({ sql: server.services.database.sql });
		expect(here.latest.isWorkingDay('2026-07-08')).toBe(false);
		await other.close();
	});
});

test('every change has left its line in the audit trail, under its own event', async () => {
	const { entries } = (await administrator.get(`/api/audit?personId=${county.people.administrator}`)).json();
	const seen = new Set(entries.map(({ event }: { event: string }) => event));
	for (const event of [
		'office.created',
		'office.changed',
		'office.renamed',
		'office.merged',
		'calendar.noticeLoaded',
	]) {
		expect(seen).toContain(event);
	}
	for (const event of ['calendar.noticeWithdrawn', 'settings.changed', 'person.passwordReset', 'person.disabled']) {
		expect(seen).toContain(event);
	}
});
