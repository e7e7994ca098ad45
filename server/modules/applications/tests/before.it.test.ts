import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answered, enter, handled, portalForm, refused, step, view } from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';
import { type Desk, openDesk } from '../../publishing/desk.setup.ts';

let desk: Desk;
const documents: Record<string, number> = {};

const OTHER = {
	name: '李大江',
	idNumber: '11010119900307803X',
	phone: '13900005678',
	email: '',
	address: '青河县二街1号',
};
const THIRD = { ...OTHER, name: '周明理', idNumber: '110101199003078195' };

beforeAll(async () => {
	desk = await openDesk();
	const text = { summary: '危房改造补助标准。', documentNumber: '柳政发〔2026〕8号' };
	documents.standard = await desk.draft({ ...text, title: '柳溪镇农村危房改造补助标准' });
	documents.hidden = await desk.draft({ title: '柳溪镇农村危房改造补助标准（征求意见稿）', summary: '草稿。' });
	await desk.publish(documents.standard);
	await desk.server.settle();
}, 90_000);
afterAll(() => desk?.server.close());

async function before(id: number) {
	const answer = await (await desk.as('clerk')).get(`/api/applications/${id}/before`);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json();
}

const ask = async (title: string, more: { applicant?: object; documentNumber?: string; features?: string } = {}) => {
	const { applicant = {}, ...request } = more;
	return (await enter(desk, { request: { title, ...request }, applicant: { ...applicant } })).id;
};

describe('published already (条例第三十六条第一项)', () => {
	test('is found by what is asked, however politely, and by the document number', async () => {
		const byWords = await before(await ask('请求公开农村危房改造补助标准'));
		expect(byWords.published.map(({ id }: { id: number }) => id)).toEqual([documents.standard]);
		const byNumber = await before(await ask('这份文件的全文', { documentNumber: '柳政发〔2026〕8号' }));
		expect(byNumber.published[0]).toMatchObject({ id: documents.standard, title: '柳溪镇农村危房改造补助标准' });
	});

	test('drafts are never told of, and a withdrawn document is no longer', async () => {
		const id = await ask('农村危房改造补助标准（征求意见稿）');
		expect(JSON.stringify(await before(id))).not.toContain('征求意见稿）');
		const gone = await desk.draft({ title: '柳溪镇渡口搬迁安排', summary: '渡口搬迁。' });
		await desk.publish(gone);
		await desk.server.settle();
		const asked = await ask('渡口搬迁安排');
		expect((await before(asked)).published).toHaveLength(1);
		await desk.move(gone, 'leader', 'withdraw', { reason: '内容有误，重新核定。' });
		expect((await before(asked)).published).toEqual([]);
	});

	describe('is answered with the way, the place and the day', () => {
		const look = async (id: number, fields: Record<string, string>) => {
			const body = { outcome: 'O1', details: { fields } };
			return (await (await desk.as('clerk')).post(`/api/applications/${id}/preview`, body)).json();
		};
		const at = (document: number | undefined) => `县政府信息公开平台：/d/${document}`;

		test('the screen offers both for what is ours, and the day is put in where one page is named', async () => {
			const id = await handled(desk, { request: { title: '农村危房改造补助标准' } });
			const [row] = (await before(id)).published;
			expect(row).toMatchObject({ publishedOn: '2026-06-01' });
			expect(row.address).toMatch(new RegExp(`/d/${documents.standard}$`));
			const preview = await look(id, { where: at(documents.standard) });
			expect(preview.issues).toEqual([]);
			expect(preview.paragraphs).toContain('该政府信息的公开日期：2026年6月1日。');
			await step(desk, 'clerk', id, 'propose', {
				outcome: 'O1',
				details: { fields: { where: at(documents.standard) } },
			});
			expect((await view(desk, id)).decisions[0].details.fields).toMatchObject({ publishedOn: '2026-06-01' });
			await step(desk, 'leader', id, 'approve');
			const { letters } = await view(desk, id);
			const print = `/api/applications/${id}/letters/${letters.at(-1).id}/print`;
			const { lines } = readDocx((await (await desk.as('clerk')).post(print, { reason: '寄送文书' })).rawPayload);
			expect(lines).toContain(at(documents.standard));
			expect(lines).toContain('该政府信息的公开日期：2026年6月1日。');
		});

		test('of what is published elsewhere the day is told if it is known, and no blank is left if it is not', async () => {
			const id = await handled(desk);
			const silent = await look(id, { where: '《青河日报》，县图书馆可以查阅' });
			expect(silent.issues).toEqual([]);
			expect(silent.paragraphs.join()).not.toMatch(/公开日期|＿/);
			const told = await look(id, { where: '《青河日报》', publishedOn: '2025-03-02' });
			expect(told.paragraphs).toContain('该政府信息的公开日期：2025年3月2日。');
			const elsewhere = await look(id, { where: 'https://www.elsewhere.example/d/999999' });
			expect(elsewhere.issues).toEqual([]);
		});

		test('neither a way that is missing nor a page that is gone, nor a day to come, goes out', async () => {
			const id = await handled(desk);
			const refuse = async (fields: object) =>
				await refused(desk, 'clerk', id, 'propose', { outcome: 'O1', details: { fields } });
			expect(await refuse({ where: ' ', publishedOn: '2026-05-01' })).toEqual(['decision.field']);
			expect(await refuse({ where: at(documents.hidden) })).toEqual(['decision.link']);
			expect(await refuse({ where: '县图书馆', publishedOn: '2099-01-01' })).toEqual(['decision.publishedOn']);
			expect(await refuse({ where: '县图书馆', publishedOn: '去年' })).toEqual(['decision.publishedOn']);
		});
	});

	test('the receipt shows it to the citizen, who may then withdraw', async () => {
		const form = portalForm({ title: '农村危房改造补助标准' });
		const answer = await desk.server.inject({
			method: 'POST',
			url: '/apply/liuxi',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			payload: new URLSearchParams(form).toString(),
		});
		expect(answer.statusCode).toBe(200);
		expect(answer.body).toContain(`href="/d/${documents.standard}"`);
		expect(answer.body).toContain('凭查询码撤回申请');
	});
});

describe('asked before', () => {
	test('by the same applicant: in any writing, with what was answered (第三十六条第六项)', async () => {
		const first = await answered(desk, { request: { title: '2025年渠道清淤工程合同' } });
		const again = await before(await ask('申请公开 2025年渠道清淤工程合同。'));
		expect(again.repeated).toMatchObject([{ id: first, likeness: 'same', outcomeName: '已主动公开，告知获取途径' }]);
		expect(again.others).toEqual([]);
		expect(again.applicants).toBe(1);
	});

	test('the next year is another thing', async () => {
		const { repeated } = await before(await ask('2024年渠道清淤工程合同'));
		expect(repeated).toEqual([]);
	});

	test('by others: counted by person, not by case (第四十四条)', async () => {
		await ask('上溪村集体林地承包合同', { applicant: OTHER });
		await ask('上溪村集体林地的承包合同', { applicant: OTHER });
		await ask('上溪村集体林地承包合同', { applicant: THIRD });
		const { others, repeated, applicants } = await before(await ask('上溪村集体林地承包合同'));
		expect(others).toHaveLength(3);
		expect(repeated).toEqual([]);
		expect(applicants).toBe(3);
	});

	test('says nothing about who they are', async () => {
		const told = JSON.stringify(await before(await ask('上溪村集体林地承包合同')));
		for (const trace of [...Object.values(OTHER), ...Object.values(THIRD)].filter(Boolean)) {
			expect(told).not.toContain(trace);
		}
	});

	test('not looked into by another office', async () => {
		const id = await ask('上溪村集体林地承包合同');
		expect((await (await desk.as('clerkB')).get(`/api/applications/${id}/before`)).statusCode).toBe(404);
	});
});
