import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import type { Consultation, ConsultationKind, Reply } from '../model.ts';
import type { Opinion } from '../rules/opinion.ts';
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
	codeFingerprint?: string;
	deliveredOn?: string;
	returned?: { on: string; reply: Reply; reasons: string };
}

export async function updateConsultation(tx: Tx, id: number, changes: ConsultationChanges): Promise<void> {
	const { letterId, party, codeFingerprint, deliveredOn, returned } = changes;
	await lockedTables(tx)
		.updateTable('application_consultation')
		.set({
			letter_id: letterId,
			key_id: party?.keyId,
			sealed: party?.bytes,
			code_fingerprint: codeFingerprint,
			delivered_on: deliveredOn,
			...(returned ? { returned_on: returned.on, reply: returned.reply, reasons: returned.reasons } : {}),
		})
		.where('id', '=', id)
		.execute();
}

const COLUMNS = [
	'c.id',
	'c.kind',
	'c.agency',
	'c.information',
	'c.sent_on as sentOn',
	'c.delivered_on as deliveredOn',
	'c.returned_on as returnedOn',
	'c.reply',
	'c.reasons',
	'c.letter_id as letterId',
] as const;

/** The consultations of a case in the order sent, third parties without their names. */
export async function selectConsultations(reader: Reader, applicationId: number): Promise<Consultation[]> {
	const rows = await tablesOf(reader)
		.selectFrom('application_consultation as c')
		.leftJoin('consultation_opinion as o', 'o.consultation_id', 'c.id')
		.select(COLUMNS)
		.select(['o.opinion', 'o.reasons as opinionReasons', 'o.given_on as givenOn'])
		.where('c.application_id', '=', applicationId)
		.orderBy('c.id')
		.execute();
	return rows.map(({ opinion, opinionReasons, givenOn, ...row }) => ({
		...row,
		opinion: opinion && givenOn ? { opinion, reasons: opinionReasons ?? '', givenOn } : null,
	}));
}

/** Consultations whose letter bears this number, with what their code is held against. Public: the code decides. */
export async function selectByLetter(
	reader: Reader,
	number: string,
): Promise<
	{ id: number; applicationId: number; officeId: number; letterNumber: string; codeFingerprint: string | null }[]
> {
	const rows = await tablesOf(reader)
		.selectFrom('application_consultation as c')
		.innerJoin('application_letter as l', 'l.id', 'c.letter_id')
		.select(['c.id', 'c.application_id as applicationId', 'l.office_id as officeId', 'l.number as letterNumber'])
		.select('c.code_fingerprint as codeFingerprint')
		.where('l.number', '=', number)
		.where('c.kind', '=', 'thirdParty')
		.execute();
	return rows.map((row) => ({ ...row, letterNumber: row.letterNumber ?? '' }));
}

export async function insertOpinion(tx: Tx, consultationId: number, { opinion, reasons }: Opinion): Promise<void> {
	await lockedTables(tx)
		.insertInto('consultation_opinion')
		.values({ consultation_id: consultationId, opinion, reasons, given_on: tx.today, given_at: tx.now })
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

/** A consultation that is out and has not come back, of a case that is still open. */
export interface OutConsultation {
	applicationId: number;
	officeId: number;
	number: string | null;
	kind: ConsultationKind;
	/** From this day the other side has its time; null while the letter is on its way. */
	deliveredOn: string | null;
	sentOn: string;
}

export async function selectOutConsultations(reader: Reader): Promise<OutConsultation[]> {
	return await tablesOf(reader)
		.selectFrom('application_consultation as c')
		.innerJoin('application as a', 'a.id', 'c.application_id')
		.leftJoin('consultation_opinion as o', 'o.consultation_id', 'c.id')
		.select(['a.id as applicationId', 'a.office_id as officeId', 'a.number', 'c.kind'])
		.select(['c.delivered_on as deliveredOn', 'c.sent_on as sentOn'])
		.where('c.returned_on', 'is', null)
		.where('o.given_on', 'is', null)
		.where('a.concluded_on', 'is', null)
		.orderBy('c.id')
		.execute();
}
