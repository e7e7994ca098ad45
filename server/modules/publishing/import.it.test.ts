import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC } from '../../kernel/actor.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { type ImportLine, type ImportOptions, importFrom } from './import/run.ts';
import { searchDocuments } from './queries/search.ts';

let desk: Desk;
let folder: string;

beforeAll(async () => {
	desk = await openDesk();
	folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
}, 60_000);
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await desk.server.close();
});

/** Text is in a resident's identity number with a right check digit. */
const ID_NUMBER = '11010519491231002X';

async function run(path: string, change: Partial<ImportOptions> = {}) {
	const lines: ImportLine[] = [];
	const options: ImportOptions = {
		path,
		name: 'old-site',
		office: desk.county.townshipA.name,
		column: 'notices',
		createColumns: false,
		filesIn: null,
		dryRun: false,
		...change,
	};
	const summary = await importFrom(desk.server.services, options, { tell: (line) => lines.push(line) });
	return { summary, lines };
}

function jsonl(name: string, rows: readonly unknown[]): string {
	const path = join(folder, name);
	writeFileSync(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
	return path;
}

async function documents(source: string) {
	const { rows } = await desk.server.services.database.pool.query(
		`select d.id, d.state, d.index_number, d.source, p.title, p.published_at, p.column_slug from document d
		 left join publication p on p.document_id = d.id where d.source like $1 order by d.id`,
		[`import:${source}:%`],
	);
	return rows as {
		id: number;
		state: string;
		index_number: string | null;
		title: string | null;
		published_at: Date | null;
		column_slug: string | null;
	}[];
}

const row = (id: number, change: object = {}) => ({
	id,
	title: `第${id}号渡口停航的通告`,
	date: '2019-03-04',
	publishedAt: '2019-03-05 08:30:00',
	html: `<p>因检修，第${id}号渡口停航。</p><script>alert(1)</script>`,
	...change,
});

describe('documents of another system', () => {
	it('are public under their old day and number, are found, and lead here from their old address', async () => {
		const path = jsonl('one.jsonl', [
			row(1, { indexNo: 'OLD/2019-00001', url: 'http://www.old.example/art/1.html?x=1' }),
		]);
		const { summary } = await run(path, { name: 'one' });
		expect(summary).toMatchObject({ read: 1, published: 1, drafts: 0, refused: 0 });
		const [made] = await documents('one');
		expect(made).toMatchObject({ state: 'published', index_number: 'OLD/2019-00001', column_slug: 'notices' });
		expect(made?.published_at?.toISOString()).toBe('2019-03-05T00:30:00.000Z');
		const page = await desk.page(`/d/${made?.id}`);
		expect(page.status).toBe(200);
		expect(page.body).toContain('因检修，第1号渡口停航。');
		expect(page.body).not.toContain('alert(1)');
		const found = await searchDocuments(reader(desk.server.as(PUBLIC)), {
			text: '渡口停航',
			order: 'relevance',
			page: 1,
		});
		expect(found.rows.map(({ documentId }) => documentId)).toContain(made?.id);
		const moved = await desk.server.inject({ url: '/art/1.html?x=1', headers: { host: 'www.old.example' } });
		expect([moved.statusCode, moved.headers.location]).toEqual([301, `/d/${made?.id}`]);
		expect((await desk.page('/art/1.html')).status).toBe(404);
	});

	it('stand under their entry and answer questions as what was written here does, drafts do not', async () => {
		const { pool } = desk.server.services.database;
		const path = jsonl('entries.jsonl', [
			row(50, { title: '渡口船工低保对象名单', html: '<p>渡口船工每月领取低保金四百元。</p>' }),
			row(51, { title: '渡口船工特困名单', html: `<p>渡口船工特困供养，${ID_NUMBER}</p>` }),
		]);
		const officer = await desk.as('countyOfficer');
		await officer.post('/api/entries/standard/start');
		await run(path, { name: 'entries' });
		await desk.server.settle();
		const [open, held] = await documents('entries');
		const passages = await pool.query('select document_id, body from ask_passage where document_id = any($1)', [
			[open?.id, held?.id],
		]);
		expect(passages.rows).toEqual([{ document_id: open?.id, body: '渡口船工每月领取低保金四百元。' }]);
		const { rows: matched } = await pool.query('select document_id from catalog_match where document_id = any($1)', [
			[open?.id, held?.id],
		]);
		expect(matched).toEqual([{ document_id: open?.id }]);
	});

	it('with personal data come in as a draft: the gate before the signature stands here too (个人信息保护法第二十八条)', async () => {
		const path = jsonl('leak.jsonl', [
			row(2, { html: `<p>张桂英，${ID_NUMBER}</p>`, url: '/art/2.html' }),
			row(3, { summary: `持证人 ${ID_NUMBER}` }),
		]);
		const { summary, lines } = await run(path, { name: 'leak' });
		expect(summary).toMatchObject({ published: 0, drafts: 2 });
		expect(lines[0]?.notes[0]).toContain('身份证号码');
		const made = await documents('leak');
		expect(made.map(({ state, title }) => [state, title])).toEqual([
			['draft', null],
			['draft', null],
		]);
		expect((await desk.page(`/d/${made[0]?.id}`)).status).toBe(404);
		// Its old address must not tell that it is here.
		expect((await desk.page('/art/2.html')).status).toBe(404);
		expect((await desk.read(Number(made[0]?.id))).content.body).toContain('张桂英');
	});

	it('are the office’s own from then on: amended, withdrawn, and their old address says so', async () => {
		await run(jsonl('own.jsonl', [row(40, { url: '/art/40.html' })]), { name: 'own' });
		const id = Number((await documents('own'))[0]?.id);
		await desk.move(id, 'clerk', 'amend', { note: '更正停航日期' });
		expect((await desk.read(id)).state).toBe('draft');
		await desk.move(id, 'leader', 'withdraw', { reason: '停航已经取消' });
		const moved = await desk.page('/art/40.html');
		expect([moved.status, moved.headers.location]).toEqual([301, `/d/${id}`]);
		expect((await desk.page(`/d/${id}`)).status).toBe(410);
	});

	it('a file no program can read keeps its document back; one that can be read is searched', async () => {
		const png = Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
			'base64',
		);
		mkdirSync(join(folder, 'up'), { recursive: true });
		writeFileSync(join(folder, 'up', 'scan.png'), png);
		writeFileSync(join(folder, 'up', '名单.txt'), '渡工名册：另行公布。');
		const path = jsonl('files.jsonl', [
			row(4, { attachments: ['up/名单.txt'] }),
			row(5, { html: '<p>见图</p><img src="/up/scan.png"><a href="up/%E5%90%8D%E5%8D%95.txt">名单</a>' }),
			row(6, { attachments: 'up/没有.pdf' }),
			row(7, { attachments: '../../etc/passwd' }),
			row(8, { html: '<p>图已丢失</p><img src="/up/lost.png">' }),
		]);
		const { summary, lines } = await run(path, { name: 'files' });
		expect(summary).toMatchObject({ published: 2, drafts: 1, refused: 2 });
		const told = Object.fromEntries(lines.map(({ place, became, notes }) => [place, `${became} ${notes.join()}`]));
		expect(told.第2行).toMatch(/^draft 「scan.png」/);
		expect(told.第3行).toMatch(/^refused .*没有\.pdf/);
		expect(told.第4行).toMatch(/^refused .*passwd/);
		expect(told.第5行).toMatch(/^published 正文中的图片/);
		const [first, second] = await documents('files');
		expect((await desk.page(`/d/${first?.id}`)).body).toContain('名单.txt');
		const draft = (await desk.read(Number(second?.id))).content;
		expect(draft.attachments).toHaveLength(1);
		expect(draft.body).toMatch(/<img src="attachment:\d+"/);
		const found = await searchDocuments(reader(desk.server.as(PUBLIC)), {
			text: '渡工名册',
			order: 'relevance',
			page: 1,
		});
		expect(found.rows.map(({ documentId }) => documentId)).toEqual([first?.id]);
	});

	it('a bad record says why and where, and the others go on', async () => {
		const path = jsonl('bad.jsonl', [
			'{"title": "断',
			{ title: '没有日期', html: '<p>x</p>' },
			row(9, { date: '2019-02-30', publishedAt: '' }),
			row(10, { publishedAt: '2031-01-01' }),
			row(11, { html: '', title: '' }),
			row(12, { office: '没有这个局' }),
			row(13, { type: '奇怪的类型' }),
			row(14, { expiresOn: '2018-01-01' }),
			row(15),
		]);
		const { summary, lines } = await run(path, { name: 'bad' });
		expect(summary).toMatchObject({ read: 9, published: 1, refused: 8 });
		expect(lines.filter(({ became }) => became === 'refused').map(({ place }) => place)).toEqual(
			[1, 2, 3, 4, 5, 6, 7, 8].map((line) => `第${line}行`),
		);
		expect(lines.find(({ place }) => place === '第3行')?.notes.join()).toContain('日期无法识别');
		expect(lines.find(({ place }) => place === '第5行')?.notes.join()).toContain('没有标题');
	});

	it('the same command again takes in only what is missing; a dry run writes nothing', async () => {
		const some = Array.from({ length: 450 }, (_, at) => row(1000 + at));
		await run(jsonl('again.jsonl', some), { name: 'again', dryRun: true });
		expect(await documents('again')).toEqual([]);
		await run(jsonl('again.jsonl', some.slice(0, 230)), { name: 'again' });
		const second = await run(jsonl('again.jsonl', some), { name: 'again' });
		expect(second.summary).toMatchObject({ known: 230, published: 220 });
		const made = await documents('again');
		expect(made).toHaveLength(450);
		expect(new Set(made.map(({ index_number }) => index_number)).size).toBe(450);
	});

	it('two at once take each document in once', async () => {
		const path = jsonl(
			'twice.jsonl',
			Array.from({ length: 300 }, (_, at) => row(2000 + at)),
		);
		const both = await Promise.all([run(path, { name: 'twice' }), run(path, { name: 'twice' })]);
		expect(both[0].summary.published + both[1].summary.published).toBe(300);
		expect(await documents('twice')).toHaveLength(300);
	});

	it('an index number somebody else has is not given again', async () => {
		const path = jsonl('number.jsonl', [
			row(20, { indexNo: 'OLD/2019-00001' }),
			row(21, { indexNo: 'N-1' }),
			row(22, { indexNo: 'N-1' }),
		]);
		const { lines } = await run(path, { name: 'number' });
		const numbers = (await documents('number')).map(({ index_number }) => index_number);
		expect(numbers[1]).toBe('N-1');
		expect(new Set(numbers).size).toBe(3);
		expect(numbers).not.toContain('OLD/2019-00001');
		expect(lines[0]?.notes[0]).toContain('OLD/2019-00001');
	});

	it('«废止» without a day is in force as it was until today, and the basis says where it comes from', async () => {
		await run(
			jsonl('repealed.jsonl', [row(30, { status: '废止' }), row(31, { status: '废止', 废止日期: '2020年1月1日' })]),
			{ name: 'repealed' },
		);
		const [first, second] = await documents('repealed');
		expect((await desk.page(`/d/${first?.id}`)).body).toContain('已废止');
		const { rows } = await desk.server.services.database.pool.query(
			'select on_day::text, basis from document_validity where document_id = any($1) order by id',
			[[first?.id, second?.id]],
		);
		expect(rows.map(({ on_day: day }) => day)).toEqual(['2026-06-01', '2020-01-01']);
		expect(rows[0].basis).toContain('没有注明日期');
	});
});

describe('sources', () => {
	it('a sheet with the usual headers, missing columns made new', async () => {
		const book = new exceljs.Workbook();
		const sheet = book.addWorksheet('信息');
		sheet.addRow(['标题*', '成文日期', '栏目', '正文', '关键词', '主题分类']);
		sheet.addRow([
			'渡口安全检查情况',
			new Date('2021-05-06T00:00:00Z'),
			'水上交通',
			'检查三处渡口。\n未发现问题。',
			'渡口、安全',
			'工业交通',
		]);
		sheet.addRow(['另一条', '2021/5/7', '不知道的栏目', '正文', '', '']);
		const path = join(folder, 'sheet.xlsx');
		await book.xlsx.writeFile(path);
		const { summary } = await run(path, { name: 'sheet', column: '', createColumns: true });
		expect(summary).toMatchObject({ published: 2, refused: 0 });
		expect(summary.newColumns).toHaveLength(2);
		const [first] = await documents('sheet');
		const { content } = await desk.read(Number(first?.id));
		expect(content).toMatchObject({ formedOn: '2021-05-06', theme: '工业、交通', keywords: ['渡口', '安全'] });
		expect(content.body).toBe('<p>检查三处渡口。</p><p>未发现问题。</p>');
		const column = await desk.page(`/o/${desk.county.townshipA.slug}/c/${first?.column_slug}`);
		expect(column.body).toContain('渡口安全检查情况');
		expect(column.body).toContain('水上交通');
	});

	it('csv, with quoted line ends and a byte order mark', async () => {
		const path = join(folder, 'rows.csv');
		writeFileSync(path, '\ufeff标题,发布时间,正文\r\n"渡口""甲""公告",2020-01-02 09:00,"第一行\n第二行"\r\n');
		const { summary } = await run(path, { name: 'csv' });
		expect(summary).toMatchObject({ published: 1 });
		expect((await documents('csv'))[0]?.title).toBe('渡口"甲"公告');
	});

	it('csv as spreadsheets of this country write it: GBK', async () => {
		const path = join(folder, 'gbk.csv');
		// 标题,发布时间,正文 / 渡口,2020-03-04,正文
		const head = [
			0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xb7, 0xa2, 0xb2, 0xbc, 0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0xd5, 0xfd, 0xce, 0xc4, 0x0d,
			0x0a,
		];
		const row = [0xb6, 0xc9, 0xbf, 0xda, 0x2c, ...Buffer.from('2020-03-04,'), 0xd5, 0xfd, 0xce, 0xc4, 0x0d, 0x0a];
		writeFileSync(path, Buffer.from([...head, ...row]));
		expect((await run(path, { name: 'gbk' })).summary).toMatchObject({ published: 1, refused: 0 });
		expect((await documents('gbk'))[0]?.title).toBe('渡口');
	});

	it('a WordPress export: published posts only', async () => {
		const item = (id: number, state: string) =>
			`<item><title>渡口通告${id}</title><link>https://wp.example/?p=${id}</link><content:encoded><![CDATA[<p>正文 &amp; ${id}</p>]]></content:encoded>
			<wp:post_id>${id}</wp:post_id><wp:post_date>2018-07-0${id} 10:00:00</wp:post_date><wp:status>${state}</wp:status><wp:post_type>post</wp:post_type>
			<category domain="category" nicename="news"><![CDATA[工作动态]]></category><category domain="post_tag" nicename="a"><![CDATA[渡口]]></category></item>`;
		const path = join(folder, 'wp.xml');
		writeFileSync(
			path,
			`<?xml version="1.0"?><rss><channel><title>旧站</title>${item(1, 'publish')}${item(2, 'draft')}${item(3, 'publish')}</channel></rss>`,
		);
		const { summary } = await run(path, { name: 'wp' });
		expect(summary).toMatchObject({ read: 2, published: 2 });
		expect((await documents('wp')).map(({ column_slug }) => column_slug)).toEqual(['news', 'news']);
		expect((await desk.server.inject({ url: '/?p=3' })).statusCode).toBe(200);
	});

	it('a folder of pages of a government site, in GBK too', async () => {
		const site = join(folder, 'site', '2017');
		mkdirSync(site, { recursive: true });
		const page = (title: string) =>
			`<html><head><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2017-08-09 10:11"></head><body><div class="nav"><p>首页</p></div><div id="zoom"><p>渡口年审。</p><a href="/up/表.txt">表</a><a href="../up/表.txt">同一张</a><a href="../../one.jsonl">外面</a></div></body></html>`;
		mkdirSync(join(folder, 'site', 'up'), { recursive: true });
		writeFileSync(join(folder, 'site', 'up', '表.txt'), '年审登记表');
		writeFileSync(join(site, 'a.html'), page('渡口年审通知'));
		// «渡口» in GBK.
		const gbk = Buffer.concat([
			Buffer.from('<meta charset="gb2312"><meta name="PubDate" content="2017-08-10"><title>'),
			Buffer.from([0xb6, 0xc9, 0xbf, 0xda]),
			Buffer.from('</title><article><p>'),
			Buffer.from([0xb6, 0xc9, 0xbf, 0xda]),
			Buffer.from('</p></article>'),
		]);
		writeFileSync(join(site, 'b.htm'), gbk);
		writeFileSync(join(site, 'c.html'), '<p>没有正文区</p>');
		const { summary, lines } = await run(join(folder, 'site'), { name: 'pages' });
		expect(summary).toMatchObject({ published: 2, refused: 1 });
		expect(lines.find(({ became }) => became === 'refused')?.place).toBe('2017/c.html');
		const made = await documents('pages');
		expect(made.map(({ title }) => title)).toEqual(['渡口年审通知', '渡口']);
		const { body } = await desk.page(`/d/${made[0]?.id}`);
		expect(body.match(/表\.txt<\/a>/g)).toHaveLength(1);
		expect(body).not.toContain('one.jsonl</a>');
	});

	it('a source of another kind, or none, is refused', async () => {
		writeFileSync(join(folder, 'x.pdf'), '%PDF-');
		await expect(run(join(folder, 'x.pdf'))).rejects.toMatchObject({
			userMessage: expect.stringContaining('只能导入'),
		});
		await expect(run(join(folder, 'nothing.jsonl'))).rejects.toMatchObject({
			userMessage: expect.stringContaining('没有'),
		});
		await expect(run(jsonl('o.jsonl', [row(1)]), { office: '不存在的局' })).rejects.toMatchObject({
			userMessage: expect.stringContaining('没有「不存在的局」'),
		});
	});
});
