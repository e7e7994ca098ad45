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

interface Days {
	from: string;
	to: string;
}

/** Cases concluded within days, both ends counted, as far as the scope goes. */
function concluded(reader: Reader, scope: Scope, { from, to }: Days) {
	const query = tablesOf(reader)
		.selectFrom('application')
		.where('outcome', 'is not', null)
		.where('state', '<>', 'left')
		.where('concluded_on', '>=', from)
		.where('concluded_on', '<=', to);
	if (scope.kind === 'all') return query;
	return query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

/** Concluded cases by office and outcome. Figures only: nothing of any case. */
export async function selectOutcomeCounts(
	reader: Reader,
	scope: Scope,
	days: Days,
): Promise<{ officeId: number; outcome: OutcomeCode; count: number }[]> {
	const rows = await concluded(reader, scope, days)
		.select(['office_id as officeId', 'outcome'])
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.groupBy(['office_id', 'outcome'])
		.execute();
	return rows.flatMap(({ officeId, outcome, count }) =>
		outcome === null ? [] : [{ officeId, outcome, count: Number(count) }],
	);
}

/** The cases themselves by number, the newest first. Never what was asked, nor who did. */
export async function selectConcluded(
	reader: Reader,
	scope: Scope,
	days: Days,
): Promise<{ id: number; officeId: number; number: string; outcome: OutcomeCode; concludedOn: string }[]> {
	const rows = await concluded(reader, scope, days)
		.select(['id', 'office_id as officeId', 'number', 'outcome', 'concluded_on as concludedOn'])
		.orderBy('concluded_on', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return rows.flatMap(({ outcome, concludedOn, number, ...row }) =>
		outcome === null || concludedOn === null ? [] : [{ ...row, number: number ?? '', outcome, concludedOn }],
	);
}
