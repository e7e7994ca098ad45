import { issue } from '../../../kernel/issue.ts';
import { knownMarked } from '../../../platform/marked-files.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { checkPublicTitle } from '../rules/public-title.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/**
 * 转为主动公开 (第四十四条): what was given to one is passed on to be published to all. It arrives as a draft in the office's own
 * publishing, with the papers that were handed out, and goes through proofreading, secrecy review and signature like any other.
 * Nothing of the case or its applicant goes with it. @throws AppError `invalid`, `conflict`
 */
export async function publishToAll(tx: Tx, input: { id: number; title: string; note: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'publishToAll');
	const title = input.title.trim();
	refuseIf(checkPublicTitle(title, input.note));
	const answer = record.decisions.findLast(({ status }) => status === 'approved');
	const handedOut = record.files.filter(({ id }) => answer?.details.enclosureIds.includes(id));
	const marked = await knownMarked(
		tx.sql,
		handedOut.map(({ sha256 }) => sha256),
	);
	const kept = handedOut.filter(({ sha256 }) => marked.has(sha256)).map(({ fileName }) => `「${fileName}」`);
	if (kept.length > 0) refuseIf([issue('files.marked', messages.markedEnclosure(kept.join('、')))]);
	const { officeId } = record.application;
	await carryOut(tx, record, move, { data: { files: handedOut.length } });
	await tx.emit('application.toPublish', {
		applicationId: input.id,
		officeId,
		personId: tx.actor.kind === 'person' ? tx.actor.personId : null,
		title,
		note: input.note.trim(),
		files: handedOut.map(({ sha256, fileName, mediaType, size }) => ({ sha256, fileName, mediaType, size })),
	});
}
