import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import type { Consultation, ConsultationKind, Reply } from '../model.ts';
import { lockedTables, tablesOf } from './database.ts';

export interface NewConsultation {
	kind: ConsultationKind;
	agency: string;
	information: string;
}

export async function insertConsultation(tx: Tx, applicationId: number, given: NewConsultation): Promise<number> {
	const { kind, agency, information } = given;
	const { id } = await lockedTables(tx)
		.insertInto('application_consultation')
		.values({ application_id: applicationId, kind, agency, information, sent_on: tx.today })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export interface ConsultationChanges {
	letterId?: number;
	party?: Sealed;
	deliveredOn?: string;
	returned?: { on: string; reply: Reply; reasons: string };
}

export async function updateConsultation(tx: Tx, id: number, changes: ConsultationChanges): Promise<void> {
	const { letterId, party, deliveredOn, returned } = changes;
	await lockedTables(tx)
		.updateTable('application_consultation')
		.set({
			letter_id: letterId,
			key_id: party?.keyId,
			sealed: party?.bytes,
			delivered_on: deliveredOn,
			...(returned ? { returned_on: returned.on, reply: returned.reply, reasons: returned.reasons } : {}),
		})
		.where('id', '=', id)
		.execute();
}

const COLUMNS = [
	'id',
	'kind',
	'agency',
	'information',
	'sent_on as sentOn',
	'delivered_on as deliveredOn',
	'returned_on as returnedOn',
	'reply',
	'reasons',
	'letter_id as letterId',
] as const;

/** The consultations of a case in the order sent, third parties without their names. */
export async function selectConsultations(reader: Reader, applicationId: number): Promise<Consultation[]> {
	return await tablesOf(reader)
		.selectFrom('application_consultation')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
}

/** Third parties as they lie sealed, by consultation. */
export async function selectParties(reader: Reader, applicationId: number): Promise<{ id: number; sealed: Sealed }[]> {
	const rows = await tablesOf(reader)
		.selectFrom('application_consultation')
		.select(['id', 'key_id as keyId', 'sealed as bytes'])
		.where('application_id', '=', applicationId)
		.where('sealed', 'is not', null)
		.orderBy('id')
		.execute();
	return rows.flatMap(({ id, keyId, bytes }) => (keyId && bytes ? [{ id, sealed: { keyId, bytes } }] : []));
}
