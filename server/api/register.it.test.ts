import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { buildApp } from '../app.ts';
import { personActor } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { transact } from '../platform/transaction.ts';
import { Download, defineRoute, type Route, routeFaults } from './route.ts';
import type { SignedIn } from './session.ts';

const ok = z.object({ ok: z.boolean() });
const answer = async () => ({ ok: true });

const routes: Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/open',
		summary: '公开',
		access: 'public',
		audit: 'none',
		response: ok,
		handler: answer,
	}),
	defineRoute({
		method: 'GET',
		path: '/api/mine',
		summary: '本人',
		access: 'signedIn',
		audit: 'none',
		response: ok,
		handler: answer,
	}),
	defineRoute({
		method: 'POST',
		path: '/api/sign/:id',
		summary: '签发',
		access: 'document.signOff',
		audit: 'document.signedOff',
		params: z.object({ id: z.coerce.number().int() }),
		body: z.object({ title: z.string().min(1).max(10), count: z.number().optional() }),
		response: ok,
		handler: async ({ context, params }) => {
			await transact(context, async (tx) => tx.about({ type: 'document', id: params.id }));
			return { ok: true };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/upload',
		summary: '上传',
		access: 'public',
		audit: 'file.uploaded',
		body: z.object({ note: z.string().optional() }),
		upload: { maxFiles: 2 },
		response: z.object({ names: z.array(z.string()), types: z.array(z.string()) }),
		handler: async ({ files }) => ({
			names: files.map((file) => file.fileName),
			types: files.map((file) => file.mediaType),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/file',
		summary: '下载',
		access: 'public',
		audit: 'none',
		response: 'download',
		handler: async () => new Download(Buffer.from('内容'), 'text/plain; charset=utf-8', '通知"；\n.txt'),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/broken',
		summary: '出错',
		access: 'public',
		audit: 'none',
		response: ok,
		handler: async () => Promise.reject(new Error('secret: 110101199003070000')),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/conflict',
		summary: '冲突',
		access: 'public',
		audit: 'none',
		response: ok,
		handler: async () => Promise.reject(new AppError('conflict', { message: '已由程砚秋于 6 月 1 日签发' })),
	}),
];

let server: TestApp;
let app: FastifyInstance;
let signedIn: SignedIn | null = null;
beforeAll(async () => {
	server = await createTestApp(undefined, { MAX_UPLOAD: '1048576' });
	app = await buildApp([{ name: 'test', routes }], {
		...server.services,
		authenticate: async (cookie) => (cookie === 'good' ? signedIn : null),
	});
});
afterAll(async () => {
	await app.close();
	await server.close();
});

function as(role: 'leader' | 'clerk', mustChangePassword = false): void {
	signedIn = {
		sessionId: 's',
		actor: personActor({ id: 5, name: '程砚秋' }, 3, [role]),
		csrfToken: 'token',
		mustChangePassword,
	};
}

const cookies = { gk_session: 'good' };
const headers = { 'x-csrf-token': 'token' };

async function lastAudit(): Promise<unknown> {
	const { rows } =
		await sql`select event, outcome, person_id, subject_id from audit_entry order by id desc limit 1`.execute(
			server.services.database.sql,
		);
	return rows[0];
}

describe('access', () => {
	test('without a session: open routes answer, others say that the sign-in has ended', async () => {
		expect((await app.inject('/api/open')).json()).toEqual({ ok: true });
		const refused = await app.inject('/api/mine');
		expect(refused.statusCode).toBe(401);
		expect(refused.headers['content-type']).toContain('application/problem+json');
		expect(refused.json()).toMatchObject({ code: 'unauthenticated', title: '登录已失效，请重新登录。' });
	});

	test('a wrong permission is refused, and the attempt is kept', async () => {
		as('clerk');
		const refused = await app.inject({
			method: 'POST',
			url: '/api/sign/9',
			cookies,
			headers,
			payload: { title: '通知' },
		});
		expect(refused.statusCode).toBe(403);
		expect(await lastAudit()).toEqual({
			event: 'document.signedOff',
			outcome: 'refused',
			person_id: 5,
			subject_id: null,
		});
	});

	test('the right permission passes, and the audit entry stands under the event of the route', async () => {
		as('leader');
		const passed = await app.inject({
			method: 'POST',
			url: '/api/sign/9',
			cookies,
			headers,
			payload: { title: '通知' },
		});
		expect(passed.json()).toEqual({ ok: true });
		expect(await lastAudit()).toEqual({ event: 'document.signedOff', outcome: 'done', person_id: 5, subject_id: 9 });
	});

	test('a foreign page cannot make a signed-in leader sign: no token, no change', async () => {
		as('leader');
		const forged = await app.inject({ method: 'POST', url: '/api/sign/9', cookies, payload: { title: '通知' } });
		expect(forged.statusCode).toBe(403);
	});

	test('with an initial password nothing else is open', async () => {
		as('leader', true);
		expect((await app.inject({ url: '/api/mine', cookies })).json()).toMatchObject({ title: '请先修改初始密码' });
	});
});

describe('bad input', () => {
	test('every wrong field is named with a Chinese sentence', async () => {
		as('leader');
		const refused = await app.inject({
			method: 'POST',
			url: '/api/sign/9',
			cookies,
			headers,
			payload: { title: '一二三四五六七八九十长', count: 'x' },
		});
		expect(refused.statusCode).toBe(422);
		const { issues } = refused.json() as { issues: { field: string; message: string }[] };
		expect(issues.map(({ field }) => field)).toEqual(['title', 'count']);
		for (const { message } of issues) expect(message).toMatch(/[一-龥]/);
	});

	test.each([
		['not JSON', '{"title":', 'application/json', 422],
		['another kind', 'title=x', 'text/xml', 415],
		['5 MB of text', JSON.stringify({ title: 'x'.repeat(5_000_000) }), 'application/json', 413],
		['a path that is no number', '', '', 422],
	])('%s', async (what, payload, type, status) => {
		as('leader');
		const url = what.startsWith('a path') ? '/api/sign/abc' : '/api/sign/9';
		const body = what.startsWith('a path')
			? { payload: { title: '通知' } }
			: { payload, headers: { ...headers, 'content-type': type } };
		const refused = await app.inject({ method: 'POST', url, cookies, headers, ...body });
		expect(refused.statusCode).toBe(status);
		expect(refused.json().title).toMatch(/[一-龥]/);
	});

	test('a fault of ours shows a sentence and a number, and nothing of itself', async () => {
		const broken = await app.inject('/api/broken');
		expect(broken.statusCode).toBe(500);
		expect(broken.body).not.toContain('110101');
		expect(broken.json().requestId).toMatch(/^[0-9a-f-]{36}$/);
	});

	test('a conflict says who was first', async () => {
		expect((await app.inject('/api/conflict')).json()).toMatchObject({
			status: 409,
			title: '已由程砚秋于 6 月 1 日签发',
		});
	});
});

describe('files', () => {
	function multipart(parts: { name: string; fileName?: string; content: Buffer | string }[]) {
		const boundary = 'xxBOUNDARYxx';
		const chunks = parts.flatMap(({ name, fileName, content }) => [
			Buffer.from(
				`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n`,
			),
			Buffer.from(content),
			Buffer.from('\r\n'),
		]);
		const payload = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
		return {
			method: 'POST' as const,
			url: '/api/upload',
			payload,
			headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
		};
	}

	test('names lose folders and control characters, kinds come from bytes, empty inputs are skipped', async () => {
		const sent = multipart([
			{ name: 'note', content: '附件' },
			{ name: 'file', fileName: '../../etc/申请.docx', content: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]) },
			{ name: 'file', fileName: '', content: '' },
		]);
		expect((await app.inject(sent)).json()).toEqual({ names: ['申请.docx'], types: ['application/x-msdownload'] });
	});

	test('a file over the limit is refused with the limit in words', async () => {
		const refused = await app.inject(multipart([{ name: 'file', fileName: 'a.bin', content: Buffer.alloc(1048577) }]));
		expect(refused.json()).toMatchObject({ status: 413, title: '文件超过 1 MB，无法上传' });
	});

	test('too many files, and a form that is none, are refused', async () => {
		const file = { name: 'file', fileName: 'a.txt', content: 'x' };
		expect((await app.inject(multipart([file, file, file]))).statusCode).toBe(413);
		const plain = await app.inject({ method: 'POST', url: '/api/upload', payload: { note: 'x' } });
		expect(plain.statusCode).toBe(415);
	});

	test('a download carries its Chinese name without breaking the header, is never sniffed and never kept', async () => {
		const { headers: sent, statusCode } = await app.inject('/api/file');
		expect(statusCode).toBe(200);
		expect(sent['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('通知"；\n.txt')}`);
		expect(sent['x-content-type-options']).toBe('nosniff');
		expect(sent['cache-control']).toBe('no-store');
	});
});

describe('declarations', () => {
	const complete = routes[0] as Route;
	test.each([
		[{ ...complete, access: '' as Route['access'] }, 'no access rule'],
		[{ ...complete, audit: '' }, 'no audit event'],
		[{ ...complete, method: 'POST' as const }, 'without an audit event'],
		[{ ...complete, summary: '' }, 'no summary'],
		[{ ...complete, path: '/x' }, 'outside /api/'],
		[{ ...complete, path: '/api/x/:id' }, 'without a schema'],
	])('an incomplete one stops the start', async (route, fault) => {
		expect(routeFaults([route]).join()).toContain(fault);
		await expect(buildApp([{ name: 'test', routes: [route] }], server.services)).rejects.toThrow(fault);
	});

	test('the same address twice stops the start', () => {
		expect(routeFaults([complete, complete]).join()).toContain('declared twice');
	});
});
