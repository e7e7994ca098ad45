import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begunRound, type Desk, deduct, fixedTree, openDesk } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
});
afterAll(() => desk?.server.close());

const officer = () => desk.as('countyOfficer');
const round = async (id: number, person: Parameters<Desk['as']>[0] = 'countyOfficer') =>
	await (await desk.as(person)).get(`/api/evaluation/rounds/${id}`);
const sheet = async (id: number, officeId: number, person: Parameters<Desk['as']>[0] = 'countyOfficer') =>
	await (await desk.as(person)).get(`/api/evaluation/rounds/${id}/offices/${officeId}`);
const move = async (id: number, action: string, body: object = {}) =>
	await (await officer()).post(`/api/evaluation/rounds/${id}/moves/${action}`, body);
const rule = async (id: number, action: string, body: object, person: Parameters<Desk['as']>[0] = 'countyOfficer') =>
	await (await desk.as(person)).post(`/api/evaluation/deductions/${id}/moves/${action}`, body);
const appeal = async (
	id: number,
	person: Parameters<Desk['as']>[0] = 'clerk',
	text = '两条信息的文号在正文中已经写明。',
) =>
	await (await desk.as(person)).upload(
		`/api/evaluation/deductions/${id}/appeal`,
		[{ name: '截图说明.txt', content: '正文第二段' }],
		{ text },
	);

/** A round open for appeals until 10 June with one deduction of township A; answers both ids. */
async function inAppeal(): Promise<{ id: number; deductionId: number }> {
	desk.at('2026-06-01T02:00:00Z');
	const id = await begunRound(desk);
	const deductionId = (await deduct(desk, 'asked', id)).json().id;
	await (await officer()).post(`/api/evaluation/rounds/${id}/draw`);
	const opened = await move(id, 'openAppeal', { appealUntil: '2026-06-10' });
	if (opened.statusCode !== 200) throw new Error(opened.body);
	return { id, deductionId };
}

describe('a tree', () => {
	it('is fixed when its weights add up, and then nobody changes it, not even in the database', async () => {
		const browser = await officer();
		const { id } = (await browser.post('/api/evaluation/trees', { year: 2030, origin: { kind: 'standard' } })).json();
		const tree = (await browser.get(`/api/evaluation/trees/${id}`)).json();
		tree.content.nodes[1].points = 16;
		const body = { revision: 1, title: tree.title, content: tree.content };
		expect((await browser.put(`/api/evaluation/trees/${id}`, body)).statusCode).toBe(200);
		// Somebody else still has the first revision on the screen.
		expect((await browser.put(`/api/evaluation/trees/${id}`, body)).statusCode).toBe(409);
		const refused = await browser.post(`/api/evaluation/trees/${id}/fix`, { revision: 2 });
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues.map(({ field }: { field: string }) => field)).toContain('content.nodes.0.points');
		tree.content.nodes[1].points = 15;
		await browser.put(`/api/evaluation/trees/${id}`, { ...body, revision: 2 });
		expect((await browser.post(`/api/evaluation/trees/${id}/fix`, { revision: 3 })).statusCode).toBe(200);
		expect((await browser.put(`/api/evaluation/trees/${id}`, { ...body, revision: 4 })).statusCode).toBe(409);
		expect((await browser.del(`/api/evaluation/trees/${id}?revision=4`)).statusCode).toBe(409);
		const { pool } = desk.server.services.database;
		await expect(pool.query("update evaluation_tree set title = '改' where id = $1", [id])).rejects.toThrow(
			'does not change',
		);
	});

	it('is copied from the fixed one of the year before; from nothing it is not', async () => {
		const browser = await officer();
		await fixedTree(desk, 2040);
		const copy = await browser.post('/api/evaluation/trees', { year: 2041, origin: { kind: 'lastYear' } });
		expect((await browser.get(`/api/evaluation/trees/${copy.json().id}`)).json()).toMatchObject({
			year: 2041,
			state: 'draft',
		});
		expect((await browser.post('/api/evaluation/trees', { year: 2050, origin: { kind: 'lastYear' } })).statusCode).toBe(
			422,
		);
		// A draft is the county's own.
		for (const person of ['clerk', 'asked'] as const)
			expect((await (await desk.as(person)).get(`/api/evaluation/trees/${copy.json().id}`)).statusCode).toBe(404);
	});

	it('of a year gets the next version, also when two begin one at once', async () => {
		const browser = await officer();
		const made = await Promise.all(
			[1, 2, 3].map(() => browser.post('/api/evaluation/trees', { year: 2060, origin: { kind: 'standard' } })),
		);
		expect(made.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
		const { rows } = (await browser.get('/api/evaluation/trees')).json();
		const versions = rows
			.filter(({ year }: { year: number }) => year === 2060)
			.map((row: { version: number }) => row.version);
		expect(versions).toEqual([3, 2, 1]);
	});

	it('that is a draft begins no round', async () => {
		const browser = await officer();
		const { id } = (await browser.post('/api/evaluation/trees', { year: 2070, origin: { kind: 'standard' } })).json();
		const body = {
			treeId: id,
			title: '考核',
			from: '2026-01-01',
			to: '2026-02-01',
			officeIds: [desk.county.townshipA.id],
		};
		expect((await browser.post('/api/evaluation/rounds', body)).json().issues[0].field).toBe('treeId');
	});
});

describe('a round from its beginning to the portal', () => {
	it('records with evidence, hears the office, freezes, verifies, tells the registers and publishes', async () => {
		const { id, deductionId } = await inAppeal();
		const a = desk.county.townshipA.id;
		const mine = (await sheet(id, a, 'clerk')).json();
		const own = mine.rows.find((row: { id: number }) => row.id === deductionId);
		expect(own).toMatchObject({ code: '1.3', points: 2, state: 'standing', personName: '' });
		expect(own.evidence.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect((await appeal(deductionId, 'clerk', '不对')).statusCode).toBe(422);
		expect((await appeal(deductionId)).statusCode).toBe(200);
		expect((await appeal(deductionId)).statusCode).toBe(409);
		const before = (await round(id)).json().offices.find((row: { officeId: number }) => row.officeId === a);
		expect(before).toMatchObject({ appeals: 1 });
		expect((await rule(deductionId, 'change', { text: '一条成立，一条不成立。', points: 2 })).statusCode).toBe(422);
		expect((await rule(deductionId, 'change', { text: '一条成立，一条不成立。', points: 1 })).statusCode).toBe(200);
		const after = (await round(id)).json().offices.find((row: { officeId: number }) => row.officeId === a);
		expect(after.score - before.score).toBe(1);
		expect((await move(id, 'close')).json().issues[0].key).toBe('round.appealRunning');
		desk.at('2026-06-11T02:00:00Z');
		expect((await move(id, 'close')).statusCode).toBe(200);
		const checked = (await (await officer()).get(`/api/evaluation/rounds/${id}/verification`)).json();
		expect(checked).toMatchObject({ isSame: true });
		expect(checked.rows).toHaveLength(3);
		expect((await desk.page('/evaluation/2026')).statusCode).toBe(404);
		await move(id, 'publish');
		const shown = (await desk.page('/evaluation/2026')).body;
		for (const part of ['柳溪镇人民政府', '2026年上半年政务公开考核', '优秀', after.score.toFixed(2)])
			expect(shown).toContain(part);
		for (const hidden of ['附件打不开', '乔评', '文号在正文中']) expect(shown).not.toContain(hidden);
		await desk.server.settle();
		const lines = (
			await (
				await desk.as('clerk')
			).get('/api/registers/entries?kind=assessment&from=2026-01-01&to=2026-12-31&year=2026')
		).json();
		expect(lines.rows.filter((row: { note: string }) => row.note.includes(`第${id}号`))).toHaveLength(1);
		expect((await move(id, 'unpublish', { text: '名次需要说明。' })).statusCode).toBe(200);
		expect((await desk.page('/evaluation/2026')).statusCode).toBe(404);
	});

	it('is told apart from one that somebody wrote into', async () => {
		const { id, deductionId } = await inAppeal();
		desk.at('2026-06-11T02:00:00Z');
		await move(id, 'close');
		const { pool } = desk.server.services.database;
		await pool.query('alter table evaluation_deduction disable trigger all');
		await pool.query("update evaluation_deduction set evidence_text = '改过的文字' where id = $1", [deductionId]);
		await pool.query('alter table evaluation_deduction enable trigger all');
		const checked = (await (await officer()).get(`/api/evaluation/rounds/${id}/verification`)).json();
		expect(checked.isSame).toBe(false);
		expect(checked.rows.filter((row: { isSame: boolean }) => !row.isSame)).toMatchObject([{ officeName: '柳溪镇' }]);
		await expect(pool.query('delete from evaluation_step')).rejects.toThrow('append-only');
		await expect(pool.query('update evaluation_result set score = 100')).rejects.toThrow('append-only');
	});

	it('comes out as docx, pdf and xlsx once it is closed, and not before', async () => {
		const { id } = await inAppeal();
		expect((await (await officer()).get(`/api/evaluation/rounds/${id}/results`)).statusCode).toBe(409);
		desk.at('2026-06-11T02:00:00Z');
		await move(id, 'close');
		const browser = await officer();
		const heads = { docx: 'PK', xlsx: 'PK', pdf: '%PDF' };
		for (const [format, head] of Object.entries(heads)) {
			const paper = await browser.get(`/api/evaluation/rounds/${id}/results?format=${format}`);
			expect(paper.rawPayload.subarray(0, head.length).toString('latin1')).toBe(head);
		}
		expect((await (await desk.as('clerk')).get(`/api/evaluation/rounds/${id}/results`)).statusCode).toBe(403);
	});
});

describe('recording', () => {
	it('refuses each fault beside its field and keeps nothing', async () => {
		const id = await begunRound(desk);
		const keys = async (fields: Record<string, string>) =>
			(await deduct(desk, 'asked', id, fields)).json().issues?.map(({ field }: { field: string }) => field);
		expect(await keys({ code: '1.1' })).toEqual(['code']);
		expect(await keys({ officeId: String(desk.county.county.id) })).toEqual(['officeId']);
		expect(await keys({ ref: 'ftp://x', text: '短' })).toEqual(['text', 'ref']);
		expect(await keys({ kind: 'document', ref: '/d/999999' })).toEqual(['ref']);
		expect(await keys({ kind: 'file' })).toEqual(['files']);
		expect(await keys({ text: '联系人身份证号为110101199003070011，电话13900139000。' })).toEqual(['text']);
		expect(await keys({ code: '5', points: '9' })).toEqual(['points']);
		expect((await sheet(id, desk.county.townshipA.id)).json().rows).toEqual([]);
	});

	it('keeps a file as evidence under the hash of its bytes', async () => {
		const id = await begunRound(desk);
		const fields = {
			officeId: String(desk.county.townshipA.id),
			code: '1.3',
			faults: '1',
			kind: 'file',
			text: '打不开的页面截图',
		};
		const made = await (await desk.as('asked')).upload(
			`/api/evaluation/rounds/${id}/deductions`,
			[{ name: '截图.txt', content: '页面打不开' }],
			fields,
		);
		expect(made.statusCode).toBe(200);
		const [row] = (await sheet(id, desk.county.townshipA.id)).json().rows;
		expect(row.evidence).toMatchObject({ kind: 'file', fileName: '截图.txt' });
		const file = await (await desk.as('asked')).get(`/api/evaluation/deductions/${row.id}/evidence`);
		expect(file.body).toBe('页面打不开');
		for (const person of ['clerk', 'clerkB', 'other'] as const)
			expect((await (await desk.as(person)).get(`/api/evaluation/deductions/${row.id}/evidence`)).statusCode).toBe(404);
	});

	it('is taken back by whoever recorded it, not by another evaluator, and not once offices have seen it', async () => {
		const { evaluators } = desk;
		const id = await begunRound(desk, { evaluatorIds: [evaluators.asked, evaluators.other] });
		const deductionId = (await deduct(desk, 'asked', id)).json().id;
		expect((await rule(deductionId, 'withdraw', { text: '看错了页面。' }, 'other')).statusCode).toBe(403);
		expect((await rule(deductionId, 'withdraw', { text: '' }, 'asked')).statusCode).toBe(422);
		expect((await rule(deductionId, 'withdraw', { text: '看错了页面。' }, 'asked')).statusCode).toBe(200);
		expect((await round(id)).json().offices.every(({ found }: { found: number }) => found === 0)).toBe(true);
		const { deductionId: seen } = await inAppeal();
		expect((await rule(seen, 'withdraw', { text: '看错了页面。' }, 'asked')).statusCode).toBe(422);
	});

	it('fails an office by a veto, and ranks it below the others of its kind', async () => {
		const id = await begunRound(desk);
		await deduct(desk, 'asked', id, { code: '6' });
		await deduct(desk, 'asked', id, { officeId: String(desk.county.townshipB.id), faults: '9' });
		const rows = (await round(id)).json().offices;
		const of = (officeId: number) => rows.find((row: { officeId: number }) => row.officeId === officeId);
		expect(of(desk.county.townshipA.id)).toMatchObject({ score: 100, grade: 'fail', rank: 2 });
		expect(of(desk.county.townshipB.id)).toMatchObject({ grade: 'excellent', rank: 1 });
		expect(of(desk.county.department.id)).toMatchObject({ rank: 1 });
	});
});

describe('the automatic indicators', () => {
	it('are counted once however often, and gone when the cause is', async () => {
		const id = await begunRound(desk);
		const browser = await officer();
		const first = (await browser.post(`/api/evaluation/rounds/${id}/draw`)).json();
		// Nobody in this county has published a guide.
		expect(first).toMatchObject({ found: 3, appeared: 3, gone: 0 });
		expect((await browser.post(`/api/evaluation/rounds/${id}/draw`)).json()).toMatchObject({ appeared: 0, gone: 0 });
		const [row] = (await sheet(id, desk.county.townshipA.id)).json().rows;
		expect(row).toMatchObject({ code: '3.1', source: 'automatic', points: 4 });
		expect((await (await desk.as('clerk')).post(`/api/evaluation/rounds/${id}/draw`)).statusCode).toBe(403);
	});

	it('stand in the way of showing offices a half', async () => {
		const id = await begunRound(desk);
		expect((await move(id, 'openAppeal', { appealUntil: '2026-07-10' })).json().issues[0].key).toBe('round.notDrawn');
	});
});

describe('appeals', () => {
	it('are heard to the last day and no longer', async () => {
		const { deductionId } = await inAppeal();
		desk.at('2026-06-11T02:00:00Z');
		const late = await appeal(deductionId);
		expect(late.statusCode).toBe(422);
		expect(late.json().issues[0].message).toContain('2026-06-10');
		desk.at('2026-06-10T15:00:00Z');
		expect((await appeal(deductionId)).statusCode).toBe(200);
	});

	it('are the office’s own: another office has no such deduction, and the county cannot appeal for it', async () => {
		const { id, deductionId } = await inAppeal();
		expect((await appeal(deductionId, 'clerkB')).statusCode).toBe(404);
		expect((await appeal(deductionId, 'countyOfficer')).statusCode).toBe(403);
		expect((await sheet(id, desk.county.townshipA.id, 'clerkB')).statusCode).toBe(404);
		expect((await round(id, 'clerkB')).json().offices).toHaveLength(1);
		expect((await round(id, 'clerkB')).json().offices[0]).toMatchObject({ officeName: '石桥镇', rank: null });
	});

	it('that are open keep a round from being closed', async () => {
		const { id, deductionId } = await inAppeal();
		await appeal(deductionId);
		desk.at('2026-06-11T02:00:00Z');
		expect((await move(id, 'close')).json().issues[0].key).toBe('round.openAppeals');
		expect((await rule(deductionId, 'remove', { text: '申诉理由成立，予以撤销。' })).statusCode).toBe(200);
		expect((await move(id, 'close')).statusCode).toBe(200);
	});

	it('are decided once though two decide at once', async () => {
		const { deductionId } = await inAppeal();
		await appeal(deductionId);
		const both = await Promise.all([
			rule(deductionId, 'uphold', { text: '理由不成立，维持扣分。' }),
			rule(deductionId, 'remove', { text: '理由成立，撤销扣分。' }),
		]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});

	it('are between the office and the county: an evaluator reads neither words nor proofs', async () => {
		const { id, deductionId } = await inAppeal();
		await appeal(deductionId);
		const row = (await sheet(id, desk.county.townshipA.id))
			.json()
			.rows.find((one: { id: number }) => one.id === deductionId);
		expect(row.proofs).toHaveLength(1);
		const seen = await sheet(id, desk.county.townshipA.id, 'asked');
		expect(seen.body).not.toContain('文号在正文中');
		expect(seen.body).not.toContain('截图说明');
		const path = `/api/evaluation/deductions/${deductionId}/proofs/${row.proofs[0].id}`;
		expect((await (await desk.as('asked')).get(path)).statusCode).toBe(404);
		expect((await (await desk.as('clerkB')).get(path)).statusCode).toBe(404);
		expect((await (await desk.as('clerk')).get(path)).body).toBe('正文第二段');
		expect((await rule(deductionId, 'remove', { text: '评估员不能决定申诉。' }, 'asked')).statusCode).toBe(403);
	});
});

describe('an office before its time', () => {
	it('sees no round that is being scored, by no path', async () => {
		const id = await begunRound(desk);
		await deduct(desk, 'asked', id);
		const clerk = await desk.as('clerk');
		expect((await clerk.get(`/api/evaluation/rounds/${id}`)).statusCode).toBe(404);
		expect((await clerk.get(`/api/evaluation/rounds/${id}/offices/${desk.county.townshipA.id}`)).statusCode).toBe(404);
		const { rows } = (await clerk.get('/api/evaluation/rounds')).json();
		expect(rows.map((row: { id: number }) => row.id)).not.toContain(id);
	});
});
