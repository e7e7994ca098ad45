import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostOffice, type PostOffice, textOf } from '../../../test/post-office.ts';
import { jobHandlers } from '../../compose.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';

let desk: Desk;
let office: PostOffice;
beforeAll(async () => {
	office = await openPostOffice();
	desk = await openDesk('2026-06-01T02:00:00Z', office.env);
});
afterAll(async () => {
	await desk?.server.close();
	await office?.close();
});

let addresses = 0;

/** Each from an address of its own: no limit of a page is meant here. */
async function form(url: string, fields: Record<string, string>) {
	addresses += 1;
	const remoteAddress = `127.1.${addresses >> 8}.${addresses & 255}`;
	const payload = new URLSearchParams(fields).toString();
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	return await desk.server.inject({ method: 'POST', url, payload, headers, remoteAddress });
}

const mailsTo = (address: string) => office.mails.filter(({ to }) => to === address).map((mail) => textOf(mail));
const linkIn = (text: string, path: string) =>
	new RegExp(`${path}\\?token=([\\w-]+)`).exec(text.replace(/=\r?\n/g, ''))?.[1] ?? '';

/** Subscribes and answers the token of the mail. */
async function wish(email: string, topic: Record<string, string> = {}): Promise<string> {
	const answer = await form('/subscribe', { email, ...topic });
	if (answer.statusCode !== 200) throw new Error(answer.body);
	await desk.server.settle();
	return linkIn(mailsTo(email).at(-1) ?? '', '/subscribe/confirm');
}

async function confirmed(email: string, topic: Record<string, string> = {}): Promise<string> {
	const token = await wish(email, topic);
	const answer = await form('/subscribe/confirm', { token });
	if (answer.statusCode !== 200) throw new Error(answer.body);
	return token;
}

async function publish(title: string): Promise<number> {
	const id = await desk.draft({ title });
	await desk.publish(id);
	await desk.server.settle();
	return id;
}

/** The job of a morning, `at` an instant. */
async function morning(at: string): Promise<void> {
	desk.on(at);
	const run = jobHandlers(desk.server.services).get('channels.digest');
	await run?.({ id: 0, kind: 'channels.digest', payload: {}, attempts: 1, maxAttempts: 5 });
	await desk.server.settle();
}

describe('a subscription by e-mail', () => {
	it('counts once its owner opened the link and pressed the button; scanners press nothing', async () => {
		const token = await wish('wang@example.com');
		expect(token).not.toBe('');
		expect((await desk.page(`/subscribe/confirm?token=${token}`)).body).toContain('确认订阅');
		await publish('确认之前的信息');
		await morning('2026-06-02T00:00:00Z');
		expect(mailsTo('wang@example.com')).toHaveLength(1);
		expect((await form('/subscribe/confirm', { token })).statusCode).toBe(200);
		desk.on('2026-06-02T02:00:00Z');
		await publish('确认之后的信息');
		await morning('2026-06-03T00:00:00Z');
		const [, digest = ''] = mailsTo('wang@example.com');
		expect(digest).toContain('确认之后的信息');
		expect(digest).not.toContain('确认之前的信息');
		// Nothing twice: neither the same morning nor the next.
		await morning('2026-06-03T00:30:00Z');
		await morning('2026-06-04T00:00:00Z');
		expect(mailsTo('wang@example.com')).toHaveLength(2);
		const end = linkIn(digest, '/subscribe/end');
		expect((await desk.page(`/subscribe/end?token=${end}`)).status).toBe(200);
		expect((await form('/subscribe/end', { token: end })).statusCode).toBe(200);
		await publish('退订之后的信息');
		await morning('2026-06-05T00:00:00Z');
		expect(mailsTo('wang@example.com')).toHaveLength(2);
		expect((await desk.page(`/subscribe/end?token=${end}`)).status).toBe(404);
	});

	it('tells of what was asked for only, and of nothing withdrawn meanwhile', async () => {
		desk.on('2026-06-08T02:00:00Z');
		await confirmed('zhao@example.com', { office: 'shiqiao' });
		await confirmed('qian@example.com', { words: '水库' });
		await confirmed('sun@example.com', { column: 'notices' });
		desk.on('2026-06-08T03:00:00Z');
		await publish('水库除险加固');
		const gone = await publish('将要撤下的通知');
		await desk.move(gone, 'leader', 'withdraw', { reason: '内容有误，需要重新核实。' });
		await morning('2026-06-09T00:00:00Z');
		expect(mailsTo('zhao@example.com')).toHaveLength(1);
		expect(mailsTo('qian@example.com').at(-1)).toContain('水库除险加固');
		expect(mailsTo('sun@example.com').at(-1)).toContain('水库除险加固');
		expect(office.mails.map((mail) => textOf(mail)).join('\n')).not.toContain('将要撤下的通知');
	});

	it('keeps the address nowhere in the clear, and not at all after its end or three days of silence', async () => {
		desk.on('2026-06-10T02:00:00Z');
		const token = await wish('secret-reader@example.com');
		for (const table of ['subscription', 'message', 'audit_entry', 'job', 'timeline']) {
			const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(
				desk.server.services.database.sql,
			);
			const all = rows.map(({ row }) => row).join('\n');
			expect(all, table).not.toContain('secret-reader');
			expect(all, table).not.toContain(token);
		}
		await morning('2026-06-14T00:00:00Z');
		expect((await form('/subscribe/confirm', { token })).statusCode).toBe(404);
		const { rows } = await sql<{ n: number }>`
			select count(*)::int as n from subscription where state <> 'active' and (sealed is not null or address_fingerprint is not null)
		`.execute(desk.server.services.database.sql);
		expect(rows[0]?.n).toBe(0);
	});

	it('fills nobody’s box: limited for an address, and the same is left in peace without telling', async () => {
		desk.on('2026-06-15T02:00:00Z');
		await confirmed('li@example.com');
		const before = mailsTo('li@example.com').length;
		const same = await form('/subscribe', { email: 'LI@example.com' });
		expect(same.statusCode).toBe(200);
		await desk.server.settle();
		expect(mailsTo('li@example.com')).toHaveLength(before);
		const answers = await Promise.all(
			Array.from({ length: 8 }, (_, at) => form('/subscribe', { email: 'li@example.com', words: `词语${at}` })),
		);
		expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(4);
	});

	it('comes back filled with each fault beside its field', async () => {
		const answer = await form('/subscribe', {
			email: 'nobody',
			office: 'nowhere',
			column: 'nothing',
			words: '水\u0000库',
		});
		expect(answer.statusCode).toBe(422);
		for (const part of ['请填写正确的电子邮箱', '没有这个机关', '没有这个栏目', 'nobody', '水库'])
			expect(answer.body).toContain(part);
		expect((await desk.page('/subscribe/confirm?token=')).status).toBe(404);
		expect((await form('/subscribe/end', { token: 'x' })).statusCode).toBe(404);
	});
});

describe('without a mail server', () => {
	it('the page says so and takes nothing', async () => {
		const bare = await openDesk();
		expect((await bare.page('/subscribe')).body).toContain('暂未开通电子邮件订阅');
		const payload = 'email=wang%40example.com';
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const answer = await bare.server.inject({ method: 'POST', url: '/subscribe', payload, headers });
		expect(answer.body).toContain('暂未开通电子邮件订阅');
		await bare.server.close();
	});
});
