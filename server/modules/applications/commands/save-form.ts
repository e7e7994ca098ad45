import { civilDay } from '../../../platform/clock.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { codeFingerprint, newQueryCode, typedCode, type Vault } from '../../../platform/vault/index.ts';
import { countySettings } from '../../offices/index.ts';
import { dropSavedForm, putSavedForm, savedForm } from '../store/saved-forms.ts';

const DAY_MS = 86_400_000;

/** The inputs of a form, as typed; attachments are not among them. */
export type TypedForm = Readonly<Record<string, string>>;

export interface PutAside {
	code: string;
	expiresOn: string;
}

/** A form is sealed to its own code: whoever reads the database reads nothing of it. */
function context(fingerprint: string): string {
	return `saved form ${fingerprint}`;
}

/** Puts a form aside, under the code it was opened with or a new one. */
export async function saveForm(
	tx: Tx,
	vault: Vault,
	{ officeId, form, code }: { officeId: number; form: TypedForm; code: string | null },
): Promise<PutAside> {
	const known = code !== null && (await savedForm(tx, codeFingerprint(vault, code))) !== null;
	const own = known ? typedCode(code) : newQueryCode();
	const fingerprint = codeFingerprint(vault, own);
	// No law sets how long a form put aside is kept: the county does.
	const { savedFormDays } = (await countySettings(tx)).limits;
	const expiresOn = civilDay(new Date(tx.now.getTime() + savedFormDays * DAY_MS));
	const sealed = vault.seal(Buffer.from(JSON.stringify(form)), context(fingerprint));
	await putSavedForm(tx, fingerprint, { officeId, sealed, expiresOn });
	return { code: own, expiresOn };
}

/** The form a code opens, with the office it is for; null when it opens none. */
export async function resumeForm(
	reader: Reader,
	vault: Vault,
	code: string,
): Promise<{ officeId: number; form: TypedForm } | null> {
	const fingerprint = codeFingerprint(vault, code);
	const saved = await savedForm(reader, fingerprint);
	if (!saved) return null;
	const text = vault.open(saved.sealed, context(fingerprint)).toString('utf8');
	return { officeId: saved.officeId, form: JSON.parse(text) as TypedForm };
}

/** A form that was sent is no longer put aside. */
export async function forgetForm(tx: Tx, vault: Vault, code: string): Promise<void> {
	await dropSavedForm(tx, codeFingerprint(vault, code));
}
