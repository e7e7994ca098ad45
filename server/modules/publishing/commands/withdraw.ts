import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { words } from '../messages.zh.ts';
import { reasonIssues } from '../rules/reason.ts';
import { markIssues, type ValidityMark, validityOn } from '../rules/validity.ts';
import { saveDraft } from '../store/documents.ts';
import { insertValidity, personOf, selectRevision, selectValidities } from '../store/history.ts';
import { selectInterpretations } from '../store/interpretations.ts';
import { deletePublication, selectPublication } from '../store/publications.ts';
import { type Case, makeMove, openCase, refuseWith, requireAction, snapshot } from './case.ts';
import { closeRequests } from './close-requests.ts';
import { pageOf, pagesBeside, pagesOf } from './release.ts';

/**
 * Takes a document off the portal, with a reason that its address will show. Whatever state its next edition is in: what is
 * wrong must be gone now.
 */
export async function withdraw(tx: Tx, documentId: number, reason: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'withdraw');
	refuseWith(reasonIssues(reason));
	const { document } = open;
	const public_ = await selectPublication(tx, documentId);
	if (!public_) throw new AppError('conflict');
	// The edition in work is kept in the history; the document goes back to what was public.
	if (document.state === 'draft') await snapshot(tx, document, open.content);
	await makeMove(tx, open, 'withdraw', {
		comment: reason,
		change: { withdrawnAt: tx.now, withdrawReason: reason, revisionId: public_.revisionId, publishAt: null },
	});
	await closeRequests(tx, document, reason);
	tx.invalidate(...(await pagesBeside(tx, [documentId])));
	await deletePublication(tx, documentId);
	await tx.emit('document.withdrawn', { documentId, officeId: document.officeId });
	tx.invalidate(...pagesOf(document, public_.columnId), ...pageOf(public_.interprets));
	tx.invalidate(...(await selectInterpretations(tx, documentId)).flatMap((one) => pageOf(one.documentId)));
}

/** Opens the next edition of a public or withdrawn document, from what was last public. */
export async function amend(tx: Tx, documentId: number, note: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'amend');
	refuseWith(reasonIssues(note, 'note'));
	const { document, content } = open;
	await makeMove(tx, open, 'amend', { comment: note, change: { edition: document.edition + 1 } });
	const fresh = { ...content, changeNote: note, changedOn: null, lateReason: '' };
	const editor = personOf(tx);
	await saveDraft(tx, documentId, { content: fresh, editors: editor === null ? [] : [editor], savedBy: editor });
}

/** Gives up the next edition; the public one stays as it is. */
export async function abandon(tx: Tx, documentId: number, reason: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'abandon');
	const public_ = await selectPublication(tx, documentId);
	const revision = public_ && (await selectRevision(tx, documentId, public_.revisionId));
	if (!public_ || !revision) throw new AppError('conflict');
	await snapshot(tx, open.document, open.content);
	await makeMove(tx, open, 'abandon', {
		comment: reason,
		change: { edition: public_.edition, revisionId: revision.id },
	});
	await closeRequests(tx, open.document, reason || words('coordination.abandoned'));
	await saveDraft(tx, documentId, { content: revision.content, editors: [], savedBy: personOf(tx) });
}

/** Gives up a draft that was never public. Its text stays in the history of the office. */
export async function discard(tx: Tx, documentId: number, reason: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'discard');
	refuseWith(reasonIssues(reason));
	await makeMove(tx, open, 'discard', { comment: reason });
	await closeRequests(tx, open.document, reason);
}

/** 废止, 失效, 修改: the text stays, marked, from a day on. */
export async function markValidity(tx: Tx, documentId: number, mark: ValidityMark): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'markValidity');
	const { document, content } = open;
	refuseWith(markIssues(mark, await currentValidity(tx, open, mark.onDay), content.formedOn ?? ''));
	await insertValidity(tx, documentId, mark);
	await makeMove(tx, open, 'markValidity', { comment: mark.basis, data: { ...mark } });
	await tx.emit('document.changed', { documentId, officeId: document.officeId });
	tx.invalidate(...pagesOf(document, content.columnId));
}

async function currentValidity(tx: Tx, { document, content }: Case, day: string) {
	const marks = (await selectValidities(tx, [document.id])).get(document.id) ?? [];
	return validityOn(marks, content.expiresOn, day);
}
