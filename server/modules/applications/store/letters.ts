import type { LetterId } from '../../../law/codes.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ServiceWay } from '../model.ts';
import { lockedTables, personId, tablesOf } from './database.ts';
import type { LetterTable } from './letter-tables.ts';

export interface IssuedLetter {
	id: number;
	applicationId: number;
	officeId: number;
	template: LetterId;
	title: string;
	recipient: LetterTable['recipient'];
	number: string | null;
	issuedOn: string;
	originalSha256: string;
	keyId: string;
	sealedSha256: string;
	maskedSha256: string;
	/** The same as pdf; null for letters of before. */
	pdf: LetterCopies | null;
	size: number;
}

/** What is kept of a letter in one format: the hash of what was sent, that sealed, and the copy without names. */
export interface LetterCopies {
	originalSha256: string;
	sealedSha256: string;
	maskedSha256: string;
}

export type NewLetter = Omit<IssuedLetter, 'id' | 'issuedOn' | 'number'> & {
	/** The county's wording it was written from; null for that of the product. */
	wordingId: number | null;
	number: { text: string; year: number; seq: number } | null;
};

export async function insertLetter(tx: Tx, letter: NewLetter): Promise<number> {
	const { number } = letter;
	const { id } = await lockedTables(tx)
		.insertInto('application_letter')
		.values({
			application_id: letter.applicationId,
			office_id: letter.officeId,
			template: letter.template,
			title: letter.title,
			wording_id: letter.wordingId,
			recipient: letter.recipient,
			number: number?.text ?? null,
			number_year: number?.year ?? null,
			number_seq: number?.seq ?? null,
			issued_on: tx.today,
			issued_by: personId(tx),
			original_sha256: letter.originalSha256,
			key_id: letter.keyId,
			sealed_sha256: letter.sealedSha256,
			masked_sha256: letter.maskedSha256,
			pdf_original_sha256: letter.pdf?.originalSha256 ?? null,
			pdf_sealed_sha256: letter.pdf?.sealedSha256 ?? null,
			pdf_masked_sha256: letter.pdf?.maskedSha256 ?? null,
			size: letter.size,
			issued_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

const COLUMNS = [
	'id',
	'application_id as applicationId',
	'office_id as officeId',
	'template',
	'title',
	'recipient',
	'number',
	'issued_on as issuedOn',
	'original_sha256 as originalSha256',
	'key_id as keyId',
	'sealed_sha256 as sealedSha256',
	'masked_sha256 as maskedSha256',
	'pdf_original_sha256',
	'pdf_sealed_sha256',
	'pdf_masked_sha256',
	'size',
] as const;

export async function selectLetters(reader: Reader, applicationId: number): Promise<IssuedLetter[]> {
	const rows = await tablesOf(reader)
		.selectFrom('application_letter')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
	return rows.map(letterOf);
}

/** One letter of a case; null when the case has no such letter. */
export async function selectLetter(reader: Reader, applicationId: number, id: number): Promise<IssuedLetter | null> {
	const row = await tablesOf(reader)
		.selectFrom('application_letter')
		.select(COLUMNS)
		.where('id', '=', id)
		.where('application_id', '=', applicationId)
		.executeTakeFirst();
	return row ? letterOf(row) : null;
}

interface PdfColumns {
	pdf_original_sha256: string | null;
	pdf_sealed_sha256: string | null;
	pdf_masked_sha256: string | null;
}

function letterOf(row: Omit<IssuedLetter, 'pdf'> & PdfColumns): IssuedLetter {
	const { pdf_original_sha256: originalSha256, pdf_sealed_sha256, pdf_masked_sha256, ...letter } = row;
	if (originalSha256 === null || pdf_sealed_sha256 === null || pdf_masked_sha256 === null)
		return { ...letter, pdf: null };
	return { ...letter, pdf: { originalSha256, sealedSha256: pdf_sealed_sha256, maskedSha256: pdf_masked_sha256 } };
}

export interface ServiceRecord {
	letterId: number;
	way: ServiceWay;
	servedOn: string;
	receivedOn: string | null;
	postNumber: string;
	note: string;
}

export async function insertService(tx: Tx, service: ServiceRecord): Promise<void> {
	await lockedTables(tx)
		.insertInto('letter_service')
		.values({
			letter_id: service.letterId,
			way: service.way,
			served_on: service.servedOn,
			received_on: service.receivedOn,
			post_number: service.postNumber,
			note: service.note,
			recorded_by: personId(tx),
			recorded_at: tx.now,
		})
		.execute();
}

/** Services of all letters of a case, in the order recorded. */
export async function selectServices(reader: Reader, applicationId: number): Promise<ServiceRecord[]> {
	return await tablesOf(reader)
		.selectFrom('letter_service')
		.innerJoin('application_letter', 'application_letter.id', 'letter_service.letter_id')
		.select([
			'letter_service.letter_id as letterId',
			'way',
			'served_on as servedOn',
			'letter_service.received_on as receivedOn',
			'post_number as postNumber',
			'note',
		])
		.where('application_letter.application_id', '=', applicationId)
		.orderBy('letter_service.id')
		.execute();
}
