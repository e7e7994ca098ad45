import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, enter, handled, openDesk, step, view, WHERE } from '../../../../test/applications.ts';
import { PERSON_KEYS, type PersonKey } from '../../../../test/fixtures.ts';
import { routeFaults } from '../../../api/route.ts';
import { can } from '../../../kernel/actor.ts';
import { applications } from '../index.ts';
import { BODIES, bodyOf, caseRoutes, others, pathOf } from './routes.setup.ts';

let desk: Desk;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

describe('the declarations', () => {
	test('are complete, and every change names its audit event', () => {
		expect(routeFaults(applications.routes)).toEqual([]);
		for (const { method, audit } of applications.routes) if (method !== 'GET') expect(audit).toMatch(/^application\./);
		for (const { method, audit } of applications.pages ?? [])
			if (method === 'POST') expect(audit).toMatch(/^application\./);
	});

	test('no route of the API is open to the public', () => {
		for (const { access } of applications.routes) expect(['public', 'signedIn']).not.toContain(access);
	});

	test('whatever shows an identity asks for that permission, or prints without names', () => {
		const showing = applications.routes.filter(
			({ path }) => /identity|print$|open$/.test(path) && !path.endsWith('/open'),
		);
		expect(showing).toHaveLength(3);
		for (const { access, method } of showing) {
			expect(access).toBe('application.revealIdentity');
			expect(method).toBe('POST');
		}
	});
});

describe('nobody signed in', () => {
	test.each(applications.routes.map(({ method, path }) => [method, path] as const))(
		'%s %s is 401',
		async (method, path) => {
			const answer = await desk.server.inject({
				method,
				url: pathOf(path, 1),
				payload: method === 'GET' ? undefined : {},
			});
			expect([401, 415, 422]).toContain(answer.statusCode);
			if (answer.statusCode !== 401) {
				// A body that is judged before the person is: nothing was done, nothing told.
				expect(answer.json().code).not.toBe('internal');
			}
		},
	);
});

describe('without the token of the session', () => {
	test('no change is taken', async () => {
		const { id } = await enter(desk);
		const clerk = await desk.as('clerk');
		const answer = await desk.server.inject({
			method: 'POST',
			url: `/api/applications/${id}/startHandling`,
			headers: { cookie: `gk_session=${clerk.cookie}` },
			payload: {},
		});
		expect(answer.statusCode).toBe(403);
		expect((await view(desk, id)).summary.state).toBe('registered');
	});
});

describe('role × route: the permission decides', () => {
	const cells = PERSON_KEYS.flatMap((person) => applications.routes.map((route) => [person, route] as const));

	test('the matrix is large enough to mean something', () => {
		expect(cells.length).toBeGreaterThan(500);
	});

	test.each(PERSON_KEYS)('%s', async (person) => {
		const browser = await desk.as(person);
		const actor = desk.county.actor(person);
		for (const { method, path, access, upload } of applications.routes) {
			const url = pathOf(path, 999_999);
			const held = access !== 'public' && access !== 'signedIn' && can(actor, access);
			if (upload) {
				const answer = await browser.upload(url, [{ name: 'a.txt', content: 'x' }], { purpose: 'material' });
				expect(answer.statusCode === 403, `${method} ${path}`).toBe(!held);
				continue;
			}
			const answer =
				method === 'GET'
					? await browser.get(url)
					: method === 'PUT'
						? await browser.put(url, {})
						: await browser.post(url, {});
			// Some bodies are judged before the person is; whoever lacks the permission never gets further than that.
			if (!held) expect([403, 422], `${method} ${path}: ${answer.body}`).toContain(answer.statusCode);
			else expect(answer.statusCode, `${method} ${path}`).not.toBe(403);
			expect(answer.statusCode, `${method} ${path}: ${answer.body}`).toBeLessThan(500);
		}
	});
});

describe('a case of another office', () => {
	const strangers: PersonKey[] = ['clerkB', 'leaderB', 'secrecyReviewerB', 'reviewerB', 'clerkD', 'leaderD'];

	test.each(strangers)('does not exist for %s', async (person) => {
		const id = await handled(desk);
		const [letter] = (await view(desk, id)).letters;
		const browser = await desk.as(person);
		const actor = desk.county.actor(person);
		const before = await view(desk, id);
		for (const { method, path, access, upload } of caseRoutes) {
			if (access === 'public' || access === 'signedIn' || !can(actor, access)) continue;
			const url = pathOf(path, id, letter.id);
			const answer = upload
				? await browser.upload(url, [{ name: 'a.txt', content: 'x' }], { purpose: 'material' })
				: method === 'GET'
					? await browser.get(url)
					: await browser[method === 'PUT' ? 'put' : 'post'](url, bodyOf(path));
			expect(answer.statusCode, `${method} ${path}: ${answer.body}`).toBe(404);
			expect(answer.body).not.toContain('农村道路');
		}
		expect(await view(desk, id)).toEqual(before);
	});

	test('answers exactly as one that was never there', async () => {
		const id = await handled(desk);
		const other = await desk.as('clerkB');
		for (const path of [`/api/applications/${id}`, `/api/applications/${id}/clock`]) {
			const real = (await other.get(path)).json();
			const none = (await other.get(path.replace(String(id), '999999'))).json();
			expect({ ...real, requestId: '' }).toEqual({ ...none, requestId: '' });
		}
	});

	test('stands in no list of another office, whatever is asked for', async () => {
		const id = await handled(desk);
		for (const person of strangers) {
			const browser = await desk.as(person);
			for (const path of [
				'/api/applications',
				'/api/applications/open',
				`/api/applications?officeId=${desk.county.townshipA.id}`,
			]) {
				const { rows } = (await browser.get(path)).json();
				expect(rows.map((row: { id: number }) => row.id)).not.toContain(id);
				expect(rows.every((row: { officeId: number }) => row.officeId !== desk.county.townshipA.id)).toBe(true);
			}
			const sheet = await browser.get('/api/applications/export');
			expect(sheet.rawPayload.includes(Buffer.from('柳溪'))).toBe(false);
		}
	});
});

describe('the county office', () => {
	test('sees the cases of all offices, without identity', async () => {
		const here = await handled(desk);
		const { id: there } = await enter(desk, {}, 'clerkB');
		const county = await desk.as('countyOfficer');
		const { rows } = (await county.get('/api/applications?pageSize=200')).json();
		const ids = rows.map((row: { id: number }) => row.id);
		expect(ids).toEqual(expect.arrayContaining([here, there]));
		const found = (await county.get(`/api/applications/${here}`)).json();
		expect(found.moves).toEqual([]);
		expect(found.mayReveal).toBe(false);
		expect(found.handlers).toEqual([]);
	});

	test('changes nothing in their place', async () => {
		const id = await handled(desk);
		const county = await desk.as('countyOfficer');
		for (const { method, path } of caseRoutes) {
			if (method === 'GET' || path.endsWith('/preview') || path.endsWith('/papers')) continue;
			const answer = await county[method === 'PUT' ? 'put' : 'post'](pathOf(path, id), bodyOf(path));
			expect([403, 415], `${path}: ${answer.body}`).toContain(answer.statusCode);
		}
		expect((await view(desk, id)).summary.state).toBe('handling');
	});

	test('sets how numbers read; nobody else does', async () => {
		const rule = { mark: '柳政', numberPattern: '{mark}申〔{yyyy}〕{n}号', letterPattern: '{mark}复〔{yyyy}〕{n}号' };
		const path = `/api/applications/numbering/${desk.county.townshipA.id}`;
		for (const person of ['clerk', 'leader', 'reviewer'] as const) {
			expect((await (await desk.as(person)).put(path, rule)).statusCode).toBe(403);
		}
		const county = await desk.as('countyOfficer');
		expect((await county.put(path, rule)).json()).toEqual({ done: true });
		expect((await enter(desk)).number).toMatch(/^柳政申〔2026〕\d+号$/);
		const { rows } = (await county.get('/api/applications/numbering')).json();
		expect(rows.find((row: { mark: string }) => row.mark === '柳政').example).toBe('柳政申〔2026〕1号');
		const clash = await county.put(`/api/applications/numbering/${desk.county.townshipB.id}`, rule);
		expect(clash.json().issues.map((issue: { key: string }) => issue.key)).toEqual(['numbering.taken']);
		expect((await county.put('/api/applications/numbering/99999', rule)).statusCode).toBe(404);
	});
});

describe('four eyes', () => {
	test('a person with both roles signs nobody’s own draft', async () => {
		const { assignRole } = await import('../../offices/commands/assign-role.ts');
		const { transact } = await import('../../../platform/transaction.ts');
		await transact(desk.server.as({ kind: 'system', name: '测试' }, 'test'), (tx) =>
			assignRole(tx, {
				personId: desk.county.people.clerk,
				officeId: desk.county.townshipA.id,
				role: 'leader',
				from: '2020-01-01',
			}),
		);
		desk.day('2026-06-01');
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'proposeExtension', { days: 5, reason: 'x' });
		const clerk = await desk.as('clerk');
		const keysOf = async (action: string) =>
			(await clerk.post(`/api/applications/${id}/${action}`, {}))
				.json()
				.issues.map((issue: { key: string }) => issue.key);
		expect(await keysOf('approveExtension')).toEqual(['extension.same']);
		await step(desk, 'leader', id, 'approveExtension');
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		expect(await keysOf('approve')).toEqual(['decision.same']);
		expect(await keysOf('returnDraft')).toContain('decision.same');
		await step(desk, 'leader', id, 'approve');
	});
});

test('every route of a case has a body in this test, or needs none', () => {
	const named = caseRoutes
		.filter(({ method, body, upload }) => method === 'POST' && body && !upload)
		.map(({ path }) => path.replace('/api/applications/:id/', ''));
	const empty = [
		'startHandling',
		'signFor',
		'lapseSupplement',
		'approveExtension',
		'lapseFee',
		'archive',
		'recall',
		'reviewSecrecy',
		'approve',
	];
	expect(named.filter((name) => !(name in BODIES) && !empty.includes(name))).toEqual([]);
	expect(others.length).toBe(25);
});
