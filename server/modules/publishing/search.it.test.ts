import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC } from '../../kernel/actor.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { type SearchRequest, searchDocuments } from './queries/search.ts';

let desk: Desk;
const ids: Record<string, number> = {};

const TEXTS: Record<string, { title: string; body: string; documentNumber?: string; columnSlug?: string }> = {
	welfare: {
		title: '柳溪镇2026年第二季度农村低保对象公示',
		body: '<p>经村级评议、镇级审核，现将农村低保对象予以公示，公示期七天。</p>',
	},
	water: {
		title: '关于印发柳溪镇饮用水水源地保护方案的通知',
		body: '<p>饮用水水源地一级保护区内禁止新建项目。低保户用水优惠另行规定。</p>',
		documentNumber: '柳政发〔2026〕12号',
	},
	road: { title: '关于农村公路养护招标的公告', body: '<p>养护里程三十二公里，由闫骐骧任项目负责人。</p>' },
	news: { title: '柳溪镇召开防汛工作会议', body: '<p>会议要求各村落实责任，确保安全度汛。</p>', columnSlug: 'news' },
};

beforeAll(async () => {
	desk = await openDesk();
	for (const [key, { columnSlug, ...text }] of Object.entries(TEXTS)) {
		const columnId = await desk.column(columnSlug ?? 'notices');
		ids[key] = await desk.draft({ ...text, columnId, summary: text.title, keywords: [] });
		await desk.publish(ids[key]);
	}
	await desk.server.settle();
}, 90_000);
afterAll(() => desk.server.close());

const read = () => reader(desk.server.as(PUBLIC));
async function find(text: string, more: Partial<SearchRequest> = {}): Promise<string[]> {
	const answer = await searchDocuments(read(), { text, order: 'relevance', page: 1, ...more });
	return answer.rows.map(({ documentId }) => Object.keys(ids).find((key) => ids[key] === documentId) ?? '?');
}

describe('what is found', () => {
	it.each([
		['农村低保', ['welfare']],
		['低保', ['welfare', 'water']],
		['饮用水', ['water']],
		['水源地 保护', ['water']],
		['防汛', ['news']],
		['闫骐骧', ['road']],
		['公路养护招标', ['road']],
		['村公路养', ['road']],
		['柳政发〔2026〕12号', ['water']],
		['柳政发[2026]12号', ['water']],
		['〔2026〕12号', ['water']],
		['“安全度汛”', ['news']],
		['「各村落实责任」', ['news']],
		['柳溪镇', ['welfare', 'water', 'news', 'road']],
	])('%s', async (text, expected) => {
		expect((await find(text)).sort()).toEqual([...expected].sort());
	});

	it.each(['医疗救助', '“责任落实”', '柳政发〔2026〕13号', '低保 防汛', '骧骐闫'])('%s finds nothing', async (text) => {
		expect(await find(text)).toEqual([]);
	});

	it('by index number, whole or its end', async () => {
		const { indexNumber } = await desk.read(ids.water ?? 0);
		expect(await find(indexNumber ?? '')).toEqual(['water']);
		expect(await find(indexNumber?.split('/')[1] ?? '')).toEqual(['water']);
	});

	it('a title counts more than a text, and dates order when asked', async () => {
		expect((await find('低保'))[0]).toBe('welfare');
		expect(await find('低保', { order: 'date' })).toEqual(['water', 'welfare']);
	});

	it('only in the office, column and year asked for', async () => {
		const { townshipA, townshipB } = desk.county;
		expect(await find('柳溪镇', { columnSlug: 'news' })).toEqual(['news']);
		expect(await find('低保', { officeId: townshipB.id })).toEqual([]);
		expect(await find('低保', { officeId: townshipA.id, year: 2026 })).toHaveLength(2);
		expect(await find('低保', { year: 2025 })).toEqual([]);
	});

	it('past the last page is the last page', async () => {
		expect(await find('低保', { page: 40 })).toHaveLength(2);
	});

	it.each(["'); drop table document; --", '\\', "'", '%', '_', '()&|!<->:*', '\u0000', '“', '🙂', 'a'.repeat(5000)])(
		'%j breaks nothing',
		async (text) => {
			const page = await desk.page(`/search?q=${encodeURIComponent(text)}`);
			expect(page.status).toBe(200);
		},
	);

	it('many words at once are answered', async () => {
		const text = Array.from({ length: 60 }, (_, index) => `词${index}`).join(' ');
		expect((await desk.page(`/search?q=${encodeURIComponent(text)}`)).status).toBe(200);
	});
});

describe('the page', () => {
	it('marks the words in title and extract, escaped, and keeps the form filled', async () => {
		const { body } = await desk.page(`/search?q=${encodeURIComponent('饮用水')}&office=liuxi&order=date`);
		expect(body).toContain('<mark>饮用水</mark>');
		expect(body).toContain('value="饮用水"');
		expect(body).toMatch(/<option value="liuxi" selected="">/);
		const attack = (await desk.page(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).body;
		expect(attack).not.toContain('<script>');
	});

	it('says what to do when nothing is found', async () => {
		const { body } = await desk.page(`/search?q=${encodeURIComponent('医疗救助')}`);
		expect(body).toContain('没有找到相符的信息');
		expect(body).toContain('href="/apply"');
	});

	it('lists what an office, a column or a year holds when no word was given, page by page', async () => {
		const { body } = await desk.page('/search?office=liuxi&column=news');
		expect(body).toContain('柳溪镇召开防汛工作会议');
		expect((await desk.page('/search?office=shiqiao&column=news')).body).toContain('没有找到相符的信息');
		expect((await desk.page('/search/page/99?year=2026')).body).toContain('柳溪镇召开防汛工作会议');
		// One letter is no question, and no list either.
		expect((await desk.page('/search?q=a&office=liuxi')).body).toContain('请输入至少两个字的关键词。');
	});

	it('shows the newest when nothing was asked', async () => {
		expect((await desk.page('/search')).body).toContain('柳溪镇召开防汛工作会议');
	});
});

describe('what is no longer public', () => {
	it('is not found from the moment it is withdrawn, whether or not the index knows', async () => {
		const id = await desk.draft({ title: '关于举办柳编技艺培训的通知', summary: '柳编' });
		await desk.publish(id);
		await desk.server.settle();
		ids.craft = id;
		expect(await find('柳编技艺')).toEqual(['craft']);
		await desk.move(id, 'leader', 'withdraw', { reason: '培训取消，不再公开' });
		expect(await find('柳编技艺')).toEqual([]);
	});

	it('an old edition is not found once a new one stands, not even before the index is made', async () => {
		const id = await desk.draft({ title: '关于举办剪纸技艺培训的通知', summary: '剪纸' });
		await desk.publish(id);
		await desk.server.settle();
		await desk.move(id, 'clerk', 'amend', { note: '改为刺绣培训' });
		const { content, version } = await desk.read(id);
		const next = { ...content, title: '关于举办刺绣技艺培训的通知', summary: '刺绣' };
		await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, { version, content: next });
		await desk.publish(id);
		ids.embroidery = id;
		expect(await find('剪纸技艺')).toEqual([]);
		await desk.server.settle();
		expect(await find('刺绣技艺')).toEqual(['embroidery']);
		expect(await find('剪纸技艺')).toEqual([]);
	});
});

describe('names learned later', () => {
	it('make the index anew, so that old documents are found by them', async () => {
		const id = await desk.draft({ title: '关于霞坞片区规划的公告', summary: '霞坞', body: '<p>霞坞镇以东地块。</p>' });
		await desk.publish(id);
		await desk.server.settle();
		ids.place = id;
		const { createOffice } = await import('../offices/commands/create-office.ts');
		const { transact } = await import('../../platform/transaction.ts');
		await transact(desk.server.as({ kind: 'system', name: '测试' }), (tx) =>
			createOffice(tx, {
				slug: 'xiawu',
				name: '霞坞镇人民政府',
				shortName: '霞坞镇',
				kind: 'township',
				parentId: desk.county.county.id,
			}),
		);
		await desk.server.settle();
		expect(await find('霞坞镇')).toEqual(['place']);
	});
});

describe('stretches of time', () => {
	const marksIn = async () =>
		await desk.server.services.database.sql.transaction().execute(async (tx) => {
			const { rows } = await sql<{ id: number; words: string; grams: string }>`
				select document_id as id, tsvector_to_array(words)::text as words, tsvector_to_array(grams)::text as grams
				from document_search order by document_id
			`.execute(tx);
			return rows;
		});

	it('the migration marks what was indexed before as it is marked now', async () => {
		const made = await marksIn();
		const { database } = desk.server.services;
		await sql`update document_search set words = (
			select array_to_tsvector(array_agg(one)) from unnest(tsvector_to_array(words)) one where one !~ e'^\u0002[qyeoc]'
		), grams = (
			select array_to_tsvector(array_agg(one)) from unnest(tsvector_to_array(grams)) one where one !~ e'^\u0002[qyeoc]'
		)`.execute(database.sql);
		expect(await marksIn()).not.toEqual(made);
		const migration = new URL('../../../db/migrations/0033_search_marks.sql', import.meta.url);
		await sql.raw(readFileSync(migration, 'utf8')).execute(database.sql);
		expect(await marksIn()).toEqual(made);
	});

	it('old and new are found together, by year and by office', async () => {
		const { database } = desk.server.services;
		// The road was announced in 2013: the index says so, and the publication does.
		await sql`update publication set published_at = '2013-03-01T02:00:00Z' where document_id = ${ids.road}`.execute(
			database.sql,
		);
		await sql`insert into job (kind, payload) values ('publishing.reindex', '{"after": 0}')`.execute(database.sql);
		await desk.server.settle();
		expect(await find('公路养护')).toEqual(['road']);
		expect(await find('公路养护', { year: 2013 })).toEqual(['road']);
		expect(await find('公路养护', { year: 2026 })).toEqual([]);
		expect((await find('柳溪镇', { order: 'date' })).at(-1)).toBe('road');
		expect(await find('公路养护', { officeId: desk.county.townshipB.id })).toEqual([]);
		expect(await find('公路养护', { officeId: desk.county.townshipA.id, columnSlug: 'notices' })).toEqual(['road']);
		expect(await find('公路养护', { columnSlug: 'news' })).toEqual([]);
	});

	it('nobody asks for marks', async () => {
		expect(await find('\u0002y2026')).toEqual([]);
		expect(await find('y2026')).toEqual([]);
	});
});
