import type { Reader } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

// Signed documents that wait for their hour.

/** Scheduled documents whose time has come. */
export async function selectDue(reader: Reader): Promise<number[]> {
	const db = reader.sql.withTables<Tables>();
	const rows = await db
		.selectFrom('document')
		.select('id')
		.where('publish_at', '<=', reader.now)
		.orderBy('publish_at')
		.execute();
	return rows.map(({ id }) => id);
}

/** When the next scheduled document is due, or null. */
export async function selectScheduled(reader: Reader): Promise<Date | null> {
	const db = reader.sql.withTables<Tables>();
	const row = await db
		.selectFrom('document')
		.select((eb) => eb.fn.min('publish_at').as('at'))
		.where('publish_at', 'is not', null)
		.executeTakeFirst();
	return row?.at ?? null;
}
