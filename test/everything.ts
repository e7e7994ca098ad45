import { connect } from '../server/platform/database.ts';

/** A hash of every table's rows, in an order of their own; without the table that says when migrations ran here. */
export async function everythingIn(url: string): Promise<Record<string, string>> {
	const tables = await queryOn<{ name: string }>(
		url,
		`select relname::text as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
	);
	const hashes = tables.map(
		({ name }) =>
			`select '${name}' as name, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash from "${name}" as t`,
	);
	const rows = await queryOn<{ name: string; hash: string | null }>(url, hashes.join(' union all '));
	return Object.fromEntries(rows.map(({ name, hash }) => [name, hash ?? 'empty']));
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
