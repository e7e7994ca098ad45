import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODULES } from '../../compose.ts';
import { PUBLIC } from '../../kernel/actor.ts';
import { noteFile } from '../../platform/files.ts';
import { reader, transact } from '../../platform/transaction.ts';
import { mergeOffices } from '../offices/commands/merge-offices.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { documentById, normativeCounts, publicDocumentsOf, publishedCount } from './index.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk.server.close());

const read = () => reader(desk.server.as(PUBLIC));

describe('second paths to a withdrawn document', () => {
	const SECRET = '隐泉水库泄洪方案';
	let id: number;
	let fileId: number;

	beforeAll(async () => {
		id = await desk.draft({
			title: `关于公布${SECRET}的通告`,
			summary: SECRET,
			keywords: [SECRET],
			body: `<p>${SECRET}全文。</p>`,
			documentNumber: '柳政发〔2026〕77号',
			code: 'A20-12',
		});
		const clerk = await desk.as('clerk');
		const pdf = Buffer.from(`%PDF-1.4 ${SECRET}`);
		[{ id: fileId }] = (
			await clerk.upload(`/api/documents/${id}/attachments`, [{ name: `${SECRET}.pdf`, content: pdf }])
		).json();
		const { content, version } = await desk.read(id);
		await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...content, attachments: [fileId] } });
		await desk.publish(id);
		await desk.server.settle();
	});

	/** Every public address there is, from the route table: a page added later is tested without being named here. */
	function addresses(): string[] {
		const values: Record<string, string[]> = {
			':id': [String(id)],
			':fileId': [String(fileId)],
			':name': [encodeURIComponent(`${SECRET}.pdf`)],
			':slug': ['liuxi', 'qinghe'],
			':column': ['notices', 'a20-12', 'rules'],
			':code': ['A20-12'],
			':file': ['0.xml', '1.xml'],
			':year': ['2026', '2025'],
		};
		const paths = MODULES.flatMap(({ pages = [] }) => pages)
			.filter(({ method }) => method === 'GET')
			.map(({ path }) => path);
		const filled = paths.flatMap((path) => {
			let all = [path];
			for (const [name, choices] of Object.entries(values))
				all = all.flatMap((one) => (one.includes(name) ? choices.map((choice) => one.replace(name, choice)) : [one]));
			return all.map((one) => one.replace(/:\w+/g, '1'));
		});
		const asked = [SECRET, '柳政发〔2026〕77号', '泄洪'].map((q) => `/search?q=${encodeURIComponent(q)}`);
		return [
			...filled,
			...asked,
			`/search?q=${encodeURIComponent(`“${SECRET}全文”`)}&order=date`,
			'/o/liuxi/c/notices?page=1',
			...['泄洪', SECRET.slice(0, 2)].map((q) => `/search/feed.json?q=${encodeURIComponent(q)}`),
		];
	}

	it('while it is public, several show it: the test can see', async () => {
		const showing = [];
		for (const url of addresses()) {
			const { body } = await desk.page(url);
			if (body.includes(SECRET)) showing.push(url);
		}
		expect(showing).toEqual(
			expect.arrayContaining([
				'/',
				`/d/${id}`,
				'/o/liuxi',
				'/o/liuxi/c/notices',
				'/o/liuxi/c/a20-12',
				'/catalog/A20-12',
				'/feed.xml',
				'/o/liuxi/feed.xml',
			]),
		);
		expect(showing.length).toBeGreaterThan(11);
	});

	it('when it is withdrawn none does, cached or not, and its address says 410 with day, reason and office only', async () => {
		await desk.move(id, 'leader', 'withdraw', { reason: '公开范围有误' });
		for (const round of ['before the jobs', 'after the jobs']) {
			for (const url of addresses()) {
				const { body, status } = await desk.page(url);
				// The search page says what was asked for; nothing else of it may be there.
				const rest = url.startsWith('/search?')
					? body.split('<main')[1]?.replaceAll(/<form[\s\S]*?<\/form>/g, '')
					: body;
				expect(rest, `${url} ${round}`).not.toContain(SECRET);
				if (url.startsWith(`/d/${id}`)) expect(status, url).toBe(410);
			}
			await desk.server.settle();
		}
		const { body } = await desk.page(`/d/${id}`);
		expect(body).toContain('公开范围有误');
		expect(body).not.toContain('77号');
	});

	it('the public API knows no document', async () => {
		const open = MODULES.flatMap(({ routes }) => routes).filter(
			({ access, method }) => access === 'public' && method === 'GET',
		);
		for (const { path } of open) {
			const { body } = await desk.page(path.replace(/:\w+/g, String(id)));
			expect(body, path).not.toContain(SECRET);
		}
		expect(await documentById(read(), id)).toBeNull();
	});
});

describe('lists', () => {
	it('are paged, newest first, and a page past the end is 404', async () => {
		const columnId = await desk.column('news');
		for (let count = 1; count <= 22; count += 1) {
			const id = await desk.draft({ columnId, type: 'activity', title: `动态第${count}期` });
			await desk.publish(id);
		}
		const first = (await desk.page('/o/liuxi/c/news')).body;
		expect(first).toContain('动态第22期');
		expect(first).not.toContain('动态第2期<');
		expect(first).toContain('href="/o/liuxi/c/news/page/2"');
		const second = (await desk.page('/o/liuxi/c/news/page/2')).body;
		expect(second).toContain('动态第2期<');
		expect(second).toContain('动态第1期<');
		expect(second).toContain('<link rel="canonical" href="http://localhost/o/liuxi/c/news/page/2"');
		for (const nowhere of ['/o/liuxi/c/news/page/3', '/o/liuxi/c/news/page/0', '/o/liuxi/page/2', '/page/2'])
			expect((await desk.page(nowhere)).status, nowhere).toBe(404);
		// As addresses used to be.
		for (const [page, to] of [
			['2', '/page/2'],
			['1', ''],
			['0', ''],
			['-1', ''],
			['x', ''],
		]) {
			const { status, headers } = await desk.page(`/elder/o/liuxi/c/news?page=${page}`);
			expect([status, headers.location]).toEqual([301, `/elder/o/liuxi/c/news${to}`]);
		}
	}, 60_000);

	it('fixed columns lead to their own pages, unknown ones nowhere', async () => {
		for (const [slug, to] of [
			['guide', '/o/liuxi/guide'],
			['statutory', '/o/liuxi/catalog'],
			['apply', '/apply/liuxi'],
		]) {
			const { status, headers } = await desk.page(`/o/liuxi/c/${slug}`);
			expect([status, headers.location]).toEqual([301, to]);
		}
		for (const url of [
			'/o/liuxi/c/none',
			'/o/none',
			'/o/none/c/news',
			'/catalog/A20-16',
			'/latest/none',
			'/sitemaps/9.xml',
			'/sitemaps/x',
		])
			expect((await desk.page(url)).status, url).toBe(404);
	});

	it('an item lists what carries its code, and says when the office has nothing of the kind', async () => {
		const officer = await desk.as('countyOfficer');
		const columns = (await officer.get(`/api/columns?officeId=${desk.county.townshipA.id}`)).json();
		const column = columns.find(({ slug }: { slug: string }) => slug === 'a20-08');
		await officer.put(`/api/columns/${column.id}`, {
			...column,
			absentSince: '2026-05-01',
			absentNote: '本机关没有行政事业性收费项目',
		});
		const catalog = (await desk.page('/o/liuxi/catalog')).body;
		expect(catalog).toContain('本机关无此类信息：本机关没有行政事业性收费项目');
		expect((await desk.page('/o/liuxi/c/a20-08')).body).toContain('本机关没有行政事业性收费项目');
		expect((await desk.page('/catalog')).body).toContain('依据《中华人民共和国政府信息公开条例》');
	});
});

describe('pages as bytes', () => {
	it('feeds and sitemaps are well-formed XML, whatever the title', async () => {
		const id = await desk.draft({ title: '关于“A&B”<试点>\u0007的公告', summary: '"引号"与\'撇号\'' });
		await desk.publish(id);
		const feed = (await desk.page('/o/liuxi/feed.xml')).body;
		expect(feed).toContain('关于“A&amp;B”&lt;试点&gt;的公告');
		expect(feed).not.toContain('\u0007');
		expect(feed).toMatch(/^<\?xml version="1.0"/);
		expect((await desk.page('/sitemap.xml')).body).toContain('/sitemaps/1.xml');
		expect((await desk.page('/robots.txt')).body).toContain('Disallow: /api/');
	});

	it('a column, an office, the site and a question can be followed, in two formats', async () => {
		const columnId = await desk.column('plans');
		const id = await desk.draft({ columnId, title: '渡口改造计划', summary: '改造三处渡口' });
		await desk.publish(id);
		await desk.server.settle();
		for (const feed of ['/feed', '/o/liuxi/feed', '/o/liuxi/c/plans/feed', '/search/feed']) {
			const question = feed === '/search/feed' ? '?q=渡口改造' : '';
			const json = JSON.parse((await desk.page(encodeURI(`${feed}.json${question}`))).body);
			expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'zh-CN' });
			expect(json.items[0]).toMatchObject({ url: `http://localhost/d/${id}`, title: '渡口改造计划' });
			expect((await desk.page(encodeURI(`${feed}.xml${question}`))).body).toContain('<title>渡口改造计划</title>');
		}
		expect((await desk.page('/o/liuxi/c/guide/feed.xml')).status).toBe(404);
		expect((await desk.page('/opensearch.xml')).body).toContain('template="http://localhost/search?q={searchTerms}"');
	});

	it('the code of a document leads to its address, and is gone with it', async () => {
		const id = await desk.draft({ title: '二维码测试公告' });
		expect((await desk.page(`/d/${id}/qr.svg`)).status).toBe(404);
		await desk.publish(id);
		const code = await desk.page(`/d/${id}/qr.svg`);
		expect([code.status, code.headers['content-type']]).toEqual([200, 'image/svg+xml']);
		expect((await desk.page(`/d/${id}`)).body).toContain(`src="/d/${id}/qr.svg"`);
		await desk.move(id, 'leader', 'withdraw', { reason: '测试撤下二维码' });
		expect((await desk.page(`/d/${id}/qr.svg`)).status).toBe(410);
	});

	it('in traditional script are the same pages, and their search takes either', async () => {
		const id = await desk.draft({ title: '关于农村环境整治的通知' });
		await desk.publish(id);
		await desk.server.settle();
		const page = (await desk.page(`/hant/d/${id}`)).body;
		expect(page).toContain('<html lang="zh-Hant" data-view="hant"');
		expect(page).toContain('關於農村環境整治的通知');
		expect(page).toContain('如有出入，以簡體版爲準');
		const found = (await desk.page(`/hant/search?q=${encodeURIComponent('農村環境整治')}`)).body;
		expect(found).toContain(`href="/hant/d/${id}"`);
	});

	it('the page of a document shows its neighbours as they are now', async () => {
		const columnId = await desk.column('functions');
		const ids: number[] = [];
		for (const title of ['甲职能', '乙职能', '丙职能']) {
			const id = await desk.draft({ columnId, title });
			await desk.publish(id);
			ids.push(id);
		}
		const shown = async () => (await desk.page(`/d/${ids[0]}`)).body.split('同栏目信息')[1] ?? '';
		expect(await shown()).toMatch(/丙职能[\s\S]*乙职能/);
		await desk.move(Number(ids[1]), 'clerk', 'amend', { note: '更正名称中的错字' });
		const { content, version } = await desk.read(Number(ids[1]));
		const clerk = await desk.as('clerk');
		await clerk.put(`/api/documents/${ids[1]}/draft`, { version, content: { ...content, title: '乙的新职能' } });
		await desk.publish(Number(ids[1]));
		expect(await shown()).toContain('乙的新职能');
		await desk.move(Number(ids[2]), 'leader', 'withdraw', { reason: '职能已经调整' });
		expect(await shown()).not.toContain('丙职能');
	});

	it('are kept, answered 304, and dropped when something changes', async () => {
		const first = await desk.server.inject({ url: '/o/liuxi/c/notices' });
		expect(first.headers['cache-control']).toBe('no-cache');
		const etag = String(first.headers.etag);
		const again = await desk.server.inject({ url: '/o/liuxi/c/notices', headers: { 'if-none-match': etag } });
		expect(again.statusCode).toBe(304);
		const id = await desk.draft({ title: '关于核发补贴的公示' });
		await desk.publish(id);
		const after = await desk.server.inject({ url: '/o/liuxi/c/notices', headers: { 'if-none-match': etag } });
		expect(after.statusCode).toBe(200);
		expect(after.body).toContain('关于核发补贴的公示');
	});

	it('a stylesheet with its hash in its address may be kept for ever', async () => {
		const href = /href="(\/assets\/site-[0-9a-f]{12}\.css)"/.exec((await desk.page('/')).body)?.[1] ?? '';
		const css = await desk.server.inject({ url: href, headers: { 'accept-encoding': 'br' } });
		expect(css.statusCode).toBe(200);
		expect(css.headers).toMatchObject({
			'cache-control': 'public, max-age=31536000, immutable',
			'content-encoding': 'br',
		});
		expect((await desk.page('/assets/site-000000000000.css')).status).toBe(404);
	});

	it('errors stand in the frame of the site', async () => {
		const { status, body } = await desk.page('/nowhere');
		expect(status).toBe(404);
		expect(body).toContain('没有找到您要的页面');
		expect(body).toContain('aria-label="主导航"');
	});
});

describe('figures for the annual report', () => {
	it('normative documents: made, ended, in force, each with its ids', async () => {
		const columnId = await desk.column('policies');
		const make = async (serial: number, formedOn: string, expiresOn: string | null = null) => {
			const id = await desk.draft({
				type: 'normative',
				columnId,
				formedOn,
				expiresOn,
				documentNumber: `柳政规〔${formedOn.slice(0, 4)}〕${serial}号`,
				title: `柳溪镇管理办法之${serial}`,
				lateReason: '历史文件补录公开',
			});
			await desk.publish(id);
			return id;
		};
		const old = await make(1, '2023-03-01');
		const expiring = await make(2, '2023-05-01', '2025-06-30');
		const fresh = await make(3, '2025-02-01');
		const brief = await make(4, '2025-03-01');
		await desk.move(old, 'leader', 'validity', {
			validity: 'revised',
			onDay: '2025-04-01',
			basis: '柳政规〔2025〕3号',
		});
		await desk.move(brief, 'leader', 'validity', {
			validity: 'repealed',
			onDay: '2025-11-01',
			basis: '柳政规〔2025〕9号',
		});
		const counts = async (year: number) => {
			const { made, repealed, valid } = await normativeCounts(read(), desk.county.townshipA.id, year);
			return [made.ids.sort(), repealed.ids.sort(), valid.ids.sort()];
		};
		expect(await counts(2023)).toEqual([[old, expiring], [], [old, expiring]]);
		expect(await counts(2024)).toEqual([[], [], [old, expiring]]);
		expect(await counts(2025)).toEqual([
			[fresh, brief],
			[expiring, brief],
			[old, fresh],
		]);
		const all = await normativeCounts(read(), desk.county.townshipA.id, 2025);
		expect(all.valid.count).toBe(2 + all.made.count - all.repealed.count);
		const other = await normativeCounts(read(), desk.county.townshipB.id, 2025);
		expect(other.valid.count).toBe(0);
	});

	it('what was first made public in a year, and still is', async () => {
		const before = await publishedCount(read(), desk.county.townshipA.id, 2026);
		const id = await desk.draft({ title: '关于核定名额的公示' });
		await desk.publish(id);
		const after = await publishedCount(read(), desk.county.townshipA.id, 2026);
		expect(after.count).toBe(before.count + 1);
		expect(after.ids).toContain(id);
		await desk.move(id, 'leader', 'withdraw', { reason: '名额有误，重新核定' });
		expect((await publishedCount(read(), desk.county.townshipA.id, 2026)).count).toBe(before.count);
		expect((await publishedCount(read(), desk.county.townshipA.id, 2025)).count).toBe(0);
		expect((await publicDocumentsOf(read(), desk.county.townshipA.id, { year: 2026 })).length).toBe(before.count);
	});
});

describe('a report that was published', () => {
	const report = async (eventHtml: string, title = '柳溪镇人民政府2025年政府信息公开工作年度报告') => {
		const { services } = desk.server;
		const stored = await services.files.put(Buffer.from('%PDF-1.4 report'), 1000);
		await noteFile(services.database.sql, stored);
		await transact(desk.server.as({ kind: 'system', name: '测试' }), (tx) =>
			tx.emit('report.published', {
				reportId: 12,
				officeId: desk.county.townshipA.id,
				year: 2025,
				title,
				html: eventHtml,
				files: [{ ...stored, fileName: '年度报告.pdf' }],
			}),
		);
		await desk.server.settle();
	};
	const documents = async () => await publicDocumentsOf(read(), desk.county.townshipA.id, { type: 'report' });

	it('stands in the reports column with its tables and files, once', async () => {
		await report('<h2>一、总体情况</h2><table><tr><td rowspan="2">合计</td></tr></table><script>x</script>');
		const [document, ...others] = await documents();
		expect(others).toEqual([]);
		const { body } = await desk.page(`/d/${document?.documentId}`);
		expect(body).toContain('<td rowspan="2">合计</td>');
		expect(body).toContain('年度报告.pdf');
		// The page's own tools, and no script of a text.
		expect(body).not.toMatch(/<script(?! src="\/assets\/page-tools\.js")/);
		expect(body).toContain('<meta name="ColumnType" content="信息公开年报"/>');
	});

	it('the same event again changes nothing', async () => {
		const { sql } = await import('kysely');
		const { rows } = await sql<{ id: number; payload: object }>`
			select id, payload from event where type = 'report.published' order by id desc limit 1
		`.execute(desk.server.services.database.sql);
		const { jobs } = await import('./jobs.ts');
		const job = {
			id: 0,
			kind: '',
			attempts: 1,
			maxAttempts: 1,
			payload: { ...rows[0]?.payload, eventId: rows[0]?.id },
		};
		await jobs['publishing.publishReport']?.(job, desk.server.services);
		const [document] = await documents();
		expect(document?.edition).toBe(1);
		expect((await documents()).length).toBe(1);
	});

	it('a later event makes the next edition at the same address', async () => {
		const [first] = await documents();
		await report('<h2>一、总体情况（更正）</h2>');
		const [second, ...others] = await documents();
		expect(others).toEqual([]);
		expect(second).toMatchObject({ documentId: first?.documentId, edition: 2, indexNumber: first?.indexNumber });
		expect((await desk.page(`/d/${second?.documentId}`)).body).toContain('更正');
	});

	it('is changed where it was made, but can be withdrawn', async () => {
		const [document] = await documents();
		const id = document?.documentId ?? 0;
		const answer = await (await desk.as('clerk')).post(`/api/documents/${id}/amend`, { note: '改几个数字' });
		expect(answer.statusCode).toBe(422);
		expect(answer.json().title).toContain('年度报告中修改');
		await desk.move(id, 'leader', 'withdraw', { reason: '数据有误，正在核对' });
		expect((await desk.page(`/d/${id}`)).status).toBe(410);
	});
});

describe('a merged office', () => {
	it('lives on at its successor: its address leads there, its documents stand there', async () => {
		const id = await desk.draft({ title: '合并前公开的事项' });
		await desk.publish(id);
		const { townshipA, townshipB } = desk.county;
		await transact(desk.server.as({ kind: 'system', name: '测试' }), async (tx) => {
			await mergeOffices(tx, townshipA.id, townshipB.id);
		});
		const moved = await desk.page('/o/liuxi/c/notices');
		expect([moved.status, moved.headers.location]).toEqual([301, '/o/shiqiao/c/notices']);
		expect((await desk.page('/o/shiqiao/c/notices')).body).toContain('合并前公开的事项');
		const page = await desk.page(`/d/${id}`);
		expect(page.status).toBe(200);
		expect(page.body).toContain('href="/o/shiqiao"');
	});
});

describe('the library of normative documents', () => {
	it('says what each was worth on any day, and how many there are in each state', async () => {
		const columnId = await desk.column('policies');
		const make = async (title: string, formedOn: string, expiresOn: string | null) => {
			const about = {
				type: 'normative' as const,
				columnId,
				title,
				formedOn,
				expiresOn,
				lateReason: '历史文件补录公开',
			};
			const id = await desk.draft({ ...about, documentNumber: `柳政规〔${formedOn.slice(0, 4)}〕${title.length}号` });
			await desk.publish(id);
			return id;
		};
		await make('渡口管理办法', '2024-03-01', '2026-05-31');
		const repealed = await make('渡船收费规定', '2023-02-01', null);
		await desk.move(repealed, 'leader', 'validity', {
			validity: 'repealed',
			onDay: '2025-01-01',
			basis: '柳政规〔2025〕1号',
		});
		const rows = async (address: string) => {
			const { body } = await desk.page(address);
			return [...body.matchAll(/<a href="\/d\/\d+">(渡[^<]*)<\/a>[\s\S]*?<td>([^<]*)<\/td><\/tr>/g)].map(
				(match) => `${match[1]} ${match[2]}`,
			);
		};
		expect(await rows('/normative')).toEqual(['渡口管理办法 已失效', '渡船收费规定 已废止']);
		expect(await rows('/normative?day=2026-05-31')).toEqual(['渡口管理办法 有效', '渡船收费规定 已废止']);
		expect(await rows('/normative?day=2024-12-31')).toEqual(['渡口管理办法 有效', '渡船收费规定 有效']);
		expect(await rows('/normative?day=2023-12-31')).toEqual(['渡船收费规定 有效']);
		expect(await rows('/normative?state=expired')).toEqual(['渡口管理办法 已失效']);
		expect(await rows('/normative?office=qinghe')).toEqual([]);
		expect((await desk.page('/normative?day=2026-02-30')).status).toBe(200);
		expect((await desk.page('/normative')).body).toMatch(
			/目前：有效 \d+ 件，已修改 \d+ 件，已废止 \d+ 件，已失效 \d+ 件/,
		);
	});
});
