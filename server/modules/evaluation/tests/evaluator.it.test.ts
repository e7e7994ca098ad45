import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, TRACES } from '../../../../test/applications.ts';
import { MODULES } from '../../../compose.ts';
import { permissionsOf } from '../../../kernel/permissions.ts';
import { begunRound, type Desk, deduct, openDesk } from './desk.setup.ts';

/**
 * Somebody from outside is let in. Every route of the whole server is tried with their session: what is an office's own,
 * who applied, what is only drafted, and rounds of others must stay out of reach, by whatever path.
 */
const DRAFT = '尚未签发的征地补偿方案';
const REQUEST = '关于本人宅基地审批的全部材料';
const MESSAGE = '反映某村低保名单的来信';
const SECRETS = [...TRACES, DRAFT, REQUEST, MESSAGE, '钱来信'];

const routes = MODULES.flatMap((module) => module.routes);
const held = permissionsOf(['evaluator']);
const OPEN = ['public', 'signedIn'];
const closed = routes.filter(({ access }) => !OPEN.includes(access) && !held.has(access as 'evaluation.read'));

let desk: Desk;
let mine = 0;
let foreign = 0;

beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
	const clerk = await desk.as('clerk');
	await enter(desk, { request: { title: REQUEST } });
	const columns = (await clerk.get('/api/columns')).json() as { id: number; slug: string }[];
	const columnId = columns.find(({ slug }) => slug === 'notices')?.id;
	const { id } = (await clerk.post('/api/documents', { columnId, type: 'notice' })).json();
	const { version, content } = (await clerk.get(`/api/documents/${id}`)).json();
	await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...content, title: DRAFT } });
	await clerk.post('/api/concerns', {
		...{ kind: 'question', officeId: desk.county.townshipA.id, origin: 'letter', title: MESSAGE },
		...{ body: '名单中有人不符合条件。', contact: { name: '钱来信', phone: '13900139000', email: '' } },
	});
	await (await desk.as('countyOfficer')).post('/api/monitoring/rounds');
	mine = await begunRound(desk, { title: '委托评估的考核' });
	foreign = await begunRound(desk, { title: '没有委托的考核', evaluatorIds: [] });
	for (const round of [mine, foreign]) {
		await (await desk.as('countyOfficer')).post(`/api/evaluation/rounds/${round}/draw`);
		await deduct(desk, 'countyOfficer', round);
	}
});
afterAll(() => desk?.server.close());

/** With every number there could be in the place of an id. */
function addresses(path: string): string[] {
	const ids = [1, 2, 3, 4, 5, desk.county.townshipA.id];
	return /:/.test(path)
		? ids.map((n) =>
				path
					.replace(/:year/, '2025')
					.replace(/:action/, 'accept')
					.replace(/:\w+/g, String(n)),
			)
		: [path];
}

async function ask(method: string, url: string) {
	const browser = await desk.as('asked');
	if (method === 'GET') return await browser.get(url);
	if (method === 'DELETE') return await browser.del(url);
	return method === 'PUT' ? await browser.put(url, {}) : await browser.post(url, {});
}

describe('an evaluator from outside', () => {
	it('holds two permissions and no more', () => {
		expect([...held].sort()).toEqual(['evaluation.read', 'evaluation.score']);
		expect(closed.length).toBeGreaterThan(150);
	});

	it('is refused at every other route of every module', async () => {
		for (const { method, path, access, upload } of closed) {
			const [url = path] = addresses(path);
			const browser = await desk.as('asked');
			const answer = upload ? await browser.upload(url, [{ name: 'a.txt', content: 'x' }], {}) : await ask(method, url);
			// Some bodies are judged before the person is; whoever lacks the permission never gets further than that.
			const expected = method === 'GET' || upload ? [403, 422] : [403, 415, 422];
			expect(expected, `${method} ${path} (${access}): ${answer.statusCode}`).toContain(answer.statusCode);
			if (answer.statusCode === 422) expect(answer.json().issues?.length, path).toBeGreaterThan(0);
		}
	});

	it('reads nothing of an applicant, a draft or a message through whatever can be read', async () => {
		const reads = routes.filter(
			({ method, access }) => method === 'GET' && access !== 'public' && !closed.some((one) => one.access === access),
		);
		let answered = 0;
		for (const { path } of reads) {
			for (const url of addresses(path)) {
				const answer = await ask('GET', url);
				if (answer.statusCode === 200) answered += 1;
				for (const secret of SECRETS) expect(answer.body.includes(secret), `${url} shows ${secret}`).toBe(false);
			}
		}
		expect(answered).toBeGreaterThan(5);
	});

	it('sees the round they are asked to and no other', async () => {
		const browser = await desk.as('asked');
		const { rows } = (await browser.get('/api/evaluation/rounds')).json();
		expect(rows.map((row: { id: number; part: string }) => [row.id, row.part])).toEqual([[mine, 'evaluator']]);
		const a = desk.county.townshipA.id;
		for (const path of ['', `/offices/${a}`]) {
			expect((await browser.get(`/api/evaluation/rounds/${mine}${path}`)).statusCode).toBe(200);
			expect((await browser.get(`/api/evaluation/rounds/${foreign}${path}`)).statusCode).toBe(404);
			expect((await (await desk.as('other')).get(`/api/evaluation/rounds/${mine}${path}`)).statusCode).toBe(404);
		}
		expect((await deduct(desk, 'asked', foreign)).statusCode).toBe(404);
		expect((await deduct(desk, 'other', mine)).statusCode).toBe(404);
	});

	it('sees none that is only prepared', async () => {
		const officer = await desk.as('countyOfficer');
		const { trees } = (await officer.get('/api/evaluation/rounds/options')).json();
		const body = { treeId: trees[0].value, title: '准备中的考核', from: '2026-01-01', to: '2026-05-31' };
		const parties = { officeIds: [desk.county.townshipA.id], evaluatorIds: [desk.evaluators.asked] };
		const { id } = (await officer.post('/api/evaluation/rounds', { ...body, ...parties })).json();
		expect((await (await desk.as('asked')).get(`/api/evaluation/rounds/${id}`)).statusCode).toBe(404);
	});

	it('cannot learn by naming it whether a draft or a finding is there', async () => {
		const drafted = await deduct(desk, 'asked', mine, { kind: 'document', ref: '/d/1' });
		const none = await deduct(desk, 'asked', mine, { kind: 'document', ref: '/d/987654' });
		expect(drafted.json().issues).toEqual(none.json().issues);
		const finding = await deduct(desk, 'asked', mine, { kind: 'finding', ref: '1' });
		const nothing = await deduct(desk, 'asked', mine, { kind: 'finding', ref: '987654' });
		expect(finding.json().issues).toEqual(nothing.json().issues);
		expect(finding.statusCode).toBe(422);
	});

	it('does not read the words of a finding the county named', async () => {
		const officer = await desk.as('countyOfficer');
		const { rows } = (await officer.get(`/api/monitoring/findings?officeId=${desk.county.townshipA.id}`)).json();
		const named = rows[0];
		const made = await deduct(desk, 'countyOfficer', mine, { kind: 'finding', ref: String(named.id), text: '' });
		expect(made.statusCode, made.body).toBe(200);
		const path = `/api/evaluation/rounds/${mine}/offices/${desk.county.townshipA.id}`;
		const rowIn = async (person: 'asked' | 'countyOfficer') =>
			(await (await desk.as(person)).get(path)).json().rows.find((row: { id: number }) => row.id === made.json().id);
		expect((await rowIn('countyOfficer')).evidence.text).toContain(named.message);
		expect((await rowIn('asked')).evidence).toMatchObject({
			ref: '',
			text: expect.stringContaining('县政务公开办掌握'),
		});
	});

	it('does not move a round, nor read 责任追究 of the office they were entered under', async () => {
		const officer = await desk.as('countyOfficer');
		const record = {
			...{ officeId: String(desk.county.county.id), kind: 'talk', basis: '47', decidedBy: '县政府办', persons: '1' },
			...{ decidedOn: '2026-05-20', facts: '没有按期组织年度报告汇总。' },
		};
		expect((await officer.upload('/api/accountability', [], record)).statusCode).toBe(200);
		expect((await (await desk.as('asked')).get('/api/accountability')).json()).toEqual({ rows: [] });
		const moved = await (await desk.as('asked')).post(`/api/evaluation/rounds/${mine}/moves/openAppeal`, {
			appealUntil: '2026-06-20',
		});
		expect(moved.statusCode).toBe(403);
	});

	it('whose role has ended sees nothing any more', async () => {
		const { pool } = desk.server.services.database;
		await pool.query("update assignment set valid_until = '2026-05-31' where person_id = $1", [desk.evaluators.other]);
		const answer = await (await desk.as('other')).get('/api/evaluation/rounds');
		expect([401, 403]).toContain(answer.statusCode);
	});
});
