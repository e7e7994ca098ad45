import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Browser } from '../../../test/fixtures.ts';
import { XLSX } from '../../platform/row-sheet.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';
import { entryTroubles } from './index.ts';
import type { documentAnswer, officeAnswer, standardAnswer } from './schemas.ts';
import { ENTRY_SHEET } from './sheets/entry-sheet.ts';

type Catalog = z.output<typeof officeAnswer>;
type Standard = z.output<typeof standardAnswer>;

let desk: Desk;
let officer: Browser;
let clerk: Browser;
let leader: Browser;
let clerkB: Browser;

beforeAll(async () => {
	desk = await openDesk();
	officer = await desk.as('countyOfficer');
	clerk = await desk.as('clerk');
	leader = await desk.as('leader');
	clerkB = await desk.as('clerkB');
});
afterAll(() => desk.server.close());

const A = () => desk.county.townshipA.id;
const B = () => desk.county.townshipB.id;

async function catalogOf(browser: Browser, officeId: number): Promise<Catalog> {
	const answer = await browser.get(`/api/offices/${officeId}/entries`);
	expect(answer.statusCode).toBe(200);
	return answer.json();
}

async function standard(): Promise<Standard> {
	return (await officer.get('/api/entries/standard')).json();
}

async function move(browser: Browser, body: object) {
	return await browser.post('/api/entries/moves', body);
}

const LOW_INCOME = {
	first: '最低生活保障',
	second: '',
	elements: '对象、人数、金额',
	basis: '《社会救助暂行办法》',
	due: { kind: 'event', days: 20, unit: 'working' },
	channels: ['site', 'board'],
	levels: ['township'],
	words: ['低保'],
};

describe('the standard catalog of the county', () => {
	it('starts from the starter once, and only for the county', async () => {
		expect((await clerk.post('/api/entries/standard/start')).statusCode).toBe(403);
		const first = (await officer.post('/api/entries/standard/start')).json() as { imported: number };
		expect(first.imported).toBeGreaterThan(50);
		expect((await officer.post('/api/entries/standard/start')).json()).toEqual({ imported: 0 });
	});

	it('is not seen by an office before it is handed down', async () => {
		expect((await catalogOf(clerk, A())).entries).toEqual([]);
	});

	it('refuses what the law does not allow, beside its cause', async () => {
		const body = {
			field: 'F19',
			content: { ...LOW_INCOME, basis: '《政府信息公开条例》', due: { kind: 'event', days: 30, unit: 'working' } },
			targets: [],
		};
		const refused = await officer.post('/api/entries/standard', body);
		expect(refused.statusCode).toBe(422);
		expect(
			refused
				.json()
				.issues.map((one: { key: string }) => one.key)
				.sort(),
		).toEqual(['entry.limit', 'entry.targets']);
	});

	it('reaches the offices it is meant for (条例第二十二条), and a second time only with something new', async () => {
		const pushed = (await officer.post('/api/entries/standard/push', { note: '第一版' })).json();
		expect(pushed).toMatchObject({ number: 1, offices: 4 });
		const township = await catalogOf(clerk, A());
		expect(township.entries.every(({ standing }) => standing === 'proposed')).toBe(true);
		// Of a department's alone nothing came to a township.
		expect(township.entries.map(({ content }) => content.first)).not.toContain('部门预算');
		expect((await officer.post('/api/entries/standard/push', { note: '' })).statusCode).toBe(422);
		const { code } = (
			await officer.post('/api/entries/standard', { field: 'F19', content: LOW_INCOME, officeIds: [A()] })
		).json() as { code: string };
		expect(code).toBe('F19-004');
		expect((await officer.post('/api/entries/standard/push', { note: '' })).json()).toMatchObject({
			number: 2,
			offices: 1,
			proposed: 1,
		});
		expect((await catalogOf(clerkB, B())).entries.some(({ standardCode }) => standardCode === code)).toBe(false);
	});
});

describe('an office answers every entry', () => {
	it('no catalog is published while something is unanswered', async () => {
		const refused = await leader.post(`/api/offices/${A()}/entries/publish`, { note: '' });
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues[0].key).toBe('edition.proposed');
	});

	it('a township keeps a subset and says what it has none of', async () => {
		const { entries } = await catalogOf(clerk, A());
		const none = entries.filter(({ field }) => field === 'F05' || field === 'F16').map(({ id }) => id);
		const refused = await move(clerk, { ids: none, action: 'trim', trim: null, reason: '' });
		expect(refused.json().issues.map((one: { key: string }) => one.key)).toEqual(['entry.trim', 'entry.reason']);
		expect(
			(await move(clerk, { ids: none, action: 'trim', trim: 'none', reason: '本镇没有执法队伍' })).statusCode,
		).toBe(200);
		const rest = entries.map(({ id }) => id).filter((id) => !none.includes(id));
		expect((await move(clerk, { ids: rest, action: 'adopt' })).statusCode).toBe(200);
		// Twice is not twice: the second hand comes too late.
		expect((await move(clerk, { ids: rest.slice(0, 1), action: 'adopt' })).statusCode).toBe(409);
	});

	it('one office does not touch the entries of another, all or none of them', async () => {
		const own = (await catalogOf(clerkB, B())).entries[0];
		const other = (await catalogOf(clerk, A())).entries[0];
		expect((await move(clerkB, { ids: [own?.id, other?.id], action: 'adopt' })).statusCode).toBe(404);
		expect((await catalogOf(clerkB, B())).entries[0]?.standing).toBe('proposed');
		expect((await clerkB.get(`/api/offices/${A()}/entries`)).statusCode).toBe(404);
		expect((await clerkB.post(`/api/offices/${A()}/entries`, { field: 'F19', content: LOW_INCOME })).statusCode).toBe(
			403,
		);
	});

	it('the leader publishes, not the clerk; what is trimmed is told with its reason', async () => {
		const url = `/api/offices/${A()}/entries/publish`;
		expect((await clerk.post(url, { note: '' })).statusCode).toBe(403);
		expect((await desk.page('/o/liuxi/entries')).body).toContain('尚未公布');
		expect((await leader.post(url, { note: '首次编制' })).json()).toEqual({ number: 1 });
		expect((await leader.post(url, { note: '' })).json().issues[0].key).toBe('edition.unchanged');
		const page = await desk.page('/o/liuxi/entries');
		expect(page.body).toContain('本镇没有执法队伍');
		expect(page.body).toContain('临时救助');
		expect((await desk.page('/fields')).body).toContain('/fields/social-assistance');
		expect((await desk.page('/fields/social-assistance')).body).toContain('临时救助');
	});

	it('what the office changes is not public before it is published', async () => {
		const { entries } = await catalogOf(clerk, A());
		const entry = entries.find(({ content }) => content.first === '临时救助');
		if (!entry) throw new Error('no entry');
		const body = {
			field: entry.field,
			content: { ...entry.content, elements: '尚未公布的新要素' },
			columnId: null,
			position: 5,
		};
		const change = (revision: number) => clerk.put(`/api/entries/${entry.id}`, { ...body, revision });
		expect((await change(entry.revision)).statusCode).toBe(200);
		// Two people at once: the one who saw the older is told.
		expect((await change(entry.revision)).statusCode).toBe(409);
		expect((await desk.page('/o/liuxi/entries')).body).not.toContain('尚未公布的新要素');
		expect((await catalogOf(clerk, A())).hasUnpublished).toBe(true);
	});

	it('a change of the standard waits until the office takes it over, and its own words stay', async () => {
		const entry = (await standard()).entries.find(({ content }) => content.first === '临时救助');
		if (!entry) throw new Error('no entry');
		const { field, content, targets, officeIds, position, revision } = entry;
		const body = { field, targets, officeIds, position, revision, ended: false };
		const changed = { ...body, content: { ...content, elements: '救助标准和程序' } };
		expect((await officer.put(`/api/entries/standard/${entry.id}`, changed)).statusCode).toBe(200);
		const mine = (await catalogOf(clerk, A())).entries.find(({ standardId }) => standardId === entry.id);
		expect(mine).toMatchObject({ standardNews: 'changed', content: { elements: '尚未公布的新要素' } });
		expect((await move(clerk, { ids: [mine?.id], action: 'renew' })).statusCode).toBe(200);
		const renewed = (await catalogOf(clerk, A())).entries.find(({ standardId }) => standardId === entry.id);
		expect(renewed).toMatchObject({ standardNews: null, content: { elements: '救助标准和程序' } });
		expect((await move(clerk, { ids: [mine?.id], action: 'renew' })).statusCode).toBe(409);
	});
});

describe('documents behind an entry', () => {
	let documentId = 0;
	const entryOf = async (id: number): Promise<z.output<typeof documentAnswer>> =>
		(await clerk.get(`/api/documents/${id}/entry`)).json();

	it('find their entry by themselves, and count on the page in the moment they are public', async () => {
		documentId = await desk.draft({ title: '柳溪镇二季度低保公示' });
		await desk.publish(documentId);
		await desk.server.settle();
		const match = await entryOf(documentId);
		expect(match.byPerson).toBe(false);
		expect(match.options.find(({ id }) => id === match.entryId)?.title).toMatch(/最低生活保障/);
		const page = await desk.page(`/o/liuxi/entries/${match.entryId}`);
		expect(page.body).toContain('柳溪镇二季度低保公示');
		const entry = (await catalogOf(clerk, A())).entries.find(({ id }) => id === match.entryId);
		expect(entry?.duty).toMatchObject({ count: 1, documents: [{ id: documentId }] });
	});

	it('what a person said stands against the rule', async () => {
		const { options, entryId } = await entryOf(documentId);
		const other = options.find(({ title }) => title === '临时救助');
		const url = `/api/documents/${documentId}/entry`;
		expect((await clerkB.put(url, { entryId: other?.id })).statusCode).toBe(403);
		expect((await clerk.put(url, { entryId: other?.id })).statusCode).toBe(200);
		await clerk.post(`/api/offices/${A()}/entries`, { field: 'F19', content: { ...LOW_INCOME, words: ['低保公示'] } });
		await desk.server.settle();
		expect(await entryOf(documentId)).toMatchObject({ entryId: other?.id, byPerson: true });
		// Taken back, the rule decides again: the longer word of the new entry.
		expect((await clerk.put(url, { byRule: true })).statusCode).toBe(200);
		const again = await entryOf(documentId);
		expect(again.byPerson).toBe(false);
		expect(again.entryId).not.toBe(entryId);
		expect(again.entryId).not.toBe(other?.id);
	});

	it('cannot be put under an entry of another office, or under one that was trimmed', async () => {
		const trimmed = (await catalogOf(clerk, A())).entries.find(({ standing }) => standing === 'trimmed');
		const foreign = (await catalogOf(clerkB, B())).entries[0];
		for (const entryId of [trimmed?.id, foreign?.id]) {
			const refused = await clerk.put(`/api/documents/${documentId}/entry`, { entryId });
			expect(refused.json().issues[0].key).toBe('match.entry');
		}
	});

	it('a withdrawn one is gone from here in the same moment (second path)', async () => {
		const { entryId } = await entryOf(documentId);
		await leader.post(`/api/offices/${A()}/entries/publish`, { note: '' });
		expect((await desk.page(`/o/liuxi/entries/${entryId}`)).body).toContain('柳溪镇二季度低保公示');
		await desk.move(documentId, 'leader', 'withdraw', { reason: '名单有误，核对后重新公开' });
		for (const path of [`/o/liuxi/entries/${entryId}`, '/o/liuxi/entries', '/fields/social-assistance']) {
			expect((await desk.page(path)).body).not.toContain('柳溪镇二季度低保公示');
		}
		expect((await clerk.get(`/api/documents/${documentId}/entry`)).statusCode).toBe(404);
	});
});

describe('coverage', () => {
	it('counts what is taken over and filled, per field, and no other office for a clerk', async () => {
		const cells = (await clerk.get('/api/entries/coverage')).json() as {
			officeId: number;
			field: string;
			adopted: number;
		}[];
		expect(new Set(cells.map(({ officeId }) => officeId))).toEqual(new Set([A()]));
		const all = (await officer.get('/api/entries/coverage')).json() as { officeId: number }[];
		expect(new Set(all.map(({ officeId }) => officeId)).size).toBe(4);
		const adopted = cells.reduce((sum, cell) => sum + cell.adopted, 0);
		expect(adopted).toBe((await catalogOf(clerk, A())).entries.filter(({ standing }) => standing === 'adopted').length);
	});

	it('tells supervision what was missed and what nobody answered', async () => {
		const troubles = await entryTroubles(reader(desk.server.as({ kind: 'system', name: '测试' })));
		expect(troubles.some(({ officeId, state }) => officeId === B() && state === 'proposed')).toBe(true);
		expect(troubles.some(({ officeId, state }) => officeId === A() && state === 'missing')).toBe(true);
		expect(troubles.some(({ officeId, state }) => officeId === A() && state === 'proposed')).toBe(false);
		// Offices are told the name of a field: its code stands in no law.
		for (const { field } of troubles) expect(field).not.toMatch(/^F\d/);
	});
});

describe('a sheet', () => {
	async function sheet(rows: Record<string, string>[]): Promise<Buffer> {
		const book = new ExcelJS.Workbook();
		const page = book.addWorksheet('事项');
		page.addRow(ENTRY_SHEET.columns.map(({ header }) => header));
		for (const row of rows) page.addRow(ENTRY_SHEET.columns.map(({ field }) => row[field] ?? ''));
		return Buffer.from(await book.xlsx.writeBuffer());
	}
	const ROW = {
		field: '涉农补贴',
		first: '稻谷补贴',
		elements: '对象、面积、标准',
		basis: '省级实施方案',
		timing: '每年',
		channels: '■政府网站\n■社区/企事业单位/村公示栏(电子屏)',
		levels: '乡级、村级',
	};
	const send = async (browser: Browser, url: string, mode: string, file: Buffer) =>
		await browser.upload(url, [{ name: '事项.xlsx', type: XLSX, content: file }], { mode });

	it('is taken whole or not at all, each fault beside its row', async () => {
		const url = `/api/offices/${A()}/entries/import`;
		const bad = await sheet([ROW, { ...ROW, field: '宗教', timing: '看情况', channels: '公告栏' }, ROW]);
		const checked = (await send(clerk, url, 'check', bad)).json();
		expect(checked.ready).toBe(false);
		expect(checked.rows[0].issues).toEqual([]);
		expect(checked.rows[1].issues.map((one: { key: string }) => one.key)).toEqual(
			expect.arrayContaining(['import.field', 'import.timing', 'import.channel']),
		);
		expect(checked.rows[2].issues.map((one: { message: string }) => one.message)).toEqual(['与第2行的事项相同。']);
		expect((await send(clerk, url, 'save', bad)).statusCode).toBe(422);
		expect((await catalogOf(clerk, A())).entries.some(({ title }) => title === '稻谷补贴')).toBe(false);
		const good = await sheet([ROW]);
		expect((await send(clerk, url, 'save', good)).json()).toMatchObject({ imported: 1 });
		const taken = (await catalogOf(clerk, A())).entries.find(({ title }) => title === '稻谷补贴');
		expect(taken?.content).toMatchObject({
			channels: ['site', 'board'],
			levels: ['township', 'village'],
			due: { period: 'year' },
		});
		expect((await send(clerk, url, 'check', good)).json().rows[0].issues[0].key).toBe('import.there');
	});

	it("written out can be read in again: the county imports an office's table", async () => {
		const url = `/api/offices/${A()}/entries/sheet`;
		const exported = await clerk.get(url);
		expect(exported.statusCode).toBe(200);
		const checked = (await send(officer, '/api/entries/standard/import', 'check', exported.rawPayload)).json();
		const unknown = checked.rows.flatMap((row: { issues: { key: string }[] }) =>
			row.issues.filter(({ key }) => key !== 'import.there' && key !== 'import.twice'),
		);
		expect(checked.rows.length).toBeGreaterThan(20);
		expect(unknown).toEqual([]);
	});

	it('the public one opens, formulas defused', async () => {
		const answer = await desk.server.app.inject({ url: '/o/liuxi/entries.xlsx' });
		expect(answer.statusCode).toBe(200);
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(Uint8Array.from(answer.rawPayload).buffer);
		expect(book.worksheets[0]?.getCell('B1').value).toBe('领域');
		expect(book.worksheets[0]?.rowCount).toBeGreaterThan(20);
	});
});
