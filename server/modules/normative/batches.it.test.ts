import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personActor } from '../../kernel/actor.ts';
import { reader, transact } from '../../platform/transaction.ts';
import { assignRole } from '../offices/index.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';
import { normativeCounts } from '../publishing/index.ts';

let desk: Desk;
let columnId: number;
const ids: Record<string, number> = {};

beforeAll(async () => {
	desk = await openDesk('2026-05-31T14:30:00Z');
	columnId = await desk.column('policies');
	for (const key of ['keep', 'revise', 'repeal', 'lapse', 'ended']) ids[key] = await issue(key);
	// Past midnight in China, within one session.
	desk.server.clock.set('2026-05-31T16:30:00Z');
	await desk.move(ids.ended ?? 0, 'leader', 'validity', {
		validity: 'repealed',
		onDay: '2026-05-25',
		basis: '柳政发〔2026〕8号',
	});
});
afterAll(() => desk?.server.close());

let serial = 0;
/** A public normative document of township A. */
async function issue(title: string): Promise<number> {
	serial += 1;
	const id = await desk.draft({
		...{ columnId, type: 'normative' as const, title: `关于${title}的办法`, documentNumber: `柳规〔2026〕${serial}号` },
		...{ formedOn: '2026-05-18', expiresOn: '2027-05-17' },
	});
	await desk.publish(id);
	return id;
}

interface BatchAnswer {
	state: string;
	revision: number;
	documentId: number | null;
	counts: Record<string, number>;
	items: {
		id: number;
		documentId: number;
		title: string;
		officeId: number;
		mayConclude: boolean;
		conclusion: string | null;
	}[];
	moves: { action: string; allowed: boolean; reasons: { key: string }[] }[];
}
type Who = Parameters<Desk['as']>[0];
const view = async (id: number, who: Who = 'clerk') =>
	(await (await desk.as(who)).get(`/api/normative/batches/${id}`)).json() as BatchAnswer;
const move = async (id: number, who: Who, action: string, change: object = {}) => {
	const { revision } = await view(id, who);
	return await (await desk.as(who)).post(`/api/normative/batches/${id}/moves/${action}`, {
		revision,
		text: '',
		...change,
	});
};
const open = async (who: Who, change: object = {}) =>
	await (await desk.as(who)).post('/api/normative/batches', {
		title: '2026年规范性文件清理',
		onDay: '2026-05-31',
		...change,
	});
const conclude = async (
	id: number,
	who: Who,
	itemIds: number[],
	conclusion: string,
	reason = '经逐条对照上位法审查。',
) => await (await desk.as(who)).post(`/api/normative/batches/${id}/conclusions`, { itemIds, conclusion, reason });

describe('a clean-up of an office (law.md §5.7)', () => {
	it('looks at what was in force on its day, concludes about each, and carries it into the library', async () => {
		const { id } = (await open('clerk')).json();
		const batch = await view(id);
		expect(batch.items.map(({ documentId }) => documentId).sort()).toEqual(
			[ids.keep, ids.revise, ids.repeal, ids.lapse].sort(),
		);
		const item = (key: string) => batch.items.find(({ documentId }) => documentId === ids[key])?.id ?? 0;
		expect((await move(id, 'leader', 'sign')).json().issues[0].key).toBe('batch.open');
		expect((await conclude(id, 'clerk', [item('keep')], 'keep', '')).json().issues[0].field).toBe('reason');
		expect((await conclude(id, 'clerk', [item('keep'), 999_999], 'keep')).statusCode).toBe(422);
		// First thought repealed, then kept: the last word counts, and both stay.
		for (const [key, conclusion] of [
			['keep', 'repeal'],
			['keep', 'keep'],
			['revise', 'revise'],
			['repeal', 'repeal'],
			['lapse', 'lapse'],
		] as const)
			expect((await conclude(id, 'clerk', [item(key)], conclusion)).statusCode).toBe(200);
		expect((await view(id)).counts).toEqual({ all: 4, keep: 1, revise: 1, repeal: 1, lapse: 1 });
		expect((await move(id, 'clerk', 'sign')).statusCode).toBe(403);
		expect((await move(id, 'clerk', 'close')).statusCode).toBe(409);
		expect((await move(id, 'leader', 'sign')).statusCode).toBe(200);
		expect((await conclude(id, 'clerk', [item('keep')], 'repeal')).statusCode).toBe(409);
		const late = await issue('清理后补录');
		expect((await move(id, 'clerk', 'close', { effectiveOn: '2026-05-01' })).statusCode).toBe(422);
		const before = (await desk.page(`/d/${ids.repeal}`)).body;
		expect(before).not.toContain('已废止');
		expect((await move(id, 'clerk', 'close', { effectiveOn: '2026-06-01' })).statusCode).toBe(200);
		expect((await move(id, 'clerk', 'close')).statusCode).toBe(409);
		for (const [key, words] of [
			['repeal', '已废止'],
			['lapse', '已失效'],
		] as const)
			expect((await desk.page(`/d/${ids[key]}`)).body, key).toContain(words);
		for (const key of ['keep', 'revise'])
			expect((await desk.page(`/d/${ids[key]}`)).body).not.toContain('未列入继续有效');
		// Issued after the day: nobody could list it.
		expect((await desk.page(`/d/${late}`)).body).not.toContain('未列入继续有效');
		const done = await view(id);
		const draft = await desk.read(done.documentId ?? 0);
		expect(draft).toMatchObject({ state: 'draft', content: { title: '关于公布2026年规范性文件清理结果的公告' } });
		for (const part of [
			'继续有效的行政规范性文件目录',
			'修改前继续有效',
			'关于repeal的办法',
			'共清理行政规范性文件4件',
		])
			expect(draft.content.body, part).toContain(part);
		expect((await desk.page(`/d/${done.documentId}`)).status).toBe(404);
		const year = await normativeCounts(
			reader(desk.server.as({ kind: 'system', name: '测试' })),
			desk.county.townshipA.id,
			2026,
		);
		expect({ made: year.made.count, repealed: year.repealed.count, valid: year.valid.count }).toEqual({
			made: 6,
			repealed: 3,
			valid: 3,
		});
	});

	it('prints its three lists, in a form no sheet takes for a formula', async () => {
		const clerk = await desk.as('clerk');
		const [{ id }] = (await clerk.get('/api/normative/batches')).json();
		for (const format of ['docx', 'xlsx']) {
			const answer = await clerk.get(`/api/normative/batches/${id}/list?list=repeal&format=${format}`);
			expect(answer.statusCode).toBe(200);
			expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
		}
		expect((await (await desk.as('clerkB')).get(`/api/normative/batches/${id}/list?list=keep`)).statusCode).toBe(404);
	});

	it('says of what was in force and is not listed that it is no basis for administration', async () => {
		// As an old document that is brought in after the clean-up, with its own days.
		const old = await issue('漏报');
		const { pool } = desk.server.services.database;
		await pool.query(`update publication set published_at = '2026-05-18T02:00:00Z' where document_id = $1`, [old]);
		expect((await desk.page(`/d/${old}?x=1`)).body).toContain('不得作为行政管理的依据');
		expect((await desk.page(`/normative?day=2026-06-01`)).body).toContain('未列入继续有效目录');
		// On a day before the list was made it says nothing.
		expect((await desk.page(`/normative?day=2026-05-20`)).body).not.toContain('未列入继续有效目录');
	});

	it('has nothing to look at before anything was issued, and no day to come', async () => {
		expect((await open('clerk', { onDay: '2026-01-01' })).json().issues[0].key).toBe('batch.none');
		expect((await open('clerk', { onDay: '2026-06-02' })).json().issues[0].key).toBe('batch.day');
		expect((await open('clerkB')).json().issues[0].key).toBe('batch.none');
		expect((await open('clerk', { wholeCounty: true })).json().issues[0].key).toBe('batch.county');
	});
});

describe('a clean-up of the whole county', () => {
	it('is concluded about by each office for its own, signed by another hand, and hidden from who has nothing in it', async () => {
		const county = desk.server.as({ kind: 'system', name: '测试' }, 'test.role');
		await transact(county, async (tx) => {
			await assignRole(tx, {
				...{ personId: desk.county.people.leaderD, officeId: desk.county.county.id },
				...{ role: 'leader', from: '2020-01-01' },
			});
		});
		const { id } = (await open('countyOfficer', { title: '全县清理', wholeCounty: true })).json();
		const batch = await view(id, 'countyOfficer');
		expect(batch.items.length).toBeGreaterThan(0);
		expect((await view(id)).items.every(({ mayConclude }) => mayConclude)).toBe(true);
		expect((await (await desk.as('clerkB')).get(`/api/normative/batches/${id}`)).statusCode).toBe(404);
		const items = batch.items.map((one) => one.id);
		expect((await conclude(id, 'clerkB', items, 'keep')).statusCode).toBe(404);
		expect((await conclude(id, 'clerk', items, 'keep')).statusCode).toBe(200);
		// The office may speak of its own, and decide nothing about the whole.
		expect((await move(id, 'clerk', 'cancel', { text: '不再进行清理。' })).statusCode).toBe(403);
		expect((await move(id, 'leader', 'sign')).statusCode).toBe(403);
		const leader = personActor({ id: desk.county.people.leaderD, name: '梁川' }, desk.county.county.id, ['leader']);
		const { moveBatch } = await import('./commands/move-batch.ts');
		const { revision } = await view(id, 'countyOfficer');
		await transact(desk.server.as(leader, 'normative.moveBatch'), (tx) =>
			moveBatch(tx, { id, action: 'sign', revision, text: '', effectiveOn: null }),
		);
		expect((await move(id, 'countyOfficer', 'close')).statusCode).toBe(200);
		expect((await view(id, 'countyOfficer')).state).toBe('closed');
	});

	it('takes one of two hands at once', async () => {
		const { id } = (await open('countyOfficer', { title: '再次清理', wholeCounty: true })).json();
		const both = await Promise.all([
			move(id, 'countyOfficer', 'cancel', { text: '重复开始，取消一个。' }),
			move(id, 'countyOfficer', 'cancel', { text: '重复开始，取消一个。' }),
		]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	});
});
