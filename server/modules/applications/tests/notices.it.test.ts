import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	APPLICANT,
	type Desk,
	type Filed,
	file,
	openDesk,
	portalForm,
	step,
	TRACES,
	today,
} from '../../../../test/applications.ts';
import { openPostOffice, type PostOffice, textOf } from '../../../../test/post-office.ts';
import { jobHandlers } from '../../../compose.ts';

let post: PostOffice;
let desk: Desk;

beforeAll(async () => {
	post = await openPostOffice();
	desk = await openDesk('2026-06-01', post.env);
});
afterAll(async () => {
	await desk?.close();
	await post?.close();
});

async function idOf({ number }: Filed): Promise<number> {
	const { rows } = (await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(number)}`)).json();
	return rows[0].id;
}
const key = ({ number, code }: Filed) => ({ number, code });
const texts = () => post.mails.map(textOf);
const rows = async (query: string) =>
	JSON.stringify((await sql.raw(query).execute(desk.server.services.database.sql)).rows);

describe('an applicant who wants to be told', () => {
	let filed: Filed;

	test('hears of every step by mail, with the number and where to look, and nothing of the request', async () => {
		filed = await file(desk, { notify: 'mail' });
		const id = await idOf(filed);
		await step(desk, 'clerk', id, 'confirm', { confirmedOn: today(desk), how: '电话' });
		await step(desk, 'clerk', id, 'startHandling');
		await step(desk, 'clerk', id, 'requestSupplement', { items: '请写明哪一年的资金。', until: '2026-06-20' });
		await desk.server.settle();
		expect(post.mails.map(({ to }) => to)).toEqual(Array(3).fill(APPLICANT.email));
		const [submitted, confirmed, supplement] = texts();
		expect(submitted).toContain(`（${filed.number}）有新进展：申请已经提交`);
		expect(confirmed).toContain('开始计算答复期限');
		expect(supplement).toContain('请查看补正通知');
		for (const text of texts()) {
			expect(text).toContain('http://localhost/query');
			expect(text).not.toMatch(/农村道路|资金|请写明/);
			expect(text).not.toContain(filed.code);
		}
	});

	test('leaves a line in the history that says how, never where; and no trace in any table', async () => {
		expect(await rows('select entry, data from timeline')).toContain('已通知申请人办理进展（电子邮件）');
		for (const table of ['timeline', 'audit_entry', 'event', 'job', 'message']) {
			const all = await rows(`select * from ${table}`);
			for (const trace of TRACES) expect(all, table).not.toContain(trace);
		}
	});

	test('stops it, and takes it up again by another way, with number and code alone', async () => {
		const stopped = await desk.post('/query/notice', { ...key(filed), notify: 'none' });
		expect(stopped.body).toContain('不再发送办理进展通知');
		await desk.post('/query/supplement', { ...key(filed), text: '2025年的资金。' });
		await desk.server.settle();
		expect(post.mails).toHaveLength(3);
		const again = await desk.post('/query/notice', { ...key(filed), notify: 'sms' });
		expect(again.body).toContain('今后有进展时通知您');
		await step(desk, 'clerk', await idOf(filed), 'startHandling');
		await step(desk, 'clerk', await idOf(filed), 'withdraw', { reason: '' });
		await desk.server.settle();
		expect(post.texts).toEqual([
			expect.objectContaining({ to: APPLICANT.phone, text: expect.stringContaining('申请已经撤回') }),
		]);
	});

	test('sees on the page neither address nor number, and nobody without the code changes anything', async () => {
		const { body } = await desk.post('/query', key(filed));
		for (const trace of TRACES) expect(body).not.toContain(trace);
		const wrong = await desk.post('/query/notice', { number: filed.number, code: 'ABCDE-FGHJK', notify: 'none' });
		expect(wrong.statusCode).toBe(422);
		expect((await desk.post('/query', key(filed))).body).toMatch(/value="sms"[^>]*checked|checked[^>]*value="sms"/);
	});
});

describe('the form', () => {
	test('asks for the address the notices go to', async () => {
		const noMail = await desk.post('/apply/liuxi', portalForm({ notify: 'mail', email: '' }));
		expect([noMail.statusCode, noMail.body]).toEqual([
			422,
			expect.stringContaining('选择电子邮件通知的，请填写电子邮箱'),
		]);
		const landline = await desk.post('/apply/liuxi', portalForm({ notify: 'sms', phone: '0999-8123456' }));
		expect([landline.statusCode, landline.body]).toEqual([422, expect.stringContaining('联系电话应为11位手机号码')]);
	});

	test('tells nobody who did not ask', async () => {
		const before = post.mails.length;
		await file(desk);
		await desk.server.settle();
		expect(post.mails).toHaveLength(before);
	});

	test('offers nothing the county cannot do, and bears a choice that is not offered', async () => {
		const bare = await openDesk('2026-06-01');
		expect((await bare.server.inject({ method: 'GET', url: '/apply/liuxi' })).body).not.toContain('办理进展通知');
		const asked = await file(bare, { notify: 'mail' });
		await bare.server.settle();
		expect((await bare.post('/query/notice', { ...asked, notify: 'sms' })).body).toContain('目前不能发送短信');
		expect((await bare.post('/query', { ...asked })).statusCode).toBe(200);
		await bare.close();
	});
});

describe('an office whose cases come near their limit', () => {
	/** Runs the morning job on a day. */
	async function morning(day: string): Promise<string[]> {
		const before = post.mails.length;
		desk.server.clock.set(`${day}T00:00:00Z`);
		const job = { id: 0, kind: 'applications.remind', payload: {}, attempts: 1, maxAttempts: 5 };
		await jobHandlers(desk.server.services).get('applications.remind')?.(job);
		await desk.server.settle();
		return post.mails.slice(before).map((mail) => `${mail.to}: ${textOf(mail)}`);
	}

	test('is written to on the mornings that matter, by number alone', async () => {
		const filed = await file(desk);
		const id = await idOf(filed);
		// Received on 1 June: the twentieth working day is 30 June (端午节 falls on 19 June).
		await step(desk, 'clerk', id, 'confirm', { confirmedOn: today(desk), how: '电话' });
		expect(await morning('2026-06-10')).toEqual([]);
		const [half] = await morning('2026-06-15');
		expect(half).toContain('liuxi@qinghe.example');
		expect(half).toContain(`${filed.number}（还剩10个工作日）`);
		for (const trace of TRACES) expect(half).not.toContain(trace);
		expect(half).not.toContain('农村道路');
		expect(await morning('2026-06-15')).toEqual([]);
		expect((await morning('2026-06-30'))[0]).toContain('今天到期');
		expect((await morning('2026-07-01'))[0]).toContain('逾期1个工作日');
	});

	test('is left alone on days off', async () => {
		expect(await morning('2026-06-20')).toEqual([]);
		expect(await morning('2026-07-04')).toEqual([]);
	});
});
