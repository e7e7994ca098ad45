import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, makeCounty, signIn } from '../../../test/fixtures.ts';
import { openPostOffice, type PostOffice, textOf } from '../../../test/post-office.ts';
import { jobHandlers } from '../../compose.ts';
import { transact } from '../../platform/transaction.ts';
import { queueMessage } from './index.ts';

let post: PostOffice;
let server: TestApp;
let officer: Browser;
let officeId: number;
const letter = { to: 'wang@example.com', subject: '办理进展', text: '您的申请已经登记。' };

beforeAll(async () => {
	post = await openPostOffice();
	server = await createTestApp('2026-06-01T01:00:00Z', post.env);
	officeId = (await makeCounty(server)).townshipA.id;
	officer = await signIn(server, 'countyOfficer');
});
afterAll(async () => {
	await server?.close();
	await post?.close();
});

const queue = (change: object = {}, fails = false) =>
	transact(server.as({ kind: 'system', name: '测试' }, 'test.queue'), async (tx) => {
		const queued = await queueMessage(tx, server.services.vault(), {
			officeId,
			channel: 'mail',
			purpose: 'applicationStep',
			...letter,
			...change,
		});
		if (fails) throw new Error('something else went wrong');
		return queued;
	});
const list = async (state = '') => (await officer.get(`/api/messages${state && `?state=${state}`}`)).json();
const dump = async () => JSON.stringify((await sql`select * from message`.execute(server.services.database.sql)).rows);
/** Makes every waiting retry due now. */
const hurry = async () => {
	await sql`update job set run_at = now() where done_at is null and failed_at is null`.execute(
		server.services.database.sql,
	);
	await server.settle();
};

describe('the outbox', () => {
	it('sends a mail after commit, and keeps nothing of it', async () => {
		await queue();
		expect(post.mails).toEqual([]);
		expect(await dump()).not.toMatch(/wang|登记/);
		await server.settle();
		expect(post.mails).toHaveLength(1);
		expect(post.mails[0]?.to).toBe('wang@example.com');
		expect(post.mails[0]?.source).toMatch(/Message-ID: <message-\d+@qinghe\.example>/i);
		expect(textOf(post.mails[0] ?? { to: '', source: '' })).toContain(letter.text);
		expect((await list()).rows[0]).toMatchObject({ state: 'sent', attempts: 1, failure: '' });
		expect(
			await sql`select 1 from message where sealed is not null`.execute(server.services.database.sql),
		).toMatchObject({
			rows: [],
		});
	});

	it('hands an SMS to the gateway with its token', async () => {
		await queue({ channel: 'sms', to: '13900000000' });
		await server.settle();
		expect(post.texts).toEqual([
			{
				id: expect.stringMatching(/^message-\d+$/),
				to: '13900000000',
				text: letter.text,
				authorization: 'Bearer geheim',
			},
		]);
	});

	it('sends nothing of what was rolled back', async () => {
		await expect(queue({}, true)).rejects.toThrow('something else');
		await server.settle();
		expect(post.mails).toHaveLength(1);
	});

	it('writes once for one cause', async () => {
		expect(await queue({ cause: 'event 7' })).toBe(true);
		expect(await queue({ cause: 'event 7' })).toBe(false);
		await server.settle();
		expect(post.mails).toHaveLength(2);
	});

	it('does not send twice when its job runs twice', async () => {
		await sql`update job set done_at = null, locked_until = null where kind = 'messaging.send'`.execute(
			server.services.database.sql,
		);
		await server.settle();
		expect(post.mails).toHaveLength(2);
	});
});

describe('a message that is not taken', () => {
	it('is tried again, then given up, and says why without a word of whom', async () => {
		post.refuse(true);
		await queue({ to: 'nobody@example.com' });
		await server.settle();
		const [waiting] = (await list()).rows;
		expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, failure: '邮件服务器拒收（550）', isOpen: false });
		expect(await refusedEarly(waiting.id)).toBe(409);
		for (let i = 0; i < 12; i++) await hurry();
		const [failed] = (await list('failed')).rows;
		expect(failed).toMatchObject({ id: waiting.id, isOpen: true });
		const { rows } = await sql`select last_error from job where kind = 'messaging.send'`.execute(
			server.services.database.sql,
		);
		expect(JSON.stringify(rows)).not.toContain('nobody');
		expect(JSON.stringify(await list())).not.toContain('nobody');
	});

	const refusedEarly = async (id: number) => (await officer.post(`/api/messages/${id}/retry`)).statusCode;

	it('goes out when somebody says so and the server is well again', async () => {
		post.refuse(false);
		const [failed] = (await list('failed')).rows;
		expect((await officer.post(`/api/messages/${failed.id}/retry`)).statusCode).toBe(200);
		await server.settle();
		expect(post.mails.at(-1)?.to).toBe('nobody@example.com');
		expect((await list('failed')).total).toBe(0);
	});

	it('is erased when somebody says it shall not go out', async () => {
		post.refuse(true);
		await queue({ channel: 'sms', to: '13900000001' });
		for (let i = 0; i < 12; i++) await hurry();
		const [failed] = (await list('failed')).rows;
		expect(failed.failure).toBe('短信网关拒收（503）');
		expect((await officer.post(`/api/messages/${failed.id}/drop`)).statusCode).toBe(200);
		expect((await list('dropped')).rows[0]).toMatchObject({ id: failed.id, stateLabel: '不再发送' });
		expect((await officer.post(`/api/messages/${failed.id}/retry`)).statusCode).toBe(409);
		post.refuse(false);
		await hurry();
		expect(post.texts.map(({ to }) => to)).not.toContain('13900000001');
	});

	it('waits for a decision too when it cannot be read: its key is not here', async () => {
		await queue();
		await sql`update message set key_id = 'k99' where state = 'waiting'`.execute(server.services.database.sql);
		for (let i = 0; i < 12; i++) await hurry();
		const [failed] = (await list('failed')).rows;
		expect(failed).toMatchObject({ failure: '消息无法读出，请检查身份密钥', isOpen: true });
		await officer.post(`/api/messages/${failed.id}/drop`);
	});

	it('is erased when nobody has decided about it for thirty days', async () => {
		post.refuse(true);
		await queue();
		for (let i = 0; i < 12; i++) await hurry();
		post.refuse(false);
		const sweep = async (day: string) => {
			server.clock.set(`${day}T19:00:00Z`);
			const job = { id: 0, kind: 'messaging.sweep', payload: {}, attempts: 1, maxAttempts: 5 };
			await jobHandlers(server.services).get('messaging.sweep')?.(job);
			server.clock.set('2026-06-01T01:00:00Z');
			return (await list('failed')).total;
		};
		expect(await sweep('2026-06-30')).toBe(1);
		expect(await sweep('2026-07-01')).toBe(0);
		expect(
			await sql`select 1 from message where sealed is not null`.execute(server.services.database.sql),
		).toMatchObject({
			rows: [],
		});
	});

	it('is nobody’s business but the county’s', async () => {
		const clerk = await signIn(server, 'clerk');
		expect((await clerk.get('/api/messages')).statusCode).toBe(403);
		expect((await clerk.post('/api/messages/1/retry')).statusCode).toBe(403);
		expect((await officer.post('/api/messages/999999/retry')).statusCode).toBe(404);
	});
});

describe('setting a channel up', () => {
	it('is tried with a message to oneself', async () => {
		const sent = await officer.post('/api/messages/test', { channel: 'mail', to: 'me@example.com' });
		expect(sent.statusCode).toBe(200);
		await server.settle();
		expect(textOf(post.mails.at(-1) ?? { to: '', source: '' })).toContain('测试消息');
		const wrong = await officer.post('/api/messages/test', { channel: 'sms', to: '0999-1234567' });
		expect(wrong.json().issues).toMatchObject([{ field: 'to', message: '请填写11位手机号码。' }]);
	});

	it('is told to do so where there is none', async () => {
		const bare = await createTestApp();
		await makeCounty(bare);
		const there = await signIn(bare, 'countyOfficer');
		expect((await there.get('/api/messages')).json().channels.map(({ isOpen }: { isOpen: boolean }) => isOpen)).toEqual(
			[false, false],
		);
		const refused = await there.post('/api/messages/test', { channel: 'mail', to: 'me@example.com' });
		expect([refused.statusCode, refused.json().title]).toEqual([409, expect.stringContaining('尚未设置电子邮件')]);
		await bare.close();
	});
});
