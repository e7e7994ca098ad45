import Fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { definePage, type Page } from './page.ts';
import { registerPages } from './register.tsx';

// A page is made once for all who ask while it is being made, and never for somebody who asked after what it shows has changed.

let server: TestApp;
let app: ReturnType<typeof Fastify>;
/** Each making that has begun, to be ended by the test. */
let begun: { end(page: Page): void; fail(): void }[];
let waiting: (() => void)[];

const page = (title: string, more: Partial<Page> = {}): Page => ({ title, body: title, cacheTags: ['x'], ...more });

beforeAll(async () => {
	server = await createTestApp();
	app = Fastify();
	await app.register(import('@fastify/cookie'));
	await app.register(import('@fastify/multipart'));
	app.decorateRequest('stylesheet', null);
	const held = definePage({
		method: 'GET',
		path: '/held',
		summary: '页',
		audit: 'none',
		query: [],
		handler: () =>
			new Promise((resolve, reject) => {
				begun.push({ end: resolve, fail: () => reject(new Error('gone')) });
				for (const told of waiting.splice(0)) told();
			}),
	});
	registerPages(app, [held], server.services);
	await app.ready();
});
afterAll(async () => {
	await app.close();
	await server.close();
});
beforeEach(() => {
	begun = [];
	waiting = [];
	server.services.pages.clear();
});

const ask = () => app.inject({ url: '/held' });
/** Until so many makings have begun. */
const until = async (count: number) => {
	while (begun.length < count) await new Promise<void>((told) => waiting.push(told));
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

it('is made once for all', async () => {
	const asked = [ask(), ask(), ask()];
	await until(1);
	await settled();
	expect(begun).toHaveLength(1);
	begun[0]?.end(page('一份'));
	for (const { statusCode, body } of await Promise.all(asked)) {
		expect(statusCode).toBe(200);
		expect(body).toContain('一份');
	}
	expect((await ask()).body).toContain('一份');
	expect(begun).toHaveLength(1);
});

it('is made anew for those who waited when what it shows was withdrawn meanwhile', async () => {
	const first = ask();
	await until(1);
	server.services.pages.drop(['x']);
	const after = ask();
	await settled();
	begun[0]?.end(page('撤下前'));
	await until(2);
	begun[1]?.end(page('撤下后'));
	expect((await after).body).toContain('撤下后');
	await first;
	expect((await ask()).body).toContain('撤下后');
});

it('that is for one reader goes to nobody else', async () => {
	const both = [ask(), ask()];
	await until(1);
	begun[0]?.end(page('给一个人', { cacheTags: undefined } as Partial<Page>));
	await until(2);
	begun[1]?.end(page('给另一个人', { cacheTags: undefined } as Partial<Page>));
	const bodies = (await Promise.all(both)).map(({ body }) => body);
	expect(bodies.filter((body) => body.includes('给一个人'))).toHaveLength(1);
	expect(bodies.filter((body) => body.includes('给另一个人'))).toHaveLength(1);
});

it('that fails fails for one', async () => {
	const both = [ask(), ask()];
	await until(1);
	begun[0]?.fail();
	await until(2);
	begun[1]?.end(page('成了'));
	const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode);
	expect(codes.sort()).toEqual([200, 500]);
});
