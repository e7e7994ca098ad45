import type { Reader, Tx } from '../../../platform/transaction.ts';
import { lockedTables, tablesOf } from './database.ts';

export type Series = 'application' | 'letter';

/**
 * The next number of a series. The counter's row stays locked until commit, and a rolled-back command gives its number
 * back: no gap, no double. Take it last in a command, so that others wait as short as possible.
 */
export async function nextNumber(tx: Tx, officeId: number, series: Series, year: number): Promise<number> {
	const { last } = await lockedTables(tx)
		.insertInto('application_counter')
		.values({ office_id: officeId, series, year, last: 1 })
		.onConflict((conflict) =>
			conflict
				.columns(['office_id', 'series', 'year'])
				.doUpdateSet((eb) => ({ last: eb('application_counter.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return last;
}

export interface Numbering {
	mark: string;
	numberPattern: string;
	letterPattern: string;
}

/** The office's own numbering; null when it has set none. */
export async function selectNumbering(reader: Reader, officeId: number): Promise<Numbering | null> {
	const row = await tablesOf(reader)
		.selectFrom('application_numbering')
		.select(['mark', 'number_pattern as numberPattern', 'letter_pattern as letterPattern'])
		.where('office_id', '=', officeId)
		.executeTakeFirst();
	return row ?? null;
}

export async function selectAllNumbering(reader: Reader): Promise<(Numbering & { officeId: number })[]> {
	return await tablesOf(reader)
		.selectFrom('application_numbering')
		.select(['office_id as officeId', 'mark', 'number_pattern as numberPattern', 'letter_pattern as letterPattern'])
		.execute();
}

export async function putNumbering(tx: Tx, officeId: number, numbering: Numbering): Promise<void> {
	const row = {
		mark: numbering.mark,
		number_pattern: numbering.numberPattern,
		letter_pattern: numbering.letterPattern,
	};
	await lockedTables(tx)
		.insertInto('application_numbering')
		.values({ office_id: officeId, ...row })
		.onConflict((conflict) => conflict.column('office_id').doUpdateSet(row))
		.execute();
}
