import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';

const SECRET = 'wx-secret-of-the-county';
let desk: Desk;
let server: Server;
/** Drafts that stand at WeChat, and what it answers instead of the usual. */
let drafts: { media_id: string; content_source_url: string; content: string }[] = [];
let instead: ((path: string) => object | 'lost' | null) | null = null;

beforeAll(async () => {
	server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { pathname } = new URL(request.url ?? '', 'http://x');
		const said = instead?.(pathname) ?? null;
		if (pathname === '/cgi-bin/draft/add' && (said === null || said === 'lost')) {
			const [article] = JSON.parse(Buffer.concat(chunks).toString('utf8')).articles;
			drafts.push({ ...article, media_id: `D${drafts.length + 1}` });
		}
		// It was taken, and the answer got lost on the way.
		if (said === 'lost') return request.socket.destroy();
		const item = drafts.map(({ media_id, content_source_url }) => ({
			media_id,
			content: { news_item: [{ content_source_url }] },
		}));
		const usual: Record<string, object> = {
			'/cgi-bin/stable_token': { access_token: 'T', expires_in: 7200 },
			'/cgi-bin/draft/batchget': { item },
			'/cgi-bin/draft/add': { media_id: `D${drafts.length}` },
		};
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(said ?? usual[pathname] ?? { errcode: 40066 }));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const env = { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: SECRET, WECHAT_URL: url, WECHAT_COVER: 'COVER' };
	desk = await openDesk('2026-06-01T02:00:00Z', env);
});
afterAll(async () => {
	await desk?.server.close();
	server?.closeAllConnections();
	server?.close();
});
beforeEach(() => {
	drafts = [];
	instead = null;
});

const view = async (id: number) => (await (await desk.as('clerk')).get(`/api/dispatches/${id}`)).json();
/** Makes every waiting retry due now. */
const hurry = async () => {
	await sql`update job set run_at = now() where done_at is null and failed_at is null and kind = 'channels.draft'`.execute(
		desk.server.services.database.sql,
	);
	await desk.server.settle();
};

let serial = 0;

/** A document prepared for an account with this AppID. */
async function prepared(appId = 'wx1'): Promise<{ id: number; documentId: number }> {
	serial += 1;
	const clerk = await desk.as('clerk');
	const account = { kind: 'wechat', name: `公众号${serial}`, address: `gzh-${serial}`, appId, openedOn: '2026-01-01' };
	const channel = (await clerk.post('/api/channels', { ...account, officeId: desk.county.townshipA.id })).json();
	const documentId = await desk.draft({ title: '汛期安全提示' });
	await desk.publish(documentId);
	await desk.server.settle();
	const made = await clerk.post('/api/dispatches', { documentId, channelIds: [channel.id] });
	return { id: made.json().ids[0], documentId };
}

const ask = async (id: number) => await (await desk.as('clerk')).post(`/api/dispatches/${id}/draft`);

describe('a draft at WeChat', () => {
	it('is written after commit, with the text and the way back, and nothing is sent by it', async () => {
		const { id, documentId } = await prepared();
		expect((await view(id)).mayDraft).toBe(true);
		expect((await ask(id)).statusCode).toBe(200);
		expect((await ask(id)).statusCode).toBe(409);
		expect(drafts).toEqual([]);
		await desk.server.settle();
		expect(drafts).toHaveLength(1);
		expect(drafts[0]?.content_source_url).toBe(`http://localhost/d/${documentId}?from=wechat-${id}`);
		expect(drafts[0]?.content).toContain('二十四小时值班');
		expect(await view(id)).toMatchObject({ draftState: 'made', state: 'prepared' });
	});

	it('whose answer got lost is found again, not made twice', async () => {
		const { id } = await prepared();
		instead = (path) => (path === '/cgi-bin/draft/add' ? 'lost' : null);
		await ask(id);
		await desk.server.settle();
		expect(await view(id)).toMatchObject({ draftState: 'asked' });
		instead = null;
		await hurry();
		expect(drafts).toHaveLength(1);
		expect(await view(id)).toMatchObject({ draftState: 'made' });
	});

	it('is refused at once when the calls of the day are used up (45009), and may be asked for again', async () => {
		const { id } = await prepared();
		instead = (path) => (path === '/cgi-bin/draft/add' ? { errcode: 45009 } : null);
		await ask(id);
		await desk.server.settle();
		const failed = await view(id);
		expect(failed.draftState).toBe('failed');
		expect(failed.draftFailure).toContain('45009');
		instead = null;
		expect((await ask(id)).statusCode).toBe(200);
		await desk.server.settle();
		expect(await view(id)).toMatchObject({ draftState: 'made', draftFailure: '' });
	});

	it('of a document withdrawn meanwhile is not written', async () => {
		const { id, documentId } = await prepared();
		await ask(id);
		await desk.move(documentId, 'leader', 'withdraw', { reason: '内容有误，需要重新核实。' });
		await desk.server.settle();
		expect(drafts).toEqual([]);
		expect((await view(id)).draftState).toBe('failed');
	});

	it('is offered for the account of this house only', async () => {
		const { id } = await prepared('wx-of-somebody-else');
		expect((await view(id)).mayDraft).toBe(false);
		expect((await ask(id)).statusCode).toBe(409);
		const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from dispatch t`.execute(
			desk.server.services.database.sql,
		);
		expect(rows.map(({ row }) => row).join('\n')).not.toContain(SECRET);
	});
});
