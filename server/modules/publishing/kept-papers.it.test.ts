import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../../test/docx.ts';
import type { PersonKey } from '../../../test/fixtures.ts';
import { tableOf } from './coordination.setup.ts';
import { ASSESSMENT, type Desk, openDesk } from './desk.setup.ts';

/** Papers kept with a document: 影响评估 (个人信息保护法第五十五、五十六条), and letters of bodies outside the county (条例第十一条). */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
}, 90_000);
afterAll(() => desk?.server.close());

const BODY = '<p>经办人电话 13800138000。</p>';
const REASON = { personalReason: '值班公用手机，经同意公开' };
const PAPER = { name: '影响评估报告.txt', content: '评估报告。' };
const sign = async (id: number, body: object = REASON) =>
	await (await desk.as('leader')).post(`/api/documents/${id}/sign-off`, body);
const assess = async (id: number, change: object = {}, person: PersonKey = 'clerk', paper = PAPER) =>
	await (await desk.as(person)).upload(`/api/documents/${id}/impact-assessments`, [paper], {
		...ASSESSMENT,
		...change,
	});
const keysOf = (answer: { json(): { issues: { key: string }[] } }) => answer.json().issues.map(({ key }) => key);

describe('个人信息保护影响评估', () => {
	it('is asked for before personal information is signed, kept with the override and shown on the 审签表', async () => {
		const id = await desk.draft({ body: BODY });
		await desk.toSignature(id);
		expect(keysOf(await sign(id))).toEqual(['assessment.missing']);
		expect((await assess(id)).statusCode).toBe(200);
		expect((await sign(id)).statusCode).toBe(200);
		const shown = await desk.read(id);
		expect(shown.assessments).toMatchObject([{ ...ASSESSMENT, fileName: PAPER.name, edition: 1 }]);
		expect(shown.mayAssess).toBe(false);
		const step = shown.steps.find(({ action }) => action === 'signOff');
		expect(step?.data).toMatchObject({ ...REASON, assessmentId: shown.assessments[0]?.id });
		const clerk = await desk.as('clerk');
		const { text } = readDocx((await clerk.get(`/api/documents/${id}/sign-off-sheet?format=docx`)).rawPayload);
		for (const part of [ASSESSMENT.conclusion, ASSESSMENT.assessor, PAPER.name]) expect(text).toContain(part);
		const paper = await clerk.get(`/api/documents/${id}/impact-assessments/${shown.assessments[0]?.id}`);
		expect([paper.statusCode, paper.body]).toEqual([200, PAPER.content]);
		expect((await assess(id)).statusCode).toBe(409);
	});

	it('of an earlier edition does not cover the next one', async () => {
		const id = await desk.draft({ body: BODY });
		await desk.toSignature(id);
		await desk.assess(id);
		await desk.move(id, 'leader', 'sign-off', { ...REASON, release: 'now' });
		await desk.move(id, 'clerk', 'amend', { note: '改正值班电话' });
		const { content, version } = await desk.read(id);
		const changed = { ...content, body: `${BODY}<p>改。</p>`, changeNote: '改正' };
		await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, { version, content: changed });
		await desk.toSignature(id);
		expect(keysOf(await sign(id))).toEqual(['assessment.missing']);
		await desk.assess(id);
		expect((await sign(id)).statusCode).toBe(200);
	});

	it('is not asked for where nothing was found, and does no harm there', async () => {
		const id = await desk.draft();
		await desk.toSignature(id);
		expect((await sign(id, {})).statusCode).toBe(200);
		const { text } = readDocx(
			(await (await desk.as('clerk')).get(`/api/documents/${id}/sign-off-sheet?format=docx`)).rawPayload,
		);
		expect(text).not.toContain('影响评估');
	});

	it('says beside each input what is wrong, and comes with its paper', async () => {
		const id = await desk.draft({ body: BODY });
		const wrong = { assessedOn: '2030-01-01', assessor: ' ', conclusion: '可以' };
		expect(keysOf(await assess(id, wrong))).toEqual([
			'assessment.future',
			'assessment.assessor',
			'assessment.conclusion',
		]);
		expect((await assess(id, { assessedOn: '昨天' })).statusCode).toBe(422);
		const none = await (await desk.as('clerk')).upload(`/api/documents/${id}/impact-assessments`, [], ASSESSMENT);
		expect(none.statusCode).toBe(422);
		expect((await desk.read(id)).assessments).toEqual([]);
	});

	it('is kept by those who write or review alone, and read by no other office', async () => {
		const id = await desk.draft({ body: BODY });
		expect((await assess(id, {}, 'leader')).statusCode).toBe(403);
		expect((await assess(id, {}, 'clerkB')).statusCode).toBe(404);
		expect((await assess(id, {}, 'secrecyReviewer')).statusCode).toBe(200);
		const [kept] = (await desk.read(id)).assessments;
		const url = `/api/documents/${id}/impact-assessments/${kept?.id}`;
		expect((await (await desk.as('clerkB')).get(url)).statusCode).toBe(404);
		const other = await desk.draft();
		expect((await (await desk.as('clerk')).get(url.replace(String(id), String(other)))).statusCode).toBe(404);
	});
});

describe('the letter of a body outside the county', () => {
	const send = async (id: number, requestId: number, person: PersonKey = 'clerk', content = '复函。') =>
		await (await desk.as(person)).upload(`/api/documents/${id}/coordination-requests/${requestId}/proofs`, [
			{ name: '复函.txt', content },
		]);

	it('lies beside the recorded reply, once, until the document is signed', async () => {
		const table = tableOf(desk);
		const id = await desk.draft();
		await table.ask(id, { officeIds: [desk.county.department.id], outside: ['青河海事处'] });
		const [inside = 0, outside = 0] = (await desk.read(id)).coordination.requests.map((one) => one.id);
		expect(keysOf(await send(id, outside))).toEqual(['coordination.unanswered']);
		const reply = { reply: 'confirmed', opinion: '', repliedOn: '2026-06-01', reference: '青海事函〔2026〕1号' };
		const clerk = await desk.as('clerk');
		const told = await clerk.post(`/api/documents/${id}/coordination-requests/${outside}/reply`, reply);
		expect(told.statusCode, told.body).toBe(200);
		expect((await send(id, inside)).statusCode).toBe(422);
		expect((await send(id, 999_999)).statusCode).toBe(404);
		expect((await send(id, outside, 'clerkB')).statusCode).toBe(404);
		expect((await send(id, outside, 'clerk', '机密★10年\n复函')).statusCode).toBe(415);
		expect((await send(id, outside)).statusCode).toBe(200);
		expect(keysOf(await send(id, outside))).toEqual(['proof.twice']);
		const { proofs } = await desk.read(id);
		expect(proofs).toEqual([{ id: proofs[0]?.id, requestId: outside, fileName: '复函.txt' }]);
		const url = `/api/documents/${id}/coordination-proofs/${proofs[0]?.id}`;
		expect((await clerk.get(url)).body).toBe('复函。');
		for (const person of ['clerkB', 'clerkD'] as const)
			expect((await (await desk.as(person)).get(url)).statusCode).toBe(404);
	});
});

it('both are history: the database takes no change of them', async () => {
	const { pool } = desk.server.services.database;
	for (const name of ['impact_assessment', 'coordination_proof'])
		await expect(pool.query(`delete from ${name}`)).rejects.toThrow('append-only');
});
