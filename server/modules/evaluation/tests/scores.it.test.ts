import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dice } from '../../../../test/random-county.ts';
import { STANDARD_TREE } from '../standard/tree.ts';
import { begunRound, type Desk, deduct, openDesk } from './desk.setup.ts';

/**
 * Scores from their records: some dozens of deductions, appeals and rulings made at random through the routes, and a sum of its
 * own over what stands in the database, in whole hundredths. The same sum is then looked for wherever the score is told.
 */
let desk: Desk;
let roundId = 0;
beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
});
afterAll(() => desk?.server.close());

const officer = () => desk.as('countyOfficer');
const query = async (text: string, values: unknown[] = []) =>
	(await desk.server.services.database.pool.query(text, values)).rows;
const move = async (action: string, body: object = {}) =>
	await (await officer()).post(`/api/evaluation/rounds/${roundId}/moves/${action}`, body);
const offices = () => [desk.county.townshipA, desk.county.townshipB, desk.county.department];
const CLERKS = ['clerk', 'clerkB', 'clerkD'] as const;

interface Told {
	officeId: number;
	score: number;
	vetoed: boolean;
	rank: number;
}
const told = async (): Promise<Told[]> =>
	(await (await officer()).get(`/api/evaluation/rounds/${roundId}`)).json().offices;

/** Adds up one office by its rows: the last step that says points decides, what was withdrawn or removed is nothing. */
async function added(officeId: number): Promise<{ hundredths: number; vetoed: boolean }> {
	const rows = await query(
		`select d.code,
			(select s.action from evaluation_step s where s.deduction_id = d.id order by s.id desc limit 1) as last,
			(select round(s.points * 100)::int from evaluation_step s
				where s.deduction_id = d.id and s.points is not null order by s.id desc limit 1) as hundredths
		from evaluation_deduction d where d.round_id = $1 and d.office_id = $2`,
		[roundId, officeId],
	);
	const standing = rows.filter(({ last }) => last !== 'withdraw' && last !== 'remove');
	let left = 10_000;
	let bonus = 0;
	for (const { code, kind, points } of STANDARD_TREE.nodes) {
		const sum = standing.filter((row) => row.code === code).reduce((all, row) => all + Number(row.hundredths ?? 0), 0);
		if (kind === 'points') left -= Math.min(sum, points * 100);
		if (kind === 'bonus') bonus += Math.min(sum, points * 100);
	}
	const isGood = left >= STANDARD_TREE.bonusFrom * 100;
	const vetoes = STANDARD_TREE.nodes.filter(({ kind }) => kind === 'veto').map(({ code }) => code);
	return {
		hundredths: left + (isGood ? Math.min(bonus, STANDARD_TREE.bonusCap * 100) : 0),
		vetoed: standing.some(({ code }) => vetoes.includes(String(code))),
	};
}

async function expectTheSum(): Promise<void> {
	for (const row of await told()) {
		const { hundredths, vetoed } = await added(row.officeId);
		expect({ score: Math.round(row.score * 100), vetoed: row.vetoed }).toEqual({ score: hundredths, vetoed });
	}
}

const RECORDS = [
	{ code: '1.3', faults: '1' },
	{ code: '1.3', faults: '7' },
	{ code: '2.3', faults: '2' },
	{ code: '3.3', faults: '3' },
	{ code: '5', points: '2.75' },
	{ code: '6', faults: '1' },
] as const;

describe('a score', () => {
	it('is the sum of what was recorded and stands, whatever is recorded', async () => {
		const roll = dice(46);
		roundId = await begunRound(desk);
		const ids: number[] = [];
		for (let n = 0; n < 24; n++) {
			const office = offices()[roll(3)];
			// A veto is rare: an office that has one is told apart by nothing else.
			const record = RECORDS[roll(n % 8 === 7 ? 6 : 5)] ?? RECORDS[0];
			const made = await deduct(desk, 'asked', roundId, { ...record, officeId: String(office?.id) });
			expect(made.statusCode, made.body).toBe(200);
			ids.push(made.json().id);
			if (n % 6 === 0) await expectTheSum();
		}
		for (const id of ids.filter((_, at) => at % 9 === 4))
			await (await desk.as('asked')).post(`/api/evaluation/deductions/${id}/moves/withdraw`, { text: '重复记录。' });
		await (await officer()).post(`/api/evaluation/rounds/${roundId}/draw`);
		await expectTheSum();
	});

	it('follows every ruling on every appeal, and forgets none of the steps', async () => {
		const roll = dice(50);
		expect((await move('openAppeal', { appealUntil: '2026-06-10' })).statusCode).toBe(200);
		const before = await query('select to_jsonb(s)::text as row from evaluation_step s order by id');
		for (const [at, office] of offices().entries()) {
			const browser = await desk.as(CLERKS[at] ?? 'clerk');
			const { rows } = (await browser.get(`/api/evaluation/rounds/${roundId}/offices/${office.id}`)).json();
			for (const { id, points, state } of rows as { id: number; points: number; state: string }[]) {
				if (state !== 'standing' || roll(2) === 0) continue;
				const appealed = await browser.upload(`/api/evaluation/deductions/${id}/appeal`, [], {
					text: '事实有出入，请核查。',
				});
				expect(appealed.statusCode, appealed.body).toBe(200);
				const ruling = points > 0.5 ? ['uphold', 'change', 'remove'][roll(3)] : 'uphold';
				const body = { text: '经核查作出决定。', ...(ruling === 'change' ? { points: points - 0.25 } : {}) };
				const ruled = await (await officer()).post(`/api/evaluation/deductions/${id}/moves/${ruling}`, body);
				expect([ruling, ruled.statusCode, ruled.body]).toEqual([ruling, 200, ruled.body]);
			}
		}
		await expectTheSum();
		// What was written down before stands there as it was: history grows, and is never another.
		const after = await query('select to_jsonb(s)::text as row from evaluation_step s order by id');
		expect(after.slice(0, before.length)).toEqual(before);
		expect(after.length).toBeGreaterThan(before.length);
	});

	it('places offices among their kind: nobody with fewer points before one with more, a veto last', async () => {
		const rows = await told();
		for (const one of rows)
			for (const other of rows) {
				const isKin = offices().some(
					({ id, kind }) => id === one.officeId && offices().some((o) => o.id === other.officeId && o.kind === kind),
				);
				if (!isKin) continue;
				if (one.vetoed === other.vetoed && one.score > other.score) expect(one.rank).toBeLessThan(other.rank);
				if (!one.vetoed && other.vetoed) expect(one.rank).toBeLessThan(other.rank);
			}
	});
});

describe('before it is published', () => {
	it('no path of the public tells that there is a round, nor anything of it', async () => {
		desk.at('2026-06-11T02:00:00Z');
		expect((await move('close')).statusCode).toBe(200);
		const [{ title = '' } = {}] = await query('select title from evaluation_round where id = $1', [roundId]);
		for (const path of [
			'/evaluation',
			'/evaluation/2026',
			'/surveys',
			'/',
			'/search?q=考核',
			'/sitemap.xml',
			'/catalog',
		]) {
			const { body } = await desk.page(path);
			expect([path, body.includes(String(title))]).toEqual([path, false]);
		}
		expect((await desk.page('/evaluation/2026')).statusCode).toBe(404);
		expect((await desk.page(`/evaluation/${roundId}`)).statusCode).toBe(404);
	});

	it('an office sees its own score and nobody else’s, by the round, its sheet, its register', async () => {
		await desk.server.settle();
		const rows = await told();
		for (const [at, office] of offices().entries()) {
			const browser = await desk.as(CLERKS[at] ?? 'clerk');
			const others = offices().filter(({ id }) => id !== office.id);
			const seen = (await browser.get(`/api/evaluation/rounds/${roundId}`)).json();
			expect(seen.offices.map(({ officeId }: Told) => officeId)).toEqual([office.id]);
			for (const other of others)
				expect((await browser.get(`/api/evaluation/rounds/${roundId}/offices/${other.id}`)).statusCode).toBe(404);
			for (const path of ['results', 'verification'])
				expect((await browser.get(`/api/evaluation/rounds/${roundId}/${path}`)).statusCode).toBe(403);
			const lines = await browser.get('/api/registers/entries?kind=assessment&from=2026-01-01&to=2026-12-31&year=2026');
			const score = rows.find(({ officeId }) => officeId === office.id)?.score ?? 0;
			expect(lines.json().rows).toHaveLength(1);
			expect(lines.json().rows[0].fields.result).toContain(`${score.toFixed(2)}分`);
			for (const other of others) {
				const foreign = `/api/registers/entries?kind=assessment&year=2026&officeId=${other.id}`;
				expect([403, 404, 422]).toContain((await browser.get(foreign)).statusCode);
			}
		}
	});

	it('whoever runs the job of the registers again writes no second line', async () => {
		const count = async () =>
			(await query("select count(*)::int as n from register_entry where kind = 'assessment'"))[0]?.n;
		const before = await count();
		await query("update job set done_at = null, failed_at = null, run_at = now() where kind = 'registers.recordDue'");
		await desk.server.settle();
		expect(await count()).toBe(before);
		expect(before).toBe(3);
	});
});

describe('published', () => {
	it('the portal, the paper and the frozen record tell the sum of the records', async () => {
		expect((await move('publish')).statusCode).toBe(200);
		const { body } = await desk.page('/evaluation/2026');
		const frozen = await query(
			'select office_id, round(score * 100)::int as hundredths from evaluation_result where round_id = $1',
			[roundId],
		);
		for (const { id, name } of offices()) {
			const { hundredths } = await added(id);
			expect(frozen.find((row) => Number(row.office_id) === id)?.hundredths).toBe(hundredths);
			expect(body).toContain(name);
			expect(body).toContain((hundredths / 100).toFixed(2));
		}
		const verified = (await (await officer()).get(`/api/evaluation/rounds/${roundId}/verification`)).json();
		expect(verified.isSame).toBe(true);
	});

	it('nothing of it can be recorded, ruled or drawn any more, and nothing changes by trying', async () => {
		const rows = async () =>
			JSON.stringify([
				await query('select * from evaluation_step order by id'),
				await query('select * from evaluation_result'),
			]);
		const before = await rows();
		const [{ id = 0 } = {}] = await query('select id from evaluation_deduction where round_id = $1 limit 1', [roundId]);
		const browser = await officer();
		expect((await deduct(desk, 'asked', roundId)).statusCode).toBeGreaterThanOrEqual(403);
		expect((await browser.post(`/api/evaluation/rounds/${roundId}/draw`)).statusCode).toBeGreaterThanOrEqual(409);
		for (const action of ['withdraw', 'uphold', 'change', 'remove']) {
			const body = { text: '事后改变结果。', points: 0.25 };
			const answer = await browser.post(`/api/evaluation/deductions/${id}/moves/${action}`, body);
			expect([action, answer.statusCode >= 403]).toEqual([action, true]);
		}
		for (const action of ['start', 'openAppeal', 'extend', 'close'])
			expect((await move(action, { appealUntil: '2026-07-10' })).statusCode, action).toBeGreaterThanOrEqual(409);
		expect(await rows()).toBe(before);
	});
});

describe('two at once', () => {
	it('record, draw and open the appeals of one round: each is done whole, once', async () => {
		desk.at('2026-06-01T02:00:00Z');
		roundId = await begunRound(desk, { title: '同时办理的考核' });
		const browser = await officer();
		const draws = await Promise.all([1, 2, 3].map(() => browser.post(`/api/evaluation/rounds/${roundId}/draw`)));
		expect(draws.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
		const [{ n = 0 } = {}] = await query(
			`select count(*)::int as n from (select office_id, code, source_ref from evaluation_deduction
			where round_id = $1 and source = 'automatic' group by 1, 2, 3 having count(*) > 1) as twice`,
			[roundId],
		);
		expect(n).toBe(0);
		const opens = await Promise.all([1, 2].map(() => move('openAppeal', { appealUntil: '2026-06-10' })));
		expect(opens.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		await expectTheSum();
	});

	it('appeal the same deduction: one is heard', async () => {
		const [{ id = 0 } = {}] = await query(
			'select id from evaluation_deduction where round_id = $1 and office_id = $2 limit 1',
			[roundId, desk.county.townshipA.id],
		);
		const browser = await desk.as('clerk');
		const both = await Promise.all(
			['事实有出入，请核查。', '扣分依据不充分，请核查。'].map((text) =>
				browser.upload(`/api/evaluation/deductions/${id}/appeal`, [], { text }),
			),
		);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		const steps = await query("select text from evaluation_step where deduction_id = $1 and action = 'appeal'", [id]);
		expect(steps).toHaveLength(1);
	});
});
