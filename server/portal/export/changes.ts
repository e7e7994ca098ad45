import { sql } from 'kysely';
import type { Sql } from '../../platform/database.ts';

/** Which cluster this is: transactions are counted anew in another, where the same records may be after a restore. */
export async function clusterOf(db: Sql): Promise<string> {
	const { rows } = await sql<{ id: string }>`select system_identifier::text as id from pg_control_system()`.execute(db);
	return rows[0]?.id ?? '';
}

/** From here on a later export has to look: the oldest transaction that may still write. */
export async function watermark(db: Sql): Promise<string> {
	const { rows } = await sql<{ at: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as at`.execute(db);
	return rows[0]?.at ?? '0';
}

/** The newest change written down, as a mark; empty when nothing ever changed. */
export async function newestMark(db: Sql): Promise<string> {
	const { rows } = await sql<{ mark: string }>`
		select id || ' ' || transaction::text as mark from page_drop order by id desc limit 1
	`.execute(db);
	return rows[0]?.mark ?? '';
}

/** Whether a mark is still there. After a restore from an older backup it is not, and what followed it never happened. */
export async function hasMark(db: Sql, mark: string): Promise<boolean> {
	const { rows } = await sql`select 1 from page_drop where id || ' ' || transaction::text = ${mark}`.execute(db);
	return mark === '' || rows.length > 0;
}

/** Tags of pages that became stale in transactions from a watermark on. */
export async function staleSince(db: Sql, from: string): Promise<Set<string>> {
	const { rows } = await sql<{ tag: string }>`
		select distinct unnest(tags) as tag from page_drop where transaction >= ${from}::xid8
	`.execute(db);
	return new Set(rows.map(({ tag }) => tag));
}

/** Throws away what became stale longer ago than any export looks back. */
export async function forgetBefore(db: Sql, days: number): Promise<void> {
	// The newest stays: by it a later export knows that it looks at the same records.
	await sql`
		delete from page_drop where at < now() - make_interval(days => ${days}) and id < (select max(id) from page_drop)
	`.execute(db);
}
