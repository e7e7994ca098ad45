import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { pageKey, putFront } from './front.ts';

// Over a socket: the front stands before the framework, where `inject` does not pass.
let server: TestApp;
let address: string;
let stop: () => void;

beforeAll(async () => {
	server = await createTestApp(undefined, { PUBLIC_URL: '' });
	stop = putFront(server.app.server, server.services);
	await server.app.listen({ host: '127.0.0.1', port: 0 });
	address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(() => server.close());

const kept = ({ headers }: Response) =>
	Object.fromEntries([...headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)));

describe('a page that is ready', () => {
	it.each(['br', 'gzip', 'identity'])('goes out as it did the long way: %s', async (encoding) => {
		const ask = async () => await fetch(`${address}/catalog`, { headers: { 'accept-encoding': encoding } });
		const made = await ask();
		// Asked for again it is made smaller, the long way once more; from then on it is ready.
		const long = await ask();
		const ready = await ask();
		expect(ready.status).toBe(200);
		expect(kept(ready)).toEqual(kept(long));
		expect(kept(ready)['content-security-policy']).toContain("script-src 'self'");
		const text = await ready.text();
		expect([await long.text(), await made.text()]).toEqual([text, text]);
	});

	it('is not sent again to whoever has it', async () => {
		const first = await fetch(`${address}/catalog`);
		const etag = first.headers.get('etag') ?? '';
		const second = await fetch(`${address}/catalog`, { headers: { 'if-none-match': etag } });
		expect([second.status, await second.text(), second.headers.get('content-type')]).toEqual([304, '', null]);
		expect(second.headers.get('etag')).toBe(etag);
	});

	it('is gone as soon as its tag is dropped', async () => {
		const before = await (await fetch(`${address}/`)).text();
		await fetch(`${address}/`);
		await server.services.database.pool.query(
			`insert into setting (key, value) values ('site', '{"name": "改过的站名"}') on conflict (key) do update set value = excluded.value`,
		);
		await new Promise((resolve) => setTimeout(resolve, 1100));
		server.services.pages.drop(['site']);
		const after = await (await fetch(`${address}/`)).text();
		expect(before).not.toContain('改过的站名');
		expect(after).toContain('改过的站名');
	});

	it('is made anew for another host, a proxy that speaks for the browser, a form, and what nobody may keep', async () => {
		await fetch(`${address}/catalog`);
		const other = await fetch(`${address}/catalog`, {
			headers: { 'x-forwarded-host': 'zwgk.example', 'x-forwarded-proto': 'https' },
		});
		expect(await other.text()).toContain('https://zwgk.example/catalog');
		expect((await fetch(`${address}/search?q=x`)).headers.get('cache-control')).toBe('no-store');
		expect((await fetch(`${address}/search?q=x`)).headers.get('cache-control')).toBe('no-store');
		expect((await fetch(`${address}/catalog`, { method: 'POST' })).status).toBe(404);
		expect(await (await fetch(`${address}/elder/catalog`)).text()).toContain('data-view="elder"');
		expect(await (await fetch(`${address}/catalog`)).text()).not.toContain('data-view');
	});

	it('takes the long way once the server is closing', async () => {
		const headers = ['x-way', 'front'];
		const page = server.services.pages.get(pageKey(address, '/catalog'));
		page?.sent.set('', { headers, unchanged: headers, body: '' });
		const way = async () =>
			(await fetch(`${address}/catalog`, { headers: { 'accept-encoding': 'identity' } })).headers.get('x-way');
		expect(await way()).toBe('front');
		stop();
		expect(await way()).toBeNull();
	});
});
