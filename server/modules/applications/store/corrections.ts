import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { CorrectionResult } from '../model.ts';
import { lockedTables, officesIn, tablesOf } from './database.ts';

export interface Correction {
	applicationId: number;
	record: string;
	evidence: string;
	receivedOn: string;
	closedOn: string | null;
	result: CorrectionResult | null;
	finding: string;
}

const COLUMNS = [
	'application_id as applicationId',
	'record',
	'evidence',
	'correction_case.received_on as receivedOn',
	'closed_on as closedOn',
	'result',
	'finding',
] as const;

export async function insertCorrection(
	tx: Tx,
	given: Pick<Correction, 'applicationId' | 'record' | 'evidence' | 'receivedOn'> & { officeId: number },
): Promise<void> {
	await lockedTables(tx)
		.insertInto('correction_case')
		.values({
			application_id: given.applicationId,
			office_id: given.officeId,
			record: given.record,
			evidence: given.evidence,
			received_on: given.receivedOn,
		})
		.execute();
}

export async function closeCorrection(
	tx: Tx,
	applicationId: number,
	closed: { result: CorrectionResult; finding: string; letterId: number },
): Promise<void> {
	await lockedTables(tx)
		.updateTable('correction_case')
		.set({ closed_on: tx.today, result: closed.result, finding: closed.finding, letter_id: closed.letterId })
		.where('application_id', '=', applicationId)
		.execute();
}

export async function selectCorrection(reader: Reader, applicationId: number): Promise<Correction | null> {
	const row = await tablesOf(reader)
		.selectFrom('correction_case')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.executeTakeFirst();
	return row ?? null;
}

export interface OpenCorrection extends Correction {
	officeId: number;
	number: string | null;
	title: string;
}

/** What still waits for its result, the oldest first. */
export async function selectOpenCorrections(reader: Reader, scope: Scope): Promise<OpenCorrection[]> {
	const offices = officesIn(scope);
	return await tablesOf(reader)
		.selectFrom('correction_case')
		.innerJoin('application', 'application.id', 'correction_case.application_id')
		.select(COLUMNS)
		.select(['application.office_id as officeId', 'number', 'title'])
		.where('closed_on', 'is', null)
		.$if(offices !== null, (query) => query.where('application.office_id', 'in', offices?.length ? [...offices] : [-1]))
		.orderBy('correction_case.received_on')
		.orderBy('application_id')
		.execute();
}
