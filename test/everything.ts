import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { connect } from '../server/platform/database.ts';

/** A hash of every table's rows, in an order of their own; without the table that says when migrations ran here. */
export async function everythingIn(url: string): Promise<Record<string, string>> {
	const database = connect(url, 1);
	try {
		const { rows } = await sql<{ name: string }>`
			select relname::text as name from pg_class
			where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1
		`.execute(database.sql);
		const found: Record<string, string> = {};
		for (const { name } of rows) {
			const all = await sql<{ text: string | null }>`
				select string_agg(row::text, chr(10) order by row::text) as text from ${sql.table(name)} as row
			`.execute(database.sql);
			found[name] = createHash('sha256')
				.update(all.rows[0]?.text ?? '')
				.digest('hex');
		}
		return found;
	} finally {
		await database.close();
	}
}

/** Runs one query on a database of its own connection. */
export async function queryOn<T>(url: string, statement: string): Promise<T[]> {
	const database = connect(url, 1);
	try {
		return (await database.pool.query(statement)).rows as T[];
	} finally {
		await database.close();
	}
}
