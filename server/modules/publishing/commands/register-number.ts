import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say } from '../messages.zh.ts';
import type { Document, Draft } from '../model.ts';
import { canOn } from '../policy.ts';
import { reasonIssues } from '../rules/reason.ts';
import { lockDocument, saveDraft, selectDraft } from '../store/documents.ts';
import { personOf } from '../store/history.ts';
import { insertRegistration, selectRegistration } from '../store/registrations.ts';
import { documentType } from '../types.ts';
import { refuseWith } from './case.ts';

/** Locks a normative document that has no registration. @throws AppError `notFound`, `conflict`, `invalid` */
async function lockUnregistered(tx: Tx, documentId: number): Promise<{ document: Document; draft: Draft }> {
	const document = await lockDocument(tx, scopeOf(tx.actor), documentId);
	const draft = document && (await selectDraft(tx, documentId));
	if (!document || !draft) throw new AppError('notFound');
	if (!documentType(draft.content.type).normative) refuseWith([say('flow.notNormative')]);
	if (await selectRegistration(tx, documentId)) throw new AppError('conflict', { issues: [say('flow.registered')] });
	return { document, draft };
}

/** Says that a normative document was made before, or elsewhere: it keeps its own number and needs no process here. */
export async function registerOld(tx: Tx, documentId: number, reason: string): Promise<void> {
	const { document, draft } = await lockUnregistered(tx, documentId);
	if (!canOn(tx.actor, document.officeId)('document.draft')) throw new AppError('forbidden');
	refuseWith(reasonIssues(reason));
	await insertRegistration(tx, documentId, { kind: 'old', number: '', reason: reason.trim() });
	const subject = { type: 'document', id: documentId, officeId: document.officeId };
	await tx.timeline(subject, 'registerOld', { reason: reason.trim() });
	tx.about({ ...subject, summary: `登记为历史文件：${draft.content.title}` });
}

/**
 * 统一登记、统一编号: the number the process gave, written into the draft, which can go out under no other. That whoever numbers
 * it may do so has been seen to by the process.
 */
export async function registerNumber(tx: Tx, documentId: number, number: string): Promise<void> {
	const { document, draft } = await lockUnregistered(tx, documentId);
	if (document.state !== 'draft') throw new AppError('invalid', { issues: [say('flow.notDraft')] });
	await insertRegistration(tx, documentId, { kind: 'process', number, reason: '' });
	const content = { ...draft.content, documentNumber: number };
	await saveDraft(tx, documentId, { content, editors: draft.editors, savedBy: personOf(tx) });
	await tx.timeline({ type: 'document', id: documentId, officeId: document.officeId }, 'registerNumber', { number });
}
