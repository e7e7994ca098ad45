import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { codeFingerprint, newQueryCode, queryCodeOf, type Vault } from '../../../platform/vault/index.ts';
import { messages } from '../messages.zh.ts';
import type { CommentOrigin } from '../model/consultation.ts';
import { canOnConsultation } from '../policy.ts';
import { commentIssues, type NewComment } from '../rules/consultation.ts';
import { phaseOf } from '../rules/period.ts';
import { commentBySubmission, insertComment, insertCommentContact } from '../store/comments.ts';
import { lockSubmission } from '../store/concerns.ts';
import { lockConsultation, shareConsultation } from '../store/consultations.ts';
import { appendStep, nextNumber } from '../store/history.ts';
import { refuseWith } from './checks.ts';
import { isTold, sealContact } from './contacts.ts';

/**
 * A comment by the portal. `token` is of the form: sent twice it is one comment with one code.
 * @throws AppError `notFound` without such a consultation, `conflict` outside its days, `invalid`
 */
export async function giveComment(
	tx: Tx,
	vault: Vault,
	number: string,
	given: NewComment & { token: string },
): Promise<{ number: string; code: string }> {
	refuseWith(commentIssues(given));
	const code = given.token ? queryCodeOf(vault, given.token) : newQueryCode();
	const submission = given.token ? vault.fingerprint('comment', given.token) : null;
	if (submission) await lockSubmission(tx, submission);
	const known = submission ? await commentBySubmission(tx, submission) : null;
	if (known) return { number: known.number, code };
	const consultation = await shareConsultation(tx, number);
	if (!consultation) throw new AppError('notFound');
	if (phaseOf(consultation, tx.today) !== 'open') throw new AppError('conflict', { message: messages.closedComment });
	const own = await keep(tx, vault, consultation.id, given, 'portal', submission, code);
	tx.about({ type: 'consultation', id: consultation.id, officeId: consultation.officeId, summary: own });
	return { number: own, code };
}

/** A comment that came by letter, mail or at a meeting; until the result is sent to be signed. */
export async function enterComment(
	tx: Tx,
	vault: Vault,
	id: number,
	given: NewComment & { origin: CommentOrigin },
): Promise<{ number: string }> {
	const consultation = await lockConsultation(tx, scopeOf(tx.actor), id);
	if (!consultation) throw new AppError('notFound');
	if (!canOnConsultation(tx.actor, consultation.officeId)('consultation.handle')) throw new AppError('forbidden');
	const phase = phaseOf(consultation, tx.today);
	if (consultation.state !== 'open' || phase === 'coming')
		throw new AppError('conflict', { message: messages.closedComment });
	refuseWith(commentIssues(given));
	const number = await keep(tx, vault, id, given, given.origin, null, null);
	await appendStep(tx, 'consultation', id, 'comment', number);
	tx.about({ type: 'consultation', id, officeId: consultation.officeId, summary: number });
	return { number };
}

async function keep(
	tx: Tx,
	vault: Vault,
	consultationId: number,
	{ clause, body, contact }: NewComment,
	origin: CommentOrigin,
	submissionFingerprint: string | null,
	code: string | null,
): Promise<string> {
	const number = await nextNumber(tx, 'comment');
	const id = await insertComment(tx, {
		consultationId,
		number,
		origin,
		clause: clause.trim(),
		body: body.trim(),
		queryFingerprint: code === null ? null : codeFingerprint(vault, code),
		submissionFingerprint,
	});
	if (isTold(contact)) await insertCommentContact(tx, id, sealContact(vault, `comment ${id}`, contact));
	return number;
}
