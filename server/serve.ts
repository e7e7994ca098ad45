import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { compose, jobHandlers, MODULES } from './compose.ts';
import type { Config } from './config.ts';
import type { Clock } from './platform/clock.ts';
import { JOBS_CHANNEL } from './platform/jobs.ts';
import { migrate } from './platform/migrate.ts';
import { lockFolder } from './platform/postgres/instance-lock.ts';
import { launchPostgres } from './platform/postgres/launcher.ts';
import { PAGES_CHANNEL } from './platform/transaction.ts';
import { listen, startWorker } from './platform/worker.ts';
import type { Services } from './services.ts';

/** A database ready for use: ours, started and locked, or the one DATABASE_URL names. */
export interface OpenDatabase {
	url: string;
	close(): Promise<void>;
}

/** Takes the data folder and starts its database, or uses DATABASE_URL. Throws FolderInUse when another process has the folder. */
export async function openDatabase(config: Config, progress: (text: string) => void = () => {}): Promise<OpenDatabase> {
	if (config.databaseUrl) return { url: config.databaseUrl, close: async () => {} };
	const lock = lockFolder(join(config.dataDir, 'instance.lock'));
	try {
		const postgres = await launchPostgres({ dataDir: config.dataDir, pgBin: config.pgBin, progress });
		return {
			url: postgres.url,
			close: async () => {
				await postgres.stop();
				lock.release();
			},
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

/** A running node. */
export interface Node {
	app: FastifyInstance;
	services: Services;
	/** Where it listens, such as http://127.0.0.1:8080. */
	address: string;
	/** Ends requests in hand, jobs in hand, connections; the database is the caller's to close. */
	close(): Promise<void>;
}

/** Migrates, builds the server and its worker, and listens. Throws with code EADDRINUSE when the port is taken. */
export async function serve(config: Config, databaseUrl: string, clock?: Clock): Promise<Node> {
	const services = compose(config, databaseUrl, clock);
	try {
		await migrate(services.database.pool);
		const app = await buildApp(MODULES, services);
		await app.listen({ host: config.host, port: config.port });
		const worker = startWorker(services.database.sql, jobHandlers(services), services.log);
		const listener = await listen(
			databaseUrl,
			{
				[JOBS_CHANNEL]: () => worker.wake(),
				[PAGES_CHANNEL]: (payload) => services.pages.drop(JSON.parse(payload) as string[]),
			},
			() => services.pages.clear(),
		);
		const { port } = app.server.address() as AddressInfo;
		return {
			app,
			services,
			address: `http://${config.host}:${port}`,
			close: async () => {
				await app.close();
				await worker.stop();
				await listener.close();
				await services.database.close();
			},
		};
	} catch (error) {
		await services.database.close();
		throw error;
	}
}
