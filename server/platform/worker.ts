import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Sql } from './database.ts';
import { failJob, finishJob, type Job, type Lane, takeJob } from './jobs.ts';

/** Does one job. Throwing puts it back for a later attempt. */
export type JobHandler = (job: Job) => Promise<void>;

export interface Worker {
	/** Looks for due jobs now. */
	wake(): void;
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
	lane: Lane = 'all',
): Worker {
	return new LoopingWorker(db, handlers, log, lane);
}

class LoopingWorker implements Worker {
	readonly #db: Sql;
	readonly #handlers: ReadonlyMap<string, JobHandler>;
	readonly #log: Logger;
	readonly #lane: Lane;
	readonly #done: Promise<void>;
	#running = true;
	#round: Promise<void> = Promise.resolve();
	#wakeUp: () => void = () => {};

	constructor(db: Sql, handlers: ReadonlyMap<string, JobHandler>, log: Logger, lane: Lane) {
		this.#db = db;
		this.#handlers = handlers;
		this.#log = log;
		this.#lane = lane;
		this.#done = this.#loop();
	}

	wake(): void {
		this.#wakeUp();
	}

	async drain(): Promise<void> {
		await this.#round;
		while (await this.#runOne()) {
			// until nothing is due
		}
	}

	async stop(): Promise<void> {
		this.#running = false;
		this.#wakeUp();
		await this.#done;
	}

	async #loop(): Promise<void> {
		while (this.#running) {
			try {
				this.#round = this.#runDue();
				await this.#round;
			} catch (error) {
				this.#log.error({ err: error }, 'job queue unreachable');
			}
			if (this.#running) await this.#pause();
		}
	}

	async #runDue(): Promise<void> {
		while (this.#running && (await this.#runOne())) {
			// the next one
		}
	}

	async #runOne(): Promise<boolean> {
		const job = await takeJob(this.#db, this.#lane);
		if (!job) return false;
		try {
			const handler = this.#handlers.get(job.kind);
			if (!handler) throw new Error(`no handler for job ${job.kind}`);
			await handler(job);
			await finishJob(this.#db, job);
		} catch (error) {
			this.#log.error({ job: job.kind, id: job.id, attempt: job.attempts, err: error }, 'job failed');
			await failJob(this.#db, job, error instanceof Error ? error.message : String(error));
		}
		return true;
	}

	#pause(): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, IDLE_POLL_MS);
			this.#wakeUp = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}
}

/** A database that is away is asked this often at least. */
const LONGEST_RECONNECT_MS = 5000;

/** One connection that listens for this process; reconnects, and calls `onGap` after an interruption. */
export async function listen(
	url: string,
	channels: Record<string, (payload: string) => void>,
	onGap: () => void,
): Promise<{ close(): Promise<void> }> {
	let closed = false;
	let client = await open();
	watch(client);

	async function open(): Promise<pg.Client> {
		const next = new pg.Client({ connectionString: url });
		next.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
		next.on('error', () => {});
		try {
			await next.connect();
			for (const channel of Object.keys(channels)) await next.query(`listen ${channel}`);
		} catch (error) {
			await next.end().catch(() => {});
			throw error;
		}
		return next;
	}

	/** Only a connection that stood is opened again: one that failed ends too, and would be tried twice each time. */
	function watch(standing: pg.Client): void {
		standing.once('end', () => void reopen());
	}

	async function reopen(): Promise<void> {
		for (let wait = 250; !closed; wait = Math.min(wait * 2, LONGEST_RECONNECT_MS)) {
			await pause(wait, undefined, { ref: false });
			const next = closed ? null : await open().catch(() => null);
			if (!next) continue;
			client = next;
			watch(next);
			// What was said while we were deaf is unknown.
			onGap();
			return;
		}
	}

	return {
		close: async () => {
			closed = true;
			await client.end().catch(() => {});
		},
	};
}
