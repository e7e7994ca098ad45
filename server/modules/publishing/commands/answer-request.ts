import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { words } from '../messages.zh.ts';
import { canOn } from '../policy.ts';
import { askedOfficeOf } from '../queries/asked.ts';
import { isAnswerable, type ReplyKind } from '../rules/coordination.ts';
import { opinionIssues } from '../rules/coordination-form.ts';
import { selectAskedDocument } from '../store/asked.ts';
import { insertOutcome, selectRequests } from '../store/coordination.ts';
import { lockDocument } from '../store/documents.ts';
import { refuseWith } from './case.ts';
import { requireUnanswered } from './coordinate.ts';

/**
 * 确认: an office of the county answers what it was asked, once. Its own people alone, whoever else sees the document.
 * @throws AppError `notFound` for whoever was not asked; `conflict` when it was answered or taken back meanwhile
 */
export async function answerRequest(
	tx: Tx,
	requestId: number,
	{ reply, opinion }: { reply: ReplyKind; opinion: string },
): Promise<void> {
	const officeId = askedOfficeOf(tx);
	const documentId = await selectAskedDocument(tx, officeId, requestId);
	if (documentId === null) throw new AppError('notFound');
	if (!canOn(tx.actor, officeId)('document.draft')) throw new AppError('forbidden');
	// The document is another office's; that it asked is what lets this one in.
	const document = await lockDocument(tx, { kind: 'all' }, documentId);
	const request = (await selectRequests(tx, documentId)).find(({ id }) => id === requestId);
	if (!document || !request) throw new AppError('notFound');
	requireUnanswered(request);
	if (!isAnswerable(request, document)) throw new AppError('conflict', { message: words('coordination.closed') });
	refuseWith(opinionIssues(reply, opinion));
	await insertOutcome(tx, requestId, { kind: reply, words: opinion });
	tx.about({ type: 'coordination', id: requestId, officeId, summary: `协商确认：${request.name}` });
	const subject = { type: 'document', id: documentId, officeId: document.officeId };
	await tx.timeline(subject, reply, { requestId, name: request.name, edition: document.edition });
}
