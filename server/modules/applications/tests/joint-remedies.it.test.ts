import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answered, type Desk, handled, openDesk, refused, step, view } from '../../../../test/applications.ts';
import type { PersonKey } from '../../../../test/fixtures.ts';
import { reader } from '../../../platform/transaction.ts';
import { countTable4 } from '../index.ts';

/** Our answer to a review body or a court, and one case over several applications (行政复议法, 行政诉讼法; table 4 counts cases). */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
}, 90_000);
afterAll(() => desk?.close());
beforeEach(() => desk.day('2026-06-01'));

const COUNTY = '青河县人民政府';
const COURT = '青河县人民法院';
const ENDED = { closedOn: '2026-06-01', result: 'maintained', note: '' };
let last = 0;
const claim = (change: object = {}) => {
	last += 1;
	return { track: 'review', body: COUNTY, caseNumber: `青复〔2026〕${last}号`, receivedOn: '2026-06-01', ...change };
};
const get = async (path: string, person: PersonKey = 'clerk') =>
	(await (await desk.as(person)).get(`/api/remedies${path}`)).json();
const reply = async (id: number, body: object, person: PersonKey = 'clerk') =>
	await (await desk.as(person)).post(`/api/remedies/${id}/reply`, body);
const waiting = async (person: PersonKey = 'clerk') => (await get('/replies', person)).rows;
const numberOf = async (id: number): Promise<string> => (await view(desk, id)).summary.number;
const remediesOf = async (id: number) => (await view(desk, id)).remedies;
async function cell(name: string, year = 2026): Promise<number[]> {
	const system = reader(desk.server.as({ kind: 'system', name: '测试' }));
	return (await countTable4(system, { officeId: desk.county.townshipA.id, year }))[`t4.${name}`] ?? [];
}
async function registered(change: object = {}): Promise<{ id: number; remedy: number }> {
	const id = await answered(desk);
	await step(desk, 'clerk', id, 'remedies', claim(change));
	return { id, remedy: (await remediesOf(id))[0].id };
}

describe('our answer (行政复议法第四十八、五十四条, 行政诉讼法第六十七条)', () => {
	test('waits with its day until it is noted, then stands in the case and in the register', async () => {
		const { id, remedy } = await registered();
		const [row] = (await waiting()).filter((one: { id: number }) => one.id === remedy);
		expect(row.reply).toEqual({
			...{ name: '行政复议答复', dueOn: '2026-06-15', mark: null, repliedOn: null, note: '', left: 10, late: false },
		});
		expect((await reply(remedy, { repliedOn: '2026-05-31', note: '' })).json().issues[0].field).toBe('repliedOn');
		expect((await reply(remedy, { repliedOn: '2026-06-02', note: '' })).json().issues[0].key).toBe('day.future');
		desk.day('2026-06-17');
		expect((await waiting()).find((one: { id: number }) => one.id === remedy).reply).toMatchObject({
			left: -2,
			late: true,
		});
		expect((await reply(remedy, { repliedOn: '2026-06-16', note: ' 柳府复答〔2026〕1号 ' })).statusCode).toBe(200);
		expect((await waiting()).map((one: { id: number }) => one.id)).not.toContain(remedy);
		expect(await get(`/${remedy}`)).toMatchObject({
			...{ replyBy: null, mayReply: false, closedOn: null },
			reply: { repliedOn: '2026-06-16', note: '柳府复答〔2026〕1号', late: true, left: null },
		});
		const shown = await view(desk, id);
		expect(shown.remedies[0]).toMatchObject({ repliedOn: '2026-06-16', replyBy: null });
		expect(shown.summary.state).toBe('reconsideration');
		expect(JSON.stringify(shown.history)).toContain('行政复议答复已于2026年6月16日提交：柳府复答〔2026〕1号');
		expect((await reply(remedy, { repliedOn: '2026-06-17', note: '' })).json().issues[0].key).toBe('reply.twice');
	});

	test('to a court is due in calendar days; the end of the case ends the waiting', async () => {
		const { id, remedy } = await registered({ track: 'direct', body: COURT });
		expect((await waiting()).find((one: { id: number }) => one.id === remedy).reply).toMatchObject({
			...{ name: '答辩', dueOn: '2026-06-16' },
		});
		await step(desk, 'clerk', id, 'remedies/close', ENDED);
		expect((await waiting()).map((one: { id: number }) => one.id)).not.toContain(remedy);
		expect((await reply(remedy, { repliedOn: '2026-06-01', note: '' })).json().issues[0].key).toBe('reply.closed');
	});

	test('is noted by the office alone, once, also by two at once', async () => {
		const { remedy } = await registered();
		const body = { repliedOn: '2026-06-01', note: '' };
		expect((await reply(remedy, body, 'clerkB')).statusCode).toBe(404);
		expect((await reply(remedy, body, 'countyOfficer')).statusCode).toBe(403);
		expect(await waiting('clerkB')).toEqual([]);
		expect((await get(`/${remedy}`, 'countyOfficer')).mayReply).toBe(false);
		const codes = await Promise.all([reply(remedy, body), reply(remedy, body)]);
		expect(codes.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
	});

	test('over no application is noted the same way', async () => {
		const clerk = await desk.as('clerk');
		const made = await clerk.post('/api/remedies', {
			...{
				...claim({ claimant: 'other' }),
				claimantName: '',
				documentId: null,
				subject: '公示栏停用',
				followsId: null,
			},
		});
		const { id } = made.json();
		expect((await reply(id, { repliedOn: '2026-06-01', note: '' })).statusCode).toBe(200);
		expect((await get(`/${id}`)).history.at(-1).entry).toBe('行政复议答复已于2026年6月1日提交');
	});
});

describe('one case over several applications', () => {
	test('is entered once, counted once, answered once and ended in all of them', async () => {
		const [first, second, third] = [await answered(desk), await answered(desk), await answered(desk)];
		const also = `${await numberOf(second)}、${await numberOf(third)}`;
		const given = claim({ alsoOver: also });
		await step(desk, 'clerk', first, 'remedies', given);
		const [lead] = await remediesOf(first);
		expect(lead.alsoOver.map(({ id }: { id: number }) => id)).toEqual([second, third]);
		for (const id of [second, third]) {
			const shown = await view(desk, id);
			expect(shown.summary.state).toBe('reconsideration');
			expect(shown.remedies[0].alsoOver).toHaveLength(2);
		}
		expect((await cell('review.pending')).filter((id) => id >= lead.id)).toEqual([lead.id]);
		const { rows } = await get(`?q=${encodeURIComponent(await numberOf(third))}`);
		expect(rows.map(({ id }: { id: number }) => id)).toEqual([lead.id]);
		expect(rows[0].applications.map(({ id }: { id: number }) => id)).toEqual([first, second, third]);
		expect(rows[0].title).toContain('；');

		const joined = (await remediesOf(second))[0].id;
		expect((await reply(joined, { repliedOn: '2026-06-01', note: '' })).statusCode).toBe(200);
		for (const id of [first, second, third]) expect((await remediesOf(id))[0].repliedOn).toBe('2026-06-01');
		expect((await reply(lead.id, { repliedOn: '2026-06-01', note: '' })).json().issues[0].key).toBe('reply.twice');

		const redo = { ...ENDED, result: 'corrected', redoDays: 20, redoAlso: await numberOf(third) };
		await step(desk, 'clerk', second, 'remedies/close', redo);
		const states = await Promise.all([first, second, third].map(async (id) => (await view(desk, id)).summary.state));
		expect(states).toEqual(['answered', 'redo', 'redo']);
		expect((await cell('review.corrected')).filter((id) => id >= lead.id)).toEqual([lead.id]);
		expect(await cell('review.pending')).not.toContain(lead.id);
	});

	test('entered again under its number over another application joins the first, also afterwards', async () => {
		const given = claim();
		const [first, second, late] = [await answered(desk), await answered(desk), await answered(desk)];
		await step(desk, 'clerk', first, 'remedies', given);
		await step(desk, 'clerk', second, 'remedies', { ...given, caseNumber: ` ${given.caseNumber}` });
		const [lead] = await remediesOf(first);
		const ofCase = async () => (await cell('review.total')).filter((id) => id >= lead.id);
		expect(await ofCase()).toEqual([lead.id]);
		await step(desk, 'clerk', first, 'remedies/close', ENDED);
		expect((await view(desk, second)).summary.state).toBe('answered');
		await step(desk, 'clerk', late, 'remedies', given);
		expect(await ofCase()).toEqual([lead.id]);
		desk.day('2026-06-02');
		const other = { closedOn: '2026-06-02', result: 'corrected', note: '' };
		expect(await refused(desk, 'clerk', late, 'remedies/close', other)).toEqual([
			'remedy.otherDay',
			'remedy.otherResult',
		]);
		await step(desk, 'clerk', late, 'remedies/close', ENDED);
		expect(await cell('review.maintained')).toContain(lead.id);
	});

	test('by two clerks at once is still one', async () => {
		const given = claim();
		const ids = [await answered(desk), await answered(desk)];
		await Promise.all(ids.map((id) => step(desk, 'clerk', id, 'remedies', given)));
		const rows = (await Promise.all(ids.map(remediesOf))).flat();
		expect(rows.filter(({ joinsId }) => joinsId === null || joinsId === undefined).length).toBeGreaterThan(0);
		const { rows: kept } = await desk.server.services.database.pool.query(
			'select joins_id from remedy_case where case_number = $1 order by id',
			[given.caseNumber],
		);
		expect(kept.map(({ joins_id }: { joins_id: number | null }) => joins_id === null)).toEqual([true, false]);
		// Ended from both sides at once, each waits for the other; the second finds nothing open.
		const clerk = await desk.as('clerk');
		const answers = await Promise.all(ids.map((id) => clerk.post(`/api/applications/${id}/remedies/close`, ENDED)));
		expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
		for (const id of ids) expect((await view(desk, id)).summary.state).toBe('answered');
	});

	test('names only applications of the office that can be attacked; one that cannot keeps all back', async () => {
		const [first, open] = [await answered(desk), await handled(desk)];
		expect(await refused(desk, 'clerk', first, 'remedies', claim({ alsoOver: '没有〔2026〕9号' }))).toEqual([
			'remedy.also',
		]);
		expect(await refused(desk, 'clerk', first, 'remedies', claim({ alsoOver: await numberOf(open) }))).not.toEqual([]);
		expect((await view(desk, first)).summary.state).toBe('answered');
		expect(await remediesOf(first)).toEqual([]);
		const joined = claim({ alsoOver: await numberOf(first) });
		await step(desk, 'clerk', first, 'remedies', joined);
		expect((await remediesOf(first))[0].alsoOver).toEqual([]);
		const stranger = await answered(desk);
		const redo = { ...ENDED, result: 'corrected', redoDays: 20, redoAlso: await numberOf(stranger) };
		expect(await refused(desk, 'clerk', first, 'remedies/close', redo)).toEqual(['remedy.notJoined']);
	});

	test('what was entered before stays two cases', async () => {
		const [first, second] = [await registered({ caseNumber: '' }), await registered({ caseNumber: '' })];
		const { pool } = desk.server.services.database;
		await pool.query("update remedy_case set case_number = '旧案' where id = any($1)", [[first.remedy, second.remedy]]);
		expect(await cell('review.pending')).toEqual(expect.arrayContaining([first.remedy, second.remedy]));
		await step(desk, 'clerk', first.id, 'remedies/close', ENDED);
		expect((await view(desk, second.id)).summary.state).toBe('reconsideration');
	});
});
