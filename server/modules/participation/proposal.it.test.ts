import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { overdueProposals, participationFigures } from './index.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-03-02T02:00:00Z');
});
afterAll(() => desk?.server.close());
beforeEach(() => desk.turn('2026-03-02'));

const read = () => reader(desk.server.as({ kind: 'system', name: '测试' }));
let serial = 0;

interface View {
	number: string;
	revision: number;
	state: string;
	satisfaction: string | null;
	jointOffices: string[];
	limits: { replyDue: string; replyLate: boolean; publishDue: string | null; publishLate: boolean };
	moves: { action: string; allowed: boolean }[];
	steps: { action: string }[];
}

const register = async (change: object = {}, person: PersonKey = 'clerk') => {
	serial += 1;
	return await desk.send(person, '/api/proposals', {
		...{ officeId: desk.county.townshipA.id, kind: 'deputy', session: '青河县第十八届人民代表大会第五次会议' },
		...{ originalNumber: `第${serial}号`, title: '关于增设乡村公交站点的建议', delegate: '穆怀远、钟灵' },
		...{ body: '建议在柳溪村、石桥村各增设一处公交站点。', receivedOn: '2026-03-02' },
		...{ contact: { phone: '0999-8123456', email: 'muhy@example.cn' }, ...change },
	});
};
const view = async (id: number, person: PersonKey = 'clerk') => await desk.get<View>(person, `/api/proposals/${id}`);
const move = async (person: PersonKey, id: number, action: string, body: object = {}) => {
	const { revision } = await view(id, 'countyOfficer');
	return await desk.send(person, `/api/proposals/${id}/moves/${action}`, { revision, ...body });
};
const keys = ({ body }: { body: { issues?: { key: string }[] } }) => (body.issues ?? []).map(({ key }) => key);

const REPLY = {
	reply: '穆怀远代表：您提出的建议收悉。两处站点已列入今年计划，六月底前建成。联系电话 0999 8123456。',
	replyNumber: '柳政函〔2026〕3号',
	result: 'B',
	publicity: 'full',
	publicText: '关于增设站点的建议收悉。两处站点已列入今年计划，六月底前建成。',
};

async function replied(change: object = {}): Promise<number> {
	const { body } = await register();
	expect((await move('clerk', body.id, 'submit', { ...REPLY, ...change })).status).toBe(200);
	expect((await move('leader', body.id, 'sign')).status).toBe(200);
	return body.id;
}

describe('a proposal (国办发〔2014〕46号)', () => {
	it('is registered, replied to, signed together with its publicity, and published without the delegate', async () => {
		const { body, status } = await register({ jointOfficeIds: [desk.county.department.id] });
		expect([status, body.number]).toEqual([200, expect.stringMatching(/^JY2026\d{5}$/)]);
		expect((await view(body.id)).limits).toMatchObject({ replyDue: '2026-06-02', replyLate: false, publishDue: null });
		expect((await view(body.id, 'clerkD')).jointOffices).toEqual(['县水务局']);
		expect((await move('clerk', body.id, 'publish')).status).toBe(409);
		expect((await move('clerk', body.id, 'submit', REPLY)).status).toBe(200);
		expect((await move('clerk', body.id, 'sign')).status).toBe(403);
		expect((await desk.page(`/proposals/${body.number}`)).status).toBe(404);
		expect((await move('leader', body.id, 'sign')).status).toBe(200);
		expect((await desk.page(`/proposals/${body.number}`)).status).toBe(404);
		expect((await move('clerk', body.id, 'publish')).status).toBe(200);
		const shown = (await desk.page(`/proposals/${body.number}`)).body;
		for (const part of ['增设乡村公交站点', '六月底前建成', '县水务局', 'B类', '第1号']) expect(shown).toContain(part);
		for (const hidden of ['穆怀远', '钟灵', '8123456', 'muhy@', '各增设一处']) expect(shown).not.toContain(hidden);
		for (const url of ['/proposals', '/proposals/year/2026']) expect((await desk.page(url)).body).toContain('乡村公交');
		expect((await desk.page('/proposals/year/2025')).status).toBe(404);
		expect((await move('clerk', body.id, 'satisfaction', { satisfaction: 'satisfied' })).status).toBe(200);
		expect(await view(body.id)).toMatchObject({ state: 'published', satisfaction: 'satisfied' });
		await move('leader', body.id, 'unpublish', { text: '数字有误，需要更正。' });
		for (const url of [`/proposals/${body.number}`, '/proposals'])
			expect((await desk.page(url)).body, url).not.toContain('乡村公交站点');
	});

	it('is not published while its text names the delegate, however it is written', async () => {
		for (const publicText of [
			REPLY.reply,
			'感谢 穆 怀 远 代表的建议，站点年内建成。',
			'站点年内建成，来电０９９９—８１２３４５６。',
			'站点年内建成，来信 MUHY@example.cn 。',
			'站点年内建成，请联系13900139000。',
		]) {
			const id = await replied({ publicText });
			const refused = await move('clerk', id, 'publish');
			expect([refused.status, refused.body.issues[0]?.field], publicText).toEqual([422, 'publicText']);
		}
	});

	it('is not published against the decision, until that is taken anew', async () => {
		const id = await replied({ publicity: 'none', publicityReason: '涉及尚未公开的规划。', publicText: '' });
		expect(keys(await move('clerk', id, 'publish'))).toEqual(['proposal.notPublic']);
		expect((await view(id)).limits.publishDue).toBeNull();
		expect(keys(await move('leader', id, 'reconsider', { publicity: 'summary', text: '规划已经公开。' }))).toEqual([
			'proposal.why',
			'proposal.text',
		]);
		const decision = {
			publicity: 'summary',
			publicityReason: '原文篇幅较长。',
			publicText: '两处站点年内建成并投入使用。',
		};
		expect((await move('leader', id, 'reconsider', { ...decision, text: '规划已经公开。' })).status).toBe(200);
		expect((await move('clerk', id, 'publish')).status).toBe(200);
	});

	it('needs its reply, its result and a decision on publicity with a reason', async () => {
		const { body } = await register();
		expect(keys(await move('clerk', body.id, 'submit', { reply: '收悉' }))).toEqual([
			'proposal.reply',
			'proposal.result',
			'proposal.publicity',
		]);
		expect(keys(await move('clerk', body.id, 'submit', { ...REPLY, publicity: 'none' }))).toEqual(['proposal.why']);
		expect((await move('clerk', body.id, 'withdraw')).status).toBe(422);
		expect((await move('clerk', body.id, 'withdraw', { text: '代表申请撤回。' })).status).toBe(200);
		expect((await move('clerk', body.id, 'submit', REPLY)).status).toBe(409);
	});
});

describe('its limits', () => {
	it('run in months and in working days, and are late to the day', async () => {
		const { body } = await register({ limitMonths: 2 });
		expect((await view(body.id)).limits.replyDue).toBe('2026-05-06');
		const overdue = async () => (await overdueProposals(read())).filter(({ id }) => id === body.id);
		desk.turn('2026-05-06', 23);
		expect(await overdue()).toEqual([]);
		desk.turn('2026-05-07');
		expect(await overdue()).toMatchObject([{ what: 'reply', dueOn: '2026-05-06' }]);
		const extended = await move('clerk', body.id, 'extend', { limitMonths: 3, text: '需要与县交通局协商。' });
		expect(extended.status).toBe(200);
		expect(await overdue()).toEqual([]);
		await move('clerk', body.id, 'submit', REPLY);
		await move('leader', body.id, 'sign');
		const { publishDue } = (await view(body.id)).limits;
		expect(publishDue).toBe('2026-06-03');
		desk.turn('2026-06-05');
		expect(await overdue()).toMatchObject([{ what: 'publish', dueOn: '2026-06-03' }]);
		expect((await view(body.id)).limits.publishLate).toBe(true);
		const figures = await participationFigures(read(), null, '2026-06-01', '2026-06-30');
		expect(figures.proposals.latePublication.ids).toContain(body.id);
	});
});

describe('who may see and do what', () => {
	it('the office that leads acts, those that help look on, others see nothing', async () => {
		const { body } = await register({ jointOfficeIds: [desk.county.department.id] });
		expect((await move('clerkD', body.id, 'submit', REPLY)).status).toBe(403);
		expect((await (await desk.as('clerkB')).get(`/api/proposals/${body.id}`)).statusCode).toBe(404);
		expect((await register({ officeId: desk.county.townshipB.id })).status).toBe(403);
		expect((await register({ officeId: desk.county.townshipB.id }, 'countyOfficer')).status).toBe(200);
		expect((await register({ jointOfficeIds: [desk.county.townshipA.id] })).status).toBe(422);
	});

	it('a number of a session is registered once, also by two at once; blanks are told beside their fields', async () => {
		const [one, two] = await Promise.all([register({ originalNumber: '甲1' }), register({ originalNumber: '甲1' })]);
		expect([one.status, two.status].sort()).toEqual([200, 409]);
		const blank = { session: '', originalNumber: '', title: '', body: '', delegate: '', receivedOn: '2026-13-01' };
		expect((await register({ ...blank, limitMonths: 0 })).body.issues.map(({ field }) => field)).toEqual([
			...['session', 'originalNumber', 'title', 'body', 'delegate', 'receivedOn', 'limitMonths'],
		]);
		expect((await register({ receivedOn: '2026-03-03' })).body.issues[0]?.field).toBe('receivedOn');
	});

	it('how to reach the delegate is sealed, and told to the office for a reason', async () => {
		const { body } = await register();
		const { pool } = desk.server.services.database;
		for (const table of ['proposal', 'proposal_contact', 'participation_step', 'audit_entry']) {
			const { rows } = await pool.query(`select to_jsonb(t)::text as row from ${table} t`);
			const found = rows.filter(({ row }) => row.includes('muhy@'));
			expect(found, table).toEqual([]);
		}
		const ask = (person: PersonKey, reason: string) =>
			desk.send(person, `/api/proposals/${body.id}/contact`, { reason });
		expect((await ask('clerk', '')).status).toBe(422);
		expect((await ask('clerk', '与代表沟通办理')).body).toMatchObject({ phone: '0999-8123456' });
		expect((await ask('countyOfficer', '了解办理情况')).status).toBe(403);
	});

	it('takes one of two signatures at once', async () => {
		const { body } = await register();
		await move('clerk', body.id, 'submit', REPLY);
		const both = await Promise.all([
			move('leader', body.id, 'sign'),
			move('leader', body.id, 'return', { text: '答复过于简单。' }),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
	});
});
