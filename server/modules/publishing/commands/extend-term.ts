import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { say, words } from '../messages.zh.ts';
import { reasonIssues } from '../rules/reason.ts';
import { latestTerm } from '../rules/term-limit.ts';
import { validityOn } from '../rules/validity.ts';
import { saveDraft } from '../store/documents.ts';
import { personOf, selectValidities } from '../store/history.ts';
import { documentType } from '../types.ts';
import { type Case, makeMove, openCase, refuseWith, requireAction, snapshot } from './case.ts';
import { release } from './release.ts';

/**
 * 延长有效期 by a decision, before it ends or after: the same text as its next edition, with a later last day. The number and
 * the registration stay.
 */
export async function extendTerm(
	tx: Tx,
	documentId: number,
	given: { expiresOn: string; basis: string },
): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'extendTerm');
	refuseWith(await termIssues(tx, open, given));
	const { document } = open;
	const edition = document.edition + 1;
	const changeNote = words('validity.changeNote', given.expiresOn, given.basis);
	const content = { ...open.content, expiresOn: given.expiresOn, changeNote, changedOn: null };
	const revision = await snapshot(tx, { ...document, edition }, content);
	const after = await makeMove(tx, open, 'extendTerm', {
		comment: given.basis,
		data: { from: open.content.expiresOn, to: given.expiresOn },
		change: { edition, revisionId: revision.id },
	});
	await saveDraft(tx, documentId, { content, editors: [], savedBy: personOf(tx) });
	if (after.indexNumber === null) throw new AppError('internal', { detail: `document ${documentId} has no number` });
	await release(tx, after, revision);
}

async function termIssues(
	tx: Tx,
	{ document, content }: Case,
	{ expiresOn, basis }: { expiresOn: string; basis: string },
): Promise<Issue[]> {
	const last = content.expiresOn;
	if (last === null || !documentType(content.type).normative) return [say('validity.extendOnly', 'expiresOn')];
	const marks = (await selectValidities(tx, [document.id])).get(document.id) ?? [];
	const { termYears } = (await countySettings(tx)).normative;
	return collectIssues(
		// Passing of time may be undone by a decision; what was declared may not.
		validityOn(marks, null, tx.today) !== 'valid' && say('validity.ended', 'expiresOn'),
		(expiresOn <= last || expiresOn <= tx.today) && say('validity.extendDay', 'expiresOn'),
		expiresOn > latestTerm(tx.today, termYears) && say('validity.extendMost', 'expiresOn', String(termYears)),
		reasonIssues(basis, 'basis'),
	);
}
