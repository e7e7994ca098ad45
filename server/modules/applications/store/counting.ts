import type { Scope } from '../../../kernel/actor.ts';
import type { OutcomeCode } from '../../../law/outcomes.ts';
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

/** Concluded cases by office and outcome, within days; both ends counted. Figures only: nothing of any case. */
export async function selectOutcomeCounts(
	reader: Reader,
	scope: Scope,
	{ from, to }: { from: string; to: string },
): Promise<{ officeId: number; outcome: OutcomeCode; count: number }[]> {
	let query = tablesOf(reader)
		.selectFrom('application')
		.select(['office_id as officeId', 'outcome'])
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('outcome', 'is not', null)
		.where('state', '<>', 'left')
		.where('concluded_on', '>=', from)
		.where('concluded_on', '<=', to)
		.groupBy(['office_id', 'outcome']);
	if (scope.kind !== 'all') query = query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
	const rows = await query.execute();
	return rows.flatMap(({ officeId, outcome, count }) =>
		outcome === null ? [] : [{ officeId, outcome, count: Number(count) }],
	);
}
