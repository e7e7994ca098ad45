import { sql } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { Publication } from '../model.ts';
import { PUBLICATION } from './publications.ts';
import type { Tables } from './tables.ts';

/** Several at once, in no order; one that is not public is missing. */
export async function selectPublicationsByIds(reader: Reader, ids: readonly number[]): Promise<Publication[]> {
	if (ids.length === 0) return [];
	const db = reader.sql.withTables<Tables>();
	return await db
		.selectFrom('publication')
		.select(PUBLICATION)
		.where('document_id', '=', sql<number>`any(${[...ids]}::bigint[])`)
		.execute();
}
