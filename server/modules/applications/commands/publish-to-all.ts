import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { findPersonalData, kindsFound } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { MAX_TITLE } from '../rules/intake.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/**
 * 转为主动公开 (第四十四条): what was given to one is passed on to be published to all. It arrives as a draft in the office's own
 * publishing, with the papers that were handed out, and goes through proofreading, secrecy review and signature like any other.
 * Nothing of the case or its applicant goes with it. @throws AppError `invalid`, `conflict`
 */
export async function publishToAll(tx: Tx, input: { id: number; title: string; note: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'publishToAll');
	const title = input.title.trim();
	const personal = kindsFound(findPersonalData(`${title}\n${input.note}`));
	refuseIf(
		collectIssues(
			title === '' && issue('publish.title', messages.publicTitle, 'title'),
			title.length > MAX_TITLE && issue('publish.titleLong', messages.publicTitleLong(MAX_TITLE), 'title'),
			personal !== '' && issue('publish.personal', messages.publicTitlePersonal(personal), 'title'),
		),
	);
	const answer = record.decisions.findLast(({ status }) => status === 'approved');
	const handedOut = record.files.filter(({ id }) => answer?.details.enclosureIds.includes(id));
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
