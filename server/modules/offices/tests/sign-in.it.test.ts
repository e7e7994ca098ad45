import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type County, hashOfPassword, makeCounty, PASSWORD, signIn } from '../../../../test/fixtures.ts';
import { SESSION_COOKIE } from '../../../api/session.ts';
import { transact } from '../../../platform/transaction.ts';
import { assignRole, createPerson } from '../index.ts';

let server: TestApp;
let county: County;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
});
afterAll(() => server.close());

let address = 0;
const attempt = (userName: string, password: string, remoteAddress = `127.9.0.${++address % 250}`) =>
	server.inject({ method: 'POST', url: '/api/session', payload: { userName, password }, remoteAddress });

describe('signing in', () => {
	test('gives the person, the office, the roles and a token, and a cookie no script can read', async () => {
		const answer = await attempt('  ClerkB ', PASSWORD);
		expect(answer.json()).toMatchObject({
			person: { name: '苏禾', userName: 'clerkb', mustChangePassword: false },
			office: { shortName: '石桥镇', kind: 'township' },
			roles: ['clerk'],
			offices: [{ shortName: '石桥镇', roles: ['clerk'] }],
			calendarUntil: '2026-12-31',
			today: '2026-06-01',
		});
		expect(answer.json().permissions).toContain('application.handle');
		expect(answer.json().permissions).not.toContain('application.approve');
		const cookie = answer.cookies.find(({ name }) => name === SESSION_COOKIE);
		expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
	});

	test('the database holds neither the cookie nor the password', async () => {
		const browser = await signIn(server, 'clerk');
		const { rows } = await sql<{ text: string }>`
			select to_jsonb(session)::text as text from session union all select to_jsonb(person)::text from person
		`.execute(server.services.database.sql);
		const everything = rows.map(({ text }) => text).join('\n');
		expect(everything).not.toContain(browser.cookie);
		expect(everything).not.toContain(PASSWORD);
	});

	test('without a session the site is told and nobody', async () => {
		const answer = await server.inject({ url: '/api/session' });
		expect(answer.statusCode).toBe(200);
		expect(answer.json()).toMatchObject({ person: null, csrfToken: null, permissions: [], offices: [] });
		expect(answer.json().site.passwordRules).toContain('至少10位');
	});

	test('an invented cookie is nobody', async () => {
		const answer = await server.inject({ url: '/api/session', headers: { cookie: `${SESSION_COOKIE}=abc` } });
		expect(answer.json().person).toBeNull();
	});
});

describe('a wrong password', () => {
	test('is told in the same words as a name nobody has', async () => {
		const wrong = await attempt('leader', 'not the password');
		const nobody = await attempt('nobody-here', 'not the password');
		expect(wrong.statusCode).toBe(422);
		expect(wrong.json().title).toBe(nobody.json().title);
		expect({ ...wrong.json(), requestId: '' }).toEqual({ ...nobody.json(), requestId: '' });
	});

	test('costs as much work as a name nobody has', async () => {
		// Processor time, not time on the clock: other programs of the machine must not decide this.
		const work = async (name: string) => {
			const spent: number[] = [];
			for (let i = 0; i < 4; i++) {
				const before = process.cpuUsage();
				await attempt(name, 'not the password');
				const { user, system } = process.cpuUsage(before);
				spent.push(user + system);
			}
			return Math.min(...spent);
		};
		await attempt('warm-up', 'not the password');
		const [real, invented] = [await work('reviewerB'), await work('invented-name')];
		expect(invented).toBeGreaterThan(real / 2);
		expect(invented).toBeLessThan(real * 2);
	});

	test('is in the audit trail without what was typed', async () => {
		await attempt('My-Secret-Typed-In-The-Wrong-Field', 'x');
		await attempt('secrecyReviewerB', 'x');
		const officer = await signIn(server, 'countyOfficer');
		const found = await officer.get('/api/audit?event=session.refused&outcome=refused');
		expect(found.body).not.toMatch(/my-secret/i);
		expect(found.json().entries).toContainEqual(
			expect.objectContaining({
				subjectId: county.people.secrecyReviewerB,
				title: '登录被拒绝',
				summary: '密码不正确',
			}),
		);
	});
});

describe('five wrong passwords in a row', () => {
	beforeEach(() => server.clock.set('2026-06-01T01:00:00Z'));

	test.each(['reviewer', 'somebody-invented'])('lock %s for a quarter of an hour', async (name) => {
		for (let i = 0; i < 4; i++) expect((await attempt(name, 'wrong')).statusCode).toBe(422);
		const fifth = await attempt(name, 'wrong');
		expect(fifth.statusCode).toBe(429);
		expect(fifth.json().title).toBe('密码连续输错次数过多，该登录名已暂停登录，请约15分钟后再试。');
		expect((await attempt(name, PASSWORD)).statusCode).toBe(429);
		server.clock.set('2026-06-01T01:10:00Z');
		expect((await attempt(name, PASSWORD)).json().title).toContain('请约5分钟后再试');
		server.clock.set('2026-06-01T01:15:01Z');
		expect((await attempt(name, PASSWORD)).statusCode).toBe(name === 'reviewer' ? 200 : 422);
	});

	test('at the same moment count like one after the other', async () => {
		const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('clerkD', 'wrong')));
		expect(answers.filter(({ statusCode }) => statusCode === 422)).toHaveLength(4);
		expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(8);
	});

	test('are forgotten after a success, and after a quiet quarter of an hour', async () => {
		for (let i = 0; i < 4; i++) await attempt('leaderB', 'wrong');
		expect((await attempt('leaderB', PASSWORD)).statusCode).toBe(200);
		for (let i = 0; i < 4; i++) await attempt('leaderB', 'wrong');
		server.clock.set('2026-06-01T01:20:00Z');
		expect((await attempt('leaderB', 'wrong')).statusCode).toBe(422);
		expect((await attempt('leaderB', PASSWORD)).statusCode).toBe(200);
	});

	test('the right password as the fifth still opens', async () => {
		for (let i = 0; i < 4; i++) await attempt('leaderD', 'wrong');
		expect((await attempt('leaderD', PASSWORD)).statusCode).toBe(200);
	});
});

test('one address cannot try without end', async () => {
	const answers: number[] = [];
	for (let i = 0; i < 25; i++) answers.push((await attempt(`name-${i}`, 'x', '127.8.8.8')).statusCode);
	expect(answers.slice(0, 20)).toEqual(Array(20).fill(422));
	expect(answers.slice(20)).toEqual(Array(5).fill(429));
});

describe('who may not sign in is told why, once the password was right', () => {
	const person = async (loginName: string, given: { demo?: boolean; role?: boolean }) => {
		const passwordHash = await hashOfPassword();
		return await transact(server.as({ kind: 'system', name: 'test' }), async (tx) => {
			const id = await createPerson(tx, { loginName, name: '某人', passwordHash, demo: given.demo ?? false });
			if (given.role) await assignRole(tx, { personId: id, officeId: county.townshipA.id, role: 'clerk' });
			return id;
		});
	};

	test('a disabled account', async () => {
		const id = await person('closed', { role: true });
		const administrator = await signIn(server, 'administrator');
		await administrator.post(`/api/people/${id}/disable`);
		expect((await attempt('closed', PASSWORD)).json().title).toBe('该账号已停用，请联系系统管理员。');
		expect((await attempt('closed', 'wrong')).json().title).toContain('登录名或密码不正确');
	});

	test('somebody without a role', async () => {
		await person('idle', {});
		expect((await attempt('idle', PASSWORD)).json().title).toContain('没有任何角色');
	});

	test('a demo account from another machine, and on a server others can reach', async () => {
		await person('demo.clerk', { demo: true, role: true });
		expect((await attempt('demo.clerk', PASSWORD)).statusCode).toBe(200);
		const far = await attempt('demo.clerk', PASSWORD, '10.1.2.3');
		expect(far.json().title).toContain('演示账号只能在本机登录');
		const open = await createTestApp(undefined, { HOST: '0.0.0.0' });
		try {
			const other = await makeCounty(open);
			const passwordHash = await hashOfPassword();
			await transact(open.as({ kind: 'system', name: 'test' }), async (tx) => {
				const id = await createPerson(tx, { loginName: 'demo.clerk', name: '某人', passwordHash, demo: true });
				await assignRole(tx, { personId: id, officeId: other.townshipA.id, role: 'clerk' });
			});
			const answer = await open.inject({
				method: 'POST',
				url: '/api/session',
				payload: { userName: 'demo.clerk', password: PASSWORD },
			});
			expect(answer.statusCode).toBe(422);
			expect(answer.json().title).toContain('gongkai init');
		} finally {
			await open.close();
		}
	});

	test('an open demo session does not work from another machine', async () => {
		const browser = await signIn(server, 'demo.clerk');
		const far = { url: '/api/offices', headers: { cookie: `${SESSION_COOKIE}=${browser.cookie}` } };
		expect((await server.inject({ ...far, remoteAddress: '10.1.2.3' })).statusCode).toBe(401);
	});
});

describe('bad input is refused with a sentence', () => {
	test.each([
		[{ userName: '', password: 'x' }, '请填写登录名'],
		[{ userName: 'x', password: '' }, '请填写密码'],
		[{ userName: 'x'.repeat(1_000_000), password: 'x' }, '登录名过长'],
		[{ userName: 'x', password: 'x'.repeat(1_000_000) }, '密码过长'],
	])('%#', async (payload, sentence) => {
		const answer = await server.inject({ method: 'POST', url: '/api/session', payload, remoteAddress: '127.7.7.7' });
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues[0].message).toBe(sentence);
	});
});
