import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk, receipt } from './desk.setup.ts';
import { overdueConcerns, participationFigures, verifiedComplaints } from './index.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk?.server.close());
beforeEach(() => desk.turn('2026-06-01'));

const read = () => reader(desk.server.as({ kind: 'system', name: '测试' }));

interface View {
	id: number;
	state: string;
	verdict: string | null;
	limit: { overdue: boolean; clocks: { stage: string; late: boolean; metAt: string | null }[] };
	checks: unknown[];
	responses: { text: string }[];
	mergedAnswer: string;
	askers: number;
	moves: { action: string; allowed: boolean }[];
}

/** A message somebody of the staff entered. */
const enter = async (change: object = {}, person: PersonKey = 'clerk') =>
	(
		await desk.send(person, '/api/concerns', {
			...{ kind: 'question', officeId: desk.county.townshipA.id, origin: 'visit' },
			...{ title: '路灯损坏', body: '来访反映村口路灯损坏。', ...change },
		})
	).body;
const view = async (id: number, person: PersonKey = 'clerk') => await desk.get<View>(person, `/api/concerns/${id}`);
const move = async (person: PersonKey, id: number, action: string, body: object = {}) =>
	await desk.send(person, `/api/concerns/${id}/moves/${action}`, body);
const keys = ({ body }: { body: { issues?: { key: string }[] } }) => (body.issues ?? []).map(({ key }) => key);

async function inHand(change: object): Promise<number> {
	const { id } = await enter(change);
	await move('clerk', id, 'accept');
	return id;
}

describe('a complaint (条例第四十七、五十一条)', () => {
	const CHECK = {
		...{ checkedBy: '林晓、周航', checkedOn: '2026-06-01', verdict: 'true', measure: 'urge' },
		...{ finding: '道路工程结算信息应当公开，至今没有公开。', basis: '《条例》第二十条第（十）项、第四十七条' },
	};
	const check = (id: number, change: object = {}, person: PersonKey = 'clerk') =>
		desk.send(person, `/api/concerns/${id}/checks`, {
			...{ aboutOfficeId: desk.county.townshipB.id, ...CHECK, ...change },
		});

	it('is checked before it is answered; what is true is told to supervision, of the office complained of', async () => {
		const id = await inHand({ kind: 'complaint', title: '工程资金没有公开' });
		expect(keys(await move('clerk', id, 'answer', { text: '反映的情况已经核查。' }))).toEqual(['concern.verdict']);
		expect((await check(id)).status).toBe(200);
		expect(await verifiedComplaints(read())).toEqual([
			expect.objectContaining({ concernId: id, officeId: desk.county.townshipB.id, verdict: 'true', measure: 'urge' }),
		]);
		expect((await move('clerk', id, 'answer', { text: '经核查属实，已督促公开。' })).status).toBe(200);
		expect(await view(id)).toMatchObject({ verdict: 'true', state: 'answered' });
		expect((await check(id)).status).toBe(409);
	});

	it('checked again, the newest check holds', async () => {
		const id = await inHand({ kind: 'complaint', title: '补贴名单没有公开' });
		await check(id);
		await check(id, { verdict: 'untrue', measure: 'none', finding: '复查发现名单已于五月张榜公开。' });
		expect((await verifiedComplaints(read())).some(({ concernId }) => concernId === id)).toBe(false);
		expect((await view(id)).checks).toHaveLength(2);
	});

	it('says who, when, what and on what ground; and what follows fits what was found', async () => {
		const id = await inHand({ kind: 'complaint' });
		expect(
			keys(await check(id, { checkedBy: '', checkedOn: '2026-06-02', finding: '属实', basis: '', measure: 'none' })),
		).toEqual(['check.by', 'check.on', 'check.finding', 'check.basis', 'check.measure']);
		expect(keys(await check(id, { checkedOn: '2026-05-31' }))).toEqual(['check.on']);
		expect(keys(await check(id, { aboutOfficeId: 9999 }))).toEqual(['check.office']);
		expect((await check(id, {}, 'clerkB')).status).toBe(404);
		const question = await inHand({});
		expect(keys(await check(question))).toEqual(['concern.notComplaint']);
	});
});

describe('舆情 (国办发〔2016〕61号、80号)', () => {
	const say = (id: number, change: object = {}) =>
		desk.send('clerk', `/api/concerns/${id}/responses`, {
			...{ stage: 'authoritative', at: '2026-06-01T12:00:00+08:00', text: '已发布情况通报。', ...change },
		});
	const late = async (id: number) => (await view(id)).limit.clocks.map(({ stage, late: is }) => `${stage} ${is}`);

	it('grave: authoritative information in five hours, a press conference in twenty-four', async () => {
		const id = await inHand({ kind: 'opinion', urgent: true, origin: 'media', title: '化工厂冒烟' });
		expect(await late(id)).toEqual(['authoritative false', 'conference false']);
		desk.turn('2026-06-01', 14);
		expect((await say(id)).status).toBe(200);
		desk.turn('2026-06-01', 16);
		expect(await late(id)).toEqual(['authoritative false', 'conference false']);
		expect((await overdueConcerns(read())).some((one) => one.id === id)).toBe(false);
		desk.turn('2026-06-02', 11);
		expect(await late(id)).toEqual(['authoritative false', 'conference true']);
		expect((await overdueConcerns(read())).some((one) => one.id === id)).toBe(true);
		await say(id, { stage: 'followUp', at: '2026-06-02T10:00:00+08:00', text: '火已扑灭，无人员伤亡。' });
		await say(id, { stage: 'conference', at: '2026-06-02T10:30:00+08:00', text: '举行新闻发布会。' });
		expect(await late(id)).toEqual(['authoritative false', 'conference true']);
		expect((await view(id)).responses).toHaveLength(3);
	});

	it('others: forty-eight hours; nothing is said before it was found or in times to come', async () => {
		const id = await inHand({ kind: 'opinion', origin: 'media', title: '集市收费' });
		expect(await late(id)).toEqual(['response false']);
		expect(keys(await say(id, { stage: 'conference' }))).toEqual(['response.stage', 'response.at']);
		expect(keys(await say(id, { stage: 'response', at: '2026-05-31T12:00:00+08:00' }))).toEqual(['response.at']);
		expect(
			keys(await say(id, { stage: 'response', at: '2026-06-01T10:00:00+08:00', text: '', link: 'javascript:1' })),
		).toEqual(['response.text', 'response.link']);
		desk.turn('2026-06-03', 11);
		expect(await late(id)).toEqual(['response true']);
		const question = await inHand({});
		expect(keys(await say(question, { at: '2026-06-03T11:00:00+08:00' }))).toContain('concern.notOpinion');
	});
});

describe('点题公开', () => {
	it('is answered with where, by when, or why not; the list shows what was decided to be shown', async () => {
		const text = '感谢点题，办理情况如下，请查阅。';
		const id = await inHand({ kind: 'wanted', title: '校车路线' });
		expect(keys(await move('clerk', id, 'answer', { text }))).toEqual(['wish.none']);
		expect(keys(await move('clerk', id, 'answer', { text, wish: 'published', wishDocument: 999 }))).toEqual([
			'wish.document',
		]);
		expect(keys(await move('clerk', id, 'answer', { text, wish: 'planned', wishDay: '2026-05-01' }))).toEqual([
			'wish.day',
		]);
		expect(keys(await move('clerk', id, 'answer', { text, wish: 'refused', wishGround: '不行' }))).toEqual([
			'wish.ground',
		]);
		const { id: again } = await enter({ kind: 'wanted', title: '校车走哪里' });
		const { number } = await desk.get<{ number: string }>('clerk', `/api/concerns/${id}`);
		await move('clerk', again, 'merge', { into: number });
		expect((await move('clerk', id, 'answer', { text, wish: 'planned', wishDay: '2026-06-30' })).status).toBe(200);
		expect((await desk.page('/voice/wanted')).body).not.toContain('校车');
		await move('leader', id, 'publish', { publicTitle: '各村校车路线', publicBody: '希望公布校车路线。' });
		const list = (await desk.page('/voice/wanted')).body;
		for (const part of ['各村校车路线', '2人点题', '将于2026-06-30前公开']) expect(list).toContain(part);
		expect((await desk.page(`/voice/${id}`)).body).toContain('将于2026-06-30前公开');
		await move('leader', id, 'unpublish', { text: '答复内容需要更新。' });
		expect((await desk.page('/voice/wanted')).body).not.toContain('校车');
	});
});

describe('merged', () => {
	it('and merged once more, it is answered by the last', async () => {
		const form = { kind: 'question', office: 'liuxi', title: '垃圾清运', body: '村口垃圾三天没有清运。' };
		const sent = receipt((await desk.post('/voice/new', { ...form, token: 'merge-me' })).body);
		const { rows } = await desk.get<{ rows: { id: number }[] }>('clerk', `/api/concerns?q=${sent.number}`);
		const first = rows[0]?.id ?? 0;
		const [second, third] = [await enter(), await enter()];
		await move('clerk', first, 'merge', { into: second.number });
		await move('clerk', second.id, 'merge', { into: third.number });
		await move('clerk', third.id, 'accept');
		await move('clerk', third.id, 'answer', { text: '今日已经清运，今后每日一次。' });
		expect((await desk.post('/voice/query', sent)).body).toContain('今后每日一次');
		expect((await view(first)).mergedAnswer).toContain('今后每日一次');
		expect((await view(third.id)).askers).toBe(3);
	});

	it('does not run in a circle', async () => {
		const [one, two] = [await enter(), await enter()];
		await move('clerk', one.id, 'merge', { into: two.number });
		expect((await move('clerk', two.id, 'merge', { into: one.number })).status).toBe(422);
	});
});

describe('figures', () => {
	it('of an office and of the county open to the records behind them', async () => {
		const id = await inHand({ title: '统计用的咨询' });
		await move('clerk', id, 'answer', { text: '统计用的答复，内容完整。' });
		const own = await participationFigures(read(), desk.county.townshipA.id, '2026-06-01', '2026-06-30');
		expect(own.concerns.answered.ids).toContain(id);
		expect(own.concerns.received.count).toBe(own.concerns.received.ids.length);
		const other = await participationFigures(read(), desk.county.townshipB.id, '2026-06-01', '2026-06-30');
		expect(other.concerns.received.count).toBe(0);
		const all = await participationFigures(read(), null, '2026-06-01', '2026-06-30');
		expect(all.concerns.received.count).toBe(own.concerns.received.count);
		expect((await participationFigures(read(), null, '2025-01-01', '2025-12-31')).concerns.received.count).toBe(0);
	});

	it('are told to whoever may see them', async () => {
		const url = '/api/participation/figures?from=2026-06-01&to=2026-06-30';
		const status = async (person: PersonKey, more = '') => (await (await desk.as(person)).get(url + more)).statusCode;
		expect(await status('clerk')).toBe(200);
		expect(await status('countyOfficer')).toBe(200);
		expect(await status('clerk', `&officeId=${desk.county.townshipB.id}`)).toBe(403);
		expect(
			(await (await desk.as('clerk')).get('/api/participation/figures?from=2026-06-30&to=2026-06-01')).statusCode,
		).toBe(422);
	});
});
