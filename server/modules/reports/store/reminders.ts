import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ReminderKind } from '../rules/reminder.ts';
import { handOf, tables } from './scope.ts';

/** How often an office was reminded in a year, and when last. */
export interface Reminded {
	count: number;
	lastOn: string;
	/** Reminders the county sent by hand (催办). */
	urged: number;
}

/** False when the calendar has spoken to this office today already. */
export async function insertReminder(
	tx: Tx,
	given: { officeId: number; year: number; kind: ReminderKind; note: string },
): Promise<boolean> {
	const { officeId, year, kind, note } = given;
	const row = await tables(tx)
		.insertInto('report_reminder')
		.values({ office_id: officeId, year, kind, note, day: tx.today, ...handOf(tx) })
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** By office. The caller shows only the offices in its scope. */
export async function remindersOf(reader: Reader, year: number): Promise<Map<number, Reminded>> {
	const rows = await tables(reader)
		.selectFrom('report_reminder')
		.select('office_id as officeId')
		.select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('day').as('lastOn')])
		.select(sql<number>`count(*) filter (where kind = 'urged')::int`.as('urged'))
		.where('year', '=', year)
		.groupBy('office_id')
		.execute();
	return new Map(rows.map(({ officeId, ...reminded }) => [officeId, reminded]));
}
