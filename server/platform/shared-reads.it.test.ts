import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

async function ask<T>(question: ReturnType<typeof sql<T>>): Promise<T[]> {
	return (await question.execute(database.reads)).rows;
}

async function backends(): Promise<number[]> {
	const many = await Promise.all(
		Array.from({ length: 40 }, () => ask(sql<{ pid: number }>`select pg_backend_pid() as pid`)),
	);
	return [...new Set(many.flat().map(({ pid }) => pid))];
}

describe('reads on shared connections', () => {
	test('many at once are each answered with their own rows, on two connections', async () => {
		const asked = Array.from({ length: 500 }, (_, at) => at);
		const answers = await Promise.all(
			asked.map((at) =>
				at % 2
					? ask(sql<{ n: number }>`select ${at}::int as n`)
					: ask(sql<{ n: number }>`select ${at}::int as n, 'x' as other`),
			),
		);
		expect(answers.map(([row]) => row?.n)).toEqual(asked);
		expect((await backends()).length).toBe(2);
	});

	test('one that fails leaves its neighbours their answers', async () => {
		const asked = Array.from({ length: 60 }, (_, at) => ask(sql<{ n: number }>`select 10 / ${at % 3}::int as n`));
		const answers = await Promise.allSettled(asked);
		expect(answers.map(({ status }) => status)).toEqual(
			answers.map((_, at) => (at % 3 === 0 ? 'rejected' : 'fulfilled')),
		);
		expect(await ask(sql<{ n: number }>`select 10 / ${5}::int as n`)).toEqual([{ n: 2 }]);
	});

	test('days, exact numbers and arrays are read as elsewhere', async () => {
		const question = sql`select date '2026-02-28' as day, 9007199254740991::bigint as big, array[1, 2]::bigint[] as ids`;
		const [shared] = (await question.execute(database.reads)).rows;
		expect(shared).toEqual((await question.execute(database.sql)).rows[0]);
		expect(shared).toEqual({ day: '2026-02-28', big: 9007199254740991, ids: [1, 2] });
	});

	test('a transaction has a connection of its own: what it has not committed nobody reads, and nobody waits for it', async () => {
		await sql`create table shared_reads_probe (n int)`.execute(database.sql);
		await database.reads.transaction().execute(async (transaction) => {
			await sql`insert into shared_reads_probe values (1)`.execute(transaction);
			expect(await ask(sql<{ n: number }>`select n from shared_reads_probe`)).toEqual([]);
			const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
			expect(await backends()).not.toContain(rows[0]?.pid);
		});
		expect(await ask(sql<{ n: number }>`select n from shared_reads_probe`)).toEqual([{ n: 1 }]);
		const failing = database.reads.transaction().execute(async (transaction) => {
			await sql`insert into shared_reads_probe values (2)`.execute(transaction);
			throw new Error('stop');
		});
		await expect(failing).rejects.toThrow('stop');
		expect(await ask(sql<{ n: number }>`select n from shared_reads_probe`)).toEqual([{ n: 1 }]);
	});

	test('a connection the server closes is told to those who wait on it, and the next gets a new one', async () => {
		const before = await backends();
		const waiting = ask(sql`select pg_sleep(20)`);
		const fails = expect(waiting).rejects.toThrow();
		await sql`select pg_terminate_backend(pid) from unnest(${before}::int[]) as pid`.execute(database.sql);
		await fails;
		// The other connection may not have heard yet.
		const after = await vi.waitFor(backends);
		expect(after.length).toBe(2);
		expect(after.filter((pid) => before.includes(pid))).toEqual([]);
	});

	test('a statement that was kept ready is still right after the table has changed', async () => {
		const columns = () => ask(sql<Record<string, unknown>>`select * from shared_reads_changed`);
		await sql`create table shared_reads_changed as select 1 as a`.execute(database.sql);
		for (let at = 0; at < 10; at++) expect(await columns()).toEqual([{ a: 1 }]);
		await sql`alter table shared_reads_changed add b int default 2`.execute(database.sql);
		// Two connections, each of which may have kept it.
		const tried = await Promise.allSettled([columns(), columns(), columns(), columns()]);
		expect(tried.every((one) => one.status === 'fulfilled')).toBe(true);
		expect(await columns()).toEqual([{ a: 1, b: 2 }]);
	});
});
