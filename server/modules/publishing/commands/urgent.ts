import type { Tx } from '../../../platform/transaction.ts';
import { reasonIssues } from '../rules/reason.ts';
import { makeMove, openCase, refuseWith, requireAction } from './case.ts';
import { nextRevision, requireComplete } from './review.ts';

/**
 * Hands what cannot wait (a flood warning) to the secrecy review unread by a second person, with the reason. It is read
 * afterwards: see `postReview`.
 */
export async function submitUrgent(tx: Tx, documentId: number, reason: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireComplete(tx, open);
	await requireAction(tx, open, 'submitUrgent');
	refuseWith(reasonIssues(reason));
	const change = await nextRevision(tx, open);
	await makeMove(tx, open, 'submitUrgent', { comment: reason, data: { urgent: true }, change });
}

/** 事后补审: what went out urgently has been read by a second person, who says what was found. */
export async function postReview(tx: Tx, documentId: number, comment: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'postReview');
	refuseWith(reasonIssues(comment, 'comment'));
	await makeMove(tx, open, 'postReview', { comment });
}
