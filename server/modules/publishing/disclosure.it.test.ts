import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../../test/docx.ts';
import type { PersonKey } from '../../../test/fixtures.ts';
import { type Table, tableOf } from './coordination.setup.ts';
import { type Desk, openDesk, SHEET } from './desk.setup.ts';

let desk: Desk;
let table: Table;
beforeAll(async () => {
	desk = await openDesk();
	table = tableOf(desk);
});
afterAll(() => desk?.server.close());

/** 内部工作流程, as its writer sees it. */
const KEPT: Parameters<Desk['draft']>[0] = {
	...{ type: 'policy', title: '关于干部周转房分配的意见', documentNumber: '柳政发〔2026〕7号' },
	...{ attribute: 'withheld', ground: '16-1', groundNote: '属于后勤管理。' },
};
const AGREED = { opinion: 'agree', comment: '只涉及后勤管理，可以不公开。' };
const OPPOSED = { opinion: 'open', comment: '分配对象为各村群众，涉及公众利益。' };

const kept = async (change: Parameters<Desk['draft']>[0] = {}) => await desk.draft({ ...KEPT, ...change });
const sign = async (id: number, objectionReason = '') => await table.trySign(id, { release: 'hold', objectionReason });
const say = async (id: number, body: object = AGREED, person: PersonKey = 'countyOfficer') =>
	await (await desk.as(person)).post(`/api/documents/${id}/opinion`, body);
const todo = async (person: PersonKey) => {
	const { rows } = (await (await desk.as(person)).get('/api/documents?whose=todo')).json();
	return rows as { id: number; awaitsOpinion: boolean }[];
};
const waits = async (person: PersonKey, id: number) =>
	(await todo(person)).some((row) => row.id === id && row.awaitsOpinion);

/** Brings a draft of township A to the leader's desk. */
async function toSignature(change: Parameters<Desk['draft']>[0] = {}): Promise<number> {
	const id = await kept(change);
	await desk.toSignature(id);
	return id;
}

it('offers the grounds in the order of the articles', async () => {
	const { grounds } = (await (await desk.as('clerk')).get('/api/documents/options')).json();
	expect(grounds.map(({ value }: { value: string }) => value)).toEqual([
		...['14-1', '14-2', '14-3', '15', '16-1', '16-2', '16-3'],
	]);
});

describe('公开属性审查 of a policy that is to be kept back (国办发〔2016〕80号一（一）)', () => {
	it('comes between the secrecy review and the signature, waits on the desk of the county office, and is kept', async () => {
		const id = await kept();
		expect((await desk.read(id)).disclosure).toEqual({ opinion: null });
		// Nobody reads it, so that no interpretation is asked for.
		expect((await desk.read(id)).explanation).toBeNull();
		expect(await waits('countyOfficer', id)).toBe(false);
		// Nothing another office reads has not been reviewed.
		expect((await say(id)).statusCode).toBe(409);
		await desk.toSignature(id);
		expect(await waits('countyOfficer', id)).toBe(true);
		expect(await waits('leader', id)).toBe(true);

		const early = await table.trySign(id);
		expect(early.statusCode).toBe(422);
		expect(early.body).toContain('签发前应当先由县政务公开工作机构审查公开属性（国办发〔2016〕80号）');
		const shown = (await desk.read(id, 'leader')).moves.find(({ action }) => action === 'signOff');
		expect(shown?.reasons.map(({ key }) => key)).toEqual(['disclosure.owed']);

		expect((await say(id)).statusCode).toBe(200);
		expect((await desk.read(id)).disclosure?.opinion).toMatchObject({
			...{ kind: 'agree', label: '同意不予公开', reason: AGREED.comment, personName: '顾宁' },
		});
		expect((await todo('countyOfficer')).map((row) => row.id)).not.toContain(id);
		expect(await waits('leader', id)).toBe(false);
		expect((await sign(id)).statusCode).toBe(200);
		const { steps, state } = await desk.read(id);
		expect(state).toBe('signedOff');
		expect(steps.map(({ action }) => action)).toEqual(['submit', 'proofread', 'passSecrecy', 'giveOpinion', 'signOff']);
	});

	it('is signed against in writing alone, and both sides stand on the 审签表', async () => {
		const id = await toSignature();
		expect((await say(id, OPPOSED)).statusCode).toBe(200);
		const silent = await table.trySign(id);
		expect(silent.statusCode).toBe(422);
		expect(silent.json().issues).toEqual([
			expect.objectContaining({ field: 'objectionReason', key: 'disclosure.against' }),
		]);
		expect((await sign(id, '不公开')).json().issues[0].key).toBe('reason.short');
		const reason = '分配方案尚在征求意见，定稿后另行公开。';
		expect((await sign(id, reason)).statusCode).toBe(200);
		const sheet = await (await desk.as('clerk')).get(`/api/documents/${id}/sign-off-sheet`);
		const text = JSON.stringify(await readDocx(sheet.rawPayload));
		for (const words of ['不在网站发布', '不适用']) expect(text).toContain(words);
		for (const words of ['应当公开', OPPOSED.comment, '顾宁', `不采纳公开属性审查意见的理由：${reason}`])
			expect(text).toContain(words);
		const signed = (await desk.read(id)).steps.at(-1);
		expect(signed?.data).toMatchObject({ objectionReason: reason, objectors: ['县政务公开工作机构'] });
	});

	it('leads to publication when the office heeds it', async () => {
		const id = await toSignature();
		await say(id, OPPOSED);
		await desk.move(id, 'leader', 'send-back', { comment: '按县政务公开办意见改为主动公开。' });
		await table.rewrite(id, { attribute: 'active', ground: '', groundNote: '' });
		await desk.publish(id);
		expect((await desk.page(`/d/${id}`)).status).toBe(200);
		expect((await desk.read(id)).disclosure).toBeNull();
	});

	it('is of this very text: sent back and handed on unchanged it stands, another text asks again', async () => {
		const id = await toSignature();
		await say(id);
		await desk.move(id, 'clerk', 'recall');
		await desk.toSignature(id);
		expect(await waits('countyOfficer', id)).toBe(false);
		expect((await say(id)).json().issues[0].key).toBe('disclosure.given');
		await desk.move(id, 'clerk', 'recall');
		await table.rewrite(id, { body: '<p>周转房改为面向全镇群众分配。</p>' });
		await desk.toSignature(id);
		expect(await waits('countyOfficer', id)).toBe(true);
		expect((await table.trySign(id)).body).toContain('disclosure.owed');
		expect((await desk.read(id)).disclosure).toEqual({ opinion: null });
	});

	it('is asked of policies and normative documents that are to be kept back, and of nothing else', async () => {
		const without = [
			{ type: 'notice', documentNumber: '' },
			{ attribute: 'onRequest' },
			{ attribute: 'active', ground: '', groundNote: '' },
		] as const;
		for (const change of without) {
			const id = await toSignature(change);
			expect((await say(id)).json().issues[0].key).toBe('disclosure.notAsked');
			expect(await waits('countyOfficer', id)).toBe(false);
			expect((await sign(id)).statusCode, JSON.stringify(change)).toBe(200);
		}
		const normative = await toSignature({ type: 'normative' });
		expect((await table.trySign(normative)).body).toContain('disclosure.owed');
	});

	it.each<PersonKey>(['leader', 'clerk', 'secrecyReviewer', 'leaderB', 'clerkD', 'administrator'])(
		'%s cannot give it, and leaves nothing behind by trying',
		async (person) => {
			const id = await toSignature();
			expect([403, 404]).toContain((await say(id, AGREED, person)).statusCode);
			expect((await desk.read(id)).disclosure).toEqual({ opinion: null });
		},
	);

	it('opens no other move to the county office', async () => {
		const id = await toSignature();
		const county = await desk.as('countyOfficer');
		for (const [move, body] of [
			['sign-off', {}],
			['send-back', { comment: '应当公开，请修改。' }],
			['recall', { comment: '' }],
			['secrecy-review', SHEET],
		] as const)
			expect((await county.post(`/api/documents/${id}/${move}`, body)).statusCode, move).toBe(403);
		const offered = (await desk.read(id, 'countyOfficer')).moves.filter(({ permitted }) => permitted);
		expect(offered.map(({ action }) => action)).toEqual(['giveOpinion']);
	});

	it('says why, either way, and takes one answer when two are given at once', async () => {
		const id = await toSignature();
		expect((await say(id, { opinion: 'agree', comment: ' ' })).json().issues[0]).toMatchObject({
			...{ field: 'comment', key: 'reason.missing' },
		});
		expect((await say(id, { opinion: 'open', comment: '公开' })).json().issues[0].key).toBe('reason.short');
		expect((await say(id, { opinion: 'maybe', comment: AGREED.comment })).statusCode).toBe(422);
		const both = await Promise.all([say(id, AGREED), say(id, OPPOSED)]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		expect((await desk.read(id)).steps.filter(({ action }) => action === 'giveOpinion')).toHaveLength(1);
	});
});
