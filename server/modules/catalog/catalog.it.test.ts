import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../test/fixtures.ts';
import { transact } from '../../platform/transaction.ts';
import { createOffice } from '../offices/commands/create-office.ts';
import { ensureColumns } from './commands/ensure-columns.ts';
import { GUIDE_FIELDS } from './standard/guide.ts';

interface ColumnAnswer {
	id: number;
	officeId: number;
	slug: string;
	name: string;
	kind: string;
	closed: boolean;
	absentSince: string | null;
	revision: number;
	takesDocuments: boolean;
}

let server: TestApp;
let county: County;
let officer: Browser;
let clerk: Browser;
let leader: Browser;

beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	await server.settle();
	officer = await signIn(server, 'countyOfficer');
	clerk = await signIn(server, 'clerk');
	leader = await signIn(server, 'leader');
});
afterAll(() => server.close());

async function columns(browser: Browser, officeId?: number): Promise<ColumnAnswer[]> {
	const answer = await browser.get(`/api/columns${officeId === undefined ? '' : `?officeId=${officeId}`}`);
	expect(answer.statusCode).toBe(200);
	return answer.json();
}

async function columnOf(officeId: number, slug: string): Promise<ColumnAnswer> {
	const found = (await columns(officer, officeId)).find((column) => column.slug === slug);
	if (!found) throw new Error(`no column ${slug}`);
	return found;
}

const system = { kind: 'system' as const, name: '测试' };

describe('columns of a new office', () => {
	it('are there after the event was heard, by kind of office', async () => {
		expect((await columns(officer, county.townshipA.id)).map(({ slug }) => slug)).toContain('a21-t8');
		expect((await columns(officer, county.department.id)).map(({ slug }) => slug)).not.toContain('a21-t1');
		expect((await columns(officer, county.county.id)).map(({ slug }) => slug)).toContain('a21-c1');
	});

	it('are not added twice, and come back when one is missing', async () => {
		const again = await transact(server.as(system), (tx) => ensureColumns(tx, county.townshipA.id));
		expect(again).toBe(0);
		const id = await transact(server.as(system), (tx) =>
			createOffice(tx, {
				slug: 'linshui',
				name: '临水镇人民政府',
				shortName: '临水镇',
				kind: 'township',
				parentId: county.county.id,
			}),
		);
		expect(await transact(server.as(system), (tx) => ensureColumns(tx, id))).toBeGreaterThan(30);
		await server.settle();
		expect(await transact(server.as(system), (tx) => ensureColumns(tx, id))).toBe(0);
	});

	it('say which take documents', async () => {
		const by = new Map((await columns(clerk)).map((column) => [column.slug, column.takesDocuments]));
		expect(by.get('news')).toBe(true);
		expect(by.get('a20-07')).toBe(true);
		expect(by.get('rules')).toBe(true);
		expect(by.get('guide')).toBe(false);
		expect(by.get('statutory')).toBe(false);
		expect(by.get('apply')).toBe(false);
	});
});

describe('who sees and changes columns', () => {
	it('an office sees its own only, the county all', async () => {
		expect(new Set((await columns(clerk)).map(({ officeId }) => officeId))).toEqual(new Set([county.townshipA.id]));
		expect(await columns(clerk, county.townshipB.id)).toEqual([]);
		expect(new Set((await columns(officer)).map(({ officeId }) => officeId)).size).toBeGreaterThan(3);
	});

	it('only the county changes them', async () => {
		const column = await columnOf(county.townshipA.id, 'news');
		for (const browser of [clerk, leader]) {
			expect((await browser.put(`/api/columns/${column.id}`, column)).statusCode).toBe(403);
			expect((await browser.post('/api/columns', column)).statusCode).toBe(403);
		}
		expect((await server.inject({ url: '/api/columns' })).statusCode).toBe(401);
	});

	it('a column that is nowhere is 404', async () => {
		const column = await columnOf(county.townshipA.id, 'news');
		expect((await officer.put('/api/columns/999999', column)).statusCode).toBe(404);
	});
});

describe('changing columns', () => {
	const fresh = { name: '乡村振兴', slug: 'revival', type: '工作动态', description: '', keywords: '' };

	it('adds one', async () => {
		const answer = await officer.post('/api/columns', { ...fresh, officeId: county.townshipA.id, updateDays: 30 });
		expect(answer.statusCode).toBe(200);
		expect(await columnOf(county.townshipA.id, 'revival')).toMatchObject({ kind: 'usual', name: '乡村振兴' });
	});

	it('refuses the slug and the name it has, beside their fields', async () => {
		const answer = await officer.post('/api/columns', { ...fresh, officeId: county.townshipA.id });
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues.map(({ field }: { field: string }) => field)).toEqual(['slug', 'name']);
	});

	it('lets one of two editors through', async () => {
		const column = await columnOf(county.townshipA.id, 'revival');
		const change = (name: string) => officer.put(`/api/columns/${column.id}`, { ...column, name });
		const answers = await Promise.all([change('乡村建设'), change('乡村治理')]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});

	it('keeps uniform names', async () => {
		const column = await columnOf(county.townshipA.id, 'reports');
		const answer = await officer.put(`/api/columns/${column.id}`, { ...column, name: '年报' });
		expect(answer.statusCode).toBe(422);
		expect(answer.json().title).toContain('国家统一规定');
	});

	it('says «本机关无此类信息» with a reason, and takes it back', async () => {
		const column = await columnOf(county.townshipA.id, 'a20-08');
		const say = { ...column, absentSince: '2026-05-01' };
		expect((await officer.put(`/api/columns/${column.id}`, say)).statusCode).toBe(422);
		const said = await officer.put(`/api/columns/${column.id}`, { ...say, absentNote: '本机关没有收费项目' });
		expect(said.statusCode).toBe(200);
		const after = await columnOf(county.townshipA.id, 'a20-08');
		expect(after.absentSince).toBe('2026-05-01');
		const back = { ...after, absentSince: null, absentNote: '' };
		expect((await officer.put(`/api/columns/${column.id}`, back)).statusCode).toBe(200);
	});
});

describe('the guide', () => {
	const address = () => `/api/guides/${county.townshipA.id}`;
	const content = Object.fromEntries(GUIDE_FIELDS.map(({ key, label }) => [key, `${label}的内容`]));
	const whole = { ...content, phone: '0999-8100001', bodyName: '柳溪镇党政综合办公室' };

	it('starts from what the county knows of the office', async () => {
		const guide = (await clerk.get(address())).json();
		expect(guide).toMatchObject({ version: 0, published: null, mayEdit: true, mayPublish: false });
		expect(guide.content.address).toContain('柳溪镇');
		expect(guide.content.supervision).toContain('行政复议');
		expect(guide.issues.length).toBeGreaterThan(0);
	});

	it('says on the portal that it is being made, until it is published', async () => {
		expect((await server.inject({ url: '/o/liuxi/guide' })).body).toContain('正在编制');
	});

	it('is saved by its own people only, against the version seen', async () => {
		const other = await signIn(server, 'clerkB');
		expect((await other.get(address())).statusCode).toBe(404);
		expect((await other.put(address(), { version: 0, content: whole })).statusCode).toBe(404);
		const reviewer = await signIn(server, 'reviewer');
		expect((await reviewer.put(address(), { version: 0, content: whole })).statusCode).toBe(403);
		const partly = { ...whole, fax: '' };
		expect((await clerk.put(address(), { version: 0, content: partly })).json()).toEqual({ version: 1 });
		const stale = await clerk.put(address(), { version: 0, content: whole });
		expect(stale.statusCode).toBe(409);
		expect(stale.json().title).toContain('林晓');
	});

	it('is not published while a field of Art 12 is missing', async () => {
		const answer = await leader.post(`${address()}/publish`);
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues).toMatchObject([{ field: 'fax' }]);
	});

	it('is published by the leader, not by the clerk, and once only', async () => {
		await clerk.put(address(), { version: 1, content: whole });
		expect((await clerk.post(`${address()}/publish`)).statusCode).toBe(403);
		expect((await leader.post(`${address()}/publish`)).json()).toEqual({ number: 1 });
		expect((await leader.post(`${address()}/publish`)).statusCode).toBe(422);
	});

	it('stands on the portal with its page tags, new edition and all', async () => {
		const first = await server.inject({ url: '/o/liuxi/guide' });
		expect(first.body).toContain('政府信息的分类的内容');
		expect(first.body).toContain('<meta name="ColumnType" content="信息公开指南"/>');
		expect(first.body).toContain('第1版');
		await clerk.put(address(), { version: 2, content: { ...whole, officeHours: '工作日八时至十八时' } });
		await leader.post(`${address()}/publish`);
		const second = await server.inject({ url: '/o/liuxi/guide' });
		expect(second.body).toContain('第2版');
		expect(second.body).toContain('工作日八时至十八时');
	});

	/** 条例第十二条, and what reports tell of their office: each stands on the page under its own name. */
	it.each([
		['what information there is, by kind', 'classification', '政府信息的分类'],
		['how the catalog is arranged', 'arrangement', '编排体系'],
		['how to get what is open by itself', 'access', '获取方式'],
		['the channels', 'channels', '公开渠道'],
		['the ways of applying', 'applyWays', '申请渠道'],
		['what to know before applying', 'applyNotes', '申请须知'],
		['what it costs', 'fees', '收费说明'],
		['the body that answers', 'bodyName', '工作机构名称'],
		['where it sits', 'address', '办公地址'],
		['its postcode', 'postcode', '邮政编码'],
		['its hours', 'officeHours', '办公时间'],
		['its telephone', 'phone', '联系电话'],
		['its fax', 'fax', '传真号码'],
		['its mail', 'internet', '互联网联系方式'],
		['where to complain', 'supervision', '监督和救济'],
	])('tells everybody %s', async (_, key, label) => {
		const words = key === 'phone' ? '0999-8100777' : `${label}：新的内容`;
		const { version, content: now } = (await clerk.get(address())).json();
		await clerk.put(address(), { version, content: { ...now, [key]: words } });
		// Written is not yet said.
		expect((await server.inject({ url: '/o/liuxi/guide' })).body).not.toContain(words);
		expect((await leader.post(`${address()}/publish`)).statusCode).toBe(200);
		const { body } = await server.inject({ url: '/o/liuxi/guide' });
		expect(body).toContain(label);
		expect(body).toContain(words);
	});

	it('is listed below the county guide', async () => {
		const page = await server.inject({ url: '/guide' });
		expect(page.statusCode).toBe(200);
		expect(page.body).toContain('href="/o/liuxi/guide"');
		expect(page.body).not.toContain('href="/o/shiqiao/guide"');
	});

	it('has no page for an office that is nowhere', async () => {
		expect((await server.inject({ url: '/o/nowhere/guide' })).statusCode).toBe(404);
	});
});
