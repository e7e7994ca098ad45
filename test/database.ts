import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Database } from '../server/platform/database.ts';

/** A database of this test file alone, with every migration applied and nothing in it. */
export interface TestDatabase extends Database {
	drop(): Promise<void>;
}

/** Clones the migrated template, or another one (about 50 ms in memory). Call in `beforeAll`, and `drop` in `afterAll`. */
export async function createTestDatabase(from = 'gongkai'): Promise<TestDatabase> {
	const template = inject('postgresUrl');
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	await admin(template, `create database ${name} template ${from} strategy file_copy`);
	const url = new URL(template);
	url.pathname = `/${name}`;
	const database = connect(url.href, 8);
	return {
		...database,
		drop: async () => {
			await database.close();
			await admin(template, `drop database ${name} with (force)`);
		},
	};
}

async function admin(template: string, statement: string): Promise<void> {
	const url = new URL(template);
	url.pathname = '/postgres';
	for (let attempt = 0; ; attempt++) {
		const client = new pg.Client({ connectionString: url.href });
		await client.connect();
		try {
			await client.query(statement);
			return;
		} catch (error) {
			// Two files cloning at once meet on the template; the second waits its turn.
			if ((error as { code?: string }).code !== '55006' || attempt > 100) throw error;
			await new Promise((resolve) => setTimeout(resolve, 50));
		} finally {
			await client.end();
		}
	}
}
