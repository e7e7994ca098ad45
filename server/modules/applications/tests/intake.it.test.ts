import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	APPLICANT,
	type Desk,
	enter,
	file,
	openDesk,
	portalForm,
	readReceipt,
	refused,
	step,
	view,
} from '../../../../test/applications.ts';

let desk: Desk;

beforeAll(async () => {
	desk = await openDesk('2026-06-01', { MAX_UPLOAD: String(2 * 1024 * 1024) });
});
afterAll(() => desk?.close());

const page = async (url: string) => await desk.server.inject({ method: 'GET', url });

describe('choosing an office', () => {
	test('lists every office with its form, and tells the time limits', async () => {
		const { statusCode, body } = await page('/apply');
		expect(statusCode).toBe(200);
		for (const slug of ['qinghe', 'liuxi', 'shiqiao', 'shuiwu']) expect(body).toContain(`href="/apply/${slug}"`);
		expect(body).toContain('20个工作日');
		expect(body).not.toContain('<script');
	});

	test('an office that is not there has no form', async () => {
		expect((await page('/apply/nowhere')).statusCode).toBe(404);
		expect((await desk.post('/apply/nowhere', portalForm())).statusCode).toBe(404);
	});
});

describe('the form', () => {
	test('asks the three blocks of Art 29 and no purpose', async () => {
		const { body } = await page('/apply/liuxi');
		for (const name of [
			'applicantKind',
			'person.name',
			'person.idNumber',
			'phone',
			'title',
			'features',
			'form',
			'delivery',
		]) {
			expect(body).toContain(`name="${name}"`);
		}
		expect(body).not.toMatch(/name="(purpose|usage|reason)"/);
		expect(body).toContain('无需说明用途');
		expect(body).toContain('method="post"');
		expect(body).not.toContain('<script');
	});

	test('is made anew each time and kept by nobody', async () => {
		const first = await page('/apply/liuxi');
		const second = await page('/apply/liuxi');
		expect(first.headers['cache-control']).toBe('no-store');
		const token = (body: string) => /name="token" value="([^"]+)"/.exec(body)?.[1];
		expect(token(first.body)).not.toBe(token(second.body));
	});

	test('works with groups named for people who cannot see it', async () => {
		const { body } = await page('/apply/liuxi');
		expect(body).toContain('<legend class="field-label">自然人填写</legend>');
		expect(body).toContain('<legend class="field-label">法人或者其他组织填写</legend>');
	});
});

describe('filing on the portal', () => {
	test('gives a number and a query code, and the case waits for confirmation', async () => {
		const { number, code } = await file(desk);
		expect(number).toMatch(/^柳溪镇公开〔2026〕\d+号$/);
		expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
		const { rows } = (await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(number)}`)).json();
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ state: 'arrived', channel: 'portal', receivedOn: null, dueOn: null });
	});

	test('the receipt is kept by no cache', async () => {
		const answer = await desk.post('/apply/liuxi', portalForm());
		expect(answer.headers['cache-control']).toBe('no-store');
	});

	test('an organisation fills in its own group, and stands in its own column', async () => {
		const { number } = await file(desk, {
			applicantKind: 'business',
			'organisation.name': '禾木农业有限公司',
			'organisation.creditCode': '91990123MA0000001T',
			'organisation.contactPerson': '李青',
		});
		const { rows } = (await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(number)}`)).json();
		expect(rows[0].applicantKind).toBe('business');
	});

	test('what belongs to the other group is not looked at', async () => {
		const answer = await desk.post('/apply/liuxi', portalForm({ 'organisation.creditCode': 'falsch' }));
		expect(answer.statusCode).toBe(200);
	});

	test('each office counts its own numbers', async () => {
		const here = await file(desk);
		const there = await file(desk, {}, 'shiqiao');
		expect(there.number).toBe('石桥镇公开〔2026〕1号');
		expect(here.number).not.toBe(there.number);
	});

	test('the same form sent twice is one application with the same receipt', async () => {
		const form = portalForm({ token: 'a-token-of-one-form' });
		const first = readReceipt((await desk.post('/apply/liuxi', form)).body);
		const again = readReceipt((await desk.post('/apply/liuxi', form)).body);
		expect(again).toEqual(first);
		const list = (await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(first.number)}`)).json();
		expect(list.total).toBe(1);
	});

	test('sent twice at the same moment too', async () => {
		const form = portalForm({ token: 'another-token' });
		const answers = await Promise.all([desk.post('/apply/liuxi', form), desk.post('/apply/liuxi', form)]);
		const receipts = answers.filter(({ statusCode }) => statusCode === 200).map(({ body }) => readReceipt(body));
		expect(receipts.length).toBeGreaterThan(0);
		expect(new Set(receipts.map(({ number }) => number)).size).toBe(1);
		expect((await desk.post('/apply/liuxi', form)).statusCode).toBe(200);
	});
});

describe('a form with mistakes comes back', () => {
	const send = (change: Record<string, string>) => desk.post('/apply/liuxi', portalForm(change));

	test('422, with a summary that leads to each field and a message beside it', async () => {
		const { statusCode, body } = await send({ title: '', phone: 'abc' });
		expect(statusCode).toBe(422);
		expect(body).toContain('class="error-summary"');
		expect(body).toContain('href="#title"');
		expect(body).toContain('id="title-error"');
		expect(body).toContain('aria-describedby="title-hint title-error"');
		expect(body).toContain('请填写所需政府信息的名称或者简要描述。');
		expect(body).toContain('id="phone-error"');
	});

	test('with everything that was typed', async () => {
		const { body } = await send({ title: '', features: '第一行\n<b>第二行</b>', 'person.workUnit': '青河小学' });
		expect(body).toContain(`value="${APPLICANT.name}"`);
		expect(body).toContain(`value="${APPLICANT.idNumber}"`);
		expect(body).toContain('value="青河小学"');
		expect(body).toContain('第一行\n&lt;b&gt;第二行&lt;/b&gt;');
		expect(body).toMatch(/value="natural"[^>]*checked|checked[^>]*value="natural"/);
		expect(body).toMatch(/name="token" value="[^"]+"/);
	});

	test('nothing at all: every mistake at once, in the order of the page', async () => {
		const { statusCode, body } = await desk.post('/apply/liuxi', {});
		expect(statusCode).toBe(422);
		const fields = [...body.matchAll(/<li><a href="#([^"]+)">/g)].map((found) => found[1]);
		expect(fields).toEqual(['applicantKind', 'phone', 'address', 'title', 'consent']);
	});

	test('with a kind chosen the own group is asked for', async () => {
		const { body } = await desk.post('/apply/liuxi', { applicantKind: 'natural' });
		expect(body).toContain('href="#person.name"');
		expect(body).not.toContain('href="#organisation.name"');
		const other = await desk.post('/apply/liuxi', { applicantKind: 'research' });
		expect(other.body).toContain('href="#organisation.creditCode"');
		expect(other.body).not.toContain('href="#person.name"');
	});

	test('a wrong identity number is said beside it', async () => {
		const { body } = await send({ 'person.idNumber': '110101199003077370' });
		expect(body).toContain('居民身份证号码不正确');
		expect(body).toContain('id="person.idNumber-error"');
	});

	test('a megabyte of text is told its length and comes back whole', async () => {
		const long = '长'.repeat(350_000);
		const { statusCode, body } = await send({ features: long });
		expect(statusCode).toBe(422);
		expect(body).toContain('不超过5000字，现有350000字');
		expect(body).toContain(long);
	});

	test('characters no database stores do no harm', async () => {
		const { statusCode, body } = await send({ title: '道路\u0000养护', features: '甲\ud800乙' });
		expect(statusCode).toBe(200);
		const { number } = readReceipt(body);
		const { rows } = (await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(number)}`)).json();
		expect(rows[0].title).toBe('道路养护');
	});

	test('a choice that is none falls back to the usual one', async () => {
		const { statusCode } = await send({ form: 'hologram', delivery: 'pigeon', 'person.idKind': 'x' });
		expect(statusCode).toBe(200);
	});

	test('nothing was registered by any of this', async () => {
		const before = (await (await desk.as('clerk')).get('/api/applications')).json().total;
		await send({ title: '' });
		await send({ consent: '' });
		expect((await (await desk.as('clerk')).get('/api/applications')).json().total).toBe(before);
	});
});

describe('attachments', () => {
	const pdf = (name = '身份证明.pdf') => ({
		field: 'files',
		name,
		content: '%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n',
	});
	const send = (files: Parameters<Desk['postFiles']>[2], change: Record<string, string> = {}) =>
		desk.postFiles('/apply/liuxi', portalForm(change), files);

	test('come with the application', async () => {
		const { statusCode, body } = await send([pdf(), pdf('授权委托书.pdf')]);
		expect(statusCode).toBe(200);
		const { number } = readReceipt(body);
		const clerk = await desk.as('clerk');
		const { rows } = (await clerk.get(`/api/applications?q=${encodeURIComponent(number)}`)).json();
		const { files } = await view(desk, rows[0].id);
		expect(files.map((one: { fileName: string; purpose: string }) => [one.fileName, one.purpose])).toEqual([
			['身份证明.pdf', 'request'],
			['授权委托书.pdf', 'request'],
		]);
	});

	test('five, not six', async () => {
		const { statusCode, body } = await send(Array.from({ length: 6 }, (_, n) => pdf(`${n}.pdf`)));
		expect(statusCode).toBe(422);
		expect(body).toContain('附件不超过5个');
	});

	test('a program called .docx is told by name, and the form comes back filled', async () => {
		const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
		const { statusCode, body } = await send([{ field: 'files', name: '申请.docx', content: exe }]);
		expect(statusCode).toBe(422);
		expect(body).toContain('附件“申请.docx”不是可以接收的文件');
		expect(body).toContain(`value="${APPLICANT.name}"`);
	});

	test('a file over the limit is told in words, and nothing typed is lost', async () => {
		const { statusCode, body } = await send(
			[{ field: 'files', name: '大.pdf', content: Buffer.alloc(3 * 1024 * 1024) }],
			{
				features: '这段话不能丢',
			},
		);
		expect(statusCode).toBe(422);
		expect(body).toContain('文件超过 2 MB，无法上传，请重新选择附件。');
		expect(body).toContain('这段话不能丢');
		expect(body).toContain('id="files-error"');
	});

	test('a half-written body is refused and registers nothing', async () => {
		const before = (await (await desk.as('clerk')).get('/api/applications')).json().total;
		const answer = await desk.server.inject({
			method: 'POST',
			url: '/apply/liuxi',
			remoteAddress: '10.9.9.9',
			headers: { 'content-type': 'multipart/form-data; boundary=x' },
			payload: '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n半',
		});
		expect(answer.statusCode).toBeGreaterThanOrEqual(400);
		expect((await (await desk.as('clerk')).get('/api/applications')).json().total).toBe(before);
	});
});

describe('entered by staff', () => {
	test('over the counter: received that day, registered, with receipt and code', async () => {
		const { id, number, code } = await enter(desk);
		expect(number).toMatch(/^柳溪镇公开〔2026〕\d+号$/);
		expect(code).toMatch(/^[2-9A-Z]{10}$/);
		const found = await view(desk, id);
		expect(found.summary).toMatchObject({ state: 'registered', receivedOn: '2026-06-01', dueOn: '2026-06-30' });
		expect(found.letters.map((one: { template: string }) => one.template)).toEqual(['D03']);
	});

	test('by registered post: the day it was signed for', async () => {
		const { id } = await enter(desk, { channel: 'registeredPost', submittedOn: '2026-05-25', arrivedOn: '2026-05-29' });
		expect((await view(desk, id)).summary.receivedOn).toBe('2026-05-29');
	});

	test.each(['post', 'fax', 'email'])('by %s: waits for the confirmation, which fixes the day', async (channel) => {
		const { id, number, code } = await enter(desk, { channel, submittedOn: '2026-05-28', arrivedOn: '2026-05-29' });
		expect(number).not.toBeNull();
		expect(code).toBeNull();
		expect((await view(desk, id)).summary).toMatchObject({ state: 'arrived', dueOn: null });
		const answer = await (await desk.as('clerk')).post(`/api/applications/${id}/confirm`, {
			confirmedOn: '2026-06-01',
			how: '电话',
		});
		expect(answer.json().receivedOn).toBe('2026-06-01');
		expect(answer.json().code).toMatch(/^[2-9A-Z]{10}$/);
		expect((await view(desk, id)).summary.state).toBe('registered');
	});

	test('by post and confirmed already: registered at once', async () => {
		const { id } = await enter(desk, {
			channel: 'post',
			submittedOn: '2026-05-28',
			arrivedOn: '2026-05-29',
			confirmedOn: '2026-05-29',
		});
		expect((await view(desk, id)).summary).toMatchObject({ state: 'registered', receivedOn: '2026-05-29' });
	});

	test('spoken: a draft without a number until the applicant has confirmed it', async () => {
		const { id, number } = await enter(desk, { channel: 'oral', asDraft: true });
		expect(number).toBeNull();
		expect((await view(desk, id)).summary).toMatchObject({ state: 'draft', number: null, dueOn: null });
		const answer = await (await desk.as('clerk')).post(`/api/applications/${id}/submitDraft`, {
			submittedOn: '2026-06-01',
		});
		expect(answer.json().number).toMatch(/号$/);
		expect((await view(desk, id)).summary).toMatchObject({ state: 'registered', receivedOn: '2026-06-01' });
	});

	test('a draft can be thrown away, and takes no number', async () => {
		const { id } = await enter(desk, { channel: 'oral', asDraft: true });
		await step(desk, 'clerk', id, 'discardDraft', { reason: '申请人改变主意' });
		expect((await view(desk, id)).summary).toMatchObject({ state: 'left', number: null });
	});

	test('a citizen confirms by telephone what was filed on the portal; the code stays the same', async () => {
		const { number } = await file(desk);
		const clerk = await desk.as('clerk');
		const { rows } = (await clerk.get(`/api/applications?q=${encodeURIComponent(number)}`)).json();
		const answer = await clerk.post(`/api/applications/${rows[0].id}/confirm`, {
			confirmedOn: '2026-06-01',
			how: '电话',
		});
		expect(answer.json()).toEqual({ receivedOn: '2026-06-01', code: null });
	});

	test('bad input: all issues at once, beside their inputs', async () => {
		const clerk = await desk.as('clerk');
		const answer = await clerk.post('/api/applications', {
			channel: 'post',
			submittedOn: '2026-06-05',
			arrivedOn: '',
			request: { applicantKind: 'natural', title: ' ' },
			applicant: { idNumber: '123' },
		});
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues.map((issue: { field: string }) => issue.field)).toEqual([
			'submittedOn',
			'arrivedOn',
			'title',
			'applicant.name',
			'applicant.idNumber',
		]);
	});

	test('nobody enters what only a citizen can file', async () => {
		const clerk = await desk.as('clerk');
		const body = { channel: 'portal', submittedOn: '2026-06-01', arrivedOn: '2026-06-01' };
		const answer = await clerk.post('/api/applications', {
			...body,
			request: { applicantKind: 'natural', title: 'x' },
			applicant: { name: '甲' },
		});
		expect(answer.json().issues[0].key).toBe('entry.channel');
	});

	test('only what was spoken may be a draft', async () => {
		const clerk = await desk.as('clerk');
		const answer = await clerk.post('/api/applications', {
			channel: 'counter',
			submittedOn: '2026-06-01',
			asDraft: true,
			request: { applicantKind: 'natural', title: 'x' },
			applicant: { name: '甲' },
		});
		expect(answer.json().issues[0].key).toBe('entry.draft');
	});

	test('a confirmation before the arrival is refused beside its input', async () => {
		const { id } = await enter(desk, { channel: 'fax', submittedOn: '2026-05-28', arrivedOn: '2026-05-29' });
		expect(await refused(desk, 'clerk', id, 'confirm', { confirmedOn: '2026-05-28' })).toEqual(['day.early']);
		expect(await refused(desk, 'clerk', id, 'confirm', { confirmedOn: null })).toEqual(['day.invalid']);
	});
});
