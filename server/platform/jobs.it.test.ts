import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { MODULES } from '../compose.ts';
import { enqueue, failJob, finishJob, LANE_NAMES, takeJob } from './jobs.ts';
import { type JobHandler, listen, startWorker } from './worker.ts';

const log = pino({ level: 'silent' });
let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
	await sql`truncate job`.execute(database.sql);
});

async function states(): Promise<
	{ kind: string; attempts: number; done: boolean; failed: boolean; error: string | null }[]
> {
	const { rows } = await sql<{ kind: string; attempts: number; done: boolean; failed: boolean; error: string | null }>`
		select kind, attempts, done_at is not null as done, failed_at is not null as failed, last_error as error from job order by id
	`.execute(database.sql);
	return rows;
}

describe('the queue', () => {
	test('a job with a key that is already there is not added again', async () => {
		await enqueue(database.sql, { kind: 'nightly', uniqueKey: 'nightly:2026-06-01' });
		await enqueue(database.sql, { kind: 'nightly', uniqueKey: 'nightly:2026-06-01' });
		expect(await states()).toHaveLength(1);
	});

	test('a job of a transaction that rolled back never existed', async () => {
		const failing = database.sql.transaction().execute(async (transaction) => {
			await enqueue(transaction, { kind: 'mail' });
			throw new Error('stop');
		});
		await expect(failing).rejects.toThrow('stop');
		expect(await states()).toEqual([]);
	});

	test('a job for later is not taken before its time', async () => {
		await enqueue(database.sql, { kind: 'later', runAt: new Date(Date.now() + 60_000) });
		expect(await takeJob(database.sql)).toBeNull();
	});

	test('what waits for machines outside is taken by a worker of its own', async () => {
		await enqueue(database.sql, { kind: 'messaging.send', payload: { n: 1 } });
		await enqueue(database.sql, { kind: 'publishing.index', payload: { n: 2 } });
		expect((await takeJob(database.sql, 'house'))?.kind).toBe('publishing.index');
		expect(await takeJob(database.sql, 'house')).toBeNull();
		expect((await takeJob(database.sql, 'outside'))?.kind).toBe('messaging.send');
		expect(await takeJob(database.sql, 'outside')).toBeNull();
	});

	test('what goes over everything keeps a document published meanwhile waiting no longer than itself', async () => {
		const long = [
			'publishing.reindex',
			'publishing.import',
			'ask.reindex',
			'entries.matchAll',
			'ask.indexImported',
			'supervision.nightly',
		];
		for (const kind of long) await enqueue(database.sql, { kind });
		await enqueue(database.sql, { kind: 'publishing.index' });
		expect((await takeJob(database.sql, 'house'))?.kind).toBe('publishing.index');
		expect(await takeJob(database.sql, 'house')).toBeNull();
		for (const kind of long) expect((await takeJob(database.sql, 'bulk'))?.kind).toBe(kind);
		expect(await takeJob(database.sql, 'bulk')).toBeNull();
	});

	test('every kind of job has a worker, and one only', async () => {
		const kinds = MODULES.flatMap(({ jobs }) => Object.keys(jobs ?? {}));
		for (const kind of kinds) await enqueue(database.sql, { kind });
		const taken: string[] = [];
		for (const lane of LANE_NAMES)
			for (let job = await takeJob(database.sql, lane); job; job = await takeJob(database.sql, lane))
				taken.push(job.kind);
		expect(taken.sort()).toEqual(kinds.sort());
	});

	test('ten takers at once get ten different jobs', async () => {
		for (let i = 0; i < 10; i++) await enqueue(database.sql, { kind: 'one', payload: { i } });
		const taken = await Promise.all(Array.from({ length: 12 }, () => takeJob(database.sql)));
		const ids = taken.filter((job) => job !== null).map((job) => job.id);
		expect(new Set(ids).size).toBe(10);
	});

	test('the job of a worker that died is taken again when its lease is over, not before', async () => {
		await enqueue(database.sql, { kind: 'one' });
		const first = await takeJob(database.sql);
		expect(await takeJob(database.sql)).toBeNull();
		await sql`update job set locked_until = now() - interval '1 second'`.execute(database.sql);
		expect((await takeJob(database.sql))?.id).toBe(first?.id);
	});

	test('a failing job waits longer each time and is given up after its last attempt', async () => {
		await enqueue(database.sql, { kind: 'one' });
		for (let attempt = 1; attempt <= 8; attempt++) {
			await sql`update job set run_at = now()`.execute(database.sql);
			const job = await takeJob(database.sql);
			expect(job?.attempts).toBe(attempt);
			if (job) await failJob(database.sql, job, `第${attempt}次失败`);
		}
		expect(await states()).toEqual([{ kind: 'one', attempts: 8, done: false, failed: true, error: '第8次失败' }]);
		expect(await takeJob(database.sql)).toBeNull();
	});

	test('a finished job forgets its earlier error', async () => {
		await enqueue(database.sql, { kind: 'one' });
		const job = await takeJob(database.sql);
		if (job) await failJob(database.sql, job, 'once');
		if (job) await finishJob(database.sql, job);
		expect(await states()).toEqual([{ kind: 'one', attempts: 1, done: true, failed: false, error: null }]);
	});
});

describe('the worker', () => {
	test('does what is due, and goes on after a handler that throws and a kind that nobody handles', async () => {
		const done: string[] = [];
		const handlers = new Map<string, JobHandler>([
			['good', async (job) => void done.push(String(job.payload.name))],
			['bad', async () => Promise.reject(new Error('broken'))],
		]);
		for (const name of ['a', 'b']) await enqueue(database.sql, { kind: 'good', payload: { name } });
		await enqueue(database.sql, { kind: 'bad' });
		await enqueue(database.sql, { kind: 'unknown' });
		await enqueue(database.sql, { kind: 'good', payload: { name: 'c' } });
		const worker = startWorker(database.sql, handlers, log);
		await worker.drain();
		await worker.stop();
		expect(done.sort()).toEqual(['a', 'b', 'c']);
		expect((await states()).filter((job) => !job.done).map((job) => [job.kind, job.error])).toEqual([
			['bad', 'broken'],
			['unknown', 'no handler for job unknown'],
		]);
	});

	test('is woken by a job added on another connection, well before its slow poll', async () => {
		let arrived: () => void = () => {};
		const waiting = new Promise<void>((resolve) => {
			arrived = resolve;
		});
		const worker = startWorker(database.sql, new Map([['good', async () => arrived()]]), log);
		const listener = await listen(database.url, { gongkai_jobs: () => worker.wake() }, () => {});
		await worker.drain();
		const started = performance.now();
		await enqueue(database.sql, { kind: 'good' });
		await waiting;
		expect(performance.now() - started).toBeLessThan(1500);
		await worker.stop();
		await listener.close();
	});

	test('a listener whose connection was cut comes back and says that it may have missed something', async () => {
		let gaps = 0;
		const heard: string[] = [];
		const listener = await listen(database.url, { gongkai_pages: (payload) => heard.push(payload) }, () => gaps++);
		await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`.execute(
			database.sql,
		);
		for (let i = 0; i < 100 && gaps === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
		expect(gaps).toBe(1);
		await sql`select pg_notify('gongkai_pages', 'x')`.execute(database.sql);
		for (let i = 0; i < 100 && heard.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
		expect(heard).toEqual(['x']);
		await listener.close();
	});

	test('a database that is away for a while is asked a few times, not ever more often', async () => {
		const { hostname, port } = new URL(database.url);
		const sockets = new Set<Socket>();
		let away = false;
		let asked = 0;
		const gate = createServer((client) => {
			asked++;
			if (away) return client.destroy();
			const server = createConnection({ host: hostname, port: Number(port) });
			for (const socket of [client, server]) sockets.add(socket.on('error', () => {}));
			client.pipe(server).pipe(client);
		});
		await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
		const url = new URL(database.url);
		url.hostname = '127.0.0.1';
		url.port = String((gate.address() as AddressInfo).port);
		let gaps = 0;
		const listener = await listen(url.href, { gongkai_jobs: () => {} }, () => gaps++);
		away = true;
		asked = 0;
		for (const socket of sockets) socket.destroy();
		await new Promise((resolve) => setTimeout(resolve, 4000));
		// After 250 ms, 500, 1000, 2000.
		expect(asked).toBeGreaterThan(1);
		expect(asked).toBeLessThan(6);
		away = false;
		for (let i = 0; i < 200 && gaps === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
		expect(gaps).toBe(1);
		await listener.close();
		for (const socket of sockets) socket.destroy();
		gate.close();
	});
});
