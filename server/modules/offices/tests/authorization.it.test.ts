import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, type PersonKey, signIn } from '../../../../test/fixtures.ts';
import { offices } from '../index.ts';

/** Written down apart from the routes: who may call what. A new route fails here until somebody has decided. */
const EVERYBODY = [
	'PUT /api/session/office',
	'POST /api/session/password',
	'GET /api/sessions',
	'DELETE /api/sessions/:id',
	'GET /api/offices/directory',
	'GET /api/roles',
	'GET /api/offices',
	'GET /api/offices/:id',
	'GET /api/calendar',
	'GET /api/calendar/:year',
	'GET /api/calendar/left',
];
const COUNTY = [
	'POST /api/offices',
	'PUT /api/offices/:id',
	'DELETE /api/offices/:id',
	'POST /api/offices/:id/rename',
	'POST /api/offices/merge',
	'GET /api/offices/import/template',
	'POST /api/offices/import',
	'POST /api/calendar/preview',
	'POST /api/calendar/notices',
	'POST /api/calendar/notices/:id/withdraw',
	'GET /api/settings',
	'PUT /api/settings/site',
	'PUT /api/settings/applications',
	'PUT /api/settings/calendar',
	'PUT /api/settings/audit',
	'PUT /api/settings/limits',
	'PUT /api/settings/normative',
	'PUT /api/settings/publishing',
	'PUT /api/settings/reports',
	'PUT /api/settings/indexNumber',
	'PUT /api/settings/monitoring',
	'GET /api/audit',
	'GET /api/audit/choices',
	'GET /api/audit/export',
];
const ADMINISTRATOR = [
	'GET /api/people',
	'GET /api/people/:id',
	'POST /api/people',
	'PUT /api/people/:id',
	'DELETE /api/people/:id',
	'POST /api/people/:id/password',
	'POST /api/people/:id/disable',
	'POST /api/people/:id/enable',
	'POST /api/people/:id/unlock',
	'POST /api/people/:id/roles',
	'DELETE /api/people/:id/roles/:roleId',
	'POST /api/people/:id/deputies',
];
const ALLOWED: Partial<Record<PersonKey, readonly string[]>> = {
	clerk: EVERYBODY,
	reviewer: EVERYBODY,
	secrecyReviewer: EVERYBODY,
	leader: EVERYBODY,
	countyOfficer: [...EVERYBODY, ...COUNTY],
	administrator: [...EVERYBODY, ...COUNTY, ...ADMINISTRATOR],
};
const WITHOUT_SESSION = ['GET /api/session', 'POST /api/session'];
const ENDS_THE_SESSION = 'DELETE /api/session';

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const guarded = offices.routes
	.map(nameOf)
	.filter((name) => !WITHOUT_SESSION.includes(name) && name !== ENDS_THE_SESSION);

let server: TestApp;
let county: County;
const browsers = new Map<PersonKey, Browser>();
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	for (const key of Object.keys(ALLOWED) as PersonKey[]) browsers.set(key, await signIn(server, key));
});
afterAll(() => server.close());

/** A request that passes the gate and then finds nothing or is refused for its content: nothing is changed by asking. */
function urlOf(path: string): string {
	return path
		.replace('/:year', '/2026')
		.replace('/sessions/:id', `/sessions/${'0'.repeat(64)}`)
		.replace(/:\w+/g, '999999');
}

async function ask(browser: Pick<Browser, 'get' | 'post' | 'put' | 'del'>, name: string) {
	const [method, path = ''] = name.split(' ');
	const url = urlOf(path);
	if (method === 'GET') return await browser.get(url);
	if (method === 'POST') return await browser.post(url, {});
	return method === 'PUT' ? await browser.put(url, {}) : await browser.del(url);
}

test('every route of the module is in the table', () => {
	expect([...guarded].sort()).toEqual([...EVERYBODY, ...COUNTY, ...ADMINISTRATOR].sort());
});

describe.each(Object.entries(ALLOWED))('%s', (key, allowed) => {
	test.each(guarded)('%s', async (name) => {
		const browser = browsers.get(key as PersonKey);
		if (!browser) throw new Error(key);
		const { statusCode } = await ask(browser, name);
		if (allowed.includes(name)) expect([200, 404, 415, 422]).toContain(statusCode);
		// A body that does not fit the schema is refused before the gate; what it asked for is not done either way.
		else expect(name.startsWith('GET') ? [403] : [403, 422]).toContain(statusCode);
	});
});

describe('nobody', () => {
	test.each(guarded)('%s', async (name) => {
		const [method = '', path = ''] = name.split(' ');
		const answer = await server.inject({ method: method as 'GET', url: urlOf(path) });
		expect(method === 'GET' ? [401] : [401, 422]).toContain(answer.statusCode);
	});
});

describe('with a body the schema accepts, the gate answers', () => {
	const bodies: readonly (readonly [string, string, object])[] = [
		['post', '/api/offices', { slug: 'x', name: 'x', shortName: 'x', kind: 'department', parentId: 1 }],
		['post', '/api/offices/merge', { from: 1, into: 2 }],
		['post', '/api/people', { loginName: 'somebody', name: '某人' }],
		['put', '/api/settings/reports', { value: {}, since: null }],
		['post', '/api/calendar/notices', { scope: 'county', year: 2027, title: 'x', published: '2026-01-01', text: 'x' }],
	];
	test.each(bodies)('%s %s: 403 for a clerk', async (method, url, body) => {
		const browser = browsers.get('clerk');
		const answer = await browser?.[method as 'post' | 'put'](url, body);
		expect(answer?.statusCode).toBe(403);
		expect(answer?.json()).toMatchObject({ code: 'forbidden', title: '您没有进行此项操作的权限。' });
	});

	test('and a refused attempt is in the audit trail', async () => {
		await browsers.get('clerk')?.post('/api/offices/merge', { from: 1, into: 2 });
		const url = `/api/audit?outcome=refused&event=office.merged&personId=${county.people.clerk}`;
		const found = await browsers.get('countyOfficer')?.get(url);
		expect(found?.json().entries[0]).toMatchObject({ actorName: '林晓', title: '机关合并', outcomeLabel: '被拒绝' });
	});
});

test('signing out ends the session for every later request', async () => {
	const browser = await signIn(server, 'clerkD');
	expect((await browser.del('/api/session')).statusCode).toBe(200);
	expect((await browser.get('/api/offices')).statusCode).toBe(401);
});
