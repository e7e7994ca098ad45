import pg from 'pg';
import type { Logger } from 'pino';
import type { Sql } from './database.ts';
import { failJob, finishJob, type Job, takeJob } from './jobs.ts';

/** Does one job. Throwing puts it back for a later attempt. */
export type JobHandler = (job: Job) => Promise<void>;

export interface Worker {
	/** Waits for the job in hand and stops. */
	stop(): Promise<void>;
	/** Resolves when no due job is left; for tests and for the end of an import. */
	drain(): Promise<void>;
}

const IDLE_POLL_MS = 2000;

/** Runs due jobs one after another until stopped; woken by NOTIFY, and by a slow poll in case a wake-up was lost. */
export function startWorker(
	db: Sql,
	handlers: ReadonlyMap<string, JobHandler>,
	log: Logger,
): Worker & { wake(): void } {
	let running = true;
	let wakeUp: () => void = () => {};
	let idle: Promise<void> = Promise.resolve();

	async function runOne(): Promise<boolean> {
		const job = await takeJob(db);
		if (!job) return false;
		try {
			const handler = handlers.get(job.kind);
			if (!handler) throw new Error(`no handler for job ${job.kind}`);
			await handler(job);
			await finishJob(db, job);
		} catch (error) {
			log.error({ job: job.kind, id: job.id, attempt: job.attempts, err: error }, 'job failed');
			await failJob(db, job, error instanceof Error ? error.message : String(error));
		}
		return true;
	}

	async function loop(): Promise<void> {
		while (running) {
			try {
				idle = drainNow();
				await idle;
			} catch (error) {
				log.error({ err: error }, 'job queue unreachable');
			}
			if (running) await pause();
		}
	}

	async function drainNow(): Promise<void> {
		while (running && (await runOne())) {
			// the next one
		}
	}

	function pause(): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, IDLE_POLL_MS);
			wakeUp = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}

	const done = loop();
	return {
		wake: () => wakeUp(),
		drain: async () => {
			await idle;
			while (await runOne()) {
				// until nothing is due
			}
		},
		stop: async () => {
			running = false;
			wakeUp();
			await done;
		},
	};
}

/** One connection that listens for this process; reconnects, and calls `onGap` after an interruption. */
export async function listen(
	url: string,
	channels: Record<string, (payload: string) => void>,
	onGap: () => void,
): Promise<{ close(): Promise<void> }> {
	let closed = false;
	let client = await open();

	async function open(): Promise<pg.Client> {
		const next = new pg.Client({ connectionString: url });
		next.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
		next.on('error', () => {});
		next.on('end', () => {
			if (!closed) setTimeout(reopen, 500);
		});
		await next.connect();
		for (const channel of Object.keys(channels)) await next.query(`listen ${channel}`);
		return next;
	}

	async function reopen(): Promise<void> {
		if (closed) return;
		try {
			client = await open();
			// What was said while we were deaf is unknown.
			onGap();
		} catch {
			setTimeout(reopen, 1000);
		}
	}

	return {
		close: async () => {
			closed = true;
			await client.end().catch(() => {});
		},
	};
}
