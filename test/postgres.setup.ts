import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../server/platform/migrate.ts';
import { launchPostgres } from '../server/platform/postgres/launcher.ts';

declare module 'vitest' {
	interface ProvidedContext {
		postgresUrl: string;
	}
}

/** One server for the run, and a migrated template that every test file clones. GONGKAI_PG_BIN chooses another PostgreSQL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
	const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
	const postgres = await launchPostgres({ dataDir, pgBin: process.env.GONGKAI_PG_BIN, settings });
	const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
	await migrate(pool);
	await pool.end();
	project.provide('postgresUrl', postgres.url);
	return async () => {
		await postgres.stop();
		rmSync(dataDir, { recursive: true, force: true });
	};
}
