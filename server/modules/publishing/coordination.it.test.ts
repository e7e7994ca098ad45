import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { QUESTION, type Table, tableOf } from './coordination.setup.ts';
import { type Desk, openDesk, SHEET } from './desk.setup.ts';

let desk: Desk;
let table: Table;
beforeAll(async () => {
	desk = await openDesk();
	table = tableOf(desk);
});
afterAll(() => desk?.server.close());

const TITLE = '关于水库泄洪的预告';
const BODY = '<p>上游水库水位已达一百二十米，定于六月三日开闸泄洪。</p>';
const words = (answer: { body: string }) => answer.body;
const statuses = (answers: { statusCode: number }[]) => answers.map(({ statusCode }) => statusCode).sort();

/** A notice in which the water office has a say, on the leader's desk. */
async function toLeader(): Promise<number> {
	const id = await desk.draft({ title: TITLE, body: BODY });
	await table.ask(id);
	await desk.toSignature(id);
	return id;
}

describe('协商确认 (条例第十一条第二款)', () => {
	it('shows the office that is asked exactly the text as it stood, takes its answer, and then lets it be signed', async () => {
		const id = await desk.draft({ title: TITLE, body: BODY });
		const shown = await table.ask(id);
		expect(shown.requests).toMatchObject([
			{ name: '青河县水务局', state: 'waiting', replyBy: '2026-06-08', inCounty: true },
		]);
		expect((await desk.read(id)).revisions.map(({ onlyAsked }) => onlyAsked)).toEqual([true]);
		const requestId = await table.last(id);
		// The draft goes on; what was asked about stays what it was.
		await table.rewrite(id, { keywords: ['泄洪'], groundNote: '' });
		const { status, body } = await table.text(requestId);
		expect(status).toBe(200);
		expect(body).toMatchObject({ title: TITLE, askingName: '柳溪镇人民政府', question: QUESTION, mayAnswer: true });
		expect(body.html).toContain('水位已达一百二十米');
		expect((await table.asked()).rows[0]).toMatchObject({ id: requestId, title: TITLE, outcome: null, overdue: false });
		const due = (await (await desk.as('clerkD')).get('/api/documents/due')).json().rows;
		expect(due).toContainEqual(
			expect.objectContaining({ path: `/documents/coordination/${requestId}`, due: '2026-06-08', waits: true }),
		);

		await desk.toSignature(id);
		expect((await desk.read(id)).revisions.map(({ onlyAsked }) => onlyAsked)).toEqual([true, false]);
		const early = await table.trySign(id);
		expect(early.statusCode).toBe(422);
		expect(words(early)).toContain('青河县水务局尚未确认，协商一致后才能签发');
		expect(
			(await desk.read(id, 'leader')).moves.find(({ action }) => action === 'signOff')?.reasons[0]?.message,
		).toContain('青河县水务局尚未确认');
		expect((await desk.page(`/d/${id}`)).status).toBe(404);

		expect((await table.answer(requestId)).statusCode).toBe(200);
		expect((await desk.read(id)).coordination).toMatchObject({
			unsettled: null,
			requests: [{ state: 'confirmed', overdue: false, outcome: { personName: '叶舟', onDay: '2026-06-01' } }],
		});
		expect((await table.trySign(id)).statusCode).toBe(200);
		expect((await desk.page(`/d/${id}`)).status).toBe(200);
		// Answered, it stays readable; nothing waits any more.
		expect((await table.text(requestId)).body.mayAnswer).toBe(false);
		expect((await table.asked('clerkD', '?which=waiting')).rows.map((one) => one.id)).not.toContain(requestId);
	});

	it('opens nothing else of the asking office to the office that is asked', async () => {
		const id = await desk.draft({ title: TITLE, body: BODY });
		const clerk = await desk.as('clerk');
		const file = async (name: string) =>
			(await clerk.upload(`/api/documents/${id}/attachments`, [{ name, content: '水位记录' }])).json()[0].id as number;
		const [inside, shown] = [await file('内部底稿.txt'), await file('水位表.txt')];
		await table.rewrite(id, { attachments: [shown] });
		await table.ask(id);
		const requestId = await table.last(id);
		const department = await desk.as('clerkD');
		const get = async (url: string) => (await department.get(url)).statusCode;
		for (const path of ['', '/preview', '/sign-off-sheet', `/attachments/${shown}`, `/attachments/${inside}`])
			expect(await get(`/api/documents/${id}${path}`), path).toBe(404);
		expect(await get(`/api/coordination-requests/${requestId}/files/${shown}`)).toBe(200);
		expect(await get(`/api/coordination-requests/${requestId}/files/${inside}`)).toBe(404);
		expect((await table.text(requestId)).body.html).not.toContain('内部底稿');
		const list = (await department.get('/api/documents')).json() as { rows: { id: number }[] };
		expect(list.rows.map((row) => row.id)).not.toContain(id);
		// Later drafts are not what it was asked about.
		await table.rewrite(id, { body: '<p>改写后的内部讨论稿。</p>' });
		expect((await table.text(requestId)).body.html).not.toContain('内部讨论稿');
	});

	it.each<PersonKey>(['clerkB', 'leaderB', 'countyOfficer', 'clerk'])(
		'%s, whose office was not asked, gets neither list, text nor file, and answers nothing',
		async (person) => {
			const id = await desk.draft({ title: TITLE, body: BODY });
			await table.ask(id);
			const requestId = await table.last(id);
			expect((await table.asked(person)).rows).toEqual([]);
			expect((await table.text(requestId, person)).status).toBe(404);
			const browser = await desk.as(person);
			expect((await browser.get(`/api/coordination-requests/${requestId}/files/1`)).statusCode).toBe(404);
			expect([403, 404]).toContain((await table.answer(requestId, person)).statusCode);
			expect((await desk.read(id)).coordination.requests[0]?.outcome).toBeNull();
		},
	);

	it('is read by everybody in the office that is asked, and answered by those who write there', async () => {
		const id = await desk.draft({ title: TITLE, body: BODY });
		await table.ask(id);
		const requestId = await table.last(id);
		expect((await table.text(requestId, 'leaderD')).body).toMatchObject({ mayAnswer: false });
		expect((await table.answer(requestId, 'leaderD')).statusCode).toBe(403);
	});

	it('takes one answer when two give one at once, and says who was first', async () => {
		const id = await desk.draft();
		await table.ask(id);
		const requestId = await table.last(id);
		const objection = { reply: 'objected', opinion: '水位数据与我局记录不符。' };
		const both = await Promise.all([table.answer(requestId), table.answer(requestId, 'clerkD', objection)]);
		expect(statuses(both)).toEqual([200, 409]);
		expect(words(both.find(({ statusCode }) => statusCode === 409) as { body: string })).toContain('叶舟已于');
		expect((await desk.read(id)).coordination.requests).toHaveLength(1);
	});

	it('shuts the draft again once the request is withdrawn, with a reason', async () => {
		const id = await desk.draft();
		await table.ask(id);
		const requestId = await table.last(id);
		const withdraw = async (person: PersonKey, reason: string) =>
			await (await desk.as(person)).post(`/api/documents/${id}/coordination-requests/${requestId}/withdraw`, {
				reason,
			});
		expect((await withdraw('clerk', '')).json().issues[0].field).toBe('reason');
		expect((await withdraw('clerkB', '与对方无关，误发。')).statusCode).toBe(404);
		expect((await withdraw('clerkD', '与对方无关，误发。')).statusCode).toBe(404);
		expect((await withdraw('clerk', '与对方无关，误发。')).statusCode).toBe(200);
		expect((await withdraw('clerk', '与对方无关，误发。')).statusCode).toBe(409);
		expect((await table.text(requestId)).status).toBe(404);
		expect((await table.asked()).rows.map((one) => one.id)).not.toContain(requestId);
		expect((await table.answer(requestId)).statusCode).toBe(409);
		// Nobody is concerned any more, so nothing keeps it back.
		await desk.publish(id);
	});

	it('asks again what was changed after it was confirmed, and not before', async () => {
		const id = await toLeader();
		await table.answer(await table.last(id));
		expect(words(await table.tryAsk(id))).toContain('已经确认，此后正文没有改动');
		await desk.move(id, 'leader', 'send-back', { comment: '请补充泄洪时间。' });
		await table.rewrite(id, { lateReason: '内部说明，不影响对方看到的内容。' });
		expect((await desk.read(id)).coordination.requests[0]?.state).toBe('confirmed');
		await table.rewrite(id, { body: '<p>泄洪改在六月四日。</p>' });
		expect((await desk.read(id)).coordination).toMatchObject({
			requests: [{ state: 'changed' }],
			unsettled: '青河县水务局确认之后正文已改动，请再次协商。',
		});
		await desk.toSignature(id);
		expect(words(await table.trySign(id))).toContain('确认之后正文已改动');
		await table.ask(id);
		expect(words(await table.tryAsk(id))).toContain('请等待答复');
		const again = await table.last(id);
		expect((await table.text(again)).body.html).toContain('六月四日');
		await table.answer(again);
		expect((await table.trySign(id)).statusCode).toBe(200);
	});

	it('settles an objection by asking again, or by a reason of the signer that is kept and printed', async () => {
		const id = await toLeader();
		const opinion = '水位应为一百一十八米。';
		const first = await table.last(id);
		expect((await table.answer(first, 'clerkD', { reply: 'objected', opinion: '不' })).json().issues[0].field).toBe(
			'opinion',
		);
		expect((await table.answer(first, 'clerkD', { reply: 'objected', opinion })).statusCode).toBe(200);
		const refused = await table.trySign(id);
		expect(refused.json().issues[0]).toMatchObject({ field: 'objectionReason' });
		expect(words(refused)).toContain('青河县水务局有意见');
		expect((await table.trySign(id, { objectionReason: '不' })).statusCode).toBe(422);
		const objectionReason = '以防汛指挥部当日公布的水位为准。';
		expect((await table.trySign(id, { objectionReason })).statusCode).toBe(200);
		const signed = (await desk.read(id)).steps.find(({ action }) => action === 'signOff');
		expect(signed?.data).toMatchObject({ objectionReason, objectors: ['青河县水务局'] });

		const other = await toLeader();
		await table.answer(await table.last(other), 'clerkD', { reply: 'objected', opinion });
		await table.ask(other);
		await table.answer(await table.last(other));
		expect((await table.trySign(other)).statusCode).toBe(200);
		// What is not needed is not kept.
		expect((await desk.read(other)).steps.find(({ action }) => action === 'signOff')?.data).not.toHaveProperty(
			'objectors',
		);
	});

	it('needs somebody asked once others are said to be concerned', async () => {
		const id = await desk.draft();
		await table.say(id, { involvesOthers: true });
		await desk.toSignature(id);
		expect(words(await table.trySign(id))).toContain('还没有征求任何机关的意见');
		// Asked even now, on the desk of the signer.
		await table.ask(id);
		await table.answer(await table.last(id));
		expect((await table.trySign(id)).statusCode).toBe(200);
	});

	it('holds for what is to be open; what is kept inside is signed without', async () => {
		const id = await desk.draft({ attribute: 'withheld', ground: '16-1', groundNote: '内部事务安排。' });
		await table.say(id, { involvesOthers: true, needsApproval: true });
		await desk.toSignature(id);
		expect((await table.trySign(id, { release: 'hold' })).statusCode).toBe(200);
		expect((await desk.read(id)).state).toBe('signedOff');
	});

	it('refuses a question to nobody, to itself, to an office by another name, twice, or about nothing', async () => {
		const id = await desk.draft();
		const { townshipA, department } = desk.county;
		const field = async (whom: object) => (await table.tryAsk(id, whom)).json().issues?.[0]?.field;
		expect(await field({ officeIds: [] })).toBe('officeIds');
		expect(await field({ officeIds: [987_654] })).toBe('officeIds');
		expect(await field({ officeIds: [townshipA.id] })).toBe('officeIds');
		expect(await field({ outside: ['县水务局'] })).toBe('outside');
		expect(await field({ officeIds: [department.id], question: ' ' })).toBe('question');
		expect(await field({ officeIds: [department.id], replyBy: '2026-05-31' })).toBe('replyBy');
		expect(await field({ officeIds: [department.id], replyBy: '2026-09-01' })).toBe('replyBy');
		expect(words(await table.tryAsk(await desk.draft({ body: '' })))).toContain('请先填写标题');
		expect((await desk.read(id)).coordination.requests).toEqual([]);
		const both = await Promise.all([table.tryAsk(id), table.tryAsk(id)]);
		expect(statuses(both)).toEqual([200, 422]);
		expect((await table.tryAsk(id, undefined, 'clerkB')).statusCode).toBe(404);
		expect((await table.tryAsk(id, undefined, 'leader')).statusCode).toBe(403);
	});

	it('is over with the signature: no more questions, and an edition later the other side is asked anew', async () => {
		const id = await toLeader();
		await table.answer(await table.last(id));
		await table.trySign(id);
		expect((await table.tryAsk(id)).statusCode).toBe(409);
		await desk.move(id, 'clerk', 'amend', { note: '补充转移安置点。' });
		await table.say(id, { involvesOthers: true });
		expect((await desk.read(id)).coordination.unsettled).toContain('还没有征求任何机关的意见');
	});

	it('leaves nothing on the desk of an office whose answer a discarded draft no longer needs', async () => {
		const id = await desk.draft();
		await table.ask(id);
		const requestId = await table.last(id);
		await desk.move(id, 'clerk', 'discard', { reason: '内容并入另一份通知。' });
		expect((await table.asked()).rows.map((one) => one.id)).not.toContain(requestId);
		expect((await table.text(requestId)).status).toBe(404);
		expect((await table.answer(requestId)).statusCode).toBe(409);
		expect((await desk.read(id)).coordination.requests[0]).toMatchObject({
			state: 'withdrawn',
			outcome: { words: '内容并入另一份通知。' },
		});
	});

	it('does not ask anew when an edition is given up and another takes its number', async () => {
		const id = await desk.draft();
		await desk.publish(id);
		await desk.move(id, 'clerk', 'amend', { note: '补充转移安置点。' });
		await table.ask(id);
		const requestId = await table.last(id);
		await desk.move(id, 'clerk', 'abandon', { reason: '' });
		await desk.move(id, 'clerk', 'amend', { note: '更正联系电话。' });
		expect((await desk.read(id)).coordination.requests[0]).toMatchObject({ edition: 2, state: 'withdrawn' });
		expect((await table.text(requestId)).status).toBe(404);
	});

	it('has the asking office reminded of who is late and of who objects, until that is settled', async () => {
		const owed = async (id: number) =>
			((await (await desk.as('clerk')).get('/api/documents/due')).json().rows as { path: string; action: string }[])
				.filter(({ path }) => path === `/documents/${id}`)
				.map(({ action }) => action);
		const id = await desk.draft();
		await table.ask(id, { officeIds: [desk.county.department.id], replyBy: '2026-06-02' });
		expect(await owed(id)).toEqual([]);
		desk.on('2026-06-03T01:00:00Z');
		expect(await owed(id)).toEqual(['青河县水务局超过期限没有答复，请催办']);
		await table.answer(await table.last(id), 'clerkD', { reply: 'objected', opinion: '水位数据有误。' });
		expect(await owed(id)).toEqual(['青河县水务局有意见，待协商一致']);
		await table.ask(id);
		expect(await owed(id)).toEqual([]);
		desk.on('2026-06-01T01:00:00Z');
	});

	it('counts a day that has passed as overdue, answered or not', async () => {
		const id = await desk.draft();
		await table.ask(id, { officeIds: [desk.county.department.id], replyBy: '2026-06-02' });
		const requestId = await table.last(id);
		desk.on('2026-06-03T01:00:00Z');
		expect((await table.asked()).rows.find((one) => one.id === requestId)).toMatchObject({ overdue: true });
		await table.answer(requestId);
		expect((await desk.read(id)).coordination.requests[0]).toMatchObject({ state: 'confirmed', overdue: true });
		desk.on('2026-06-01T01:00:00Z');
	});

	it('goes by the days the county set', async () => {
		const officer = await desk.as('countyOfficer');
		const { limits } = (await officer.get('/api/settings')).json();
		const value = { ...limits.value, coordinationDays: 2 };
		expect((await officer.put('/api/settings/limits', { value, since: limits.since })).statusCode).toBe(200);
		const id = await desk.draft();
		expect((await table.ask(id)).requests[0]?.replyBy).toBe('2026-06-03');
	});
});

describe('bodies outside the county', () => {
	const outside = { outside: ['青河海事处'] };
	const reply = async (id: number, requestId: number, change: object = {}) =>
		await (await desk.as('clerk')).post(`/api/documents/${id}/coordination-requests/${requestId}/reply`, {
			...{ reply: 'confirmed', opinion: '', repliedOn: '2026-06-01', reference: '青海事函〔2026〕3号' },
			...change,
		});

	it('answer by letter, and the asking office records it', async () => {
		const id = await desk.draft();
		expect((await table.ask(id, outside)).requests[0]).toMatchObject({ name: '青河海事处', inCounty: false });
		const requestId = await table.last(id);
		const field = async (change: object) => (await reply(id, requestId, change)).json().issues[0].field;
		expect(await field({ reference: '' })).toBe('reference');
		expect(await field({ repliedOn: '2026-06-02' })).toBe('repliedOn');
		expect(await field({ repliedOn: '2026-05-31' })).toBe('repliedOn');
		expect(await field({ reply: 'objected' })).toBe('opinion');
		const both = await Promise.all([reply(id, requestId), reply(id, requestId)]);
		expect(statuses(both)).toEqual([200, 409]);
		expect((await desk.read(id)).coordination.requests[0]).toMatchObject({
			state: 'confirmed',
			outcome: { reference: '青海事函〔2026〕3号', personName: '林晓' },
		});
		await desk.publish(id);
	});

	it('are answered for by nobody else: what an office of the county says it says itself', async () => {
		const id = await desk.draft();
		await table.ask(id);
		expect((await reply(id, await table.last(id))).statusCode).toBe(422);
		expect((await reply(await desk.draft(), await table.last(id))).statusCode).toBe(404);
	});
});

describe('批准 (条例第十一条第三款)', () => {
	it('is recorded whole before the signature', async () => {
		const id = await desk.draft();
		await table.say(id, { needsApproval: true, authority: '青河县防汛抗旱指挥部' });
		await desk.toSignature(id);
		expect(words(await table.trySign(id))).toContain('请先登记批准机关、批准日期和批准文号');
		const approval = { authority: '青河县防汛抗旱指挥部', approvedOn: '2026-05-30', approvalNumber: '青汛〔2026〕5号' };
		expect((await table.say(id, { ...approval, approvedOn: '2026-06-02' })).json().issues[0].field).toBe('approvedOn');
		expect((await table.say(id, approval)).statusCode).toBe(200);
		expect((await table.trySign(id)).statusCode).toBe(200);
		// Signed: what it was signed on is not rewritten.
		expect((await table.say(id, { needsApproval: false })).statusCode).toBe(409);
	});

	it('keeps what two said at once apart, and is given anew for the next edition', async () => {
		const id = await desk.draft();
		const approval = {
			...{ needsApproval: true, authority: '县政府', approvedOn: '2026-05-30', approvalNumber: '1号' },
		};
		expect(
			statuses(
				await Promise.all([table.say(id, { ...approval, seen: 0 }), table.say(id, { involvesOthers: true, seen: 0 })]),
			),
		).toEqual([200, 409]);
		await table.say(id, { ...approval, involvesOthers: false });
		await desk.publish(id);
		await desk.move(id, 'clerk', 'amend', { note: '更正联系电话。' });
		expect((await desk.read(id)).coordination.record).toMatchObject({
			needsApproval: true,
			authority: '',
			approvedOn: null,
		});
	});
});

describe('the urgent path', () => {
	it('leaves out the proofreading alone: who is concerned confirms all the same', async () => {
		const id = await desk.draft();
		await table.ask(id);
		await desk.move(id, 'clerk', 'submit-urgent', { reason: '强降雨将至，须立即通告。' });
		await desk.move(id, 'secrecyReviewer', 'secrecy-review', SHEET);
		expect(words(await table.trySign(id))).toContain('青河县水务局尚未确认');
		await table.answer(await table.last(id));
		expect((await table.trySign(id)).statusCode).toBe(200);
	});
});

describe('信息来源 (条例第十条)', () => {
	const joint = { kind: 'joint' as const, lead: '青河县水务局', others: ['柳溪镇人民政府'], from: '', reason: '' };
	const hints = async (id: number) => (await desk.read(id)).hints.filter(({ kind }) => kind === 'origin');

	it('warns when another office is to publish it, and bars nothing', async () => {
		const id = await desk.draft({ origin: joint });
		expect(await hints(id)).toEqual([
			expect.objectContaining({ message: expect.stringContaining('「青河县水务局」负责公开') }),
		]);
		expect((await desk.read(id)).coordination.origin).toMatchObject({ who: '青河县水务局', isUs: false });
		await desk.publish(id);
	});

	it('says nothing when this office leads, or says why it publishes', async () => {
		expect(await hints(await desk.draft({ origin: { ...joint, lead: '柳溪镇' } }))).toEqual([]);
		const reason = '本机关最初获取，原制作机关已经撤销。';
		expect(await hints(await desk.draft({ origin: { ...joint, reason } }))).toEqual([]);
	});

	it('counts what was written before the field as made here, and asks for what a choice needs', async () => {
		const old = await desk.draft();
		expect((await desk.read(old)).coordination.origin).toMatchObject({
			label: '本机关制作',
			isUs: true,
			warning: null,
		});
		const id = await desk.draft({ origin: { ...joint, kind: 'office' } });
		const refused = await (await desk.as('clerk')).post(`/api/documents/${id}/submit`, {});
		expect(refused.json().issues).toEqual([
			expect.objectContaining({ field: 'origin', message: '请填写从哪个行政机关获取。' }),
		]);
	});
});
