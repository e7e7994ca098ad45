import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC } from '../../kernel/actor.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { importFrom } from './import/run.ts';
import { answerQuestion } from './queries/answers.ts';
import { nearbyOf } from './queries/nearby.ts';
import { RIGHT, TITLES, TYPED } from './spelling.setup.ts';

let desk: Desk;
let folder: string;

beforeAll(async () => {
	desk = await openDesk();
	folder = mkdtempSync(join(tmpdir(), 'gongkai-spelling-'));
	const rows = TITLES.map((title, at) => ({
		...{ id: at, title, date: '2026-03-04', publishedAt: '2026-03-05 08:30:00' },
		html: '<p>具体内容见附件。</p>',
	}));
	writeFileSync(join(folder, 'titles.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
	const options = {
		...{ path: join(folder, 'titles.jsonl'), name: 'titles', office: desk.county.townshipA.name, column: 'notices' },
		...{ createColumns: false, filesIn: null, dryRun: false },
	};
	const { published } = await importFrom(desk.server.services, options, { tell: () => {} });
	expect(published).toBe(TITLES.length);
	await desk.server.settle();
}, 90_000);
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await desk.server.close();
});

const read = () => reader(desk.server.as(PUBLIC));
const names = async () => (await desk.server.services.named(read())).map(({ name }) => name);
const ask = async (text: string, more: object = {}) =>
	await answerQuestion(read(), { text, order: 'relevance', page: 1, ...more }, names);
const search = async (q: string, more = '') => (await desk.page(`/search?q=${encodeURIComponent(q)}${more}`)).body;

describe('what is typed by ear', () => {
	it('is understood nine times in ten: homophones, pinyin, initials, and what mouths mix up', async () => {
		expect(TYPED.length).toBeGreaterThanOrEqual(100);
		const missed: string[] = [];
		for (const [typed, meant] of TYPED) {
			const { rows } = await ask(typed);
			if (!rows[0]?.title.includes(meant)) missed.push(`${typed} → ${rows[0]?.title ?? 'nothing'}, not ${meant}`);
		}
		const recall = 1 - missed.length / TYPED.length;
		expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
	});

	it.each(RIGHT)('«%s» is right: nothing else is offered', async (text) => {
		const { total, respelling } = await ask(text);
		expect(respelling).toBeNull();
		expect(total).toBeGreaterThan(0);
	});

	it.each(['县水务局', '通知公告', '政策解读', '石桥镇人民政府'])(
		'«%s» has a name here: nothing else is offered',
		async (text) => {
			expect((await ask(text)).respelling).toBeNull();
		},
	);

	it.each(['柳政发〔2026〕99号', '2026-00099', '魑魅魍魉', 'qqqq', '🙂', '的', 'x'.repeat(100), '政'.repeat(100)])(
		'%j is nothing of ours, and no guess is made',
		async (text) => {
			const { total, respelling } = await ask(text);
			expect([total, respelling]).toEqual([0, null]);
		},
	);

	it('only the part that is wrong is written otherwise, and the limits stay', async () => {
		expect((await ask('柳溪镇 土地征受')).respelling).toMatchObject({ text: '柳溪镇 土地征收', isShown: true });
		expect((await ask('土地征受', { year: 2026 })).total).toBe(1);
		const elsewhere = await ask('土地征受', { officeId: desk.county.townshipB.id });
		expect([elsewhere.total, elsewhere.respelling]).toEqual([0, null]);
	});
});

describe('the page', () => {
	it('says that nothing was found as typed, and shows what was probably meant', async () => {
		const body = await search('政府工作抱告');
		expect(body).toContain('没有找到「政府工作抱告」，以下是');
		expect(body).toContain('「政府工作报告」');
		expect(body).toContain('青河县2026年');
		// What was typed stands in the field: it is the reader's to change.
		expect(body).toContain('value="政府工作抱告"');
	});

	it('pages through what was meant, and stays with what was typed', async () => {
		const body = await search('gongshi');
		expect(body).toContain('「公示」');
		expect((await search('gongshi', '&order=date')).match(/class="result-line"/g)?.length).toBeGreaterThan(5);
	});

	it('of a word found in a text or two, the more usual one is only offered', async () => {
		const id = await desk.draft({ title: '关于核算办法的通知', body: '<p>按照公式计算。</p>' });
		await desk.publish(id);
		await desk.server.settle();
		const body = await search('公式');
		expect(body).toContain('关于核算办法的通知');
		expect(body).toMatch(/您是不是要找：.*公示/s);
		expect(body).not.toContain('没有找到');
	});

	it('with nothing near: entries, offices and columns that fit, and how to apply for it (条例第二十七条)', async () => {
		const body = await search('柳溪镇人民政府 魑魅魍魉');
		expect(body).toContain('没有找到相符的信息');
		expect(body).toContain('href="/o/liuxi"');
		expect(body).toContain('只检索「柳溪镇人民政府」');
		expect(body).not.toContain('只检索「魑魅魍魉」');
		expect(body).toContain('href="/apply"');
		expect(await search('魑魅魍魉', '&office=liuxi')).toContain('href="/apply/liuxi"');
	});

	it('narrowed too far, it says how much there is without limits', async () => {
		const body = await search('农村低保', '&office=shiqiao');
		expect(body).toMatch(/不限机关[\s\S]*?href="\/search\?q=[^"&]*&amp;order=relevance">\d 条信息/);
	});

	it('shows what was typed as text and nothing else', async () => {
		expect(await search('tudi<script>alert(1)</script>')).not.toContain('<script>alert');
		expect(await search('"tudi"')).toContain('<mark>土地</mark>');
	});
});

describe('second paths to what is withdrawn', () => {
	it('no title comes back as a suggestion, from no way of typing it', async () => {
		const id = await desk.draft({ title: '关于鹭鸶洲湿地围栏的通告', summary: '围栏' });
		await desk.publish(id);
		await desk.server.settle();
		const ways = ['湿地维栏', 'shidi', 'shidi weilan', 'sdwl', 'lszsd', 'sidi weilan'];
		for (const typed of ways) expect((await ask(typed)).rows[0]?.documentId, typed).toBe(id);
		await desk.move(id, 'leader', 'withdraw', { reason: '公开范围有误' });
		for (const round of ['before the jobs', 'after the jobs']) {
			for (const typed of ways) {
				const { total, respelling } = await ask(typed);
				expect([total, respelling], `${typed} ${round}`).toEqual([0, null]);
				expect(await search(typed), `${typed} ${round}`).not.toMatch(/围栏|鹭鸶洲/);
			}
			await desk.server.settle();
		}
	});

	it('a title that was changed is suggested in its new words alone', async () => {
		const id = await desk.draft({ title: '关于灯会巡游的通告', summary: '巡游' });
		await desk.publish(id);
		await desk.server.settle();
		expect((await ask('xunyou')).respelling?.text).toBe('巡游');
		await desk.move(id, 'clerk', 'amend', { note: '巡游改为展览' });
		const { content, version } = await desk.read(id);
		const next = { ...content, title: '关于灯会展览的通告', summary: '展览' };
		await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, { version, content: next });
		// The draft is nobody's business yet.
		expect((await ask('zhanlan')).respelling).toBeNull();
		await desk.publish(id);
		expect((await ask('xunyou')).respelling).toBeNull();
		await desk.server.settle();
		expect((await ask('xunyou')).respelling).toBeNull();
		expect((await ask('zhanlan')).respelling?.text).toBe('展览');
	});

	it('a draft is no word of the county', async () => {
		await desk.draft({ title: '关于翡翠谷开发的通知' });
		await desk.server.settle();
		expect((await ask('feicui')).respelling).toBeNull();
	});
});

describe('what it costs', () => {
	it('words of a title are kept once, whoever indexes them at the same time', async () => {
		const { database } = desk.server.services;
		const count = async () =>
			Number((await sql<{ n: string }>`select count(*) as n from search_word`.execute(database.sql)).rows[0]?.n);
		const before = await count();
		await sql`insert into job (kind, payload) values ('publishing.reindex', '{"after": 0}'), ('publishing.reindex', '{"after": 0}')`.execute(
			database.sql,
		);
		await desk.server.settle();
		expect(await count()).toBe(before);
	});

	it('sounds and initials are looked up by index', async () => {
		const { database } = desk.server.services;
		const plan = await database.sql.transaction().execute(async (tx) => {
			await sql`set local enable_seqscan = off`.execute(tx);
			const asked = [
				sql`explain select word from search_word where sound = any(${['tudi', 'fangxun']}::text[])`,
				sql`explain select word from search_word where loose = any(${['tudi', 'fanxun']}::text[])`,
			];
			const lines: string[] = [];
			for (const one of asked)
				lines.push(...(await one.execute(tx)).rows.map((row) => String(Object.values(row as object)[0])));
			return lines.join('\n');
		});
		expect(plan).toContain('search_word_pkey');
		expect(plan).toContain('search_word_loose');
	});

	it('what is near is told without walking the county: a few questions at most', async () => {
		const named = await desk.server.services.named(read());
		const many = Array.from({ length: 60 }, (_, at) => `词${at}`).join(' ');
		const { parts } = await nearbyOf(read(), { text: many, order: 'relevance', page: 1 }, named);
		expect(parts.length).toBeLessThanOrEqual(4);
	});
});
