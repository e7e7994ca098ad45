import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadDemo } from '../../db/demo/load.ts';
import { compose } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { fixedClock } from '../../server/platform/clock.ts';
import startPostgres from '../../test/postgres.setup.ts';
import { DEMO_DATABASE, NOW } from './moment.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Data folder of the loaded demo: uploaded files and keys. */
		demoFolder: string;
	}
}

/** One PostgreSQL for the run, and the demo county loaded once: every journey walks in a copy of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const stop = await startPostgres(project);
	const { postgresUrl } = project.getProvidedContext();
	const folder = mkdtempSync(join(tmpdir(), 'gongkai-demo-'));
	const admin = new pg.Client({ connectionString: postgresUrl });
	await admin.connect();
	await admin.query(`create database ${DEMO_DATABASE} template gongkai`);
	await admin.end();
	const url = new URL(postgresUrl);
	url.pathname = `/${DEMO_DATABASE}`;
	const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' });
	const services = compose(config, url.href, fixedClock(NOW));
	await loadDemo(services, () => {});
	await services.database.close();
	project.provide('demoFolder', folder);
	return async () => {
		await stop();
		rmSync(folder, { recursive: true, force: true });
	};
}
