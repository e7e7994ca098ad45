import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';

let server: TestApp;
let county: County;
let first: Browser;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	first = await signIn(server, 'administrator');
});
afterAll(() => server.close());

const idOf = (answer: { json(): { id: number } }) => answer.json().id;
const keys = (answer: { json(): { issues: { key: string }[] } }) => answer.json().issues.map(({ key }) => key);
const roleOf = async (personId: number) =>
	(await first.get(`/api/people/${personId}`))
		.json()
		.roles.find(({ role, when }: { role: string; when: string }) => role === 'administrator' && when === 'current');

describe('one administrator', () => {
	test('cannot disable or remove themselves, nor end their own role', async () => {
		const { administrator } = county.people;
		expect(keys(await first.post(`/api/people/${administrator}/disable`))).toContain('person.self');
		expect(keys(await first.del(`/api/people/${administrator}`))).toContain('person.self');
		const role = await roleOf(administrator);
		expect(keys(await first.del(`/api/people/${administrator}/roles/${role.id}`))).toContain('person.self');
		expect((await first.get('/api/people')).statusCode).toBe(200);
	});
});

describe('two administrators', () => {
	let secondId = 0;
	let second: Browser;
	beforeEach(async () => {
		const roles = [{ officeId: county.county.id, role: 'administrator' }];
		const loginName = `second${Math.random().toString(36).slice(2, 8)}`;
		const made = (await first.post('/api/people', { loginName, name: '第二', roles })).json();
		secondId = made.id;
		second = await signIn(server, loginName, made.password);
		await second.post('/api/session/password', { current: made.password, next: 'Their-Own-Word-9' });
	});

	test('disable each other at the same moment: one stays', async () => {
		const answers = await Promise.all([
			first.post(`/api/people/${secondId}/disable`),
			second.post(`/api/people/${county.people.administrator}/disable`),
		]);
		const done = answers.filter(({ statusCode }) => statusCode === 200);
		expect(done).toHaveLength(1);
		// The loser was refused for good reason, or is no longer signed in.
		for (const { statusCode } of answers) expect([200, 401, 422]).toContain(statusCode);
		const [a, b] = await Promise.all([first.get('/api/people'), second.get('/api/people')]);
		expect([a?.statusCode, b?.statusCode].sort()).toEqual([200, 401]);
		if (a?.statusCode === 401) {
			await second.post(`/api/people/${county.people.administrator}/enable`);
			first = await signIn(server, 'administrator');
		}
	});

	test('end each other’s role at the same moment: one stays', async () => {
		const [mine, theirs] = [await roleOf(county.people.administrator), await roleOf(secondId)];
		const answers = await Promise.all([
			first.del(`/api/people/${secondId}/roles/${theirs.id}`),
			second.del(`/api/people/${county.people.administrator}/roles/${mine.id}`),
		]);
		expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
		const [a, b] = await Promise.all([first.get('/api/people'), second.get('/api/people')]);
		expect([a, b].filter((answer) => answer?.statusCode === 200)).toHaveLength(1);
		if (a?.statusCode !== 200) {
			const role = { officeId: county.county.id, role: 'administrator' };
			await second.post(`/api/people/${county.people.administrator}/roles`, role);
			first = await signIn(server, 'administrator');
		}
	});

	test('change one person at the same moment: one is told', async () => {
		const id = idOf(await first.post('/api/people', { loginName: 'changed', name: '原名' }));
		const body = (name: string) => ({ loginName: 'changed', name, phone: '', revision: 1 });
		const answers = await Promise.all([
			first.put(`/api/people/${id}`, body('甲')),
			second.put(`/api/people/${id}`, body('乙')),
		]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		await first.del(`/api/people/${id}`);
	});

	test('give one person one role at the same moment: once', async () => {
		const role = { officeId: county.townshipB.id, role: 'secrecyReviewer' };
		const url = `/api/people/${county.people.clerkB}/roles`;
		const answers = await Promise.all([first.post(url, role), second.post(url, role)]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		await first.del(`${url}/${answers.find(({ statusCode }) => statusCode === 200)?.json().id}`);
	});
});

test('a temporary administrator is none to rely on', async () => {
	await server.close();
	server = await createTestApp();
	county = await makeCounty(server);
	first = await signIn(server, 'administrator');
	const roles = [{ officeId: county.county.id, role: 'administrator' }];
	const made = (await first.post('/api/people', { loginName: 'temporary', name: '临时', roles })).json();
	const url = `/api/people/${made.id}`;
	const role = await roleOf(made.id);
	await first.del(`${url}/roles/${role.id}`);
	const until = { officeId: county.county.id, role: 'administrator', until: '2026-06-30' };
	expect((await first.post(`${url}/roles`, until)).statusCode).toBe(200);
	const temporary = await signIn(server, 'temporary', made.password);
	await temporary.post('/api/session/password', { current: made.password, next: 'Their-Own-Word-9' });
	const refused = await temporary.post(`/api/people/${county.people.administrator}/disable`);
	expect(keys(refused)).toEqual(['person.lastAdministrator']);
	expect(refused.json().title).toBe('系统至少要保留一名可以登录的系统管理员，请先指定另一名。');
	server.clock.set('2026-07-01T01:00:00Z');
	expect((await temporary.get('/api/people')).statusCode).toBe(401);
	server.clock.set('2026-06-01T01:00:00Z');
});
