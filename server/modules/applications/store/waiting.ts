import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { HANDOVER_ACTIONS, openHandover } from '../rules/handover.ts';
import { tablesOf } from './database.ts';

const NOTHING: Waiting = { decision: null, extension: false, handedTo: null };

/** A second hand a case waits for: on a drafted answer, or on a proposed extension. */
export interface Waiting {
	decision: { outcome: OutcomeCode; secrecyPassed: boolean } | null;
	extension: boolean;
	/** Whom it was handed to, while nobody has signed for it. */
	handedTo: number | null;
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
		waiting.set(id, { decision: { outcome, secrecyPassed: secrecyAt !== null }, extension: false, handedTo: null });
	}
	const extensions = await db
		.selectFrom('application_extension')
		.select('application_id as id')
		.where('application_id', 'in', [...ids])
		.where('decided_at', 'is', null)
		.execute();
	for (const { id } of extensions) waiting.set(id, { ...NOTHING, ...waiting.get(id), extension: true });
	for (const [id, handedTo] of await selectHandovers(reader, ids))
		waiting.set(id, { ...NOTHING, ...waiting.get(id), handedTo });
	return waiting;
}

async function selectHandovers(reader: Reader, ids: readonly number[]): Promise<Map<number, number>> {
	const rows = await tablesOf(reader)
		.selectFrom('application_event')
		.distinctOn('application_id')
		.select(['application_id as id', 'action', 'data', 'person_id as personId'])
		.where('application_id', 'in', [...ids])
		.where('action', 'in', [...HANDOVER_ACTIONS])
		.orderBy('application_id')
		.orderBy('application_event.id', 'desc')
		.execute();
	return new Map(
		rows.flatMap(({ id, ...step }) => {
			const open = openHandover([step]);
			return open ? [[id, open.to] as const] : [];
		}),
	);
}
