import { AppError } from '../../../kernel/errors.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import { messages } from '../messages.zh.ts';
import { lockedTables, tablesOf } from './database.ts';

/** Stays sealed here: only the reveal command and the letter writer open it. */
export interface StoredApplicant extends Sealed {
	fingerprint: string | null;
}

export async function insertApplicant(tx: Tx, applicationId: number, applicant: StoredApplicant): Promise<void> {
	const { keyId, bytes, fingerprint } = applicant;
	await lockedTables(tx)
		.insertInto('applicant')
		.values({ application_id: applicationId, key_id: keyId, sealed: bytes, fingerprint })
		.execute();
}

/** @throws AppError `conflict` when who applied has been erased. */
export async function selectApplicant(reader: Reader, applicationId: number): Promise<StoredApplicant> {
	const row = await tablesOf(reader)
		.selectFrom('applicant')
		.select(['key_id as keyId', 'sealed as bytes', 'fingerprint'])
		.where('application_id', '=', applicationId)
		.executeTakeFirst();
	if (!row) throw new AppError('internal', { detail: 'case without an applicant' });
	const { keyId, bytes, fingerprint } = row;
	if (keyId === null || bytes === null) throw new AppError('conflict', { message: messages.identityErased });
	return { keyId, bytes, fingerprint };
}

/** Ids of this office's other cases by the same applicant, newest first; empty when the applicant cannot be told apart. */
export async function selectSameApplicant(reader: Reader, officeId: number, applicationId: number): Promise<number[]> {
	const db = tablesOf(reader);
	const own = db.selectFrom('applicant').select('fingerprint').where('application_id', '=', applicationId);
	const rows = await db
		.selectFrom('applicant')
		.innerJoin('application', 'application.id', 'applicant.application_id')
		.select('application.id')
		.where('application.office_id', '=', officeId)
		.where('application.id', '<>', applicationId)
		.where('applicant.fingerprint', '=', own)
		.orderBy('application.id', 'desc')
		.execute();
	return rows.map(({ id }) => id);
}

/** Erases who applied and which third parties were asked, and the code that opened the case; what the case counts as stays. */
export async function eraseApplicant(tx: Tx, applicationId: number): Promise<void> {
	const db = lockedTables(tx);
	await db
		.updateTable('applicant')
		.set({ key_id: null, sealed: null, fingerprint: null, erased_at: tx.now })
		.where('application_id', '=', applicationId)
		.execute();
	await db
		.updateTable('application_consultation')
		.set({ key_id: null, sealed: null, code_fingerprint: null })
		.where('application_id', '=', applicationId)
		.execute();
	await db
		.updateTable('remedy_case')
		.set({ key_id: null, sealed: null })
		.where('application_id', '=', applicationId)
		.execute();
	await db
		.updateTable('application')
		.set({ query_fingerprint: null, notify: 'none' })
		.where('id', '=', applicationId)
		.execute();
}
