import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	type Desk,
	enter,
	file,
	handled,
	openDesk,
	portalForm,
	step,
	view,
	WHERE,
} from '../../../../test/applications.ts';
import { transact } from '../../../platform/transaction.ts';
import { startHandling } from '../commands/start-handling.ts';

let desk: Desk;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const numberOf = (text: string) => Number(/〕(\d+)号/.exec(text)?.[1]);

describe('numbers', () => {
	test('thirty citizens at once: no gap, no double', async () => {
		const filed = await Promise.all(Array.from({ length: 30 }, () => file(desk)));
		const numbers = filed.map(({ number }) => numberOf(number)).sort((a, b) => a - b);
		expect(numbers).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
		expect(new Set(filed.map(({ code }) => code)).size).toBe(30);
	});

	test('an application that was refused leaves no gap', async () => {
		const before = numberOf((await file(desk)).number);
		await Promise.all([
			desk.post('/apply/liuxi', portalForm({ title: '' })),
			desk.post('/apply/liuxi', portalForm({ consent: '' })),
		]);
		expect(numberOf((await file(desk)).number)).toBe(before + 1);
	});

	test('a command that fails after taking its number gives it back', async () => {
		const before = numberOf((await file(desk)).number);
		const { submitApplication } = await import('../commands/submit-application.ts');
		const { caseServices } = await import('../commands/services.ts');
		const { readForm } = await import('../pages/read-form.ts');
		const { request, applicant } = readForm(portalForm());
		const failing = transact(desk.server.as({ kind: 'public' }, 'test'), async (tx) => {
			await submitApplication(tx, caseServices(desk.server.services), {
				officeId: desk.county.townshipA.id,
				request,
				applicant,
				files: [],
			});
			throw new Error('too late');
		});
		await expect(failing).rejects.toThrow('too late');
		expect(numberOf((await file(desk)).number)).toBe(before + 1);
	});

	test('letters of one office are numbered without gaps, too', async () => {
		const ids = await Promise.all(Array.from({ length: 12 }, () => enter(desk).then(({ id }) => id)));
		const found = await Promise.all(ids.map((id) => view(desk, id)));
		const numbers = found.map(({ letters }) => numberOf(letters[0].number)).sort((a, b) => a - b);
		const first = numbers[0] ?? 0;
		expect(numbers).toEqual(Array.from({ length: 12 }, (_, at) => first + at));
	});

	test('begin anew with the year', async () => {
		desk.day('2027-01-04');
		expect((await file(desk)).number).toBe('柳溪镇公开〔2027〕1号');
		desk.day('2026-06-01');
	});
});

describe('two at once', () => {
	test('two signatures: one stands, the other is told', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		const leader = await desk.as('leader');
		const answers = await Promise.all([
			leader.post(`/api/applications/${id}/approve`, { note: '一' }),
			leader.post(`/api/applications/${id}/approve`, { note: '二' }),
		]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		const loser = answers.find(({ statusCode }) => statusCode === 409)?.json();
		expect(loser.issues[0].message).toContain('当前状态为「答复已签发，待送达」');
		const { letters, decisions } = await view(desk, id);
		expect(letters.filter((one: { template: string }) => one.template === 'D15')).toHaveLength(1);
		expect(decisions).toHaveLength(1);
	});

	test('a signature and a withdrawal: exactly one of them', async () => {
		for (let round = 0; round < 5; round += 1) {
			const id = await handled(desk);
			await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
			const leader = await desk.as('leader');
			const clerk = await desk.as('clerk');
			const answers = await Promise.all([
				leader.post(`/api/applications/${id}/approve`, {}),
				clerk.post(`/api/applications/${id}/withdraw`, { reason: 'x' }),
			]);
			const done = answers.map(({ statusCode }) => statusCode === 200);
			expect(done.filter(Boolean)).toHaveLength(1);
			expect((await view(desk, id)).summary.state).toBe(done[0] ? 'signed' : 'ended');
		}
	});

	test.each([
		['startHandling', {}],
		['requestSupplement', { items: 'x', until: '2026-06-20' }],
		['withdraw', { reason: 'x' }],
	])('%s pressed five times happens once', async (action, body) => {
		const { id } = await enter(desk);
		const clerk = await desk.as('clerk');
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => clerk.post(`/api/applications/${id}/${action}`, body)),
		);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409, 409]);
	});

	test('two fee notices, two extensions: once', async () => {
		const id = await handled(desk);
		const clerk = await desk.as('clerk');
		const proposals = await Promise.all(
			Array.from({ length: 3 }, () => clerk.post(`/api/applications/${id}/proposeExtension`, { days: 5, reason: 'x' })),
		);
		expect(proposals.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
		const leader = await desk.as('leader');
		const approvals = await Promise.all(
			Array.from({ length: 3 }, () => leader.post(`/api/applications/${id}/approveExtension`, {})),
		);
		expect(approvals.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
		expect((await view(desk, id)).clock.extensionDays).toBe(5);
	});

	test('many cases of one office at once: none waits for another for ever', async () => {
		const ids = await Promise.all(Array.from({ length: 8 }, () => handled(desk)));
		const clerk = await desk.as('clerk');
		const answers = await Promise.all(
			ids.flatMap((id) => [
				clerk.post(`/api/applications/${id}/recordSearch`, {
					searchedOn: '2026-06-01',
					place: 'x',
					keywords: 'x',
					result: 'x',
				}),
				clerk.post(`/api/applications/${id}/addNote`, { text: 'x' }),
				clerk.post(`/api/applications/${id}/propose`, { outcome: 'O1', details: WHERE }),
			]),
		);
		for (const { statusCode, body } of answers) expect([200, 409], body).toContain(statusCode);
		for (const id of ids) expect((await view(desk, id)).summary.state).toBe('reviewing');
	});
});

describe('a held lock', () => {
	test('makes the second command wait, and judge what it then finds', async () => {
		const { id } = await enter(desk);
		const holder = new pg.Client({ connectionString: desk.server.services.database.url });
		await holder.connect();
		try {
			await holder.query('begin');
			await holder.query('select id from application where id = $1 for update', [id]);
			let finished = false;
			const waiting = transact(desk.server.as(desk.county.actor('clerk'), 'test'), (tx) =>
				startHandling(tx, { id }),
			).then(
				() => 'done',
				(error: { code: string }) => error.code,
			);
			void waiting.then(() => {
				finished = true;
			});
			await new Promise((resolve) => setTimeout(resolve, 300));
			expect(finished).toBe(false);
			await holder.query(`update application set state = 'ended' where id = $1`, [id]);
			await holder.query('commit');
			expect(await waiting).toBe('conflict');
		} finally {
			await holder.end();
		}
	});

	test('readers do not wait', async () => {
		const { id } = await enter(desk);
		const holder = new pg.Client({ connectionString: desk.server.services.database.url });
		await holder.connect();
		try {
			await holder.query('begin');
			await holder.query('select id from application where id = $1 for update', [id]);
			expect((await view(desk, id)).summary.state).toBe('registered');
		} finally {
			await holder.query('rollback');
			await holder.end();
		}
	});
});

describe('history', () => {
	test('of cases, letters and the audit trail cannot be changed', async () => {
		await enter(desk);
		const db = desk.server.services.database.sql;
		const columns = { application_event: 'day', application_letter: 'title', timeline: 'entry', audit_entry: 'event' };
		for (const [table, column] of Object.entries(columns)) {
			const change = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`;
			await expect(change.execute(db)).rejects.toThrow('append-only');
			await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('append-only');
		}
	});

	test('holds every step with the state before and after', async () => {
		const id = await handled(desk);
		const { rows } = await sql<{ action: string; fromState: string | null; toState: string }>`
			select action, from_state as "fromState", to_state as "toState" from application_event where application_id = ${id} order by id
		`.execute(desk.server.services.database.sql);
		expect(rows).toEqual([
			{ action: 'enter', fromState: null, toState: 'registered' },
			{ action: 'startHandling', fromState: 'registered', toState: 'handling' },
		]);
	});

	test('a step that fails leaves nothing: no state, no event, no letter, no number', async () => {
		const { id } = await enter(desk);
		const before = await view(desk, id);
		const { requestSupplement } = await import('../commands/request-supplement.ts');
		const { caseServices } = await import('../commands/services.ts');
		const failing = transact(desk.server.as(desk.county.actor('clerk'), 'test'), async (tx) => {
			await requestSupplement(tx, caseServices(desk.server.services), { id, items: 'x', until: '2026-06-20' });
			throw new Error('power cut');
		});
		await expect(failing).rejects.toThrow('power cut');
		expect(await view(desk, id)).toEqual(before);
	});
});
