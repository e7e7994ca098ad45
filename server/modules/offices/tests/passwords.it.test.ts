import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, PASSWORD, signIn } from '../../../../test/fixtures.ts';

let server: TestApp;
let county: County;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
});
afterAll(() => server.close());

const change = (browser: Browser, current: string, next: string) =>
	browser.post('/api/session/password', { current, next });
const messages = (answer: { json(): { issues: { field: string; message: string }[] } }) =>
	answer.json().issues.map(({ field, message }) => `${field}: ${message}`);

describe('changing one’s password', () => {
	test('ends the other sessions and keeps this one', async () => {
		const here = await signIn(server, 'clerk');
		const elsewhere = await signIn(server, 'clerk');
		const answer = await change(here, PASSWORD, 'Liuxi-Zhen-2027');
		expect(answer.statusCode).toBe(200);
		expect(answer.json().person.userName).toBe('clerk');
		expect((await elsewhere.get('/api/offices')).statusCode).toBe(401);
		expect((await here.get('/api/offices')).statusCode).toBe(200);
		await expect(signIn(server, 'clerk')).rejects.toThrow('cannot sign in');
		expect((await signIn(server, 'clerk', 'Liuxi-Zhen-2027')).csrf).not.toBe('');
	});

	test('needs the present one', async () => {
		const here = await signIn(server, 'reviewer');
		const answer = await change(here, 'guessed', 'Liuxi-Zhen-2027');
		expect(messages(answer)).toEqual(['current: 当前密码不正确。']);
	});

	test('tells every broken rule at once, beside the field', async () => {
		const here = await signIn(server, 'leader');
		const answer = await change(here, PASSWORD, 'leader1');
		expect(messages(answer)).toEqual([
			'next: 密码至少10位。',
			'next: 密码须包含大写字母、小写字母、数字、其他符号中的至少3种。',
			'next: 密码中不能包含登录名。',
		]);
	});

	test('takes none of the last three, and the fourth again', async () => {
		const here = await signIn(server, 'leaderB');
		const reused = 'next: 不能使用最近3次用过的密码。';
		const row = [PASSWORD, 'Second-Word-2', 'Third-Word-33', 'Fourth-Word-4'];
		expect(messages(await change(here, PASSWORD, PASSWORD))).toEqual([reused]);
		for (let i = 1; i < row.length; i++) {
			const [before = '', next = ''] = [row[i - 1], row[i]];
			expect((await change(here, before, next)).statusCode).toBe(200);
		}
		expect(messages(await change(here, 'Fourth-Word-4', 'Second-Word-2'))).toEqual([reused]);
		expect((await change(here, 'Fourth-Word-4', PASSWORD)).statusCode).toBe(200);
	});

	test('twice at the same moment: one is told', async () => {
		const here = await signIn(server, 'clerkB');
		const answers = await Promise.all([
			change(here, PASSWORD, 'First-Choice-1'),
			change(here, PASSWORD, 'Other-Choice-2'),
		]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});
});

describe('a password reset by the administrator', () => {
	let password = '';
	beforeAll(async () => {
		const administrator = await signIn(server, 'administrator');
		const answer = await administrator.post(`/api/people/${county.people.secrecyReviewer}/password`);
		expect(answer.json()).toMatchObject({ loginName: 'secrecyreviewer' });
		password = answer.json().password;
	});

	test('is readable on paper and keeps the rules', () => {
		expect(password).toMatch(/^[A-HJ-NP-Za-kmnp-z2-9]{4}(-[A-HJ-NP-Za-kmnp-z2-9]{4}){2}$/);
	});

	test('opens nothing but the change of the password', async () => {
		const here = await signIn(server, 'secrecyReviewer', password);
		expect((await here.get('/api/session')).json().person.mustChangePassword).toBe(true);
		const refused = await here.get('/api/offices');
		expect(refused.statusCode).toBe(403);
		expect(refused.json().title).toBe('请先修改初始密码');
		expect((await change(here, password, 'My-Own-Word-1')).json().person.mustChangePassword).toBe(false);
		expect((await here.get('/api/offices')).statusCode).toBe(200);
	});

	test('ends the sessions of the person and stands nowhere', async () => {
		const here = await signIn(server, 'reviewerB');
		const administrator = await signIn(server, 'administrator');
		const answer = await administrator.post(`/api/people/${county.people.reviewerB}/password`);
		expect((await here.get('/api/offices')).statusCode).toBe(401);
		const trail = await administrator.get(`/api/audit?event=person.passwordReset&subjectId=${county.people.reviewerB}`);
		expect(trail.json().entries[0].summary).toBe('重置密码：邵青');
		expect(trail.body).not.toContain(answer.json().password);
	});

	test('lifts the lock of too many wrong passwords', async () => {
		for (let i = 0; i < 5; i++) await signIn(server, 'leaderD', 'wrong').catch(() => {});
		const administrator = await signIn(server, 'administrator');
		const listed = (await administrator.get('/api/people?text=leaderd')).json().people[0];
		expect(listed.lockedUntil).toBe('2026-06-01T01:15:00.000Z');
		const answer = await administrator.post(`/api/people/${county.people.leaderD}/password`);
		expect((await signIn(server, 'leaderD', answer.json().password)).csrf).not.toBe('');
	});

	test('unlocking leaves the password as it is', async () => {
		for (let i = 0; i < 5; i++) await signIn(server, 'clerkD', 'wrong').catch(() => {});
		await expect(signIn(server, 'clerkD')).rejects.toThrow('暂停登录');
		const administrator = await signIn(server, 'administrator');
		const url = `/api/people/${county.people.clerkD}/unlock`;
		expect((await administrator.post(url)).statusCode).toBe(200);
		expect((await signIn(server, 'clerkD')).csrf).not.toBe('');
		expect((await administrator.post(url)).json().title).toBe('该账号没有被暂停登录。');
	});
});
