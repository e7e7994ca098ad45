import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, handled, openDesk, originalLetter, step, view } from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';

/** 条例第三十二条: whose secret it is is asked, and answers with a code of its own, never learning who asked. */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk?.server.close());

let addresses = 0;
async function post(url: string, fields: Record<string, string>) {
	addresses++;
	return await desk.server.inject({
		method: 'POST',
		url,
		remoteAddress: `10.7.${addresses}.1`,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		payload: new URLSearchParams(fields).toString(),
	});
}

interface Letter {
	id: number;
	number: string;
	code: string;
	text: string;
}

/** A consultation of a third party, as its letter tells it. */
async function consulted(): Promise<Letter> {
	const id = await handled(desk);
	const party = { name: '远山路桥公司', address: '', phone: '' };
	await step(desk, 'clerk', id, 'consultations', { kind: 'thirdParty', information: '中标合同的技术参数', party });
	const { text } = readDocx(await originalLetter(desk, id, 'D07'));
	const [, number = '', code = ''] = /文号（(.+?)）和答复码（([0-9A-Z-]+)）/.exec(text) ?? [];
	return { id, number, code, text };
}

describe('a third party', () => {
	test('finds number and code in its letter; the copy for the file hides the code', async () => {
		const { id, number, code } = await consulted();
		expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
		const { letters } = (await view(desk, id)) as { letters: { id: number; template: string; number: string }[] };
		const letter = letters.find(({ template }) => template === 'D07');
		expect(letter?.number).toBe(number);
		const clerk = await desk.as('clerk');
		const masked = await clerk.get(`/api/applications/${id}/letters/${letter?.id}`);
		expect(masked.statusCode).toBe(200);
		expect(readDocx(masked.rawPayload).text).not.toContain(code);
	});

	test('sees what would be made public and until when, and nothing of who asked', async () => {
		const { id, number, code } = await consulted();
		const { body, statusCode, headers } = await post('/consult', { number, code: code.toLowerCase() });
		expect(statusCode).toBe(200);
		expect(headers['cache-control']).toContain('no-store');
		expect(body).toContain('中标合同的技术参数');
		expect(body).toContain('柳溪镇人民政府');
		const { summary } = (await view(desk, id)) as { summary: { number: string; title: string } };
		expect(body).not.toContain(summary.number);
		expect(body).not.toContain(summary.title);
		expect(body).not.toContain('远山路桥公司');
	});

	test('is told the same for a wrong number and a wrong code, and gets back what it typed', async () => {
		const { number, code } = await consulted();
		for (const fields of [
			{ number, code: 'AAAAA-AAAAA' },
			{ number: '柳溪公开复〔2026〕999号', code },
		]) {
			const { body, statusCode } = await post('/consult', fields);
			expect(statusCode).toBe(422);
			expect(body).toContain('文号或者答复码不正确');
			expect(body).not.toContain('技术参数');
		}
	});

	test('is asked for what it left empty', async () => {
		const { number } = await consulted();
		const { body, statusCode } = await post('/consult', { number, code: ' ' });
		expect(statusCode).toBe(422);
		expect(body).toContain('请填写答复码。');
		expect(body).not.toContain('技术参数');
	});

	test('refuses with reasons, once; the office sees the words and records them under their day', async () => {
		const { id, number, code } = await consulted();
		const empty = await post('/consult/opinion', { number, code, opinion: 'refuse', reasons: ' ' });
		expect(empty.statusCode).toBe(422);
		expect(empty.body).toContain('不同意公开的，请说明理由。');
		expect((await post('/consult/opinion', { number, code, opinion: 'maybe', reasons: '' })).statusCode).toBe(422);
		const given = await post('/consult/opinion', { number, code, opinion: 'refuse', reasons: '属于商业秘密<b>甲</b>' });
		expect(given.statusCode).toBe(200);
		expect(given.body).toContain('不同意公开');
		expect(given.body).toContain('属于商业秘密&lt;b&gt;甲&lt;/b&gt;');
		const again = await post('/consult/opinion', { number, code, opinion: 'agree', reasons: '' });
		expect(again.body).toContain('已经提交过意见');
		const [consultation] = (await view(desk, id)).consultations;
		expect(consultation).toMatchObject({
			reply: null,
			opinion: { opinion: 'refuse', reasons: '属于商业秘密<b>甲</b>', givenOn: '2026-06-01' },
		});
		await step(desk, 'clerk', id, `consultations/${consultation.id}/reply`, {
			on: consultation.opinion.givenOn,
			reply: 'refuse',
			reasons: '理由成立。',
		});
		expect((await view(desk, id)).consultations[0]).toMatchObject({ returnedOn: '2026-06-01', reply: 'refuse' });
		expect((await post('/consult', { number, code })).body).toContain('您已于2026年6月1日提出意见');
	});

	test('comes too late once the office has recorded its answer on paper', async () => {
		const { id, number, code } = await consulted();
		const [{ id: consultationId }] = (await view(desk, id)).consultations;
		await step(desk, 'clerk', id, `consultations/${consultationId}/reply`, {
			on: '2026-06-01',
			reply: 'agree',
			reasons: '',
		});
		const late = await post('/consult/opinion', { number, code, opinion: 'refuse', reasons: '理由' });
		expect(late.body).toContain('受理机关已于2026年6月1日登记意见');
	});

	test('sent twice at once, it is one opinion', async () => {
		const { id, number, code } = await consulted();
		const fields = { number, code, opinion: 'agree', reasons: '' };
		const answers = await Promise.all([1, 2, 3].map(() => post('/consult/opinion', fields)));
		expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
		expect((await view(desk, id)).consultations[0].opinion.opinion).toBe('agree');
	});

	test('opens nothing with the code of the applicant, nor the case with its own', async () => {
		const { number, code } = await consulted();
		expect((await post('/query', { number, code })).statusCode).toBe(422);
	});
});
