import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { personActor } from '../../../kernel/actor.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { searchAudit } from '../queries/audit.ts';

let server: TestApp;
let county: County;
let officer: Browser;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	officer = await signIn(server, 'countyOfficer');
	await work('2026-05-31T15:59:59Z', 'leaderB', '夜里的一件事');
	await work('2026-05-31T16:00:00Z', 'clerkB', '百分之百%的_事');
	await work('2026-06-01T15:59:59Z', 'clerkB', '百分之百X的Y事');
	server.clock.set('2026-06-01T01:00:00Z');
});
afterAll(() => server.close());

/** One recorded command of a person of township B. */
async function work(at: string, who: 'leaderB' | 'clerkB', summary: string): Promise<void> {
	server.clock.set(at);
	await transact(server.as(county.actor(who), 'test.worked'), async (tx) => {
		tx.about({ type: 'test', id: 77, officeId: county.townshipB.id, summary });
	});
}

interface Page {
	entries: { summary: string; actorName: string; title: string; officeName: string; at: string; ip: string | null }[];
	total: number;
	more: boolean;
	pageSize: number;
}
const search = async (query: string, who = officer) => (await who.get(`/api/audit?${query}`)).json() as Page;
const summaries = async (query: string) => (await search(query)).entries.map(({ summary }) => summary);
const encoded = encodeURIComponent;

describe('the trail is searched', () => {
	test('by days in China, both included, newest first', async () => {
		expect(await summaries('event=test.worked')).toEqual(['百分之百X的Y事', '百分之百%的_事', '夜里的一件事']);
		expect(await summaries('event=test.worked&from=2026-06-01')).toEqual(['百分之百X的Y事', '百分之百%的_事']);
		expect(await summaries('event=test.worked&until=2026-05-31')).toEqual(['夜里的一件事']);
		expect(await summaries('event=test.worked&from=2026-06-01&until=2026-06-01')).toHaveLength(2);
		expect(await summaries('event=test.worked&from=2026-06-02')).toEqual([]);
	});

	test('by part of the summary; % and _ are letters', async () => {
		expect(await summaries(`text=${encoded('百分之百%')}`)).toEqual(['百分之百%的_事']);
		expect(await summaries(`text=${encoded('的_事')}`)).toEqual(['百分之百%的_事']);
		expect(await summaries(`text=${encoded('\\')}`)).toEqual([]);
	});

	test('by who, office, event, outcome and subject', async () => {
		expect(await summaries(`who=${encoded('苏')}&event=test.worked`)).toHaveLength(2);
		expect(await summaries(`personId=${county.people.leaderB}`)).toEqual(['夜里的一件事']);
		expect(await summaries(`officeId=${county.townshipB.id}&event=test.worked`)).toHaveLength(3);
		expect(await summaries(`officeId=${county.townshipA.id}&event=test.worked`)).toEqual([]);
		expect(await summaries('subjectType=test&subjectId=77&outcome=done')).toHaveLength(3);
		expect(await summaries('subjectType=test&outcome=failed')).toEqual([]);
	});

	test('in Chinese: event, office and outcome have their names, the address is there', async () => {
		const [entry] = (await search('event=session.signedIn')).entries;
		expect(entry).toMatchObject({ title: '登录', actorName: '顾宁', officeName: '县政府办', outcomeLabel: '完成' });
		expect(entry?.ip).toMatch(/^127\./);
		const { events, subjectTypes } = (await officer.get('/api/audit/choices')).json();
		expect(events).toContainEqual({ event: 'session.signedIn', title: '登录' });
		expect(subjectTypes).toContainEqual({ type: 'person', label: '人员' });
	});

	test('page by page', async () => {
		const context = server.as(county.actor('clerkD'), 'test.paged');
		for (let n = 1; n <= 53; n++) await transact(context, async (tx) => tx.about({ summary: `第${n}件` }));
		const first = await search('event=test.paged');
		const second = await search('event=test.paged&page=2');
		expect([first.entries.length, second.entries.length, first.total, first.more]).toEqual([50, 3, 53, false]);
		expect(first.entries[0]?.summary).toBe('第53件');
		expect(second.entries.at(-1)?.summary).toBe('第1件');
		expect((await search('event=test.paged&page=3')).entries).toEqual([]);
	});

	test.each([
		['from=2026-02-30', 422],
		['until=yesterday', 422],
		['page=0', 422],
		['outcome=unknown', 422],
		['officeId=999999', 200],
		[`text=${'x'.repeat(101)}`, 422],
	])('with %s: %d', async (query, status) => {
		expect((await officer.get(`/api/audit?${query}`)).statusCode).toBe(status);
	});
});

describe('who may read', () => {
	test('an office’s own people do not, even what they did themselves', async () => {
		for (const key of ['clerk', 'leader', 'reviewer', 'secrecyReviewer']) {
			const browser = await signIn(server, key);
			expect((await browser.get('/api/audit')).statusCode).toBe(403);
			expect((await browser.get('/api/audit/export')).statusCode).toBe(403);
		}
	});

	test('a role of an office that is given the permission reads its own office only', async () => {
		const inA = personActor({ id: county.people.clerk, name: '林晓' }, county.townshipA.id, ['clerk']);
		const auditor = { ...inA, permissions: new Set([...inA.permissions, 'audit.read' as const]) };
		const read = reader(server.as(auditor));
		const page = await searchAudit(read, {}, 1, new Map());
		expect(page.entries.length).toBeGreaterThan(0);
		expect(new Set(page.entries.map(({ officeId }) => officeId))).toEqual(new Set([county.townshipA.id]));
		const other = searchAudit(read, { officeId: county.townshipB.id }, 1, new Map());
		await expect(other).rejects.toMatchObject({ code: 'notFound' });
		const nobody = await searchAudit(reader(server.as(inA)), {}, 1, new Map());
		expect(nobody.entries).toEqual([]);
	});
});

describe('the export', () => {
	test('holds what the search finds, with times in China, and is itself recorded', async () => {
		const answer = await officer.get('/api/audit/export?event=test.worked');
		expect(answer.headers['content-disposition']).toContain(encoded('操作日志-2026-06-01.xlsx'));
		const book = new exceljs.Workbook();
		await book.xlsx.load(answer.rawPayload.buffer as ArrayBuffer);
		const rows: string[][] = [];
		book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(2, 8).map(String)));
		expect(rows[0]).toEqual(['时间', '操作人', '机关', '操作', '内容', '结果']);
		expect(rows[1]).toEqual(['2026-06-01 23:59:59', '苏禾', '石桥镇', 'test.worked', '百分之百X的Y事', '完成']);
		expect(rows).toHaveLength(4);
		const [entry] = (await search('event=audit.exported')).entries;
		expect(entry).toMatchObject({ actorName: '顾宁', title: '导出操作日志', summary: '导出操作日志3条' });
	});

	test('asks for less when there is too much', async () => {
		await server.services.database.pool.query(
			`insert into audit_entry (actor_kind, actor_name, event) select 'system', 'x', 'test.much' from generate_series(1, 20001)`,
		);
		const answer = await officer.get('/api/audit/export?event=test.much');
		expect(answer.statusCode).toBe(422);
		expect(answer.json().title).toBe('一次最多导出20000条，请缩小查询的时间范围。');
		expect(await search('event=test.much')).toMatchObject({ total: 10_000, more: true });
	});
});
