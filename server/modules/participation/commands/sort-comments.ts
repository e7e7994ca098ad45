import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { messages } from '../messages.zh.ts';
import type { Consultation, Opinion } from '../model/consultation.ts';
import type { Contact } from '../model.ts';
import { canOnConsultation, mayReveal } from '../policy.ts';
import { opinionIssues } from '../rules/consultation.ts';
import {
	assignComments,
	deleteOpinion,
	insertOpinion,
	selectCommentContact,
	selectComments,
	selectOpinions,
	updateOpinion,
} from '../store/comments.ts';
import { lockConsultation, selectConsultation } from '../store/consultations.ts';
import { appendStep } from '../store/history.ts';
import { reasonIssues, refuseWith } from './checks.ts';
import { openContact } from './contacts.ts';

export type OpinionInput = Pick<Opinion, 'summary' | 'verdict' | 'reason'>;

/** Comments are sorted from the first one on, and no more once the result is on its way: it would say something else. */
async function openSorting(tx: Tx, id: number): Promise<Consultation> {
	const consultation = await lockConsultation(tx, scopeOf(tx.actor), id);
	if (!consultation) throw new AppError('notFound');
	if (!canOnConsultation(tx.actor, consultation.officeId)('consultation.handle')) throw new AppError('forbidden');
	if (consultation.state !== 'open') throw new AppError('conflict', { message: messages.settled });
	const { officeId, number } = consultation;
	tx.about({ type: 'consultation', id, officeId, summary: number });
	return consultation;
}

/** Puts comments under one opinion: a new one, one there is (`opinionId`), or none (`opinionId` null and no `summary`). */
export async function groupComments(
	tx: Tx,
	id: number,
	{ commentIds, opinionId, summary }: { commentIds: readonly number[]; opinionId: number | null; summary: string },
): Promise<void> {
	await openSorting(tx, id);
	const known = await selectOpinions(tx, id);
	if (opinionId !== null && !known.some((one) => one.id === opinionId))
		throw new AppError('invalid', { issues: [issue('opinion.unknown', messages.opinionOf, 'opinionId')] });
	const words = { summary: summary.trim(), verdict: null, reason: '' };
	if (opinionId === null && words.summary !== '') refuseWith(opinionIssues(words));
	const target = opinionId === null && words.summary !== '' ? await insertOpinion(tx, id, words) : opinionId;
	const moved = await assignComments(tx, id, commentIds, target);
	// One of them is of another consultation.
	if (moved !== new Set(commentIds).size) throw new AppError('notFound');
	await appendStep(tx, 'consultation', id, 'group', `${moved}条意见`);
}

/** Writes what is made of an opinion. @throws AppError `conflict` when somebody changed it since */
export async function judgeOpinion(
	tx: Tx,
	id: number,
	opinionId: number,
	input: OpinionInput & { revision: number },
): Promise<void> {
	await openSorting(tx, id);
	const words = { summary: input.summary.trim(), verdict: input.verdict, reason: input.reason.trim() };
	refuseWith(opinionIssues(words));
	const change = { ...words, id: opinionId, consultationId: id, revision: input.revision };
	if (!(await updateOpinion(tx, change))) throw new AppError('conflict', { message: messages.changed });
	await appendStep(tx, 'consultation', id, 'judge', words.summary);
}

/** Takes away an opinion nobody holds any more. */
export async function removeOpinion(tx: Tx, id: number, opinionId: number): Promise<void> {
	await openSorting(tx, id);
	const held = (await selectComments(tx, id)).some((comment) => comment.opinionId === opinionId);
	if (held) throw new AppError('conflict', { message: messages.opinionInUse });
	if (!(await deleteOpinion(tx, id, opinionId))) throw new AppError('notFound');
	await appendStep(tx, 'consultation', id, 'ungroup', '');
}

/** Shows who commented, for a reason that is kept. @throws AppError `notFound`, `forbidden`, `invalid` */
export async function revealCommenter(
	tx: Tx,
	vault: Vault,
	{ id, commentId, reason }: { id: number; commentId: number; reason: string },
): Promise<Contact> {
	const consultation = await selectConsultation(tx, scopeOf(tx.actor), id);
	const comment = consultation && (await selectComments(tx, id)).find((one) => one.id === commentId);
	if (!consultation || !comment) throw new AppError('notFound');
	if (!mayReveal(tx.actor, consultation.officeId, 'consultation.handle')) throw new AppError('forbidden');
	refuseWith(reasonIssues(reason, 'reason'));
	const sealed = await selectCommentContact(tx, commentId);
	if (!sealed) throw new AppError('notFound', { message: messages.noContact });
	await appendStep(tx, 'consultation', id, 'reveal', `${comment.number}：${reason.trim()}`);
	const { officeId } = consultation;
	const data = { reason: reason.trim() };
	tx.about({ type: 'consultation', id, officeId, summary: `查看联系方式：${comment.number}`, data });
	return openContact(vault, `comment ${commentId}`, sealed);
}
