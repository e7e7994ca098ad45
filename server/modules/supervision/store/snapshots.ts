import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { tables } from './tables.ts';

/** A public page as it was served when something was found on it. */
export interface Snapshot {
	findingId: number;
	path: string;
	sha256: string;
	size: number;
	/** Places masked in what is kept. */
	masked: number;
	takenAt: Date;
}

/** Public pages of open findings of which nothing is kept yet, those of the gravest first, then the oldest. */
export async function selectWithoutSnapshot(
	reader: Reader,
	limit: number,
): Promise<{ path: string; findingIds: number[] }[]> {
	const { rows } = await sql<{ path: string; findingIds: number[] }>`
		select f.evidence ->> 'path' as path, array_agg(f.id order by f.id) as "findingIds"
		from monitor_finding f
		where f.cleared_on is null and f.evidence ->> 'path' like '/%' and f.evidence ->> 'path' not like '/workbench/%'
			and not exists (select 1 from finding_snapshot s where s.finding_id = f.id)
		group by 1
		order by min(case f.severity when 'veto' then 1 when 'error' then 2 else 3 end), min(f.id) limit ${limit}
	`.execute(reader.sql);
	return rows.map(({ path, findingIds }) => ({ path, findingIds: findingIds.map(Number) }));
}

/** Two rounds at once keep the first. */
export async function insertSnapshot(tx: Tx, snapshot: Omit<Snapshot, 'takenAt'>): Promise<void> {
	const { findingId, path, sha256, size, masked } = snapshot;
	await tables(tx)
		.insertInto('finding_snapshot')
		.values({ finding_id: findingId, path, file_sha256: sha256, size, masked, taken_at: tx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Of findings in scope, cleared ones too. */
export async function selectSnapshots(
	reader: Reader,
	scope: Scope,
	findingIds: readonly number[],
): Promise<Map<number, Snapshot>> {
	if (findingIds.length === 0 || scope.kind === 'public') return new Map();
	let query = tables(reader)
		.selectFrom('finding_snapshot as s')
		.innerJoin('monitor_finding as f', 'f.id', 's.finding_id')
		.select(['s.finding_id as findingId', 's.path', 's.file_sha256 as sha256', 's.size', 's.masked'])
		.select('s.taken_at as takenAt')
		.where('s.finding_id', 'in', findingIds);
	if (scope.kind === 'office') query = query.where('f.office_id', '=', scope.officeId);
	return new Map((await query.execute()).map((row) => [row.findingId, row]));
}
