import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { codeFingerprint, newQueryCode, queryCodeOf, type Vault } from '../../../platform/vault/index.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import type { Origin } from '../model.ts';
import { type Incoming, intakeIssues } from '../rules/intake.ts';
import {
	concernBySubmission,
	insertConcern,
	insertContact,
	insertStep,
	lockSubmission,
	nextSerial,
} from '../store/concerns.ts';
import { isTold, sealContact } from './contacts.ts';

export interface TakeIn extends Incoming {
	origin: Origin;
	urgent: boolean;
	receivedAt: Date | null;
	/** Of the form: sent twice it is one message with one code. */
	token: string;
	/** 工单号, of an order of the hotline. */
	orderNumber?: string;
}

/** A message comes in, by the portal or through a member of staff. Answers its number, and the code that opens it. */
export async function takeIn(
	tx: Tx,
	vault: Vault,
	given: TakeIn,
): Promise<{ id: number; number: string; code: string }> {
	const issues = intakeIssues(given);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const office = await officeById(tx, given.officeId);
	if (office?.status !== 'active') throw new AppError('invalid', { message: messages.office });
	const code = given.token ? queryCodeOf(vault, given.token) : newQueryCode();
	const submission = given.token ? vault.fingerprint('concern', given.token) : null;
	if (submission) await lockSubmission(tx, submission);
	const known = submission ? await concernBySubmission(tx, submission) : null;
	if (known) return { id: known.id, number: known.number, code };
	const year = Number(tx.today.slice(0, 4));
	const number = `HD${year}${String(await nextSerial(tx, year)).padStart(5, '0')}`;
	const { officeId, kind, origin, urgent, title, body, page } = given;
	const id = await insertConcern(tx, {
		...{ officeId, number, kind, origin, urgent, title: title.trim(), body: body.trim(), page: page.trim() },
		state: 'received',
		queryFingerprint: codeFingerprint(vault, code),
		submissionFingerprint: submission,
		receivedAt: given.receivedAt ?? tx.now,
		orderNumber: given.orderNumber ?? null,
	});
	if (isTold(given.contact)) await insertContact(tx, id, sealContact(vault, `concern ${id}`, given.contact));
	await insertStep(tx, id, 'receive', '');
	tx.about({ type: 'concern', id, officeId, summary: number });
	return { id, number, code };
}
