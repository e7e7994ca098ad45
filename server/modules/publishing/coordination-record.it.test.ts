import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../../test/docx.ts';
import { readPdf } from '../../../test/pdf.ts';
import { type Table, tableOf } from './coordination.setup.ts';
import { type Desk, openDesk } from './desk.setup.ts';

let desk: Desk;
let table: Table;
beforeAll(async () => {
	desk = await openDesk();
	table = tableOf(desk);
});
afterAll(() => desk?.server.close());

const SAID = {
	question: '问号七七：库容数字是否准确。',
	opinion: '意见八八：库容应为一千二百万立方米。',
	objectionReason: '理由九九：以竣工验收报告为准。',
	authority: '批准六六指挥部',
	approvalNumber: '青汛〔2026〕66号',
	reason: '来源五五：由本机关最初获取。',
	from: '来源机关四四',
};

/** A document that went through everything there is, out on the portal. */
async function throughAll(): Promise<number> {
	const { reason, from } = SAID;
	const id = await desk.draft({
		title: '关于水库库容的公告',
		origin: { kind: 'office', lead: '', others: [], from, reason },
	});
	const { authority, approvalNumber } = SAID;
	await table.say(id, {
		involvesOthers: true,
		needsApproval: true,
		authority,
		approvalNumber,
		approvedOn: '2026-05-29',
	});
	await table.ask(id, { officeIds: [desk.county.department.id], outside: ['青河海事处'], question: SAID.question });
	const [inside = 0, outside = 0] = (await desk.read(id)).coordination.requests.map((one) => one.id);
	await table.answer(inside, 'clerkD', { reply: 'objected', opinion: SAID.opinion });
	await (await desk.as('clerk')).post(`/api/documents/${id}/coordination-requests/${outside}/reply`, {
		...{ reply: 'confirmed', opinion: '', repliedOn: '2026-06-01', reference: '海事处王科长来电' },
	});
	await desk.toSignature(id);
	await desk.move(id, 'leader', 'sign-off', { objectionReason: SAID.objectionReason });
	await desk.server.settle();
	return id;
}

describe('what was agreed', () => {
	let id: number;
	beforeAll(async () => {
		id = await throughAll();
	});

	it('stands on the sign-off sheet, as docx and as pdf', async () => {
		const clerk = await desk.as('clerk');
		const sheet = async (format: string) =>
			(await clerk.get(`/api/documents/${id}/sign-off-sheet?format=${format}`)).rawPayload;
		const { text } = readDocx(await sheet('docx'));
		for (const part of [
			...[
				'信息来源',
				`从其他行政机关获取（${SAID.from}）`,
				SAID.reason,
				'协商确认',
				SAID.opinion,
				SAID.objectionReason,
			],
			...['青河海事处：确认无误（海事处王科长来电，2026年6月1日）', SAID.authority, SAID.approvalNumber],
		])
			expect(text).toContain(part);
		expect((await readPdf(await sheet('pdf'))).text).toContain('协商确认');
	});

	it('is told in the history, by whom and when', async () => {
		const { history } = (await desk.read(id)).coordination;
		expect(history.map(({ actorName, text }) => `${actorName} ${text}`)).toEqual([
			'林晓 登记协商和批准事项',
			'林晓 征求青河县水务局意见',
			'林晓 征求青河海事处意见',
			'叶舟 青河县水务局有意见',
			'林晓 青河海事处确认无误',
		]);
		const { rows } = await desk.server.services.database.pool.query<{ entry: string }>(
			"select entry from timeline where subject_type = 'document' and subject_id = $1",
			[id],
		);
		expect(rows.map(({ entry }) => entry)).toEqual(
			expect.arrayContaining(['coordinated', 'othersAsked', 'objected', 'confirmed']),
		);
	});

	it('is nowhere in public: page, lists, feed, search, nor to whoever asks without a session', async () => {
		const pages = [`/d/${id}`, '/', '/o/liuxi', '/latest', '/feed.xml', '/sitemap.xml', '/search?q=%E5%BA%93%E5%AE%B9'];
		const secret = [...Object.values(SAID), '协商确认', '海事处王科长', '青河海事处'];
		expect((await desk.page(`/d/${id}`)).body).toContain('关于水库库容的公告');
		for (const url of pages) {
			const { body } = await desk.page(url);
			for (const part of secret) expect(body, `${url} ${part}`).not.toContain(part);
		}
		for (const part of secret.slice(0, 7)) {
			const { body } = await desk.page(`/search?q=${encodeURIComponent(part)}`);
			expect(body).not.toContain(`/d/${id}`);
		}
		const [request] = (await desk.read(id)).coordination.requests;
		for (const url of ['', `/${request?.id}`, `/${request?.id}/files/1`])
			expect((await desk.page(`/api/coordination-requests${url}`)).status).toBe(401);
		expect((await desk.page(`/api/documents/${id}`)).status).toBe(401);
	});

	it('says on the sheet of a document that concerns nobody that it does not', async () => {
		const other = await desk.draft();
		const bytes = (await (await desk.as('clerk')).get(`/api/documents/${other}/sign-off-sheet?format=docx`)).rawPayload;
		const { lines } = readDocx(bytes);
		expect(lines[lines.indexOf('信息来源') + 1]).toBe('本机关制作');
		expect(lines[lines.indexOf('协商确认') + 1]).toBe('不涉及其他机关');
		expect(lines[lines.indexOf('批　　准') + 1]).toBe('不需要批准');
		// Three more rows, and still one sheet of paper.
		const pdf = (await (await desk.as('clerk')).get(`/api/documents/${other}/sign-off-sheet?format=pdf`)).rawPayload;
		expect((await readPdf(pdf)).pages).toBe(1);
	});
});

it('what two offices hold is history: the database takes no change of it', async () => {
	const { pool } = desk.server.services.database;
	for (const name of ['document_coordination', 'coordination_request', 'coordination_outcome'])
		await expect(pool.query(`delete from ${name}`)).rejects.toThrow('append-only');
});

it('a list of many is read page by page, what waits first', async () => {
	const id = await desk.draft();
	await table.ask(id);
	const waiting = await table.last(id);
	const all = await table.asked('clerkD');
	expect(all.rows[0]).toMatchObject({ id: waiting, outcome: null });
	expect(all.total).toBe(all.rows.length);
	expect((await table.asked('clerkD', '?which=answered')).rows.every(({ outcome }) => outcome !== null)).toBe(true);
	expect((await table.asked('clerkD', '?page=2')).rows).toEqual([]);
	expect((await (await desk.as('clerkD')).get('/api/coordination-requests?which=secret')).statusCode).toBe(422);
});
