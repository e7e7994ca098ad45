import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/fixtures.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';

/** Fields township reports say they opened, and the rule of each (docs/requirements.md; 国办发〔2019〕54号). */
let desk: Desk;
let officer: Browser;
let clerk: Browser;

interface Row {
	id: number;
	field: string;
	title: string;
	standing: string;
	duty: { count: number; state?: string } | null;
}

const A = () => desk.county.townshipA.id;
const entries = async (): Promise<Row[]> => (await clerk.get(`/api/offices/${A()}/entries`)).json().entries;

const SCHOOL = {
	first: '学校概况',
	second: '',
	elements: '学校名称、地址、办学规模',
	basis: '《义务教育法》',
	due: { kind: 'every', period: 'year', days: 20 },
	channels: ['site'],
	levels: ['township'],
	words: ['学校名录'],
};
/** Stricter than the twenty working days of 条例第二十六条. */
const QUICK = {
	...SCHOOL,
	first: '村级事项',
	elements: '事项、结果',
	basis: '《村民委员会组织法》',
	due: { kind: 'event', days: 15, unit: 'calendar' },
	channels: ['site', 'board'],
	levels: ['township', 'village'],
	words: ['村级事项'],
};

beforeAll(async () => {
	desk = await openDesk();
	officer = await desk.as('countyOfficer');
	clerk = await desk.as('clerk');
	const ok = async (answer: Promise<{ statusCode: number; body: string }>) => {
		const { statusCode, body } = await answer;
		if (statusCode !== 200) throw new Error(body);
	};
	await ok(officer.post('/api/entries/standard/start'));
	for (const [field, content] of [
		['F23', SCHOOL],
		['F13', QUICK],
	] as const)
		await ok(officer.post('/api/entries/standard', { field, content, officeIds: [A()] }));
	await ok(officer.post('/api/entries/standard/push', { note: '' }));
	const ids = (await entries()).map(({ id }) => id);
	await ok(clerk.post('/api/entries/moves', { ids, action: 'adopt' }));
	await ok((await desk.as('leader')).post(`/api/offices/${A()}/entries/publish`, { note: '' }));
});
afterAll(() => desk?.server.close());

/** A document finds its entry by its words and stands at once under the field, the office's entry and the coverage. */
describe('a field of the standard catalogs', () => {
	it.each([
		['major projects', 'projects', 'F01', '柳溪镇重点项目进展通报'],
		['procurement and public trading', 'trading', 'F02', '柳溪镇办公设备采购结果'],
		['budgets', 'finance', 'F03', '柳溪镇2026年政府预算'],
		['safety and emergencies', 'work-safety', 'F04', '柳溪镇防汛应急预案'],
		['land taken and paid for', 'land-acquisition', 'F06', '柳溪镇征地补偿情况'],
		['environment', 'environment', 'F10', '柳溪镇人居环境整治情况'],
		['culture', 'culture', 'F11', '柳溪镇文化活动安排'],
		['poverty relief and its funds', 'poverty-relief', 'F13', '柳溪镇衔接资金安排'],
		['disaster relief', 'disaster-relief', 'F14', '柳溪镇救灾款物发放'],
		['lists of powers', 'city-enforcement', 'F16', '柳溪镇权责清单'],
		['work and training', 'employment', 'F17', '柳溪镇就业培训报名'],
		['pensions and insurance', 'social-insurance', 'F18', '柳溪镇养老保险缴费办法'],
		['social assistance', 'social-assistance', 'F19', '柳溪镇低保对象公示'],
		['care of the old', 'elderly-care', 'F20', '柳溪镇敬老院收费'],
		['farm subsidies and who gets them', 'farm-subsidies', 'F22', '柳溪镇农机补贴受益名册'],
		['education', 'education', 'F23', '柳溪镇学校名录'],
		['health', 'health', 'F24', '柳溪镇预防接种安排'],
		['town services', 'municipal-services', 'F25', '柳溪镇停水通知'],
		['planning', 'planning', 'F26', '柳溪镇村庄规划草案'],
	])('%s', async (_, slug, field, title) => {
		const covered = async () =>
			(await clerk.get('/api/entries/coverage'))
				.json()
				.find((cell: { officeId: number; field: string }) => cell.officeId === A() && cell.field === field);
		expect((await covered()).adopted).toBeGreaterThan(0);
		const id = await desk.draft({ title });
		await desk.publish(id);
		await desk.server.settle();
		const { entryId } = (await clerk.get(`/api/documents/${id}/entry`)).json();
		const entry = (await entries()).find((one) => one.id === entryId);
		expect(entry?.field).toBe(field);
		expect(entry?.duty?.count).toBeGreaterThan(0);
		expect((await covered()).covered).toBeGreaterThan(0);
		const page = await desk.page(`/fields/${slug}`);
		expect(page.status).toBe(200);
		expect(page.body).toContain(`href="/o/liuxi/entries/${entryId}"`);
		expect((await desk.page(`/o/liuxi/entries/${entryId}`)).body).toContain(title);
	});
});

/** 公开主体、内容、时限、渠道、对象、方式、层级: each entry says each of them to everybody. */
describe('the rule of an entry', () => {
	it.each([
		['what is made public', '事项、结果'],
		['on what ground', '《村民委员会组织法》'],
		['within how many days', '信息形成或者变更之日起15日内'],
		['by whom', '柳溪镇人民政府；'],
		['in what form and where', '公示栏'],
		['at which level, the village too', '村级'],
		['to whom', '全社会'],
		['by itself, not on application', '主动'],
	])('%s', async (_, words) => {
		const { body } = await desk.page('/fields/poverty-relief');
		const row = body.split('<tr>').find((one) => one.includes('村级事项')) ?? '';
		expect(row).toContain(words);
	});

	it.each([
		['routine work is due again and again', 'social-assistance', '每季度公开'],
		['single matters are due when they happen', 'trading', '信息形成或者变更之日起2个工作日内'],
		['fixed matters stand for ever', 'social-insurance', '长期公开'],
		['a yearly matter is due once a year', 'education', '每年公开'],
	])('%s', async (_, slug, words) => {
		expect((await desk.page(`/fields/${slug}`)).body).toContain(words);
	});

	it('allows no limit longer than the law: fifteen days may be set, thirty may not', async () => {
		const body = {
			field: 'F13',
			content: { ...QUICK, first: '另一事项', basis: '《政府信息公开条例》第二十六条' },
			officeIds: [A()],
		};
		const longer = { ...body, content: { ...body.content, due: { kind: 'event', days: 30, unit: 'working' } } };
		const refused = await officer.post('/api/entries/standard', longer);
		expect(refused.json().issues.map(({ key }: { key: string }) => key)).toContain('entry.limit');
		expect((await officer.post('/api/entries/standard', body)).statusCode).toBe(200);
	});
});

describe('the catalog of a township', () => {
	it('lists every entry with its state on one page, and as a sheet', async () => {
		const { body } = await desk.page('/o/liuxi/entries');
		for (const { title, standing } of await entries()) {
			if (standing === 'adopted') expect(body).toContain(title.split('（')[0] ?? title);
		}
		expect(body).toContain('href="/o/liuxi/entries.xlsx"');
	});

	it('bears the number of its edition and the day, a new one with each change', async () => {
		expect((await desk.page('/o/liuxi/entries')).body).toContain('第1版');
		const own = {
			...SCHOOL,
			first: '镇属单位',
			basis: '《条例》第五十五条',
			elements: '单位、电话',
			words: ['镇属单位'],
		};
		expect((await clerk.post(`/api/offices/${A()}/entries`, { field: 'F23', content: own })).statusCode).toBe(200);
		expect((await desk.page('/o/liuxi/entries')).body).not.toContain('镇属单位');
		await (await desk.as('leader')).post(`/api/offices/${A()}/entries/publish`, { note: '补充镇属单位' });
		const { body } = await desk.page('/o/liuxi/entries');
		expect(body).toContain('第2版');
		expect(body).toContain('镇属单位');
	});

	it('says of what is still missing that there is nothing yet: that is where to look', async () => {
		const { body } = await desk.page('/o/liuxi/entries');
		expect(body).toContain('暂无信息');
		const cells = (await clerk.get('/api/entries/coverage')).json() as { adopted: number; covered: number }[];
		const sum = (key: 'adopted' | 'covered') => cells.reduce((total, cell) => total + cell[key], 0);
		expect(sum('covered')).toBeGreaterThan(10);
		expect(sum('covered')).toBeLessThan(sum('adopted'));
	});
});
