import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { readDocx } from '../../../test/docx.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { periodTotals } from '../registers/index.ts';

/** Who does the work and how they are taught, as township reports tell it (docs/requirements.md; 条例第四、四十八条). */
let server: TestApp;
let county: County;
let clerk: Browser;
let officer: Browser;

beforeAll(async () => {
	server = await createTestApp('2026-06-01T01:00:00Z');
	county = await makeCounty(server);
	clerk = await signIn(server, 'clerk');
	officer = await signIn(server, 'countyOfficer');
});
afterAll(() => server?.close());

const roster = async () =>
	(await clerk.get('/api/posts')).json().rows as { id: number; post: string; name: string; position: string }[];

describe('a post of the work', () => {
	it.each([
		['who heads the leading group', 'groupHead', '岳明川', '镇长', '领导小组组长'],
		['who is deputy', 'groupDeputy', '卓雅', '组织委员', '领导小组副组长'],
		['who is a member', 'groupMember', '温良', '农业农村办主任', '领导小组成员'],
		['which office does the daily work', 'agencyHead', '祁安', '党政综合办公室主任', '工作机构负责人'],
		['who does it day by day', 'agencyStaff', '林晓', '科员，专职', '工作机构工作人员'],
		['who is the liaison of a unit', 'liaison', '陶叶', '水管站信息员', '联络员'],
	])('%s', async (_, post, name, position, label) => {
		const body = { post, name, position, phone: '0999-8100008', since: '2026-01-01', until: null };
		expect((await clerk.post('/api/posts', body)).statusCode).toBe(200);
		expect(await roster()).toContainEqual(expect.objectContaining({ post, name, position }));
		const paper = readDocx((await officer.get('/api/posts/paper')).rawPayload).text;
		for (const words of [label, name, position]) expect(paper).toContain(words);
	});

	it.each([
		['the head leads', 'groupHead', '领导'],
		['the deputy pushes on', 'groupDeputy', '督促'],
		['a member hands in', 'groupMember', '信息'],
		['the office answers for the daily work', 'agencyHead', '日常工作'],
		['staff publish and answer', 'agencyStaff', '发布'],
		['the liaison collects and hands in', 'liaison', '收集'],
	])('has its duties from the start: %s', async (_, post, words) => {
		const { duties } = (await clerk.get('/api/posts')).json();
		const duty = duties.find((one: { post: string }) => one.post === post);
		expect(duty.text).toContain(words);
	});

	it('changes hands: the group is another from the day on, and both stay in the roster', async () => {
		const head = (await roster()).find(({ post }) => post === 'groupHead');
		const left = {
			...{ post: 'groupHead', name: '岳明川', position: '镇长', phone: '', since: '2026-01-01' },
			...{ until: '2026-05-31', revision: 1 },
		};
		expect((await clerk.put(`/api/posts/${head?.id}`, left)).statusCode).toBe(200);
		const next = { post: 'groupHead', name: '向晚', position: '镇长', phone: '', since: '2026-06-01', until: null };
		expect((await clerk.post('/api/posts', next)).statusCode).toBe(200);
		const heads = async (url: string) =>
			(await clerk.get(url))
				.json()
				.rows.filter(({ post }: { post: string }) => post === 'groupHead')
				.map(({ name }: { name: string }) => name);
		expect(await heads('/api/posts')).toEqual(['向晚']);
		expect((await heads('/api/posts?past=true')).sort()).toEqual(['向晚', '岳明川'].sort());
	});
});

/** Meetings, classes and visits are told to those asked, and counted by themselves. */
describe('what brings staff together', () => {
	it.each([
		['a meeting for exchange', 'meeting', 'meeting', '政务公开交流会'],
		['a meeting on one subject', 'meeting', 'meeting', '营商环境公开专题会'],
		['a meeting of the leaders with this on its agenda', 'meeting', 'meeting', '镇长办公会研究公开工作'],
		['a class on the Regulations', 'training', 'trainingHeld', '学习条例'],
		['a class for the officers of the stations', 'training', 'trainingHeld', '站所信息员培训'],
		['a visit to guide an office', 'visit', 'guidance', '到石桥镇指导'],
	])('%s', async (_, kind, register, title) => {
		const total = async () => {
			const read = reader(server.as({ kind: 'system', name: '测试' }));
			const totals = await periodTotals(read, county.county.id, 2026);
			return Number(totals.find((one) => one.kind === register)?.quantity ?? 0);
		};
		const before = await total();
		const plan = { kind, title, day: '2026-06-01', hours: '', place: '', speaker: '', content: '', minutes: '' };
		const made = await officer.post('/api/trainings', { ...plan, offices: [county.townshipA.id] });
		expect(made.statusCode, made.body).toBe(200);
		const { id } = made.json();
		const move = async (action: string, body: object = {}) => {
			const answer = await officer.post(`/api/trainings/${id}/moves/${action}`, { text: '', ...body });
			expect(answer.statusCode, `${action} ${answer.body}`).toBe(200);
		};
		await move('notify');
		expect((await clerk.get('/api/trainings')).json().rows.map((row: { id: number }) => row.id)).toContain(id);
		const people = [{ name: '陶叶', position: '信息员' }];
		await clerk.post(`/api/trainings/${id}/people`, { officeId: county.townshipA.id, people });
		await move('hold');
		const marks = (await officer.get(`/api/trainings/${id}`))
			.json()
			.people.map((person: { id: number }) => ({ id: person.id, attended: true }));
		await officer.post(`/api/trainings/${id}/attendance`, { marks });
		expect(await total()).toBe(before);
		await move('close');
		expect(await total()).toBe(before + 1);
	});
});

/** Where the line lies, and what a paper from above means, is looked up while working. */
describe('a question of the work finds its answer', () => {
	it.each([
		['how far disclosure goes', '公开和保密怎么把握', /不予公开|保密/],
		['what a correction may ask', '补正一次告知', /补正/],
		['what the report counts', '年度报告统计', /年度报告|报告/],
	])('%s', async (_, question, words) => {
		const { rows } = (await clerk.get(`/api/knowledge?q=${encodeURIComponent(question)}`)).json();
		expect(rows.length).toBeGreaterThan(0);
		const article = (await clerk.get(`/api/knowledge/${rows[0].key}`)).json();
		expect(`${article.title}${article.body}`).toMatch(words);
	});
});
