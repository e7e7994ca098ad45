import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.setup.ts';

/** What township reports say they publish, and where a citizen finds each (docs/requirements.md). */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk.server.close());

const linked = (title: string) => new RegExp(`<a [^>]*href="/d/\\d+"[^>]*>[^<]*${title}`);

/** 法定主动公开内容: what carries the code of an item stands in the office's list of it and in the county's. */
describe('an item of Arts 20 and 21', () => {
	it.each([
		['rules and normative documents', 'A20-01', '柳溪镇文件清单'],
		['duties, leaders and who leads what', 'A20-02', '柳溪镇领导班子分工'],
		['plans', 'A20-03', '柳溪镇年度工作计划和总结'],
		['statistics and main economic data', 'A20-04', '柳溪镇经济社会主要数据'],
		['licences with ground, conditions, limit and result', 'A20-05', '柳溪镇许可事项依据条件程序'],
		['penalties and compulsion', 'A20-06', '柳溪镇处罚强制依据程序'],
		['budget and final accounts', 'A20-07', '柳溪镇预算'],
		['fees with ground and standard', 'A20-08', '柳溪镇收费项目'],
		['procurement', 'A20-09', '柳溪镇采购实施情况'],
		['projects approved and carried out', 'A20-10', '柳溪镇水厂项目批准'],
		['policies of livelihood and what became of them', 'A20-11', '柳溪镇就业技能培训政策落实'],
		['emergency plans, warnings and response', 'A20-12', '柳溪镇防汛应急预案'],
		['supervision and inspection', 'A20-13', '柳溪镇安全生产检查'],
		['who is taken on', 'A20-14', '柳溪镇公务员招录结果'],
		['farm policy carried out', 'A21-T1', '柳溪镇农机补贴落实'],
		['works of water', 'A21-T2', '柳溪镇灌渠建设'],
		['land contracts passed on', 'A21-T3', '柳溪镇土地流转'],
		['home plots reviewed', 'A21-T4', '柳溪镇宅基地审核'],
		['land taken', 'A21-T5', '柳溪镇征地情况'],
		['houses taken', 'A21-T6', '柳溪镇房屋征收'],
		['money and labour raised', 'A21-T7', '柳溪镇筹资筹劳'],
		['relief', 'A21-T8', '柳溪镇救助情况'],
	])('%s', async (_, code, title) => {
		const own = `/o/liuxi/c/${code.toLowerCase()}`;
		expect((await desk.page(own)).body).toContain('共 0 条信息');
		await desk.publish(await desk.draft({ code, title }));
		for (const url of [own, `/catalog/${code}`]) expect((await desk.page(url)).body, url).toMatch(linked(title));
		expect((await desk.page(own)).body).toContain('共 1 条信息');
		expect((await desk.page('/o/liuxi/catalog')).body).toContain(`href="${own}"`);
	});
});

describe('a column every office has', () => {
	it.each([
		['the rules of openness', 'rules', '柳溪镇公开工作制度'],
		['news of the work', 'news', '柳溪镇组织清洁村庄'],
		['plans and summaries', 'plans', '柳溪镇要点'],
		['budgets and the three public expenses together', 'budget', '柳溪镇三公经费'],
		['what the office is there for', 'functions', '柳溪镇机构职能'],
		['policies', 'policies', '柳溪镇政策'],
		['interpretations', 'interpretations', '一图读懂柳溪镇政策'],
		['subsidies of a township', 'subsidies', '柳溪镇补贴资金和对象'],
		['notices', 'notices', '柳溪镇通知'],
	])('%s', async (_, slug, title) => {
		const columnId = await desk.column(slug);
		const count = async () => Number(/共 (\d+) 条信息/.exec((await desk.page(`/o/liuxi/c/${slug}`)).body)?.[1]);
		const before = await count();
		await desk.publish(await desk.draft({ columnId, title }));
		const page = (await desk.page(`/o/liuxi/c/${slug}`)).body;
		expect(page).toMatch(linked(title));
		// How many of the kind there are is what the report counts.
		expect(await count()).toBe(before + 1);
		const { content } = await desk.read(await desk.draft({ columnId, title: `${title}草稿` }));
		expect(content.columnId).toBe(columnId);
		expect((await desk.page(`/o/liuxi/c/${slug}`)).body).not.toContain('草稿');
	});
});

/** 政府信息公开制度: each rule is a document, reviewed and numbered like any other. */
describe('a rule as a document', () => {
	it.each([
		['organisation and promotion', '柳溪镇公开工作组织推进办法'],
		['coordination before a release', '柳溪镇信息发布协调办法'],
		['review for secrecy', '柳溪镇保密审查办法'],
		['supervision and inspection', '柳溪镇监督检查办法'],
		['handling of applications', '柳溪镇依申请公开办理办法'],
		['the plan by which the work is done', '柳溪镇公开工作实施方案'],
		['conduct of the staff of the hall', '柳溪镇便民中心人员守则'],
		['security of information', '柳溪镇信息安全保护办法'],
		['responsibility and accountability', '柳溪镇责任追究办法'],
	])('%s', async (_, title) => {
		const id = await desk.draft({ columnId: await desk.column('rules'), title, type: 'rule' });
		expect((await desk.page('/o/liuxi/c/rules')).body).not.toContain(title);
		await desk.publish(id);
		expect((await desk.page('/o/liuxi/c/rules')).body).toMatch(linked(title));
		expect((await desk.page(`/d/${id}`)).body).toContain('索引号');
	});
});

/** Columns only some offices need are the county's to add; they stand at once among the office's columns. */
describe('a column the county adds', () => {
	it.each([
		['the government work report', 'work-report', '政府工作报告', '数据发布'],
		['projects for the people', 'people-projects', '为民办实事', '工作动态'],
		['major decisions, appointments, projects and money', 'major-matters', '三重一大', '工作动态'],
		['construction of the township', 'construction', '乡镇建设', '工作动态'],
		['answers to concerns', 'concerns-answered', '回应关切', '工作动态'],
		['measures in an epidemic', 'epidemic', '疫情防控', '工作动态'],
		['trainings and services announced', 'skills', '技能培训', '工作动态'],
		['village openness', 'village', '村务公开', '工作动态'],
		['public institutions', 'institutions', '公共企事业单位', '工作动态'],
		['flow charts of powers', 'power-charts', '职权流程图', '政策文件'],
		['a circular from above', 'circulars', '督查通报', '政策文件'],
	])('%s', async (_, slug, name, type) => {
		const officer = await desk.as('countyOfficer');
		const body = {
			officeId: desk.county.townshipA.id,
			slug,
			name,
			type,
			description: '',
			keywords: '',
			updateDays: null,
		};
		expect((await desk.page(`/o/liuxi/c/${slug}`)).status).toBe(404);
		expect((await officer.post('/api/columns', body)).statusCode).toBe(200);
		const title = `柳溪镇${name}第一篇`;
		await desk.publish(await desk.draft({ columnId: await desk.column(slug), title }));
		expect((await desk.page(`/o/liuxi/c/${slug}`)).body).toMatch(linked(title));
		expect((await desk.page('/o/liuxi')).body).toContain(`/o/liuxi/c/${slug}`);
	});
});

/** 由近及远、逐年归类: newest first, and a year can be asked for by itself. */
describe('older documents', () => {
	beforeAll(async () => {
		const columnId = await desk.column('policies');
		for (const year of [2022, 2024]) {
			desk.on(`${year}-06-03T02:00:00Z`);
			const formedOn = `${year}-05-27`;
			await desk.publish(await desk.draft({ columnId, title: `柳溪镇${year}年老文件`, formedOn }));
		}
		desk.on('2026-06-01T02:00:00Z');
		await desk.server.settle();
	});

	it('stand in their column with the newest first', async () => {
		const { body } = await desk.page('/o/liuxi/c/policies');
		const places = ['柳溪镇政策', '柳溪镇2024年老文件', '柳溪镇2022年老文件'].map((title) => body.indexOf(title));
		expect(places.every((place) => place > 0)).toBe(true);
		expect(places).toEqual([...places].sort((a, b) => a - b));
	});

	it('are found year by year', async () => {
		const { body } = await desk.page('/search?year=2022&office=liuxi');
		expect(body).toContain('柳溪镇2022年老文件');
		expect(body).not.toContain('柳溪镇2024年老文件');
	});

	it('are sorted by year beside their column, a year a link', async () => {
		const { body } = await desk.page('/o/liuxi/c/policies');
		const years = [...body.matchAll(/href="\/search\?[^"]*year=(\d{4})[^"]*"/g)].map(([, year]) => year);
		expect(years).toEqual(['2026', '2024', '2022']);
		const [href = ''] = /\/search\?[^"]*year=2024[^"]*/.exec(body) ?? [];
		const found = (await desk.page(href.replaceAll('&amp;', '&'))).body;
		expect(found).toContain('柳溪镇2024年老文件');
		expect(found).not.toContain('柳溪镇2022年老文件');
	});
});

/** 条例第二十条第（二）项. */
describe('the page of an office', () => {
	it.each([
		['its address', '青河县柳溪镇镇中街1号'],
		['its hours', '13:30—17:30'],
		['its telephone', '0999-8100001'],
		['its mail', 'liuxi@qinghe.example'],
		['the body for disclosure', '柳溪镇党政综合办公室'],
	])('%s', async (_, words) => {
		expect((await desk.page('/o/liuxi')).body).toContain(words);
	});

	it('the name of who heads it, as soon as it is known', async () => {
		const officer = await desk.as('countyOfficer');
		const url = `/api/offices/${desk.county.townshipA.id}`;
		const { revision } = (await officer.get(url)).json();
		expect((await desk.page('/o/liuxi')).body).not.toContain('岳明川');
		const answer = await officer.put(url, { revision, head: '岳明川' });
		expect(answer.statusCode, answer.body).toBe(200);
		expect((await desk.page('/o/liuxi')).body).toContain('岳明川');
	});
});

/** What an office has to renew, and by when, without anybody reminding it. */
describe('what falls due', () => {
	const due = async (person: 'clerk' | 'clerkB' = 'clerk') =>
		(await (await desk.as(person)).get('/api/documents/due')).json().rows as {
			title: string;
			action: string;
			due: string;
		}[];

	it('a column is due its days after the last item, and further off with each new one', async () => {
		const columnId = await desk.column('news');
		const news = async () => (await due()).find(({ title }) => title.includes('工作动态'));
		await desk.publish(await desk.draft({ columnId, title: '柳溪镇开展春耕服务' }));
		expect(await news()).toMatchObject({ action: '应当每14天至少更新一次', due: '2026-06-15' });
		desk.on('2026-06-03T02:00:00Z');
		await desk.publish(await desk.draft({ columnId, title: '柳溪镇开展夏粮收购' }));
		expect(await news()).toMatchObject({ due: '2026-06-17' });
		desk.on('2026-06-01T02:00:00Z');
	});

	it('a normative document is due before its last day, its own office told and no other', async () => {
		const title = '柳溪镇集市管理办法';
		await desk.publish(
			await desk.draft({ type: 'normative', title, documentNumber: '柳政规〔2026〕3号', expiresOn: '2026-06-25' }),
		);
		expect(await due()).toContainEqual(expect.objectContaining({ title: expect.stringContaining(title) }));
		expect((await due('clerkB')).filter((row) => row.title.includes(title))).toEqual([]);
	});

	it('what waits for its hour is told with its day', async () => {
		const id = await desk.draft({ title: '柳溪镇防汛演练通告' });
		await desk.toSignature(id);
		await desk.move(id, 'leader', 'sign-off', {
			checkedByHand: true,
			release: 'schedule',
			publishAt: '2026-06-05T01:00:00Z',
		});
		expect(await due()).toContainEqual(
			expect.objectContaining({ title: '柳溪镇防汛演练通告', due: '2026-06-05', action: '定时发布，到时自动公开' }),
		);
	});
});
