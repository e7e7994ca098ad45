import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	answered,
	type Desk,
	handled,
	openDesk,
	refused,
	step,
	TRACES,
	today,
	view,
} from '../../../../test/applications.ts';

/** 第四十四条: what was given to one may be published to all, by the way everything is published. */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

/** A case in which a paper was handed out. */
async function given(): Promise<number> {
	const id = await handled(desk);
	const clerk = await desk.as('clerk');
	const file = { name: '养护资金明细（公开件）.pdf', content: Buffer.from('%PDF-1.4 public') };
	await clerk.upload(`/api/applications/${id}/files`, [file], { purpose: 'enclosure' });
	await clerk.upload(`/api/applications/${id}/files`, [{ name: '内部材料.txt', content: 'x' }], {
		purpose: 'material',
	});
	const enclosure = (await view(desk, id)).files.find(({ purpose }: { purpose: string }) => purpose === 'enclosure');
	await step(desk, 'clerk', id, 'propose', {
		outcome: 'O2',
		details: { enclosureIds: [enclosure.id], fields: { form: '电子文档', time: '当日' } },
	});
	await step(desk, 'secrecyReviewer', id, 'reviewSecrecy', { note: '不涉密' });
	await step(desk, 'leader', id, 'approve', { note: '同意' });
	await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: today(desk) });
	return id;
}
const TITLE = '柳溪镇2025年农村道路养护资金使用情况';
const drafts = async () =>
	(await (await desk.as('clerk')).get(`/api/documents?q=${encodeURIComponent(TITLE)}`)).json().rows;

describe('what was given to one', () => {
	let id: number;

	test('becomes a draft with what was handed out, once, and nothing of the case', async () => {
		id = await given();
		await step(desk, 'clerk', id, 'publishToAll', { title: TITLE, note: '共<3>笔。\n合计12万元。' });
		await desk.server.settle();
		const [draft, ...more] = await drafts();
		expect([draft.state, more]).toEqual(['draft', []]);
		const { body } = await (await desk.as('clerk')).get(`/api/documents/${draft.id}`);
		expect(body).toContain('养护资金明细（公开件）.pdf');
		expect(body).toContain('共&lt;3&gt;笔');
		expect(body).not.toContain('内部材料');
		const { number } = (await view(desk, id)).summary;
		for (const trace of [...TRACES, number]) expect(body).not.toContain(trace);
		expect(JSON.stringify((await view(desk, id)).history)).toContain('转为主动公开');
	});

	test('stays where it is when a paper of it is known to bear the mark of a state secret (保守国家秘密法)', async () => {
		const marked = await given();
		await desk.server.services.database.pool.query(
			`insert into marked_file (sha256, found_at)
			select sha256, now() from application_file where application_id = $1 and purpose = 'enclosure'`,
			[marked],
		);
		const body = { title: TITLE, note: '' };
		expect(await refused(desk, 'clerk', marked, 'publishToAll', body)).toEqual(['files.marked']);
		expect((await view(desk, marked)).files.filter((one: { marked: boolean }) => one.marked)).toHaveLength(1);
		await desk.server.services.database.pool.query('delete from marked_file');
	});

	test('is passed on once', async () => {
		expect(await refused(desk, 'clerk', id, 'publishToAll', { title: TITLE, note: '' })).toEqual(['case.passedOn']);
	});

	test('stands on the public list only when it has been published', async () => {
		const before = await desk.server.inject({ method: 'GET', url: '/disclosed' });
		expect([before.statusCode, before.body]).toEqual([200, expect.stringContaining('暂无依申请转主动公开的信息')]);
		expect(before.body).not.toContain(TITLE);
		expect((await desk.server.inject({ method: 'GET', url: '/apply' })).body).toContain('href="/disclosed"');
		expect((await desk.server.inject({ method: 'GET', url: '/disclosed/page/2' })).statusCode).toBe(404);
	});
});

describe('what is not passed on', () => {
	test('an answer that gave nothing, and one not yet given', async () => {
		const pointed = await answered(desk);
		expect(await refused(desk, 'clerk', pointed, 'publishToAll', { title: TITLE, note: '' })).toEqual([
			'case.gaveNothing',
		]);
		const open = await handled(desk);
		expect(await refused(desk, 'clerk', open, 'publishToAll', { title: TITLE, note: '' }, 409)).toEqual([
			'workflow.wrongState',
		]);
	});

	test('a title that is none, or that names somebody', async () => {
		const id = await given();
		expect(await refused(desk, 'clerk', id, 'publishToAll', { title: ' ', note: '' })).toEqual(['publish.title']);
		const number = { title: '身份证号110101199003077379的补贴', note: '' };
		expect(await refused(desk, 'clerk', id, 'publishToAll', number)).toEqual(['publish.personal']);
		expect(await refused(desk, 'clerk', id, 'publishToAll', { title: TITLE, note: '电话13900001234' })).toEqual([
			'publish.personal',
		]);
	});
});
