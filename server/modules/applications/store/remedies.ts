import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { RemedyResult, RemedyTrack } from '../model.ts';
import { lockedTables, tablesOf } from './database.ts';

export interface RemedyCase {
	id: number;
	applicationId: number;
	track: RemedyTrack;
	caseNumber: string;
	body: string;
	/** 简易程序: five working days for the reply instead of ten. */
	simple: boolean;
	receivedOn: string;
	closedOn: string | null;
	result: RemedyResult | null;
	note: string;
	redoDays: number | null;
	redoAnsweredOn: string | null;
}

export interface NewRemedyCase {
	applicationId: number;
	officeId: number;
	track: RemedyTrack;
	caseNumber: string;
	body: string;
	simple: boolean;
	receivedOn: string;
}

export async function insertRemedyCase(tx: Tx, given: NewRemedyCase): Promise<void> {
	await lockedTables(tx)
		.insertInto('remedy_case')
		.values({
			application_id: given.applicationId,
			office_id: given.officeId,
			track: given.track,
			case_number: given.caseNumber,
			body: given.body,
			simple: given.simple,
			received_on: given.receivedOn,
		})
		.execute();
}

export async function closeRemedyCase(
	tx: Tx,
	id: number,
	closed: { on: string; result: RemedyResult; note: string; redoDays?: number },
): Promise<void> {
	await lockedTables(tx)
		.updateTable('remedy_case')
		.set({ closed_on: closed.on, result: closed.result, note: closed.note, redo_days: closed.redoDays ?? null })
		.where('id', '=', id)
		.execute();
}

/** Notes that what was ordered has been answered anew. */
export async function answerRedo(tx: Tx, applicationId: number, on: string): Promise<void> {
	await lockedTables(tx)
		.updateTable('remedy_case')
		.set({ redo_answered_on: on })
		.where('application_id', '=', applicationId)
		.where('redo_days', 'is not', null)
		.where('redo_answered_on', 'is', null)
		.execute();
}

const COLUMNS = [
	'id',
	'application_id as applicationId',
	'track',
	'case_number as caseNumber',
	'body',
	'simple',
	'received_on as receivedOn',
	'closed_on as closedOn',
	'result',
	'note',
	'redo_days as redoDays',
	'redo_answered_on as redoAnsweredOn',
] as const;

export async function selectRemedyCases(reader: Reader, applicationId: number): Promise<RemedyCase[]> {
	return await tablesOf(reader)
		.selectFrom('remedy_case')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
}

/** Cases of an office received on or before a day, for table 4. */
export async function selectRemedyCasesUpTo(reader: Reader, officeId: number, day: string): Promise<RemedyCase[]> {
	return await tablesOf(reader)
		.selectFrom('remedy_case')
		.select(COLUMNS)
		.where('office_id', '=', officeId)
		.where('received_on', '<=', day)
		.orderBy('id')
		.execute();
}

/** Orders not yet followed, by application. */
export async function selectRedoOrders(
	reader: Reader,
	applicationIds: readonly number[],
): Promise<Map<number, { orderedOn: string; days: number }>> {
	if (applicationIds.length === 0) return new Map();
	const rows = await tablesOf(reader)
		.selectFrom('remedy_case')
		.select(['application_id as applicationId', 'closed_on as orderedOn', 'redo_days as days'])
		.where('application_id', 'in', [...applicationIds])
		.where('redo_days', 'is not', null)
		.where('redo_answered_on', 'is', null)
		.execute();
	return new Map(
		rows.flatMap(({ applicationId, orderedOn, days }) =>
			orderedOn && days ? [[applicationId, { orderedOn, days }] as const] : [],
		),
	);
}
