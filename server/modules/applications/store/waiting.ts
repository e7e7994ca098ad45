import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { tablesOf } from './database.ts';

/** A second hand a case waits for: on a drafted answer, or on a proposed extension. */
export interface Waiting {
	decision: { outcome: OutcomeCode; secrecyPassed: boolean } | null;
	extension: boolean;
}

/** What each of these cases waits for; cases that wait for nothing are left out. */
export async function selectWaiting(reader: Reader, ids: readonly number[]): Promise<Map<number, Waiting>> {
	const waiting = new Map<number, Waiting>();
	if (ids.length === 0) return waiting;
	const db = tablesOf(reader);
	const decisions = await db
		.selectFrom('application_decision')
		.select(['application_id as id', 'outcome', 'secrecy_at as secrecyAt'])
		.where('application_id', 'in', [...ids])
		.where('status', '=', 'pending')
		.execute();
	for (const { id, outcome, secrecyAt } of decisions) {
		waiting.set(id, { decision: { outcome, secrecyPassed: secrecyAt !== null }, extension: false });
	}
	const extensions = await db
		.selectFrom('application_extension')
		.select('application_id as id')
		.where('application_id', 'in', [...ids])
		.where('decided_at', 'is', null)
		.execute();
	for (const { id } of extensions) waiting.set(id, { decision: waiting.get(id)?.decision ?? null, extension: true });
	return waiting;
}
