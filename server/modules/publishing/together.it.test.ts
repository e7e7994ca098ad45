import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, SHEET } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk?.server.close());

async function policy(): Promise<number> {
	const columnId = await desk.column('policies');
	return await desk.draft({
		columnId,
		type: 'policy',
		title: '关于促进乡村旅游的意见',
		documentNumber: '柳政发〔2026〕7号',
	});
}

/** The interpretation begun beside a policy, complete unless `change` says otherwise. */
async function explain(id: number, change: object = {}): Promise<number> {
	const clerk = await desk.as('clerk');
	const made = (await clerk.post(`/api/documents/${id}/interpretation`)).json().id as number;
	const { content, version } = await desk.read(made);
	const whole = {
		...{ ...content, formedOn: '2026-05-20', summary: '解读乡村旅游扶持措施。' },
		...{ body: '<p>为什么出台这份意见：……</p>', ...change },
	};
	const saved = await clerk.put(`/api/documents/${made}/draft`, { version, content: whole });
	expect(saved.statusCode).toBe(200);
	return made;
}

const post = async (who: Parameters<Desk['as']>[0], id: number, name: string, body: object) =>
	await (await desk.as(who)).post(`/api/documents/${id}/${name}`, body);
const states = async (...ids: number[]) => await Promise.all(ids.map(async (id) => (await desk.read(id)).state));

describe('同步起草、同步审签、同步发布 (law.md §5.6)', () => {
	it('carries the interpretation through every review, and publishes both in one act', async () => {
		const id = await policy();
		const explained = await explain(id);
		expect((await desk.read(explained)).content).toMatchObject({
			...{ title: '《关于促进乡村旅游的意见》解读', interprets: id, theme: '农业、林业、水利' },
		});
		expect((await desk.read(id)).explanation?.companions).toMatchObject([{ id: explained, state: 'draft' }]);
		const together = true;
		expect((await post('clerk', id, 'submit', { together })).statusCode).toBe(200);
		expect(await states(id, explained)).toEqual(['proofreading', 'proofreading']);
		await desk.move(id, 'reviewer', 'proofread', { together });
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', { ...SHEET, together });
		await desk.move(id, 'leader', 'sign-off', { together });
		expect(await states(id, explained)).toEqual(['published', 'published']);
		expect((await desk.page(`/d/${id}`)).body).toContain('《关于促进乡村旅游的意见》解读');
		expect((await desk.page(`/d/${explained}`)).body).toContain('解读的文件');
		expect((await desk.read(id)).explanation).toMatchObject({ companions: [], published: 1, due: null });
	});

	it('keeps both back for what one lacks, and says which', async () => {
		const id = await policy();
		const explained = await explain(id, { summary: '' });
		const refused = await post('clerk', id, 'submit', { together: true });
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues[0].message).toContain('解读稿《《关于促进乡村旅游的意见》解读》');
		expect(await states(id, explained)).toEqual(['draft', 'draft']);
	});

	it('leaves alone an interpretation that stands elsewhere, and goes alone when not asked to take it', async () => {
		const id = await policy();
		const explained = await explain(id);
		await desk.move(id, 'clerk', 'submit');
		expect(await states(id, explained)).toEqual(['proofreading', 'draft']);
		await desk.move(id, 'reviewer', 'proofread', { together: true });
		expect(await states(id, explained)).toEqual(['secrecyReview', 'draft']);
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', SHEET);
		await desk.move(id, 'leader', 'sign-off');
		// Three working days from the day it went out.
		expect((await desk.read(id)).explanation).toMatchObject({ due: '2026-06-04', late: false });
	});

	it('asks four eyes of the interpretation as well', async () => {
		const id = await policy();
		const clerk = await desk.as('clerk');
		const explained = await explain(id);
		await desk.move(id, 'clerk', 'submit', { together: true });
		const refused = await clerk.post(`/api/documents/${id}/proofread`, { comment: '', together: true });
		expect(refused.statusCode).toBe(422);
		expect(await states(id, explained)).toEqual(['proofreading', 'proofreading']);
	});

	it('begins one interpretation of a policy, in its own office', async () => {
		const id = await policy();
		const begin = async (who: Parameters<Desk['as']>[0], of: number) => await post(who, of, 'interpretation', {});
		expect((await begin('clerkB', id)).statusCode).toBe(404);
		expect((await begin('leader', id)).statusCode).toBe(403);
		expect((await begin('clerk', await desk.draft())).statusCode).toBe(422);
		const both = await Promise.all([begin('clerk', id), begin('clerk', id)]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});
});
