import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { offices } from '../index.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: TestApp;
let county: County;
let administrator: Browser;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	administrator = await signIn(server, 'administrator');
});
afterAll(() => server.close());

/** Texts that break programs: NUL, halves of characters, SQL, markup, numbers that are none. */
const NASTY = [
	'\u0000',
	'a\u0000b',
	'\ud800',
	'\u202e镇',
	"'; drop table office; --",
	'<script>alert(1)</script>',
	'{{7*7}}',
	'%s%n',
	'NaN',
	'9999999999999999999',
	'2026-02-30',
	'柳'.repeat(5000),
];
const nasty = fc.constantFrom(...NASTY);
const leaf = fc.oneof(
	nasty,
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.integer(),
	fc.constantFrom(0, -1, 2 ** 31, 2 ** 53, 1e308, null, true),
	fc.constantFrom('clerk', 'administrator', 'township', 'national', '2026-06-01', 'liuxi'),
);
const NAMES = [
	'name',
	'shortName',
	'slug',
	'kind',
	'parentId',
	'revision',
	'on',
	'from',
	'into',
	'loginName',
	'phone',
	'roles',
]
	.concat([
		'officeId',
		'role',
		'until',
		'reason',
		'personId',
		'scope',
		'year',
		'title',
		'published',
		'text',
		'value',
		'since',
	])
	.concat(['userName', 'password', 'current', 'next', 'code', 'email', 'position', 'number', 'source']);
const body = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), {
	maxKeys: 12,
});

const changes = offices.routes.filter(
	({ method, path, upload }) =>
		method !== 'GET' && !upload && path !== '/api/session' && !path.startsWith('/api/sessions'),
);
const send = (browser: Browser, method: string, url: string, content: object) =>
	method === 'POST'
		? browser.post(url, content)
		: method === 'PUT'
			? browser.put(url, content)
			: browser.del(url, content);

describe('whatever is sent, the answer is a refusal with a sentence', () => {
	test.each(changes.map(({ method, path }) => [method, path] as const))('%s %s', async (method, path) => {
		const url = path.replace('/:id', `/${county.people.clerkB}`).replace('/:roleId', '/999999');
		await fc.assert(
			fc.asyncProperty(body, async (content) => {
				const answer = await send(administrator, method, url, content);
				expect(answer.statusCode, `${answer.body} for ${JSON.stringify(content)}`).toBeLessThan(500);
				if (answer.statusCode >= 400) expect(answer.json().title).toMatch(/[\u4e00-\u9fff]/);
			}),
			{ numRuns: 25 },
		);
	});

	test('also for a whole body with one nasty field', async () => {
		const whole = { slug: 'fuzz', name: '模糊镇', shortName: '模糊', kind: 'township', parentId: county.county.id };
		const notice = { scope: 'county', year: 2027, title: '通知', published: '2026-01-01', text: '节：1月4日放假' };
		const person = { loginName: 'fuzzy', name: '某人', phone: '' };
		const cases = [
			['/api/offices', whole],
			['/api/calendar/notices', notice],
			['/api/people', person],
		] as const;
		for (const [url, good] of cases) {
			for (const name of Object.keys(good)) {
				for (const wrong of [...NASTY, null, -1, 2 ** 53, [], {}]) {
					const answer = await administrator.post(url, { ...good, [name]: wrong });
					expect(answer.statusCode, `${name} ${JSON.stringify(wrong)} ${answer.body}`).toBeLessThan(500);
				}
			}
		}
	});

	test.each([
		'/api/offices/%00',
		'/api/people/1e3',
		'/api/offices/9223372036854775808',
		'/api/calendar/2026.5',
		'/api/audit?text=%00',
		'/api/people?text=%00',
		'/api/audit?page=1e9',
		'/api/sessions?personId=-1',
	])('GET %s', async (url) => {
		expect((await administrator.get(url)).statusCode).toBeLessThan(500);
	});

	test('a body of one megabyte is read and refused, one of ten is not read', async () => {
		const big = { slug: 'a', name: '县'.repeat(350_000), shortName: 'x', kind: 'township', parentId: 1 };
		expect((await administrator.post('/api/offices', big)).statusCode).toBe(422);
		expect((await administrator.post('/api/offices', { ...big, name: 'x'.repeat(10_000_000) })).statusCode).toBe(413);
	});
});
