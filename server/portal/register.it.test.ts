import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { makeCounty } from '../../test/fixtures.ts';
import { definePage } from './page.ts';
import { registerPages } from './register.tsx';

let server: TestApp;
beforeAll(async () => {
	server = await createTestApp();
});
afterAll(() => server.close());

const get = async (url: string, headers: Record<string, string> = {}) => await server.inject({ url, headers });

describe('before a county is set up', () => {
	it('the first page says so, and nothing falls over', async () => {
		expect((await get('/')).body).toContain('本站正在建设');
		for (const url of ['/guide', '/rules', '/o/x', '/d/1']) expect((await get(url)).statusCode, url).toBe(404);
		for (const url of [
			'/catalog',
			'/search',
			'/feed.xml',
			'/sitemap.xml',
			'/sitemaps/0.xml',
			'/sitemaps/1.xml',
			'/robots.txt',
		])
			expect((await get(url)).statusCode, url).toBe(200);
	});
});

describe('answers', () => {
	beforeAll(async () => {
		await makeCounty(server);
		await server.settle();
	});

	it('come in the smallest encoding the browser takes', async () => {
		for (const [accepted, encoding] of [
			['br, gzip', 'br'],
			['gzip', 'gzip'],
			['identity', undefined],
		] as const) {
			const { headers } = await get('/', { 'accept-encoding': accepted });
			expect(headers['content-encoding']).toBe(encoding);
			expect(headers.vary).toContain('accept-encoding');
		}
	});

	it('of unknown query parameters do not fill the cache', async () => {
		await get('/catalog');
		const before = server.services.pages.size;
		for (let count = 0; count < 50; count += 1) await get(`/catalog?utm=${count}`);
		expect(server.services.pages.size).toBe(before);
		await get('/o/liuxi/c/news');
		expect(server.services.pages.size).toBeGreaterThan(before);
	});

	it('in another view are the same pages under an address of their own, and lead on within it', async () => {
		const plain = await get('/guide');
		const large = await get('/elder/guide');
		expect([plain.statusCode, large.statusCode]).toEqual([200, 200]);
		expect(large.body).toContain('data-view="elder"');
		expect(plain.body).not.toContain('data-view');
		expect(large.body).toContain('href="/elder/apply"');
		expect(large.body).toContain('action="/elder/search"');
		// One page for machines: each view names the usual address as its own.
		const canonical = /<link rel="canonical" href="([^"]*)"/;
		expect(canonical.exec(large.body)?.[1]).toBe(canonical.exec(plain.body)?.[1]);
		// And none is answered from the other's place in the cache.
		expect((await get('/guide')).body).toBe(plain.body);
		expect((await get('/elder/guide')).body).toBe(large.body);
		expect(large.headers.etag).not.toBe(plain.headers.etag);
	});

	it('of a form sent in a view stay in it, wherever they lead', async () => {
		const moved = await get('/elder/o/liuxi/');
		expect(moved.headers.location).toBe('/elder/o/liuxi');
		const form = await server.inject({
			method: 'POST',
			url: '/elder/query',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			payload: 'number=x&code=y',
		});
		expect(form.body).toContain('data-view="elder"');
		expect((await get('/elder/nowhere')).body).toContain('data-view="elder"');
	});

	it('are pages only: nothing else is reached through a view', async () => {
		for (const url of [
			'/elder/api/session',
			'/elder/workbench',
			'/elder/assets/site.css',
			'/contrast/elder/guide',
			'/elder//x',
		])
			expect((await get(url)).statusCode, url).toBe(404);
	});

	it('of a search are kept by nobody', async () => {
		expect((await get('/search?q=x')).headers['cache-control']).toBe('no-store');
	});

	it('answer HEAD as GET, without the body', async () => {
		const { statusCode, body } = await server.inject({ method: 'HEAD', url: '/' });
		expect([statusCode, body]).toEqual([200, '']);
	});

	it('send an address with a slash too many to the one without, and never to another site', async () => {
		const moved = await get('/o/liuxi/?page=2');
		expect([moved.statusCode, moved.headers.location]).toEqual([301, '/o/liuxi?page=2']);
		for (const url of ['//evil.example/', '/nowhere', '/nowhere//']) {
			const { statusCode, headers } = await get(url);
			expect([url, statusCode, headers.location]).toEqual([url, 404, undefined]);
		}
	});

	it('carry the headers that keep pages from being framed, sniffed or scripted by others', async () => {
		const { headers } = await get('/');
		expect(headers['content-security-policy']).toContain("script-src 'self'");
		expect(headers['x-content-type-options']).toBe('nosniff');
	});
});

describe('declarations', () => {
	const page = (change: object) => [
		{
			...definePage({
				method: 'GET',
				path: '/x',
				summary: '页',
				audit: 'none',
				handler: async () => ({ redirect: '/' }),
			}),
			...change,
		},
	];

	it.each([
		['no audit event', { audit: '' }],
		['no summary', { summary: '' }],
		['a form without an audit event', { method: 'POST' }],
	])('with %s stop the process', (_name, change) => {
		const app = { get: () => {}, route: () => {} } as unknown as Parameters<typeof registerPages>[0];
		expect(() => registerPages(app, page(change), server.services)).toThrow(/\/x/);
	});
});
