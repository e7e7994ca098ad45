import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { readPdf } from '../../../test/pdf.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';

let desk: Desk;
let documents: number[];
beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
	documents = [];
	for (const title of ['防汛工作方案', '山塘管护办法', '村道养护通知']) {
		const id = await desk.draft({ title });
		await desk.publish(id);
		documents.push(id);
	}
});
afterAll(() => desk?.server.close());

const post = async (url: string, body: object, person: PersonKey = 'countyOfficer') =>
	await (await desk.as(person)).post(url, body);
const get = async (url: string, person: PersonKey = 'countyOfficer') => await (await desk.as(person)).get(url);

const issue = (change: object = {}) => ({
	...{ title: '青河县人民政府公报', year: 2026, number: 1, total: 57, issuedOn: '2026-06-01', foreword: '', copies: 0 },
	items: documents.map((documentId, at) => ({ section: at < 2 ? '县政府文件' : '部门文件', documentId })),
	...change,
});

async function made(change: object = {}): Promise<number> {
	const answer = await post('/api/gazettes', { ...issue(change), officeId: desk.county.county.id });
	if (answer.statusCode !== 200) throw new Error(answer.body);
	return answer.json().id;
}

const view = async (id: number) => (await get(`/api/gazettes/${id}`)).json();
const move = async (id: number, action: string, reason = '', person: PersonKey = 'countyOfficer') =>
	await post(`/api/gazettes/${id}/moves/${action}`, { revision: (await view(id)).revision, reason }, person);

describe('an issue of the gazette', () => {
	it('is seen by nobody while it is put together, and by everybody once published', async () => {
		const id = await made({ foreword: '本期刊登防汛文件。' });
		for (const path of [`/gazette/${id}`, `/gazette/${id}/gazette.pdf`, `/gazette/${id}/gazette.docx`])
			expect((await desk.page(path)).status).toBe(404);
		expect((await desk.page('/gazette')).body).not.toContain('总第57期');
		expect((await move(id, 'publish')).statusCode).toBe(200);
		expect((await desk.page('/gazette')).body).toContain('2026年第1期（总第57期）');
		const page = (await desk.page(`/gazette/${id}`)).body;
		for (const part of ['防汛工作方案', '县政府文件', '本期刊登防汛文件。', `/d/${documents[0]}`])
			expect(page).toContain(part);
		const file = await desk.server.inject({ url: `/gazette/${id}/gazette.pdf` });
		expect((await readPdf(file.rawPayload)).text).toContain('山塘管护办法');
		// What is published is not written anew.
		const put = await (await desk.as('countyOfficer')).put(`/api/gazettes/${id}`, { ...issue(), revision: 2 });
		expect(put.statusCode).toBe(409);
	}, 60_000);

	it('opens nothing that was withdrawn, in page and file alike, and says what was amended', async () => {
		const id = await made({ number: 2, total: 58 });
		await move(id, 'publish');
		const [first = 0, second = 0] = documents;
		await desk.page(`/gazette/${id}`);
		await desk.server.inject({ url: `/gazette/${id}/gazette.pdf` });
		await desk.move(first, 'leader', 'withdraw', { reason: '内容有误，需要重新核实。' });
		await desk.move(second, 'clerk', 'amend', { note: '更正联系电话' });
		const { content, version } = await desk.read(second);
		const change = { ...content, body: '<p>修订后的管护办法。</p>', changedOn: '2026-06-01' };
		await (await desk.as('clerk')).put(`/api/documents/${second}/draft`, { version, content: change });
		await desk.publish(second);
		const page = (await desk.page(`/gazette/${id}`)).body;
		expect(page).not.toContain('防汛工作方案');
		expect(page).toContain('（本篇已撤下）');
		expect(page).toContain('本期刊登后已更新');
		const { text } = await readPdf((await desk.server.inject({ url: `/gazette/${id}/gazette.pdf` })).rawPayload);
		expect(text).not.toContain('防汛工作方案');
		expect(text).toContain('修订后的管护办法');
		expect(
			(await post('/api/gazettes', { ...issue({ number: 9, total: 99 }), officeId: desk.county.county.id })).json()
				.issues[0].key,
		).toBe('gazette.gone');
		expect((await move(id, 'withdraw', '印刷内容有误')).statusCode).toBe(200);
		for (const path of [`/gazette/${id}`, `/gazette/${id}/gazette.pdf`])
			expect((await desk.page(path)).status).toBe(404);
	}, 60_000);

	it('bears a number once, though two make it at once, and the suggestion goes on from it', async () => {
		const items = [{ section: '', documentId: documents[2] ?? 0 }];
		const both = await Promise.all(
			[1, 2].map(() =>
				post('/api/gazettes', { ...issue({ number: 3, total: 59, items }), officeId: desk.county.county.id }),
			),
		);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		const next = (await get(`/api/gazettes/suggestion?officeId=${desk.county.county.id}`)).json();
		expect(next).toMatchObject({ number: 4, total: 60, title: '青河县人民政府公报' });
	});

	it('with personal data in its foreword, or empty, is not published', async () => {
		const items = [{ section: '', documentId: documents[2] ?? 0 }];
		const leaking = issue({ number: 5, total: 61, items, foreword: '联系人手机13900139000。' });
		expect((await post('/api/gazettes', { ...leaking, officeId: desk.county.county.id })).json().issues[0].field).toBe(
			'foreword',
		);
		const id = await made({ number: 6, total: 62, items: [] });
		expect((await move(id, 'publish')).json().issues[0].key).toBe('gazette.items');
	});

	it('is published by who may, and composed by its office', async () => {
		const items = [{ section: '', documentId: documents[2] ?? 0 }];
		const own = await post(
			'/api/gazettes',
			{ ...issue({ number: 1, total: 1, items }), officeId: desk.county.townshipA.id },
			'clerk',
		);
		const { id } = own.json();
		expect((await move(id, 'publish', '', 'clerk')).statusCode).toBe(403);
		expect((await move(id, 'publish', '', 'leaderB')).statusCode).toBe(404);
		expect((await get(`/api/gazettes/${id}/paper`, 'clerkB')).statusCode).toBe(404);
		expect((await move(id, 'publish', '', 'leader')).statusCode).toBe(200);
	});

	it('counts copies printed, gives out no more, and has them signed for', async () => {
		const items = [{ section: '', documentId: documents[2] ?? 0 }];
		const id = await made({ number: 7, total: 63, items });
		await move(id, 'publish');
		const copy = { place: '县图书馆', copies: 20, deliveredOn: '2026-06-01' };
		expect((await post(`/api/gazettes/${id}/copies`, copy)).json().issues[0].key).toBe('copy.left');
		expect((await post(`/api/gazettes/${id}/printed`, { copies: 25 })).statusCode).toBe(200);
		const both = await Promise.all([1, 2].map(() => post(`/api/gazettes/${id}/copies`, copy)));
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		expect((await post(`/api/gazettes/${id}/printed`, { copies: 19 })).statusCode).toBe(422);
		const [given] = (await view(id)).handedOut;
		const receipt = { receivedBy: '王馆员', receivedOn: '2026-06-01' };
		expect((await post(`/api/gazettes/${id}/copies/${given.id}/receipt`, receipt)).statusCode).toBe(200);
		expect((await post(`/api/gazettes/${id}/copies/${given.id}/receipt`, receipt)).statusCode).toBe(409);
		const { rows } = (await get(`/api/channels/figures?officeId=${desk.county.county.id}&year=2026`)).json();
		const gazette = rows.find(({ register }: { register: string }) => register === 'gazette');
		expect(gazette).toMatchObject({ quantity: 2, fields: { copies: '25' } });
	});
});
