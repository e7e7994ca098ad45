import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, type PersonKey, signIn } from '../../../test/fixtures.ts';

let server: TestApp;
let county: County;
const browsers = new Map<PersonKey, Promise<Browser>>();
const as = (person: PersonKey) => {
	const known = browsers.get(person) ?? signIn(server, person);
	browsers.set(person, known);
	return known;
};

beforeAll(async () => {
	server = await createTestApp('2026-06-01T01:00:00Z');
	county = await makeCounty(server);
	await server.settle();
});
afterAll(() => server?.close());

const get = async (person: PersonKey, url: string) => await (await as(person)).get(url);
const post = async (person: PersonKey, url: string, body: object = {}) => await (await as(person)).post(url, body);
const put = async (person: PersonKey, url: string, body: object) => await (await as(person)).put(url, body);

const HOLDER = {
	post: 'liaison',
	name: '林晓',
	position: '科员',
	phone: '0999-8100008',
	since: '2026-01-01',
	until: null,
};

describe('the roster (第四条)', () => {
	it('is kept by each office for itself, with its days, and printed', async () => {
		const { id } = (await post('clerk', '/api/posts', HOLDER)).json();
		expect((await get('clerkB', '/api/posts')).json().rows).toEqual([]);
		expect((await get('countyOfficer', '/api/posts')).json().rows).toHaveLength(1);
		const left = { ...HOLDER, until: '2026-05-31', revision: 1 };
		expect((await put('clerkB', `/api/posts/${id}`, left)).statusCode).toBe(404);
		expect((await put('countyOfficer', `/api/posts/${id}`, left)).statusCode).toBe(404);
		expect((await put('clerk', `/api/posts/${id}`, left)).statusCode).toBe(200);
		expect((await put('clerk', `/api/posts/${id}`, left)).statusCode).toBe(409);
		expect((await get('clerk', '/api/posts')).json().rows).toEqual([]);
		expect((await get('clerk', '/api/posts?past=true')).json().rows[0]).toMatchObject({ current: false });
		expect((await get('countyOfficer', '/api/posts/paper')).rawPayload.subarray(0, 2).toString()).toBe('PK');
	});

	it('says what is wrong beside its field', async () => {
		const bad = await post('clerk', '/api/posts', { ...HOLDER, name: '', phone: 'x', since: '', until: '2020-01-01' });
		const fields = bad.json().issues.map(({ field }: { field: string }) => field);
		expect(fields).toEqual(['name', 'phone', 'since']);
		expect((await post('clerk', '/api/posts', { ...HOLDER, until: '2025-12-31' })).json().issues[0].field).toBe(
			'until',
		);
		expect((await post('reviewer', '/api/posts', HOLDER)).statusCode).toBe(403);
	});

	it('comes with what each post is for, in the words of the county once it has some', async () => {
		const text = '每月15日前核对本机关栏目并报送情况。';
		expect((await put('clerk', '/api/post-duties/liaison', { text })).statusCode).toBe(403);
		expect((await put('countyOfficer', '/api/post-duties/liaison', { text: '短' })).statusCode).toBe(422);
		expect((await put('countyOfficer', '/api/post-duties/liaison', { text })).statusCode).toBe(200);
		const { duties } = (await get('clerk', '/api/posts')).json();
		expect(duties).toHaveLength(6);
		expect(duties.find(({ post: one }: { post: string }) => one === 'liaison')).toMatchObject({ text, own: true });
	});
});

describe('a hand-over', () => {
	const pair = () => ({ fromPersonId: county.people.clerk, toPersonId: county.people.reviewer });
	const open = async () => {
		const made = await post('clerk', '/api/handovers', { ...pair(), reason: '岗位调整需要交接', note: '' });
		if (made.statusCode !== 200) throw new Error(made.body);
		return made.json().id as number;
	};
	const view = async (id: number, who: PersonKey = 'clerk') => (await get(who, `/api/handovers/${id}`)).json();

	it('lists what is in hand in every module, is confirmed by both in turn, and printed', async () => {
		const form = {
			kind: 'question',
			office: 'liuxi',
			title: '路灯什么时候修',
			body: '村口路灯坏了半个月。',
			token: 'x1',
		};
		await server.inject({
			method: 'POST',
			url: '/voice/new',
			payload: new URLSearchParams(form).toString(),
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
		});
		const id = await open();
		const sheet = await view(id);
		expect(sheet.items).toEqual(
			expect.arrayContaining([expect.objectContaining({ group: '公众诉求', title: expect.stringContaining('路灯') })]),
		);
		const { revision } = sheet;
		expect((await post('reviewer', `/api/handovers/${id}/confirm`, { revision })).statusCode).toBe(409);
		expect((await post('leader', `/api/handovers/${id}/confirm`, { revision })).statusCode).toBe(403);
		expect((await post('clerk', `/api/handovers/${id}/confirm`, { revision })).statusCode).toBe(200);
		// What one has signed does not change under their hand.
		const given = await view(id);
		expect((await post('clerk', `/api/handovers/${id}/refresh`, { revision: given.revision })).statusCode).toBe(409);
		// Who takes it signs what they have read, not an older sheet.
		expect((await post('reviewer', `/api/handovers/${id}/confirm`, { revision })).statusCode).toBe(409);
		const taken = { revision: given.revision };
		expect((await post('reviewer', `/api/handovers/${id}/confirm`, taken)).statusCode).toBe(200);
		expect((await view(id)).state).toBe('done');
		for (const format of ['docx', 'pdf']) {
			expect((await get('reviewer', `/api/handovers/${id}/paper?format=${format}`)).statusCode, format).toBe(200);
		}
	});

	it('is between two people of the office, once at a time, and seen by no other office', async () => {
		const wrong = { fromPersonId: county.people.clerk, toPersonId: county.people.clerkB, reason: '岗位调整', note: '' };
		const refused = await post('clerk', '/api/handovers', wrong);
		expect(refused.json().issues.map(({ key }: { key: string }) => key)).toEqual([
			'handover.people',
			'handover.reason',
		]);
		const id = await open();
		const twice = await post('clerk', '/api/handovers', { ...pair(), reason: '岗位调整需要交接', note: '' });
		expect(twice.json().issues[0].key).toBe('handover.open');
		expect((await get('clerkB', `/api/handovers/${id}`)).statusCode).toBe(404);
		const { revision } = await view(id);
		expect((await post('clerkB', `/api/handovers/${id}/cancel`, { revision })).statusCode).toBe(404);
		expect((await post('clerk', `/api/handovers/${id}/cancel`, { revision })).statusCode).toBe(200);
		expect((await post('clerk', `/api/handovers/${id}/confirm`, { revision: revision + 1 })).statusCode).toBe(409);
	});
});

describe('the knowledge base', () => {
	const search = async (q: string) =>
		(await get('clerk', `/api/knowledge?q=${encodeURIComponent(q)}`))
			.json()
			.rows.map(({ key }: { key: string }) => key);

	it('is found by words, by a question typed as it is spoken, by category and by article', async () => {
		expect(await search('补正')).toContain('supplement');
		expect((await search('补正要几天'))[0]).toBe('supplement');
		expect(await search('天外飞仙')).toEqual([]);
		const rows = (await get('clerk', '/api/knowledge?article=32')).json().rows;
		expect(rows.map(({ key }: { key: string }) => key)).toEqual(['third-party']);
		expect((await get('clerk', '/api/knowledge')).json().rows.length).toBeGreaterThanOrEqual(12);
		expect((await get('clerk', '/api/knowledge/nothing')).statusCode).toBe(404);
	});

	it('is the county’s: rewritten, added to and put aside, one hand at a time', async () => {
		const given = {
			...(await get('clerk', '/api/knowledge/deadline')).json(),
			body: '本县规定：收到申请后三日内先与申请人联系一次。',
		};
		expect((await put('clerk', '/api/knowledge/deadline', given)).statusCode).toBe(403);
		expect((await put('countyOfficer', '/api/knowledge/deadline', given)).statusCode).toBe(200);
		expect((await put('countyOfficer', '/api/knowledge/deadline', given)).statusCode).toBe(409);
		const now = (await get('clerk', '/api/knowledge/deadline')).json();
		expect(now).toMatchObject({ body: given.body, revision: 1 });
		await put('countyOfficer', '/api/knowledge/deadline', { ...now, retired: true });
		expect(await search('三日内先与申请人联系')).not.toContain('deadline');
		const own = {
			title: '本县邮寄地址',
			category: 'application',
			body: '邮寄申请请寄到县政务公开办公室，注明申请公开。',
		};
		const made = await post('countyOfficer', '/api/knowledge', { ...own, articles: [29], links: [] });
		expect((await get('clerk', `/api/knowledge/${made.json().key}`)).json().title).toBe(own.title);
		const bad = { ...own, title: '', articles: [99], links: [{ label: '外网', path: 'https://x' }] };
		expect((await post('countyOfficer', '/api/knowledge', bad)).json().issues).toHaveLength(3);
	});
});

describe('what is due', () => {
	it('counts working days by the county’s calendar, backwards too, over 端午', async () => {
		const { days } = (await get('clerk', '/api/calendar/left?days=2026-06-22,2026-05-29,2026-06-01,nonsense')).json();
		expect(days.map(({ day, left }: { day: string; left: number }) => [day, left])).toEqual([
			['2026-06-22', 14],
			['2026-05-29', -1],
			['2026-06-01', 0],
		]);
	});

	it('tells an office its own obligations, and asks for the permission to draft', async () => {
		const rows = (await get('clerk', '/api/documents/due')).json().rows;
		expect(Array.isArray(rows)).toBe(true);
		expect((await get('reviewer', '/api/documents/due')).statusCode).toBe(403);
	});
});
