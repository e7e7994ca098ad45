import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WechatAccount, WechatError, wechatAccount } from './wechat.ts';

const SECRET = 'top-secret-of-the-account';
const ARTICLE = {
	title: '防汛',
	author: '',
	digest: '',
	content: '<p>值班</p>',
	sourceUrl: 'https://x.example/d/1?from=wechat-1',
	cover: 'C',
};
let server: Server | null = null;

interface Asked {
	path: string;
	token: string;
	body: string;
}

/** A real server that answers as 微信公众平台 does; `say` may answer something else, or never. */
async function platform(
	say: (asked: Asked, nth: number) => object | 'silent' | 'broken' | null,
): Promise<{ url: string; calls: Asked[] }> {
	const calls: Asked[] = [];
	let tokens = 0;
	server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const address = new URL(request.url ?? '', 'http://x');
		const asked = {
			path: address.pathname,
			token: address.searchParams.get('access_token') ?? '',
			body: Buffer.concat(chunks).toString('latin1'),
		};
		calls.push(asked);
		const said = say(asked, calls.filter(({ path }) => path === asked.path).length);
		if (said === 'silent') return request.socket.destroy();
		if (said === 'broken') return response.writeHead(502).end('<html>');
		tokens += asked.path.endsWith('stable_token') ? 1 : 0;
		const usual: Record<string, object> = {
			'/cgi-bin/stable_token': { access_token: `T${tokens}`, expires_in: 7200 },
			'/cgi-bin/media/uploadimg': { url: 'https://mmbiz.example/1' },
			'/cgi-bin/material/add_material': { media_id: 'COVER', url: '' },
			'/cgi-bin/draft/add': { media_id: 'DRAFT' },
			'/cgi-bin/draft/batchget': { item: [] },
		};
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(said ?? usual[asked.path] ?? { errcode: 40066 }));
	});
	await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

afterEach(() => {
	server?.closeAllConnections();
	server?.close();
	server = null;
});

const account = (url: string, now?: () => number): WechatAccount =>
	wechatAccount({ url, appId: 'wx1', secret: SECRET, cover: '' }, now);

async function refused(work: Promise<unknown>): Promise<WechatError> {
	const error = await work.then(
		() => null,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof WechatError)) throw new Error(`not refused: ${String(error)}`);
	expect(error.message).not.toContain(SECRET);
	return error;
}

describe('the draft box', () => {
	it('is written to with one token for many calls, the secret in no address', async () => {
		const { url, calls } = await platform(() => null);
		const wechat = account(url);
		const picture = { bytes: Uint8Array.of(1, 2, 3), name: '1.png', mediaType: 'image/png' };
		expect(await wechat.uploadImage(picture)).toBe('https://mmbiz.example/1');
		expect(await wechat.uploadCover(picture)).toBe('COVER');
		expect(await wechat.addDraft(ARTICLE)).toBe('DRAFT');
		expect(calls.map(({ path }) => path)).toEqual([
			'/cgi-bin/stable_token',
			'/cgi-bin/media/uploadimg',
			'/cgi-bin/material/add_material',
			'/cgi-bin/draft/add',
		]);
		expect(calls.slice(1).map(({ token }) => token)).toEqual(['T1', 'T1', 'T1']);
		expect(calls[1]?.body).toContain('filename="1.png"');
		expect(JSON.parse(Buffer.from(calls[3]?.body ?? '', 'latin1').toString('utf8')).articles[0]).toMatchObject({
			title: '防汛',
			content_source_url: ARTICLE.sourceUrl,
			thumb_media_id: 'C',
		});
	});

	it('asks for a new token before the old one ends, and when it was taken back', async () => {
		let now = 0;
		const { url, calls } = await platform(({ path, token }) =>
			path === '/cgi-bin/draft/add' && token === 'T2' ? { errcode: 42001 } : null,
		);
		const wechat = account(url, () => now);
		await wechat.addDraft(ARTICLE);
		now = 7200_000;
		expect(await wechat.addDraft(ARTICLE)).toBe('DRAFT');
		expect(calls.filter(({ path }) => path === '/cgi-bin/draft/add').map(({ token }) => token)).toEqual([
			'T1',
			'T2',
			'T3',
		]);
		expect(
			calls.filter(({ path }) => path.endsWith('stable_token')).map(({ body }) => JSON.parse(body).force_refresh),
		).toEqual([false, false, true]);
	});

	it('gives up on a token that is refused twice', async () => {
		const { url, calls } = await platform(({ path }) => (path === '/cgi-bin/draft/add' ? { errcode: 40001 } : null));
		expect((await refused(account(url).addDraft(ARTICLE))).isFinal).toBe(true);
		expect(calls.filter(({ path }) => path === '/cgi-bin/draft/add')).toHaveLength(2);
	});

	it('says that the calls of the day are used up (45009), and does not ask again', async () => {
		const { url } = await platform(({ path }) =>
			path === '/cgi-bin/draft/add' ? { errcode: 45009, errmsg: SECRET } : null,
		);
		const error = await refused(account(url).addDraft(ARTICLE));
		expect(error.message).toContain('45009');
		expect(error.isFinal).toBe(true);
	});

	it.each(['silent', 'broken'] as const)('may be asked again when it is %s', async (how) => {
		const { url } = await platform(({ path }) => (path === '/cgi-bin/draft/add' ? how : null));
		expect((await refused(account(url).addDraft(ARTICLE))).isFinal).toBe(false);
		expect((await refused(account('http://127.0.0.1:1').addDraft(ARTICLE))).isFinal).toBe(false);
	});

	it('finds a draft by its source address: what was made and not answered is not made twice', async () => {
		const item = [
			{ media_id: 'OTHER', content: { news_item: [{ content_source_url: 'https://x.example/d/2' }, {}] } },
			{ media_id: 'MINE', content: { news_item: [{ content_source_url: ARTICLE.sourceUrl }] } },
		];
		const { url } = await platform(({ path }) => (path === '/cgi-bin/draft/batchget' ? { item } : null));
		expect(await account(url).findDraft(ARTICLE.sourceUrl)).toBe('MINE');
		expect(await account(url).findDraft('https://x.example/d/3')).toBeNull();
	});

	it('takes no picture WeChat would refuse, and no answer that is none', async () => {
		const { url, calls } = await platform(({ path }) => (path === '/cgi-bin/draft/add' ? { hello: 1 } : null));
		const large = { bytes: new Uint8Array(1024 * 1024 + 1), name: '大图.png', mediaType: 'image/png' };
		expect((await refused(account(url).uploadImage(large))).message).toContain('大图.png');
		await refused(account(url).uploadImage({ ...large, bytes: Uint8Array.of(1), mediaType: 'image/webp' }));
		expect(calls).toEqual([]);
		await refused(account(url).addDraft(ARTICLE));
	});
});
