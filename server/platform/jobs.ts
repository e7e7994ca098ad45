import { sql } from 'kysely';
import type { EventType } from '../kernel/events.ts';
import type { Sql } from './database.ts';

/** Which job kinds each event starts. Built in `compose.ts`. */
export type ListenerMap = Partial<Record<EventType, readonly string[]>>;

/** Work to be done later, at least once: the handler must bear being run twice. */
export interface NewJob {
	kind: string;
	payload?: Record<string, unknown>;
	/** A second job with the same key is not added; for schedules and for events. */
	uniqueKey?: string;
	runAt?: Date;
}

export interface Job {
	id: number;
	kind: string;
	payload: Record<string, unknown>;
	attempts: number;
	maxAttempts: number;
}

/** The channel that wakes idle workers. */
export const JOBS_CHANNEL = 'gongkai_jobs';

const LEASE_SECONDS = 300;

export function listenersOf(listeners: ListenerMap, type: EventType): readonly string[] {
	return listeners[type] ?? [];
}

/** Adds a job, in the caller's transaction when given one; workers are woken at commit. */
export async function enqueue(db: Sql, job: NewJob): Promise<void> {
	await sql`
		insert into job (kind, payload, unique_key, run_at)
		values (${job.kind}, ${JSON.stringify(job.payload ?? {})}, ${job.uniqueKey ?? null}, coalesce(${job.runAt ?? null}::timestamptz, now()))
		on conflict (unique_key) do nothing
	`.execute(db);
	await sql`select pg_notify(${JOBS_CHANNEL}, '')`.execute(db);
}

/** Patterns of the kinds of jobs that others must not wait for, by the worker that does them. */
const LANES = {
	outside: ['messaging.%', 'channels.draft%'],
	visits: ['supervision.visit%'],
	bulk: [
		'%.reindex',
		'applications.lookThrough',
		'%Imported',
		'publishing.import',
		'entries.matchAll',
		'supervision.nightly',
	],
} as const;

/**
 * Which jobs a worker takes. What waits for machines outside this house has workers of its own, so that a mail server or a
 * site that does not answer keeps nothing else waiting; and so has what goes over everything, so that a document published
 * meanwhile is found at once.
 */
export type Lane = 'all' | 'house' | keyof typeof LANES;
export const LANE_NAMES: readonly Lane[] = ['house', 'outside', 'visits', 'bulk'];

function ownKinds(lane: Lane) {
	if (lane === 'all') return sql`true`;
	if (lane === 'house') return sql`kind not like all(${Object.values(LANES).flat()}::text[])`;
	return sql`kind like any(${[...LANES[lane]]}::text[])`;
}

/** Takes the next due job; others skip it until its lease ends (a killed worker's job is taken up again). */
export async function takeJob(db: Sql, lane: Lane = 'all'): Promise<Job | null> {
	const { rows } = await sql<Job>`
		update job set attempts = attempts + 1, locked_until = now() + make_interval(secs => ${LEASE_SECONDS})
		where id = (
			select id from job
			where done_at is null and failed_at is null and run_at <= now() and (locked_until is null or locked_until < now()) and ${ownKinds(lane)}
			order by run_at, id limit 1 for update skip locked
		)
		returning id, kind, payload, attempts, max_attempts as "maxAttempts"
	`.execute(db);
	return rows[0] ?? null;
}

export async function finishJob(db: Sql, job: Job): Promise<void> {
	await sql`update job set done_at = now(), locked_until = null, last_error = null where id = ${job.id}`.execute(db);
}

/** Puts a failed job back with a growing pause (5 s, 25 s, … at most an hour), or gives up after its last attempt. */
export async function failJob(db: Sql, job: Job, reason: string): Promise<void> {
	const pause = Math.min(5 ** job.attempts, 3600);
	const final = job.attempts >= job.maxAttempts;
	await sql`
		update job set locked_until = null, last_error = ${reason.slice(0, 500)}, run_at = now() + make_interval(secs => ${pause}),
			failed_at = case when ${final} then now() end
		where id = ${job.id}
	`.execute(db);
}
