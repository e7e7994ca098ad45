import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say } from '../messages.zh.ts';
import { missingIn } from '../queries/facts.ts';
import { reasonIssues } from '../rules/reason.ts';
import { type SecrecySheet, sheetIssues } from '../rules/secrecy.ts';
import { insertSecrecyReview } from '../store/history.ts';
import { type Case, makeMove, openCase, refuseWith, requireAction, snapshot } from './case.ts';
import { columnIssue } from './save-draft.ts';

/** Hands a draft to proofreading, as it is now. @throws AppError `invalid` with all that is missing */
export async function submit(tx: Tx, documentId: number): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireComplete(tx, open);
	await requireAction(tx, open, 'submit');
	await makeMove(tx, open, 'submit', { change: await nextRevision(tx, open) });
}

/** Hands a draft to the secrecy review unread by a second person: only where there is none, with a reason. */
export async function skipProofreading(tx: Tx, documentId: number, reason: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireComplete(tx, open);
	await requireAction(tx, open, 'skipProofreading');
	refuseWith(reasonIssues(reason));
	await makeMove(tx, open, 'skipProofreading', { comment: reason, change: await nextRevision(tx, open) });
}

/** Passes the proofreading. */
export async function proofread(tx: Tx, documentId: number, comment: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'proofread');
	await makeMove(tx, open, 'proofread', { comment });
}

/** Fills the secrecy sheet and moves on by its conclusion (条例第十七条). @throws AppError `invalid` with its issues */
export async function reviewSecrecy(tx: Tx, documentId: number, sheet: SecrecySheet): Promise<void> {
	const open = await openCase(tx, documentId);
	const action = ({ agree: 'passSecrecy', refer: 'refer', disagree: 'sendBack' } as const)[sheet.conclusion];
	// Sending back is open to others in other states; a sheet is filled by the reviewer, in review.
	await requireAction(tx, open, sheet.conclusion === 'disagree' ? 'passSecrecy' : action);
	const { document, revision } = open;
	if (!revision) throw new AppError('internal', { detail: `document ${documentId} under review without a revision` });
	refuseWith(sheetIssues(sheet, document.state === 'referred' ? 'referred' : 'secrecyReview'));
	await insertSecrecyReview(tx, { ...document, revisionId: revision.id }, sheet);
	await makeMove(tx, open, action, { comment: sheet.opinion, data: { conclusion: sheet.conclusion } });
}

/** Sends a document back to its writers with words on what to mend. */
export async function sendBack(tx: Tx, documentId: number, comment: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'sendBack');
	if (comment.trim() === '') throw new AppError('invalid', { issues: [say('comment.missing', 'comment')] });
	await makeMove(tx, open, 'sendBack', { comment, change: { publishAt: null } });
}

/** Takes a document back to mend it, by those who write. */
export async function recall(tx: Tx, documentId: number, comment: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'recall');
	await makeMove(tx, open, 'recall', { comment });
}

/** @throws AppError `invalid` with all that is missing */
export async function requireComplete(tx: Tx, { document, content }: Case): Promise<void> {
	if (document.state !== 'draft') return;
	const issues = await missingIn(tx, document, content);
	const column = await columnIssue(tx, document, content);
	refuseWith(column ? [...issues, column] : issues);
}

/** The snapshot a draft is handed on with. */
export async function nextRevision(tx: Tx, { document, content }: Case): Promise<{ revisionId: number }> {
	return { revisionId: (await snapshot(tx, document, content)).id };
}

/** 定期评估 (条例第十八条): looked at again, and still not to be opened, for this reason. To open it is to send it back. */
export async function keepWithheld(tx: Tx, documentId: number, reason: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'keepWithheld');
	refuseWith(reasonIssues(reason));
	await makeMove(tx, open, 'keepWithheld', { comment: reason });
}
