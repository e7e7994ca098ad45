import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { PUBLIC } from '../../kernel/actor.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk, receipt } from './desk.setup.ts';
import { overdueConsultations } from './index.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk?.server.close());
beforeEach(() => desk.turn('2026-06-01'));

const DRAFT = {
	kind: 'normative',
	title: '柳溪镇集贸市场管理办法（征求意见稿）',
	body: '第一条 为了规范集贸市场经营秩序，制定本办法。第二条 市场开放时间为六时至二十时。',
	explanation: '现有市场管理规定制定于十年前，摊位和时间的规定需要更新。',
	how: '来信请寄：青河县柳溪镇中街1号党政综合办公室。',
	toDay: '2026-07-10',
};

interface View {
	revision: number;
	number: string;
	phase: string | null;
	resultLimit: { dueOn: string; overdue: boolean } | null;
	commentList: { id: number; number: string; body: string; hasContact: boolean; opinionId: number | null }[];
	opinions: { id: number; comments: number; revision: number }[];
	files: { id: number; fileName: string }[];
	moves: { action: string; allowed: boolean; permitted: boolean; reasons: { key: string }[] }[];
	steps: { action: string }[];
	documentTitle: string | null;
}

const draft = async (change: object = {}, person: PersonKey = 'clerk') =>
	(await desk.send(person, '/api/consultations', { ...DRAFT, ...change })).body;
const view = async (id: number, person: PersonKey = 'clerk') =>
	await desk.get<View>(person, `/api/consultations/${id}`);
const move = async (person: PersonKey, id: number, action: string, body: object = {}) => {
	const { revision } = await view(id, 'countyOfficer');
	return await desk.send(person, `/api/consultations/${id}/moves/${action}`, { revision, ...body });
};
const keys = ({ body }: { body: { issues?: { key: string }[] } }) => (body.issues ?? []).map(({ key }) => key);

/** A draft that is open to the public from today. */
async function opened(change: object = {}): Promise<{ id: number; number: string }> {
	const made = await draft(change);
	expect((await move('clerk', made.id, 'submit')).status).toBe(200);
	expect((await move('leader', made.id, 'sign')).status).toBe(200);
	return made;
}

const comment = async (number: string, change: Record<string, string> = {}) =>
	await desk.post(`/consultations/${number}/comment`, {
		token: `t${Math.random()}`,
		clause: '第二条',
		body: '夏季天热，建议开放时间提前到五时。',
		name: '钱多多',
		phone: '13900139000',
		...change,
	});

describe('a draft put to the public', () => {
	it('is commented, closes by itself, is answered for, and its comments are never public', async () => {
		const { id, number } = await opened();
		expect((await desk.page('/consultations')).body).toContain(DRAFT.title);
		const shown = (await desk.page(`/consultations/${number}`)).body;
		for (const part of ['第二条', DRAFT.explanation, '2026-06-01 至 2026-07-10', '提出意见'])
			expect(shown).toContain(part);
		const taken = await comment(number);
		expect(taken.status).toBe(200);
		const mine = receipt(taken.body);
		await comment(number, { body: '开放时间请提前到五点。', name: '', phone: '' });
		await comment(number, { clause: '', body: '希望降低所有商品的价格。' });
		// Its last day is a day like the others until midnight in China.
		desk.turn('2026-07-10', 23);
		expect((await comment(number, { body: '摊位费应当公示。' })).status).toBe(200);
		desk.turn('2026-07-11', 0);
		expect((await comment(number)).status).toBe(409);
		expect((await desk.page(`/consultations/${number}`)).body).toContain('征集已经截止');
		expect((await desk.page(`/consultations/${number}/comment`)).status).toBe(409);

		const { commentList } = await view(id);
		expect(commentList).toHaveLength(4);
		const [first, second, third, fourth] = commentList.map((one) => one.id);
		expect(keys(await move('clerk', id, 'submitResult', { text: '共收到四条意见，已逐条研究。' }))).toEqual([
			'consultation.unsorted',
		]);
		const group = (body: object) => desk.send('clerk', `/api/consultations/${id}/opinions`, body);
		expect((await group({ commentIds: [first, second], summary: '夏季开放时间提前' })).status).toBe(200);
		await group({ commentIds: [third], summary: '商品价格' });
		await group({ commentIds: [fourth], summary: '公示摊位费' });
		const { opinions } = await view(id);
		expect(opinions.map(({ comments }) => comments)).toEqual([2, 1, 1]);
		expect(keys(await move('clerk', id, 'submitResult', { text: '共收到四条意见，已逐条研究。' }))).toEqual([
			'consultation.unjudged',
		]);
		const judge = (at: number, body: object) =>
			desk.put('clerk', `/api/consultations/${id}/opinions/${opinions[at]?.id}`, { revision: 1, ...body });
		expect(keys(await judge(0, { summary: '夏季开放时间提前', verdict: 'partly', reason: '' }))).toEqual([
			'opinion.reason',
		]);
		await judge(0, { summary: '夏季开放时间提前', verdict: 'partly', reason: '提前半小时，以免影响居民休息。' });
		await judge(1, { summary: '商品价格', verdict: 'unrelated', reason: '' });
		await judge(2, { summary: '公示摊位费', verdict: 'adopted', reason: '' });
		expect((await move('clerk', id, 'submitResult', { text: '共收到四条意见，已逐条研究。' })).status).toBe(200);
		// Sent to be signed, not yet public.
		expect((await desk.page(`/consultations/${number}`)).body).not.toContain('提前半小时');
		const asked = () => desk.post('/consultations/query', mine);
		expect((await asked()).body).toContain('征集结果还没有公布');
		expect((await move('clerk', id, 'publishResult')).status).toBe(403);
		expect((await move('leader', id, 'publishResult')).status).toBe(200);
		const answered = (await desk.page(`/consultations/${number}`)).body;
		for (const part of ['征集情况反馈', '提前半小时', '公示摊位费', '4条', '部分采纳1类'])
			expect(answered).toContain(part);
		for (const hidden of ['夏季天热', '请提前到五点', '钱多多', '13900139000', '降低所有商品', '商品价格'])
			expect(answered).not.toContain(hidden);
		expect((await asked()).body).toContain('提前半小时');
		expect((await desk.post('/consultations/query', { ...mine, code: 'AAAAA-AAAAA' })).status).toBe(422);
		expect((await view(id)).steps.map(({ action }) => action)).toEqual(
			expect.arrayContaining(['create', 'submit', 'sign', 'group', 'judge', 'submitResult', 'publishResult']),
		);
	});

	it('stands nowhere before a second person has signed it', async () => {
		const { id, number } = await draft();
		expect((await move('clerk', id, 'sign')).status).toBe(409);
		await move('clerk', id, 'submit');
		expect((await move('clerk', id, 'sign')).status).toBe(403);
		for (const url of [`/consultations/${number}`, `/consultations/${number}/comment`])
			expect((await desk.page(url)).status, url).toBe(404);
		expect((await comment(number)).status).toBe(404);
		expect((await desk.page('/consultations')).body).not.toContain(number);
		expect(keys(await move('leader', id, 'return'))).toEqual(['concern.reason']);
		expect((await move('leader', id, 'return', { text: '请补充起草依据。' })).status).toBe(200);
		expect((await desk.put('clerk', `/api/consultations/${id}`, { ...DRAFT, revision: 1 })).status).toBe(409);
		const { revision } = await view(id);
		const saved = await desk.put('clerk', `/api/consultations/${id}`, {
			...DRAFT,
			title: '市场管理办法草案',
			revision,
		});
		expect(saved.status).toBe(200);
	});

	it('needs a reason, shown to all, for fewer than thirty days (重大行政决策程序暂行条例第十五条)', async () => {
		const { id } = await draft({ toDay: '2026-06-30' });
		expect(keys(await move('clerk', id, 'submit'))).toEqual(['consultation.short']);
		// The first day is not counted: to 1 July there are thirty.
		const exact = await draft({ toDay: '2026-07-01' });
		expect((await move('clerk', exact.id, 'submit')).status).toBe(200);
		// Signed a day later there are twenty-nine.
		desk.turn('2026-06-02');
		expect(keys(await move('leader', exact.id, 'sign'))).toEqual(['consultation.short']);
		desk.turn('2026-06-01');
		const short = await opened({ toDay: '2026-06-12', shortReason: '汛期临近，需要尽快施行防汛安排。' });
		expect((await desk.page(`/consultations/${short.number}`)).body).toContain('汛期临近');
	});

	it('needs its words, its reason and no personal data', async () => {
		const { id } = await draft({ body: '', explanation: '短' });
		expect(keys(await move('clerk', id, 'submit'))).toEqual(['consultation.text', 'consultation.explanation']);
		const leaking = await draft({ how: '联系人手机13900139000' });
		expect(keys(await move('clerk', leaking.id, 'submit'))).toEqual(['concern.personal']);
		const past = await draft({ toDay: '2026-05-01' });
		expect(keys(await move('clerk', past.id, 'submit'))).toEqual(['consultation.to']);
		expect((await desk.send('clerk', '/api/consultations', { ...DRAFT, title: '短' })).body.issues[0]?.field).toBe(
			'title',
		);
		expect((await desk.send('clerk', '/api/consultations', { ...DRAFT, toDay: '' })).status).toBe(422);
	});

	it('begins on the day that was planned', async () => {
		const { number } = await opened({ fromDay: '2026-06-10', toDay: '2026-07-20' });
		expect((await desk.page(`/consultations/${number}`)).body).toContain('2026-06-10起可以提出意见');
		expect((await comment(number)).status).toBe(409);
		desk.turn('2026-06-10', 0);
		expect((await comment(number)).status).toBe(200);
	});
});

describe('its days', () => {
	it('are made longer with a reason that is shown, and not once they are over', async () => {
		const { id, number } = await opened();
		expect(keys(await move('leader', id, 'extend', { toDay: '2026-07-01', text: '意见较多，延长征集。' }))).toEqual([
			'consultation.extend',
		]);
		expect((await move('clerk', id, 'extend', { toDay: '2026-07-20', text: '意见较多，延长征集。' })).status).toBe(403);
		expect((await move('leader', id, 'extend', { toDay: '2026-07-20', text: '意见较多，延长征集。' })).status).toBe(
			200,
		);
		const { body } = await desk.page(`/consultations/${number}`);
		expect(body).toContain('由2026-07-10延长至2026-07-20');
		desk.turn('2026-07-21');
		expect((await move('leader', id, 'extend', { toDay: '2026-08-20', text: '意见较多，延长征集。' })).status).toBe(
			422,
		);
	});

	it('end with a result within our twenty working days, or the county hears of it', async () => {
		const { id } = await opened();
		desk.turn('2026-07-11');
		const { resultLimit, phase } = await view(id);
		expect([phase, resultLimit?.overdue]).toEqual(['closed', false]);
		const overdue = async () =>
			(await overdueConsultations(reader(desk.server.as(PUBLIC)))).some((one) => one.id === id);
		desk.turn(resultLimit?.dueOn ?? '', 23);
		expect(await overdue()).toBe(false);
		desk.turn('2026-08-12');
		expect(await overdue()).toBe(true);
	});

	it('a result without any comment can be published', async () => {
		const { id, number } = await opened();
		desk.turn('2026-07-11');
		expect(keys(await move('clerk', id, 'submitResult', { text: '没有' }))).toEqual(['consultation.result']);
		await move('clerk', id, 'submitResult', { text: '征集期间没有收到意见和建议。' });
		await move('leader', id, 'publishResult');
		expect((await desk.page(`/consultations/${number}`)).body).toContain('没有收到与草案有关的意见');
	});
});

describe('withdrawn', () => {
	it('nothing of it is left but when and why', async () => {
		const { id, number } = await opened({ title: '隐泉水库泄洪区划定方案（草案）' });
		const mine = receipt((await comment(number)).body);
		expect(keys(await move('leader', id, 'withdraw'))).toEqual(['concern.reason']);
		await move('leader', id, 'withdraw', { text: '上位规划调整，重新起草。' });
		const gone = await desk.page(`/consultations/${number}`);
		expect([gone.status, gone.body.includes('上位规划调整')]).toEqual([410, true]);
		expect(gone.body).not.toContain('隐泉');
		for (const url of ['/consultations', '/voice']) expect((await desk.page(url)).body, url).not.toContain('隐泉');
		expect((await comment(number)).status).toBe(404);
		expect((await desk.post('/consultations/query', mine)).body).toContain('已经撤回');
	});

	it('a draft nobody saw goes without a trace, and without a reason', async () => {
		const { id, number } = await draft();
		expect((await move('clerk', id, 'withdraw')).status).toBe(200);
		expect((await desk.page(`/consultations/${number}`)).status).toBe(404);
	});

	it('a result that is taken down is no longer told by the query either', async () => {
		const { id, number } = await opened();
		const mine = receipt((await comment(number)).body);
		const [first] = (await view(id)).commentList;
		await desk.send('clerk', `/api/consultations/${id}/opinions`, { commentIds: [first?.id], summary: '开放时间' });
		const [opinion] = (await view(id)).opinions;
		const words = { revision: 1, summary: '开放时间', verdict: 'declined', reason: '与上级规定不一致。' };
		await desk.put('clerk', `/api/consultations/${id}/opinions/${opinion?.id}`, words);
		desk.turn('2026-07-11');
		await move('clerk', id, 'submitResult', { text: '收到一条意见，经研究未采纳。' });
		await move('leader', id, 'publishResult');
		expect((await desk.post('/consultations/query', mine)).body).toContain('与上级规定不一致');
		await move('leader', id, 'retractResult', { text: '统计有误，重新整理。' });
		expect((await desk.post('/consultations/query', mine)).body).not.toContain('与上级规定不一致');
		expect((await desk.page(`/consultations/${number}`)).body).not.toContain('与上级规定不一致');
	});
});

describe('the draft itself', () => {
	it('may be files, shown while it is public and only those that are there', async () => {
		const { id, number } = await draft({ body: '' });
		const clerk = await desk.as('clerk');
		const pdf = Buffer.from('%PDF-1.4 draft');
		const up = await clerk.upload(`/api/consultations/${id}/files`, [
			{ name: '草案.pdf', content: pdf },
			{ name: '旧稿.pdf', content: Buffer.from('%PDF-1.4 old') },
		]);
		expect(up.statusCode).toBe(200);
		const bad = await clerk.upload(`/api/consultations/${id}/files`, [{ name: '草案.pdf', content: 'MZ not a pdf' }]);
		expect(bad.statusCode).toBe(415);
		const [kept, old] = (await view(id)).files;
		const url = (file = kept) => `/consultations/${number}/files/${file?.id}/x.pdf`;
		expect((await desk.page(url())).status).toBe(404);
		expect((await clerk.del(`/api/consultations/${id}/files/${old?.id}`)).statusCode).toBe(200);
		await move('clerk', id, 'submit');
		expect((await clerk.del(`/api/consultations/${id}/files/${kept?.id}`)).statusCode).toBe(409);
		// A file no program can read waits for a person who has looked (个人信息保护法第二十五条).
		expect(keys(await move('leader', id, 'sign'))).toEqual(['file.unread']);
		expect((await desk.page(url())).status).toBe(404);
		await move('leader', id, 'sign', { checkedByHand: true });
		expect((await desk.page(url())).status).toBe(200);
		expect((await desk.page(url(old))).status).toBe(404);
		await move('leader', id, 'withdraw', { text: '附件有误，重新征集。' });
		expect((await desk.page(url())).status).toBe(404);
	});

	it('cannot be a document that is not public', async () => {
		const refused = await desk.send('clerk', '/api/consultations', { ...DRAFT, documentId: 999 });
		expect(keys(refused)).toEqual(['consultation.document']);
	});
});

describe('a comment', () => {
	it('comes back filled with each fault beside its field, and is one though it is sent eight times at once', async () => {
		const { id, number } = await opened();
		const refused = await comment(number, { body: '', phone: 'abc', clause: '第九条' });
		expect(refused.status).toBe(422);
		for (const part of ['请写明您的意见', '电话号码不正确', '第九条']) expect(refused.body).toContain(part);
		const answers = await Promise.all(Array.from({ length: 8 }, () => comment(number, { token: 'one' })));
		expect(new Set(answers.map(({ body }) => receipt(body).number)).size).toBe(1);
		expect((await view(id)).commentList).toHaveLength(1);
	});

	it('keeps who wrote sealed, shown to its office for a reason', async () => {
		const { id, number } = await opened();
		await comment(number);
		const { pool } = desk.server.services.database;
		for (const table of [
			'consultation_comment',
			'consultation_contact',
			'participation_step',
			'audit_entry',
			'event',
		]) {
			const { rows } = await pool.query(`select to_jsonb(t)::text as row from ${table} t`);
			expect(rows.map(({ row }) => row).join('\n'), table).not.toContain('钱多多');
		}
		const [first] = (await view(id)).commentList;
		const url = `/api/consultations/${id}/comments/${first?.id}/contact`;
		expect((await desk.send('clerk', url, { reason: '' })).status).toBe(422);
		expect((await desk.send('clerk', url, { reason: '了解具体情况' })).body).toMatchObject({ name: '钱多多' });
		for (const person of ['countyOfficer', 'clerkB'] as const)
			expect((await desk.send(person, url, { reason: '了解具体情况' })).status, person).toBeGreaterThanOrEqual(403);
	});

	it('may come by letter or at a meeting, until the result is on its way', async () => {
		const { id } = await opened();
		const letter = { origin: 'meeting', clause: '', body: '座谈会上提出：摊位费应当公示。' };
		expect((await desk.send('clerk', `/api/consultations/${id}/comments`, letter)).status).toBe(200);
		expect((await desk.send('clerk', `/api/consultations/${id}/comments`, { ...letter, body: '' })).status).toBe(422);
		expect((await desk.send('clerkB', `/api/consultations/${id}/comments`, letter)).status).toBe(404);
	});
});

describe('who may see and do what', () => {
	it('another office sees none of it; the county sees and does not act', async () => {
		const { id } = await draft();
		expect((await (await desk.as('clerkB')).get(`/api/consultations/${id}`)).statusCode).toBe(404);
		expect((await move('clerkB', id, 'submit')).status).toBe(404);
		expect((await view(id, 'countyOfficer')).number).toMatch(/^ZJ2026/);
		expect((await move('countyOfficer', id, 'submit')).status).toBe(403);
		expect((await desk.get<{ total: number }>('clerkB', '/api/consultations')).total).toBe(0);
	});

	it('comments of one cannot be put under an opinion of another', async () => {
		const [one, other] = [await opened(), await opened()];
		await comment(one.number);
		const [first] = (await view(one.id)).commentList;
		const group = (id: number, body: object) => desk.send('clerk', `/api/consultations/${id}/opinions`, body);
		expect((await group(other.id, { commentIds: [first?.id], summary: '别处的意见' })).status).toBe(404);
		await group(one.id, { commentIds: [first?.id], summary: '开放时间' });
		const [opinion] = (await view(one.id)).opinions;
		expect(keys(await group(other.id, { commentIds: [first?.id], opinionId: opinion?.id }))).toEqual([
			'opinion.unknown',
		]);
		const clerk = await desk.as('clerk');
		const remove = async () => (await clerk.del(`/api/consultations/${one.id}/opinions/${opinion?.id}`)).statusCode;
		expect(await remove()).toBe(409);
		await group(one.id, { commentIds: [first?.id] });
		expect((await view(one.id)).commentList[0]?.opinionId).toBeNull();
		expect(await remove()).toBe(200);
	});

	it('takes one of two signatures at once, and none of what was changed since it was read', async () => {
		const { id } = await draft();
		await move('clerk', id, 'submit');
		const both = await Promise.all([
			move('leader', id, 'sign'),
			move('leader', id, 'return', { text: '请补充起草依据。' }),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
		const stale = await draft();
		const { revision } = await view(stale.id);
		await desk.put('clerk', `/api/consultations/${stale.id}`, { ...DRAFT, revision });
		expect((await desk.send('clerk', `/api/consultations/${stale.id}/moves/submit`, { revision })).status).toBe(409);
	});
});
