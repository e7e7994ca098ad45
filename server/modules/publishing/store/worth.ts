import { type RawBuilder, sql } from 'kysely';
import type { Validity } from '../types.ts';

/** A row `s` of the index is worth this on a day: what its last standing by then says, and in force before the first. */
export function isWorth(validity: Validity | undefined, today: string): RawBuilder<boolean> {
	if (validity === undefined) return sql`true`;
	const last = sql`(select split_part(max(one collate "C"), ' ', 2) from unnest(s.standings) one where one collate "C" < ${`${today}~`})`;
	return validity === 'valid'
		? sql`(s.standings is null or coalesce(${last}, 'valid') = 'valid')`
		: sql`${last} = ${validity}`;
}
