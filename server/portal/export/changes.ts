import { sql } from 'kysely';
import type { Sql } from '../../platform/database.ts';

/** From here on a later export has to look: the oldest transaction that may still write. */
export async function watermark(db: Sql): Promise<string> {
	const { rows } = await sql<{ at: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as at`.execute(db);
	return rows[0]?.at ?? '0';
}

/** Tags of pages that became stale in transactions from a watermark on. */
export async function staleSince(db: Sql, from: string): Promise<Set<string>> {
	const { rows } = await sql<{ tag: string }>`
		select distinct unnest(tags) as tag from page_drop where transaction >= ${from}::xid8
	`.execute(db);
	return new Set(rows.map(({ tag }) => tag));
}

/** Whether everything that became stale since is still written down; older lines are thrown away. */
export async function forgetBefore(db: Sql, days: number): Promise<void> {
	await sql`delete from page_drop where at < now() - make_interval(days => ${days})`.execute(db);
}
