import { sql } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { KnownPage, SeenPage } from '../rules/outside-page.ts';
import { tables } from './tables.ts';

/** A page of a site elsewhere as it was last read. */
export interface OutsidePage extends KnownPage {
	host: string;
	etag: string;
	modified: string;
	hash: string;
	changedAt: Date;
	seen: SeenPage;
}

export interface Visit {
	host: string;
	opened: boolean;
	status: number | null;
	milliseconds: number;
	fault: string;
}

export async function insertVisit(reader: Reader, visit: Visit): Promise<void> {
	await tables(reader)
		.insertInto('outside_visit')
		.values({ ...visit, at: reader.now })
		.execute();
}

/** Visits older than `before` tell nothing any more. */
export async function dropVisits(reader: Reader, before: Date): Promise<void> {
	await tables(reader).deleteFrom('outside_visit').where('at', '<', before).execute();
}

/** Of each host, how often it was visited since a moment and how often that failed. */
export async function countVisits(
	reader: Reader,
	since: Date,
): Promise<Map<string, { tried: number; failed: number }>> {
	const { rows } = await sql<{ host: string; tried: number; failed: number }>`
		select host, count(*)::int as tried, (count(*) filter (where not opened))::int as failed
		from outside_visit where at >= ${since} group by host
	`.execute(reader.sql);
	return new Map(rows.map(({ host, ...counts }) => [host, counts]));
}

export async function selectPages(reader: Reader, host?: string): Promise<OutsidePage[]> {
	let query = tables(reader)
		.selectFrom('outside_page')
		.select(['host', 'url', 'depth', 'status', 'etag', 'modified', 'hash', 'seen'])
		.select(['changed_at as changedAt', 'fetched_at as fetchedAt'])
		.orderBy('host')
		.orderBy('url');
	if (host !== undefined) query = query.where('host', '=', host);
	return (await query.execute()).map((row) => ({ ...row, seen: row.seen as SeenPage }));
}

export async function savePage(reader: Reader, page: OutsidePage): Promise<void> {
	const row = {
		...{ depth: page.depth, status: page.status, etag: page.etag, modified: page.modified, hash: page.hash },
		changed_at: page.changedAt,
		fetched_at: page.fetchedAt,
		seen: JSON.stringify(page.seen),
	};
	await tables(reader)
		.insertInto('outside_page')
		.values({ host: page.host, url: page.url, ...row })
		.onConflict((conflict) => conflict.columns(['host', 'url']).doUpdateSet(row))
		.execute();
}

/** Pages a whole walk no longer came to. */
export async function dropUnseen(reader: Reader, host: string, since: Date): Promise<void> {
	await tables(reader).deleteFrom('outside_page').where('host', '=', host).where('fetched_at', '<', since).execute();
}
