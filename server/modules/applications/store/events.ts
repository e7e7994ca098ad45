import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { State } from '../model.ts';
import type { ClockEntry } from '../rules/history.ts';
import { lockedTables, personId, tablesOf } from './database.ts';

export interface HistoryEvent {
	id: number;
	action: string;
	fromState: State | null;
	toState: State;
	day: string;
	clock: ClockEntry[];
	data: Record<string, unknown>;
	personId: number | null;
	actorKind: 'person' | 'applicant' | 'system';
	at: Date;
}

export interface NewEvent {
	action: string;
	fromState: State | null;
	toState: State;
	day: string;
	clock?: readonly ClockEntry[];
	/** Read by all who may see the case: holds nothing that tells who the applicant is. */
	data?: Record<string, unknown>;
}

export async function appendEvent(tx: Tx, applicationId: number, event: NewEvent): Promise<void> {
	const { kind } = tx.actor;
	await lockedTables(tx)
		.insertInto('application_event')
		.values({
			application_id: applicationId,
			action: event.action,
			from_state: event.fromState,
			to_state: event.toState,
			day: event.day,
			clock: JSON.stringify(event.clock ?? []),
			data: JSON.stringify(event.data ?? {}),
			person_id: personId(tx),
			actor_kind: kind === 'public' ? 'applicant' : kind,
			at: tx.now,
		})
		.execute();
}

const COLUMNS = [
	'id',
	'action',
	'from_state as fromState',
	'to_state as toState',
	'day',
	'clock',
	'data',
	'person_id as personId',
	'actor_kind as actorKind',
	'at',
] as const;

/** What happened to a case, in the order it was written. */
export async function selectEvents(reader: Reader, applicationId: number): Promise<HistoryEvent[]> {
	return await tablesOf(reader)
		.selectFrom('application_event')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
}

/** The clock entries of many cases at once, for lists. */
export async function selectClockEntries(
	reader: Reader,
	applicationIds: readonly number[],
): Promise<Map<number, ClockEntry[]>> {
	const entries = new Map<number, ClockEntry[]>(applicationIds.map((id) => [id, []]));
	if (applicationIds.length === 0) return entries;
	const rows = await tablesOf(reader)
		.selectFrom('application_event')
		.select(['application_id as applicationId', 'clock'])
		.where('application_id', 'in', [...applicationIds])
		.where(sql<boolean>`clock <> '[]'`)
		.orderBy('id')
		.execute();
	for (const row of rows) entries.get(row.applicationId)?.push(...row.clock);
	return entries;
}
