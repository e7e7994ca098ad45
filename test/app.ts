import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../server/app.ts';
import { compose, jobHandlers, MODULES } from '../server/compose.ts';
import { readConfig } from '../server/config.ts';
import type { Actor } from '../server/kernel/actor.ts';
import { type Clock, fixedClock } from '../server/platform/clock.ts';
import type { Context } from '../server/platform/transaction.ts';
import { startWorker } from '../server/platform/worker.ts';
import type { Services } from '../server/services.ts';
import { createTestDatabase } from './database.ts';

/** The whole server on a database of its own, without a port, with a clock the test sets. */
export interface TestApp {
	app: FastifyInstance;
	services: Services;
	clock: Clock & { set(to: string | Date): void };
	/** A context for calling commands and queries directly as `actor`. */
	as(actor: Actor, auditEvent?: string): Context;
	/** Runs all due jobs (search index, notices …). */
	settle(): Promise<void>;
	inject(options: InjectOptions): Promise<LightMyRequestResponse>;
	close(): Promise<void>;
}

/** Builds a test server at the given instant (default 2026-06-01 09:00 in China). */
export async function createTestApp(now = '2026-06-01T01:00:00Z', env: Record<string, string> = {}): Promise<TestApp> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-app-'));
	const database = await createTestDatabase();
	const clock = fixedClock(now);
	const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal', PUBLIC_URL: 'http://localhost', ...env });
	const services = compose(config, database.url, clock);
	const app = await buildApp(MODULES, services);
	const handlers = jobHandlers(services);
	return {
		app,
		services,
		clock,
		as: (actor, auditEvent = 'test') => ({
			sql: services.database.sql,
			clock,
			actor,
			auditEvent,
			listeners: services.listeners,
			dropPages: (tags) => services.pages.drop(tags),
		}),
		settle: async () => {
			const worker = startWorker(services.database.sql, handlers, services.log);
			await worker.drain();
			await worker.stop();
		},
		inject: async (options) => await app.inject(options),
		close: async () => {
			await app.close();
			await services.database.close();
			await database.drop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}
