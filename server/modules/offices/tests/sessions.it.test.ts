import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { transact } from '../../../platform/transaction.ts';
import { assignRole } from '../index.ts';

let server: TestApp;
let county: County;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
});
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-06-01T01:00:00Z'));

const sessionsOf = async (from: { get(url: string): Promise<{ json(): unknown }> }, query = '') =>
	((await from.get(`/api/sessions${query}`)).json() as { sessions: { id: string; current: boolean; state: string }[] })
		.sessions;

describe('a change without the token of its session', () => {
	test.each(['', 'another token'])('is refused: «%s»', async (token) => {
		const { cookie } = await signIn(server, 'countyOfficer');
		const answer = await browser(server, cookie, token).post('/api/offices/merge', { from: 1, into: 2 });
		expect(answer.statusCode).toBe(403);
		expect(answer.json().title).toBe('页面已过期，请刷新后重试');
	});

	test('and the token of somebody else is no better', async () => {
		const mine = await signIn(server, 'countyOfficer');
		const theirs = await signIn(server, 'administrator');
		const crossed = browser(server, mine.cookie, theirs.csrf);
		expect((await crossed.del('/api/session')).statusCode).toBe(403);
		expect((await mine.get('/api/session')).json().person.name).toBe('顾宁');
	});
});

describe('one sees one’s own sessions', () => {
	test('newest first, this one marked, with place and device', async () => {
		await signIn(server, 'leader');
		server.clock.set('2026-06-01T02:00:00Z');
		const here = await signIn(server, 'leader');
		const list = await sessionsOf(here);
		expect(list.map(({ current }) => current)).toEqual([true, false]);
		expect(list[0]).toMatchObject({ officeName: '柳溪镇', state: 'live', endedAt: null, device: '未知设备' });
	});

	test('and ends one: it is refused at its next request', async () => {
		const lost = await signIn(server, 'reviewer');
		const here = await signIn(server, 'reviewer');
		const other = (await sessionsOf(here)).find(({ current }) => !current);
		expect((await here.del(`/api/sessions/${other?.id}`)).statusCode).toBe(200);
		expect((await lost.get('/api/offices')).statusCode).toBe(401);
		expect((await here.get('/api/offices')).statusCode).toBe(200);
		expect((await sessionsOf(here)).find(({ id }) => id === other?.id)).toMatchObject({
			state: 'ended',
			endReason: '被结束',
		});
	});

	test('those of others are not there, except for who manages people', async () => {
		const clerk = await signIn(server, 'clerk');
		const other = await signIn(server, 'clerkB');
		const [theirs] = await sessionsOf(other);
		expect((await clerk.get(`/api/sessions?personId=${county.people.clerkB}`)).statusCode).toBe(404);
		expect((await clerk.del(`/api/sessions/${theirs?.id}`)).statusCode).toBe(404);
		const officer = await signIn(server, 'countyOfficer');
		expect((await officer.del(`/api/sessions/${theirs?.id}`)).statusCode).toBe(404);
		expect((await other.get('/api/offices')).statusCode).toBe(200);
		const administrator = await signIn(server, 'administrator');
		expect(await sessionsOf(administrator, `?personId=${county.people.clerkB}`)).toHaveLength(1);
		expect((await administrator.del(`/api/sessions/${theirs?.id}`)).statusCode).toBe(200);
		expect((await other.get('/api/offices')).statusCode).toBe(401);
	});
});

describe('a session ends by itself', () => {
	test('eight hours after its last use', async () => {
		const here = await signIn(server, 'leaderB');
		for (const hour of ['08', '15', '22']) {
			server.clock.set(`2026-06-01T${hour}:00:00Z`);
			expect((await here.get('/api/offices')).statusCode).toBe(200);
		}
		server.clock.set('2026-06-02T06:00:01Z');
		expect((await here.get('/api/offices')).json()).toMatchObject({ status: 401, code: 'unauthenticated' });
		const later = await signIn(server, 'leaderB');
		expect((await sessionsOf(later))[1]).toMatchObject({ state: 'expired', endedAt: null });
	});

	test('seven days after it began, however much it was used', async () => {
		const here = await signIn(server, 'leaderD');
		for (let hour = 0; hour <= 168; hour += 7) {
			server.clock.set(new Date(Date.parse('2026-06-01T01:00:00Z') + hour * 3_600_000));
			expect((await here.get('/api/offices')).statusCode).toBe(200);
		}
		server.clock.set('2026-06-08T01:00:01Z');
		expect((await here.get('/api/offices')).statusCode).toBe(401);
	});

	test('its use is written at most once a minute', async () => {
		const here = await signIn(server, 'clerkD');
		const seen = async () => {
			const list = await sessionsOf(here);
			return (list[0] as unknown as { lastSeenAt: string }).lastSeenAt;
		};
		server.clock.set('2026-06-01T01:00:30Z');
		expect(await seen()).toBe('2026-06-01T01:00:00.000Z');
		server.clock.set('2026-06-01T01:01:00Z');
		expect(await seen()).toBe('2026-06-01T01:01:00.000Z');
	});
});

describe('acting in another office', () => {
	test('changes roles and rows at once, and is where the next sign-in begins', async () => {
		await transact(server.as({ kind: 'system', name: 'test' }), (tx) =>
			assignRole(tx, { personId: county.people.clerk, officeId: county.townshipB.id, role: 'reviewer' }),
		);
		const here = await signIn(server, 'clerk');
		server.clock.set('2026-06-01T01:05:00Z');
		const switched = await here.put('/api/session/office', { officeId: county.townshipB.id });
		expect(switched.json()).toMatchObject({
			office: { shortName: '石桥镇' },
			roles: ['reviewer'],
			csrfToken: here.csrf,
		});
		const { offices } = (await here.get('/api/offices')).json();
		expect(offices.map(({ shortName }: { shortName: string }) => shortName)).toEqual(['石桥镇']);
		const again = await signIn(server, 'clerk');
		expect((await again.get('/api/session')).json().office.shortName).toBe('石桥镇');
	});

	test('is refused where one has no role', async () => {
		const here = await signIn(server, 'clerkB');
		const refused = await here.put('/api/session/office', { officeId: county.county.id });
		expect(refused.statusCode).toBe(403);
		expect(refused.json().title).toBe('您在该机关没有角色，不能切换。');
		expect((await here.get('/api/session')).json().roles).toEqual(['clerk']);
	});
});

test('a session whose person lost every role is refused immediately', async () => {
	const here = await signIn(server, 'secrecyReviewerB');
	expect((await here.get('/api/offices')).statusCode).toBe(200);
	const administrator = await signIn(server, 'administrator');
	const person = (await administrator.get(`/api/people/${county.people.secrecyReviewerB}`)).json();
	await administrator.del(`/api/people/${person.id}/roles/${person.roles[0].id}`);
	expect((await here.get('/api/offices')).statusCode).toBe(401);
	const list = await sessionsOf(administrator, `?personId=${person.id}`);
	expect(list[0]).toMatchObject({ state: 'ended', endReason: '不再担任任何角色' });
});
