import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import { tablesOf } from './database.ts';

export interface SavedForm {
	officeId: number;
	sealed: Sealed;
	expiresOn: string;
}

/** Puts a form aside under its code, over an earlier one of the same code. Forms past their day go with it. */
export async function putSavedForm(tx: Tx, codeFingerprint: string, form: SavedForm): Promise<void> {
	const { officeId, sealed, expiresOn } = form;
	const row = {
		office_id: officeId,
		key_id: sealed.keyId,
		sealed: Buffer.from(sealed.bytes),
		saved_at: tx.now,
		expires_on: expiresOn,
	};
	await tablesOf(tx).deleteFrom('saved_form').where('expires_on', '<', tx.today).execute();
	await tablesOf(tx)
		.insertInto('saved_form')
		.values({ code_fingerprint: codeFingerprint, ...row })
		.onConflict((conflict) => conflict.column('code_fingerprint').doUpdateSet(row))
		.execute();
}

/** The form of a code; null for an unknown code and for one past its day. */
export async function savedForm(reader: Reader, codeFingerprint: string): Promise<SavedForm | null> {
	const row = await tablesOf(reader)
		.selectFrom('saved_form')
		.select(['office_id as officeId', 'key_id as keyId', 'sealed as bytes', 'expires_on as expiresOn'])
		.where('code_fingerprint', '=', codeFingerprint)
		.where('expires_on', '>=', reader.today)
		.executeTakeFirst();
	if (!row) return null;
	const { keyId, bytes, ...rest } = row;
	return { ...rest, sealed: { keyId, bytes } };
}

export async function dropSavedForm(tx: Tx, codeFingerprint: string): Promise<void> {
	await tablesOf(tx).deleteFrom('saved_form').where('code_fingerprint', '=', codeFingerprint).execute();
}
