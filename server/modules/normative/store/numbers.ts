import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { tables } from './tables.ts';

/** 发文代字 by office. */
export async function selectWords(reader: Reader): Promise<Map<number, string>> {
	const rows = await tables(reader).selectFrom('normative_word').select(['office_id', 'word']).execute();
	return new Map(rows.map(({ office_id: id, word }) => [id, word]));
}

/** Until commit nobody else sets a word: two offices cannot take one at once. */
export async function lockWords(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('normative_word'))`.execute(tx.sql);
}

export async function upsertWord(tx: Tx, officeId: number, word: string): Promise<void> {
	await tables(tx)
		.insertInto('normative_word')
		.values({ office_id: officeId, word })
		.onConflict((conflict) => conflict.column('office_id').doUpdateSet({ word }))
		.execute();
}

/** The next number of a word and year, held until commit: no double, and a rollback gives it back. */
export async function nextSerial(tx: Tx, word: string, year: number): Promise<number> {
	const { last } = await tables(tx)
		.insertInto('normative_counter')
		.values({ word, year, last: 1 })
		.onConflict((conflict) =>
			conflict.columns(['word', 'year']).doUpdateSet((eb) => ({ last: eb('normative_counter.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return last;
}
