import type { Reader } from '../../../platform/transaction.ts';
import type { CountedCase } from '../rules/counting.ts';
import { tablesOf } from './database.ts';

/**
 * The cases of an office that table 3 of a year can count: received by its end, not concluded before it began. Whatever was
 * never registered, or was no application (left), is in no table.
 */
export async function selectCountedCases(reader: Reader, officeId: number, year: number): Promise<CountedCase[]> {
	const rows = await tablesOf(reader)
		.selectFrom('application')
		.select([
			'id',
			'applicant_kind as kind',
			'received_on as receivedOn',
			'outcome',
			'concluded_on as concludedOn',
			'channel',
		])
		.where('office_id', '=', officeId)
		.where('state', '<>', 'left')
		.where('received_on', '<=', `${year}-12-31`)
		.where((eb) => eb.or([eb('concluded_on', 'is', null), eb('concluded_on', '>=', `${year}-01-01`)]))
		.orderBy('id')
		.execute();
	return rows.flatMap((row) => (row.receivedOn === null ? [] : [{ ...row, receivedOn: row.receivedOn }]));
}
