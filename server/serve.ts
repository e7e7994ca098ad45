import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { compose, jobHandlers, MODULES } from './compose.ts';
import type { Config } from './config.ts';
import type { Clock } from './platform/clock.ts';
import { JOBS_CHANNEL, LANE_NAMES } from './platform/jobs.ts';
import { migrate } from './platform/migrate.ts';
import { PAGES_CHANNEL } from './platform/transaction.ts';
import { listen, startWorker } from './platform/worker.ts';
import { putFront } from './portal/front.ts';
import type { Services } from './services.ts';

export { type OpenDatabase, openDatabase } from './open-database.ts';

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
		const stopFront = putFront(app.server, services);
		app.addHook('preClose', async () => stopFront());
		await app.listen({ host: config.host, port: config.port });
		const handlers = jobHandlers(services);
		const workers = LANE_NAMES.map((lane) => startWorker(services.database.sql, handlers, services.log, lane));
		const own = MODULES.flatMap(({ whileRunning }) => whileRunning?.(services) ?? []);
		const listener = await listen(
			databaseUrl,
			{
				[JOBS_CHANNEL]: () => {
					for (const worker of workers) worker.wake();
				},
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
				await Promise.all([...workers, ...own].map((one) => one.stop()));
				await listener.close();
				await services.database.close();
			},
		};
	} catch (error) {
		await services.database.close();
		throw error;
	}
}
