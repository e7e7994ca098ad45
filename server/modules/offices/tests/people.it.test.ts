import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { reader } from '../../../platform/transaction.ts';
import { personNames } from '../index.ts';

let server: TestApp;
let county: County;
let administrator: Browser;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	administrator = await signIn(server, 'administrator');
});
afterAll(() => server.close());
const problems = (answer: { json(): { issues: { field?: string; key: string }[] } }) =>
	answer.json().issues.map(({ field, key }) => `${field ?? ''} ${key}`);
const add = (more: object = {}) =>
	administrator.post('/api/people', { loginName: 'wangjing', name: '王静', phone: '0999-8100009', ...more });
const actions = (page: { moves: { action: string; allowed: boolean }[] }) =>
	page.moves.filter(({ allowed }) => allowed).map(({ action }) => action);

describe('adding', () => {
	test('gives a password once, the first roles, and asks for a new password', async () => {
		const roles = [
			{ officeId: county.townshipA.id, role: 'clerk' },
			{ officeId: county.townshipB.id, role: 'reviewer' },
		];
		const made = (await add({ loginName: ' WangJing ', roles })).json();
		expect(made.loginName).toBe('wangjing');
		const here = await signIn(server, 'wangjing', made.password);
		const session = (await here.get('/api/session')).json();
		expect(session.person.mustChangePassword).toBe(true);
		expect(session.offices.map(({ shortName }: { shortName: string }) => shortName)).toEqual(['柳溪镇', '石桥镇']);
		const page = (await administrator.get(`/api/people/${made.id}`)).json();
		expect(
			page.roles.map(({ roleLabel, officeName, when }: Record<string, string>) => [roleLabel, officeName, when]),
		).toEqual([
			['审核人', '石桥镇', 'current'],
			['信息员', '柳溪镇', 'current'],
		]);
		expect(JSON.stringify(page)).not.toContain('argon2');
	});

	test.each<[string, object, string]>([
		['a taken login name', { loginName: 'CLERK' }, 'loginName person.loginNameTaken'],
		['a login name that is too short', { loginName: 'ab' }, 'loginName person.loginName'],
		['a login name in Chinese', { loginName: '王静' }, 'loginName person.loginName'],
		['no name', { name: '  ' }, 'name person.name'],
		['a phone of words', { phone: '没有' }, 'phone person.phone'],
		['a county role in a township', { roles: [{ officeId: 0, role: 'administrator' }] }, 'role role.place'],
		[
			'a role in an office that is not there',
			{ roles: [{ officeId: 999_999, role: 'clerk' }] },
			'officeId role.office',
		],
	])('not with %s', async (_name, wrong, expected) => {
		const roles = (wrong as { roles?: { officeId: number }[] }).roles?.map((one) => ({
			...one,
			officeId: one.officeId || county.townshipA.id,
		}));
		const answer = await add({ loginName: 'lifang', ...wrong, ...(roles ? { roles } : {}) });
		expect(answer.statusCode).toBe(422);
		expect(problems(answer)).toContain(expected);
		const { people } = (await administrator.get('/api/people?text=lifang')).json();
		expect(people).toEqual([]);
	});

	test('two with one login name at the same moment: one is told', async () => {
		const answers = await Promise.all([add({ loginName: 'zhaolei' }), add({ loginName: 'zhaolei' })]);
		const [done, told] = answers.map(({ statusCode }) => statusCode).sort();
		expect(done).toBe(200);
		expect([409, 422]).toContain(told);
	});
});

describe('the list', () => {
	test('is searched by name and login name, and by office', async () => {
		const find = async (query: string) =>
			(await administrator.get(`/api/people?${query}`)).json().people.map(({ name }: { name: string }) => name);
		expect(await find(`text=${encodeURIComponent('林晓')}`)).toEqual(['林晓']);
		expect(await find('text=LEADERB')).toEqual(['程立']);
		expect((await find(`officeId=${county.department.id}`)).sort()).toEqual(['叶舟', '梁川']);
		expect((await find('')).length).toBeGreaterThanOrEqual(12);
	});

	test('shows when somebody was last seen', async () => {
		await signIn(server, 'reviewerB');
		const { people } = (await administrator.get('/api/people?text=reviewerb')).json();
		const person = people.find(({ loginName }: { loginName: string }) => loginName === 'reviewerb');
		expect(person).toMatchObject({ lastSeenAt: '2026-06-01T01:00:00.000Z', state: 'active', lockedUntil: null });
	});
});

describe('an account', () => {
	test('is corrected, from the revision on the screen', async () => {
		const { id } = (await add({ loginName: 'sunli', name: '孙立' })).json();
		const body = { loginName: 'sunli2', name: '孙丽', phone: '', revision: 1 };
		expect((await administrator.put(`/api/people/${id}`, body)).statusCode).toBe(200);
		const stale = await administrator.put(`/api/people/${id}`, body);
		expect(stale.json().title).toBe('内容已被他人更新，请刷新后再修改。');
		expect((await administrator.get(`/api/people/${id}`)).json()).toMatchObject({ name: '孙丽', loginName: 'sunli2' });
		const taken = await administrator.put(`/api/people/${id}`, { ...body, revision: 2, loginName: 'clerk' });
		expect(problems(taken)).toEqual(['loginName person.loginNameTaken']);
	});

	test('is removed only while nobody has signed in with it', async () => {
		const fresh = (await add({ loginName: 'mistake' })).json();
		expect(actions((await administrator.get(`/api/people/${fresh.id}`)).json())).toContain('remove');
		expect((await administrator.del(`/api/people/${fresh.id}`)).statusCode).toBe(200);
		expect((await administrator.get(`/api/people/${fresh.id}`)).statusCode).toBe(404);
		await signIn(server, 'leaderD');
		const used = await administrator.del(`/api/people/${county.people.leaderD}`);
		expect(problems(used)).toEqual([' person.hasHistory']);
	});

	test('is disabled: sessions end at once, roles count no more, and enabled again', async () => {
		const here = await signIn(server, 'secrecyReviewerB');
		const url = `/api/people/${county.people.secrecyReviewerB}`;
		expect((await administrator.post(`${url}/disable`)).statusCode).toBe(200);
		expect((await here.get('/api/offices')).statusCode).toBe(401);
		const page = (await administrator.get(`/api/offices/${county.townshipB.id}`)).json();
		expect(page.members.map(({ name }: { name: string }) => name)).not.toContain('秦岚');
		const person = (await administrator.get(url)).json();
		expect(person.state).toBe('disabled');
		expect(actions(person)).toEqual(['change', 'enable']);
		expect((await administrator.post(`${url}/disable`)).statusCode).toBe(409);
		expect((await administrator.post(`${url}/password`)).statusCode).toBe(409);
		const role = { officeId: county.townshipA.id, role: 'clerk' };
		expect(problems(await administrator.post(`${url}/roles`, role))).toEqual([' role.person']);
		await administrator.post(`${url}/enable`);
		expect((await signIn(server, 'secrecyReviewerB')).csrf).not.toBe('');
		expect((await here.get('/api/offices')).statusCode).toBe(401);
	});

	test('keeps its name for the records of the past', async () => {
		const names = await personNames(reader(server.as({ kind: 'public' })), [county.people.clerk, 999_999]);
		expect([...names]).toEqual([[county.people.clerk, '林晓']]);
	});

	test('of nobody is not there', async () => {
		for (const path of ['', '/disable', '/enable', '/password', '/unlock']) {
			const answer =
				path === ''
					? await administrator.get('/api/people/999999')
					: await administrator.post(`/api/people/999999${path}`);
			expect(answer.statusCode).toBe(404);
		}
	});
});
