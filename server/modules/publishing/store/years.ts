import { sql } from 'kysely';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { filtered, type PublicFilter } from './publications.ts';
import type { Tables } from './tables.ts';

/** Years, in China, in which what a list shows was first published; newest first. */
export async function selectYears(reader: Reader, filter: PublicFilter): Promise<number[]> {
	if (filter.officeIds?.length === 0) return [];
	const rows = await filtered(reader, filter)
		.select(sql<number>`extract(year from published_at at time zone 'Asia/Shanghai')::int`.as('year'))
		.distinct()
		.orderBy('year', 'desc')
		.execute();
	return rows.map(({ year }) => year);
}

/** Year (in China) of the oldest publication; `fallback` when there is none. */
export async function selectFirstYear(reader: Reader, fallback: number): Promise<number> {
	const db = reader.sql.withTables<Tables>();
	const row = await db
		.selectFrom('publication')
		.select((eb) => eb.fn.min('published_at').as('at'))
		.executeTakeFirst();
	return row?.at ? Number(civilDay(row.at).slice(0, 4)) : fallback;
}
