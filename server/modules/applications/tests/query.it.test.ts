import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	APPLICANT,
	type Desk,
	type Filed,
	file,
	openDesk,
	step,
	TRACES,
	today,
	view,
	WHERE,
} from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';

let desk: Desk;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const look = (filed: Partial<Filed>, more: Record<string, string> = {}) =>
	desk.post('/query', { number: filed.number ?? '', code: filed.code ?? '', ...more });

async function idOf({ number }: Filed): Promise<number> {
	const { rows } = (await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(number)}`)).json();
	return rows[0].id;
}

/** Filed on the portal, confirmed and taken up by the clerk. */
async function working(): Promise<Filed & { id: number }> {
	const filed = await file(desk);
	const id = await idOf(filed);
	await step(desk, 'clerk', id, 'confirm', { confirmedOn: today(desk), how: '电话' });
	await step(desk, 'clerk', id, 'startHandling');
	return { ...filed, id };
}

const WRONG = '申请编号或者查询码不正确，请核对后重新输入。';

describe('number and code', () => {
	test('open the case together, however they are typed', async () => {
		const filed = await file(desk);
		const plain = filed.code.replace('-', '');
		for (const code of [filed.code, plain, plain.toLowerCase(), ` ${plain} `, plain.split('').join(' ')]) {
			expect((await look({ ...filed, code })).statusCode).toBe(200);
		}
		const typed = filed.number.replace('〔', '[').replace('〕', ']');
		expect((await look({ ...filed, number: typed })).statusCode).toBe(200);
	});

	test('wrong number, wrong code, both: the same sentence and status', async () => {
		const filed = await file(desk);
		const other = await file(desk);
		const answers = await Promise.all([
			look({ ...filed, code: 'ABCDE-FGHJK' }),
			look({ number: '柳溪镇公开〔2026〕9999号', code: filed.code }),
			look({ number: filed.number, code: other.code }),
			look({ number: '无此编号', code: 'x' }),
			look({ ...filed, number: `${filed.number}' or '1'='1` }),
			look({ number: filed.number, code: '%' }),
		]);
		for (const { statusCode, body } of answers) {
			expect(statusCode).toBe(422);
			expect(body.match(new RegExp(WRONG, 'g'))?.length).toBe(2);
			expect(body).not.toContain('aria-label="办理进度"');
		}
	});

	test('what was left empty is asked for, whether the rest is right or wrong', async () => {
		const { number } = await file(desk);
		const [none, ...halves] = await Promise.all([look({}), look({ number }), look({ number: '无此编号' })]);
		expect(none?.body).toContain('请填写申请编号。');
		for (const { statusCode, body } of halves) {
			expect(statusCode).toBe(422);
			expect(body.match(/请填写查询码。/g)).toHaveLength(2);
			expect(body).not.toContain('请填写申请编号。');
		}
	});

	test('the typed number stays in the form, the code does not', async () => {
		const { body } = await look({ number: '柳溪镇公开〔2026〕1号', code: 'SECRETCODE' });
		expect(body).toContain('value="柳溪镇公开〔2026〕1号"');
		expect(body).not.toContain('SECRETCODE');
	});

	test('the code is in no address: the page is fetched by POST alone', async () => {
		const filed = await file(desk);
		const url = `/query?number=${encodeURIComponent(filed.number)}&code=${filed.code}`;
		const { body, statusCode } = await desk.server.inject({ method: 'GET', url });
		expect(statusCode).toBe(200);
		expect(body).toContain('查询码');
		expect(body).not.toContain('aria-label="办理进度"');
	});

	test('guessing is slowed down', async () => {
		const answers = [];
		for (let n = 0; n < 25; n += 1) {
			answers.push(
				await desk.server.inject({
					method: 'POST',
					url: '/query',
					remoteAddress: '192.0.2.77',
					headers: { 'content-type': 'application/x-www-form-urlencoded' },
					payload: 'number=x&code=y',
				}),
			);
		}
		expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBe(5);
	});

	test('a case that waits for confirmation by post has no code to open it', async () => {
		const clerk = await desk.as('clerk');
		const answer = await clerk.post('/api/applications', {
			channel: 'fax',
			submittedOn: '2026-06-01',
			arrivedOn: '2026-06-01',
			request: { applicantKind: 'natural', title: '传真来的申请' },
			applicant: { name: '甲' },
		});
		for (const code of ['', 'nobody', 'NOBODY', 'null']) {
			expect((await look({ number: answer.json().number, code })).statusCode).toBe(422);
		}
	});
});

describe('the page', () => {
	test('shows steps, days and how they were counted, without any script', async () => {
		const filed = await working();
		const { body, headers } = await look(filed);
		expect(headers['cache-control']).toBe('no-store');
		expect(body).toContain('aria-label="办理进度"');
		expect(body).toContain('aria-current="step"');
		expect(body).toContain('答复期限至2026年6月30日');
		expect(body).toContain('2026年6月2日至2026年6月30日');
		expect(body).toContain('《条例》第三十三条第二款');
		expect(body).not.toContain('<script');
	});

	test('tells nothing of who applied, in any state', async () => {
		const filed = await working();
		const pages = [await look(filed), await look(filed, { days: '1' })];
		await step(desk, 'clerk', filed.id, 'propose', { outcome: 'O1', details: WHERE });
		pages.push(await look(filed));
		await step(desk, 'leader', filed.id, 'approve');
		pages.push(await look(filed));
		await step(desk, 'clerk', filed.id, 'serve', { way: 'counter', servedOn: today(desk) });
		pages.push(await look(filed));
		for (const { body } of pages) {
			for (const trace of TRACES) expect(body).not.toContain(trace);
		}
	});

	test('tells nothing of what happens inside the office', async () => {
		const filed = await working();
		await step(desk, 'clerk', filed.id, 'addNote', { text: '内部意见：先问县里' });
		await step(desk, 'clerk', filed.id, 'propose', {
			outcome: 'O9',
			details: { fields: { reason: '过程性信息。', subtype: '讨论记录' } },
		});
		const { body } = await look(filed);
		for (const inside of ['内部意见', '审签中', '四类过程性信息', '林晓', '方远']) expect(body).not.toContain(inside);
	});

	test('counts day by day on demand', async () => {
		const filed = await working();
		expect((await look(filed)).body).not.toContain('逐日计算');
		const { body } = await look(filed, { days: '1' });
		expect(body).toContain('<caption>逐日计算</caption>');
		expect(body).toContain('端午节放假');
		expect((body.match(/不计入<\/td>/g) ?? []).length).toBeGreaterThan(8);
	});

	test('says while it waits that the limit has not begun', async () => {
		const { body } = await look(await file(desk));
		expect(body).toContain('等待受理机关与您确认');
		expect(body).toContain('暂未起算或者暂停计算');
	});

	test('names the result and the remedy once there is an answer', async () => {
		const filed = await working();
		await step(desk, 'clerk', filed.id, 'propose', {
			outcome: 'O9',
			details: { fields: { reason: '讨论记录。', subtype: '讨论记录' } },
		});
		await step(desk, 'leader', filed.id, 'approve');
		expect((await look(filed)).body).not.toContain('救济途径');
		await step(desk, 'clerk', filed.id, 'serve', { way: 'counter', servedOn: today(desk) });
		const { body } = await look(filed);
		expect(body).toContain('不予公开：四类过程性信息');
		expect(body).toContain('先向青河县人民政府申请行政复议');
	});

	test('past the limit tells the way to complain of silence', async () => {
		const filed = await working();
		desk.day('2026-07-01');
		const { body } = await look(filed);
		expect(body).toContain('答复期限已经届满');
		expect(body).toContain('先向青河县人民政府申请行政复议');
		desk.day('2026-06-01');
	});
});

describe('answering a supplement notice', () => {
	async function asked(): Promise<Filed & { id: number }> {
		const filed = await working();
		await step(desk, 'clerk', filed.id, 'requestSupplement', {
			items: '请写明年度。\n请写明村名。',
			until: '2026-06-12',
		});
		return filed;
	}

	test('shows what is asked, and takes the answer; the limit starts anew that day', async () => {
		const filed = await asked();
		const { body } = await look(filed);
		expect(body).toContain('请于2026年6月12日前补正');
		expect(body).toContain('<p>请写明年度。</p>');
		const answer = await desk.post('/query/supplement', { ...filed, id: '', text: '2025年，上溪村。' });
		expect(answer.statusCode).toBe(200);
		expect(answer.body).toContain('补正已提交');
		const found = await view(desk, filed.id);
		expect(found.summary.state).toBe('registered');
		expect(found.supplement).toMatchObject({ answer: '2025年，上溪村。', answeredOn: '2026-06-01' });
		expect(found.history.at(-1).actorName).toBe('公众');
	});

	test('an empty answer comes back with its message, and files are checked', async () => {
		const filed = await asked();
		const empty = await desk.post('/query/supplement', { ...filed, id: '', text: ' ' });
		expect(empty.statusCode).toBe(422);
		expect(empty.body).toContain('请填写补正的内容。');
		const exe = { field: 'files', name: '说明.docx', content: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]) };
		const { number, code } = filed;
		const bad = await desk.postFiles('/query/supplement', { number, code, text: '2025年' }, [exe]);
		expect(bad.statusCode).toBe(422);
		expect(bad.body).toContain('不是可以接收的文件');
		expect(bad.body).toContain('2025年</textarea>');
		expect((await view(desk, filed.id)).summary.state).toBe('supplementing');
	});

	test('needs the code', async () => {
		const filed = await asked();
		const answer = await desk.post('/query/supplement', { number: filed.number, code: 'ABCDE23456', text: 'x' });
		expect(answer.statusCode).toBe(422);
		expect(answer.body).toContain(WRONG);
		expect((await view(desk, filed.id)).summary.state).toBe('supplementing');
	});

	test('a second answer finds nothing to answer', async () => {
		const filed = await asked();
		await desk.post('/query/supplement', { ...filed, id: '', text: '一' });
		const again = await desk.post('/query/supplement', { ...filed, id: '', text: '二' });
		expect(again.statusCode).toBe(422);
		expect((await view(desk, filed.id)).supplement.answer).toBe('一');
	});
});

describe('withdrawing', () => {
	test('ends the case, once', async () => {
		const filed = await working();
		const answer = await desk.post('/query/withdraw', { number: filed.number, code: filed.code, reason: '不再需要' });
		expect(answer.body).toContain('申请已撤回');
		expect((await view(desk, filed.id)).summary).toMatchObject({ state: 'ended', outcome: 'O23' });
		const again = await desk.post('/query/withdraw', { number: filed.number, code: filed.code });
		expect(again.statusCode).toBe(422);
	});

	test('before registration leaves no row', async () => {
		const filed = await file(desk);
		await desk.post('/query/withdraw', { number: filed.number, code: filed.code });
		expect((await view(desk, await idOf(filed))).summary).toMatchObject({ state: 'ended', outcome: null });
	});

	test('what was passed on as no application tells no day for an answer, on the page and in the register', async () => {
		const filed = await working();
		expect((await look(filed)).body).toContain('答复期限至');
		const inSheet = async () => {
			const { default: exceljs } = await import('exceljs');
			const book = new exceljs.Workbook();
			const found = await (await desk.as('clerk')).get('/api/applications/export');
			await book.xlsx.load(found.rawPayload.buffer as ArrayBuffer);
			const rows = book.worksheets[0]?.getSheetValues() as unknown[][];
			const due = rows[1]?.indexOf('答复期限') ?? 0;
			return rows.find((row) => row?.includes(filed.number))?.[due];
		};
		expect(await inSheet()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		await step(desk, 'clerk', filed.id, 'referElsewhere', { to: 'consultation', answer: '请到便民服务中心咨询。' });
		const { body } = await look(filed);
		expect(body).toContain('不作为');
		expect(body).not.toContain('答复期限至');
		expect(await inSheet()).toBe('');
	});

	test('is not offered once the answer is signed', async () => {
		const filed = await working();
		await step(desk, 'clerk', filed.id, 'propose', { outcome: 'O1', details: WHERE });
		expect((await look(filed)).body).toContain('action="/query/withdraw"');
		await step(desk, 'leader', filed.id, 'approve');
		expect((await look(filed)).body).not.toContain('action="/query/withdraw"');
		const answer = await desk.post('/query/withdraw', { number: filed.number, code: filed.code });
		expect(answer.statusCode).toBe(422);
		expect((await view(desk, filed.id)).summary.state).toBe('signed');
	});
});

describe('letters', () => {
	const download = (filed: Filed, letter: string) => desk.post('/query/letter', { ...filed, id: '', letter });

	test('to the applicant can be fetched as they were issued', async () => {
		const filed = await working();
		const [receipt] = (await view(desk, filed.id)).letters;
		expect((await look(filed)).body).toContain('下载《政府信息公开申请接收回执》');
		const answer = await download(filed, String(receipt.id));
		expect(answer.statusCode).toBe(200);
		expect(answer.headers['content-disposition']).toContain('attachment');
		expect(readDocx(answer.rawPayload).text).toContain(`${APPLICANT.name}：`);
	});

	test('the answer only once it is on its way', async () => {
		const filed = await working();
		await step(desk, 'clerk', filed.id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', filed.id, 'approve');
		const answer = (await view(desk, filed.id)).letters.at(-1);
		expect((await look(filed)).body).not.toContain('政府信息公开告知书');
		expect((await download(filed, String(answer.id))).statusCode).toBe(404);
		await step(desk, 'clerk', filed.id, 'serve', { way: 'post', servedOn: today(desk), postNumber: 'XA1' });
		expect((await look(filed)).body).toContain('下载《政府信息公开告知书》');
		expect((await download(filed, String(answer.id))).statusCode).toBe(200);
	});

	test('to others, and of other cases, cannot', async () => {
		const filed = await working();
		const other = await working();
		await step(desk, 'clerk', filed.id, 'consultations', {
			kind: 'agency',
			agency: '县水务局',
			information: '水渠图纸',
		});
		const { letters } = await view(desk, filed.id);
		const toAgency = letters.find((one: { recipient: string }) => one.recipient === 'agency');
		expect((await download(filed, String(toAgency.id))).statusCode).toBe(404);
		const [foreign] = (await view(desk, other.id)).letters;
		expect((await download(filed, String(foreign.id))).statusCode).toBe(404);
		for (const letter of ['0', '-1', 'x', '', '1e9', '1; drop table application']) {
			expect((await download(filed, letter)).statusCode).toBe(404);
		}
	});

	test('without the code nothing is fetched', async () => {
		const filed = await working();
		const [receipt] = (await view(desk, filed.id)).letters;
		const answer = await download({ number: filed.number, code: 'ABCDE23456' }, String(receipt.id));
		expect(answer.statusCode).toBe(422);
		expect(answer.headers['content-type']).toContain('text/html');
	});
});
