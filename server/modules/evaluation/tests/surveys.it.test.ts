import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begunRound, type Desk, fixedTree, openDesk } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
});
afterAll(() => desk?.server.close());

const SURVEY = {
	...{ title: '政府信息公开社会评议', intro: '请评议您最近打过交道的机关。', byOffice: true, codesOnly: false },
	...{ opensOn: '2026-06-01', closesOn: '2026-06-10' },
	questions: [
		{ kind: 'scale', title: '您对公开内容满意吗', required: true, choices: [] },
		{ kind: 'multiple', title: '您希望多公开什么', required: false, choices: ['补贴发放', '工程建设', '招聘招考'] },
		{ kind: 'text', title: '您的意见', required: false, choices: [] },
	],
};
const officer = () => desk.as('countyOfficer');
const view = async (id: number) => (await (await officer()).get(`/api/surveys/${id}`)).json();
const move = async (id: number, action: string, text = '') =>
	await (await officer()).post(`/api/surveys/${id}/moves/${action}`, { revision: (await view(id)).revision, text });

/** A questionnaire that is open today; answers its id and number. */
async function opened(more: object = {}): Promise<{ id: number; number: string }> {
	desk.at('2026-06-01T02:00:00Z');
	const made = await (await officer()).post('/api/surveys', { ...SURVEY, ...more });
	if (made.statusCode !== 200) throw new Error(made.body);
	const { id } = made.json();
	await move(id, 'fix');
	return { id, number: (await view(id)).number };
}

let tokens = 0;
const answer = async (number: string, fields: Record<string, string> = {}, cookie?: string) =>
	await desk.form(`/surveys/${number}`, { token: `t${tokens++}`, office: 'liuxi', q1: '4', ...fields }, cookie);
const results = async (id: number) => (await (await officer()).get(`/api/surveys/${id}/results`)).json();

describe('a questionnaire', () => {
	it('is drafted unseen, fixed for good, and changed by another version under its number', async () => {
		const browser = await officer();
		const { id } = (await browser.post('/api/surveys', SURVEY)).json();
		const { number } = await view(id);
		expect(number).toMatch(/^PY2026\d{3}$/);
		expect((await desk.page(`/surveys/${number}`)).statusCode).toBe(404);
		expect((await (await desk.as('clerk')).get(`/api/surveys/${id}`)).statusCode).toBe(404);
		expect((await (await desk.as('clerk')).post('/api/surveys', SURVEY)).statusCode).toBe(403);
		await move(id, 'fix');
		expect((await desk.page(`/surveys/${number}`)).body).toContain('您对公开内容满意吗');
		expect((await browser.put(`/api/surveys/${id}`, { ...SURVEY, revision: 2 })).statusCode).toBe(409);
		const next = (await move(id, 'revise')).json().id;
		expect(await view(next)).toMatchObject({ number, version: 2, state: 'draft' });
		expect(await view(id)).toMatchObject({ state: 'ended', isNewest: false });
		await browser.put(`/api/surveys/${next}`, { ...SURVEY, title: '社会评议第二版', revision: 1 });
		await move(next, 'fix');
		expect((await desk.page(`/surveys/${number}`)).body).toContain('社会评议第二版');
	});

	it('is refused beside what is wrong, and when it shows personal data', async () => {
		const browser = await officer();
		const field = async (more: object) =>
			(await browser.post('/api/surveys', { ...SURVEY, ...more }))
				.json()
				.issues.map((one: { field: string }) => one.field);
		expect(await field({ closesOn: '2026-05-01' })).toEqual(['closesOn']);
		expect(await field({ questions: SURVEY.questions.slice(1) })).toEqual(['questions']);
		expect(await field({ intro: '请联系张三，身份证110101199003070011。' })).toEqual(['intro']);
	});
});

describe('an answer', () => {
	it('comes back filled with what is missing, and is one though the form is sent eight times at once', async () => {
		const { id, number } = await opened();
		const refused = await answer(number, { q1: '', office: '', q3: '希望更快更新', 'q2-2': 'yes' });
		expect(refused.statusCode).toBe(422);
		for (const part of ['请回答这个问题', '请选择您评议的机关', '希望更快更新']) expect(refused.body).toContain(part);
		expect(refused.body).toMatch(/name="q2-2"[^>]*checked=""/);
		const same = { token: 'one-and-the-same' };
		const all = await Promise.all(Array.from({ length: 8 }, () => answer(number, same)));
		expect(all.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 8 }, () => 200));
		expect((await results(id)).total).toBe(1);
	});

	it('leaves a mark in the browser that names nobody, and a second one is not offered', async () => {
		const { number } = await opened();
		const given = await answer(number);
		const [cookie] = given.cookies as { name: string; value: string; httpOnly: boolean }[];
		expect(cookie).toMatchObject({ name: `gk_survey_${number}_1`, value: 'yes', httpOnly: true });
		const again = (await desk.page(`/surveys/${number}`, `${cookie?.name}=yes`)).body;
		expect(again).toContain('已经参加过');
		expect(again).not.toContain('<textarea');
		// Another questionnaire knows nothing of it.
		const other = await opened();
		expect((await desk.page(`/surveys/${other.number}`, `${cookie?.name}=yes`)).body).toContain('<textarea');
	});

	it('keeps nothing that leads to who gave it', async () => {
		const { number } = await opened();
		await answer(number, { token: 'a-token-of-mine' });
		const { pool } = desk.server.services.database;
		const { rows } = await pool.query('select to_jsonb(t)::text as row from survey_answer t');
		const kept = rows.map(({ row }) => row).join('\n');
		expect(kept).not.toContain('a-token-of-mine');
		expect(kept).not.toMatch(/10\.9\.|T\d\d:\d\d/);
		const trail = await pool.query("select ip, request_id from audit_entry where event = 'survey.answer'");
		expect(trail.rows.length).toBeGreaterThan(0);
		for (const row of trail.rows) expect(row).toEqual({ ip: null, request_id: null });
	});

	it('is limited by address', async () => {
		const { number } = await opened();
		const statuses = [];
		for (let n = 0; n < 12; n++) {
			const payload = new URLSearchParams({ token: `r${n}`, office: 'liuxi', q1: '5' }).toString();
			const headers = { 'content-type': 'application/x-www-form-urlencoded' };
			const url = `/surveys/${number}`;
			statuses.push(
				(await desk.server.inject({ method: 'POST', url, payload, headers, remoteAddress: '10.77.0.1' })).statusCode,
			);
		}
		expect(statuses.slice(0, 10).every((status) => status === 200)).toBe(true);
		expect(statuses.at(-1)).toBe(429);
	});

	it('is taken between the first day and the last', async () => {
		const { number } = await opened({ opensOn: '2026-06-03' });
		expect((await answer(number)).statusCode).toBe(409);
		desk.at('2026-06-10T15:00:00Z');
		expect((await answer(number)).statusCode).toBe(200);
		desk.at('2026-06-10T16:00:00Z');
		expect((await answer(number)).statusCode).toBe(409);
		expect((await desk.page(`/surveys/${number}`)).body).toContain('已经截止');
	});

	it('by a printed code is one answer a code, also when two use it at once', async () => {
		const { id, number } = await opened({ codesOnly: true });
		const { codes } = (await (await officer()).post(`/api/surveys/${id}/codes`, { count: 3 })).json();
		expect(codes).toHaveLength(3);
		expect((await answer(number, { code: 'AAAAA-AAAAA' })).body).toContain('评议码不正确');
		const both = await Promise.all([
			answer(number, { code: codes[0] }),
			answer(number, { code: codes[0].toLowerCase() }),
		]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		expect(await view(id)).toMatchObject({ codes: { given: 3, used: 1 } });
		const { pool } = desk.server.services.database;
		const { rows } = await pool.query('select to_jsonb(t)::text as row from survey_code t');
		for (const code of codes) expect(rows.map(({ row }) => row).join()).not.toContain(code.replace('-', ''));
		// A faulty form does not use its code up.
		expect((await answer(number, { code: codes[1], q1: '9' })).statusCode).toBe(422);
		expect((await answer(number, { code: codes[1] })).statusCode).toBe(200);
	});

	it('on paper is typed in by staff and counted apart', async () => {
		const { id, number } = await opened();
		await answer(number);
		const body = { officeId: desk.county.townshipA.id, answers: { '0': 3 } };
		expect((await (await desk.as('clerk')).post(`/api/surveys/${id}/paper`, body)).statusCode).toBe(200);
		const wrong = { ...body, answers: { '0': 7 } };
		expect((await (await desk.as('clerk')).post(`/api/surveys/${id}/paper`, wrong)).statusCode).toBe(422);
		const { byOrigin } = await results(id);
		expect(byOrigin.map((one: { label: string; count: number }) => `${one.label}${one.count}`)).toEqual([
			'网上1',
			'纸质1',
		]);
	});
});

describe('results', () => {
	it('are published with what is said and what was changed, never with the words people wrote', async () => {
		const { id, number } = await opened();
		for (const q1 of ['5', '4', '4', '3', '2']) await answer(number, { q1, q3: '窗口态度有待改进', 'q2-1': 'yes' });
		await answer(number, { office: 'shiqiao', q1: '1' });
		expect(await results(id)).toMatchObject({ total: 6, mean: 3.17 });
		expect((await results(id)).texts[0].texts).toHaveLength(5);
		expect((await move(id, 'publish', '共收到六份答卷，总体评价一般。')).json().issues[0].key).toBe('survey.notOver');
		desk.at('2026-06-11T02:00:00Z');
		expect((await move(id, 'publish', '短')).statusCode).toBe(422);
		expect((await move(id, 'publish', '请联系13900139000，身份证110101199003070011。')).json().issues[0].key).toBe(
			'survey.personal',
		);
		expect((await move(id, 'publish', '共收到六份答卷，总体评价一般。')).statusCode).toBe(200);
		const browser = await officer();
		const measure = { doneOn: '2026-06-11', text: '各乡镇便民服务中心增设信息公开查阅电脑。' };
		expect((await browser.post(`/api/surveys/${id}/measures`, { ...measure, doneOn: '2026-07-01' })).statusCode).toBe(
			422,
		);
		expect((await browser.post(`/api/surveys/${id}/measures`, measure)).statusCode).toBe(200);
		const shown = (await desk.page(`/surveys/${number}`)).body;
		for (const part of ['共收到六份答卷', '增设信息公开查阅电脑', '3.17', '不足5份', '补贴发放'])
			expect(shown).toContain(part);
		// Of six answers one is the other office's: beside the mean of all, that of these five would tell it.
		expect(shown).not.toContain('3.60');
		expect(shown).toContain('不予公布');
		expect(shown).not.toContain('窗口态度');
		expect((await desk.page('/surveys')).body).toContain(SURVEY.title);
		expect((await (await desk.as('clerk')).get(`/api/surveys/${id}/results`)).statusCode).toBe(403);
		expect((await browser.get(`/api/surveys/${id}/export`)).rawPayload.subarray(0, 2).toString()).toBe('PK');
	});

	it('reach the registers of the county and of the office, and leave them when they are taken down', async () => {
		const { id, number } = await opened();
		for (const q1 of ['5', '5', '5', '5', '4']) await answer(number, { q1 });
		desk.at('2026-06-11T02:00:00Z');
		await move(id, 'publish', '共收到五份答卷，评价较好。');
		await desk.server.settle();
		const lines = async () => {
			const url = '/api/registers/entries?kind=socialEvaluation&from=2026-01-01&to=2026-12-31&year=2026';
			const { rows } = (await (await desk.as('clerk')).get(url)).json();
			return rows.filter((row: { note: string }) => row.note.includes(number));
		};
		expect(await lines()).toMatchObject([{ fields: { participants: 5, result: '平均4.80分（满分5分）' } }]);
		await move(id, 'unpublish');
		await desk.server.settle();
		expect(await lines()).toEqual([]);
	});

	it('of fewer than five show no figures', async () => {
		const { id, number } = await opened();
		await answer(number, { q1: '1' });
		desk.at('2026-06-11T02:00:00Z');
		await move(id, 'publish', '答卷较少，不作统计。');
		const shown = (await desk.page(`/surveys/${number}`)).body;
		expect(shown).toContain('不公布各题统计');
		expect(shown).not.toContain('占比');
	});

	it('cost a round points by the mean, recounted when it changes', async () => {
		const { id, number } = await opened();
		for (const q1 of ['3', '3', '3', '3', '3']) await answer(number, { q1 });
		const roundId = await begunRound(desk, { treeId: await fixedTree(desk), surveyId: id });
		const browser = await officer();
		const row = async () => {
			await browser.post(`/api/evaluation/rounds/${roundId}/draw`);
			const { rows } = (
				await browser.get(`/api/evaluation/rounds/${roundId}/offices/${desk.county.townshipA.id}`)
			).json();
			return rows.find((one: { code: string }) => one.code === '4.2');
		};
		expect(await row()).toMatchObject({ points: 5, evidence: { text: expect.stringContaining('平均3.00分') } });
		for (const q1 of ['5', '5', '5', '5', '5']) await answer(number, { q1 });
		const again = await row();
		expect(again.points).toBe(2.5);
		expect(again.steps.map(({ action }: { action: string }) => action)).toEqual(['record', 'recount']);
	});
});

describe('a printed questionnaire', () => {
	it('bears its address as a square code', async () => {
		const { number } = await opened();
		const code = await desk.page(`/surveys/${number}/qr.svg`);
		expect(code.headers['content-type']).toContain('image/svg+xml');
		expect((await desk.page('/surveys/PY2099001/qr.svg')).statusCode).toBe(404);
	});
});
