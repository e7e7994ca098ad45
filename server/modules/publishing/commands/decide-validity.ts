import type { Tx } from '../../../platform/transaction.ts';
import { type ValidityMark, validityOn } from '../rules/validity.ts';
import { lockDocument } from '../store/documents.ts';
import { insertStep, insertValidity, selectValidities } from '../store/history.ts';
import { selectPublication } from '../store/publications.ts';
import { insertValidityList, type ValidityList } from '../store/validity-lists.ts';
import { pagesOf } from './release.ts';

/**
 * Marks a public document by a signed decision about many (清理): whose signature stands under it, and that every office
 * concerned is in it, has been seen to by the caller. Says whether there was anything to mark: what was withdrawn, or ended in
 * the same way before, is left alone.
 */
export async function markByDecision(tx: Tx, documentId: number, mark: ValidityMark): Promise<boolean> {
	const document = await lockDocument(tx, { kind: 'all' }, documentId);
	const public_ = document && (await selectPublication(tx, documentId));
	if (!document || !public_) return false;
	const marks = (await selectValidities(tx, [documentId])).get(documentId) ?? [];
	if (validityOn(marks, public_.expiresOn, mark.onDay) === mark.validity) return false;
	await insertValidity(tx, documentId, mark);
	await insertStep(tx, document, {
		action: 'markValidity',
		to: document.state,
		comment: mark.basis,
		data: { ...mark },
	});
	const subject = { type: 'document', id: documentId, officeId: document.officeId };
	await tx.timeline(subject, 'markValidity', { ...mark });
	await tx.emit('document.changed', { documentId, officeId: document.officeId });
	tx.invalidate(...pagesOf(document, public_.columnId));
	return true;
}

/** Puts a 继续有效目录 in force: the pages of what it lists, and of what it leaves out, say so. */
export async function keepValidityList(tx: Tx, list: ValidityList, shown: readonly number[]): Promise<void> {
	await insertValidityList(tx, list);
	tx.invalidate('documents', ...shown.map((id) => `document:${id}`));
}
