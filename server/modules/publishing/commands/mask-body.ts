import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { words } from '../messages.zh.ts';
import { actorId, canOn } from '../policy.ts';
import { maskMarkup } from '../rules/mask.ts';
import { maskPersonalData } from '../rules/personal/index.ts';
import { saveDraft } from '../store/documents.ts';
import { personOf } from '../store/history.ts';
import { openCase } from './case.ts';

/** Masks everything personal in title, summary and body of a draft. Answers how many places; the files are not touched. */
export async function maskBody(tx: Tx, documentId: number): Promise<{ masked: number }> {
	const { document, draft } = await openCase(tx, documentId);
	if (!canOn(tx.actor, document.officeId)('document.draft')) throw new AppError('forbidden');
	if (document.state !== 'draft') throw new AppError('conflict', { message: words('draft.state') });
	const title = maskPersonalData(draft.content.title);
	const summary = maskPersonalData(draft.content.summary);
	const body = maskMarkup(draft.content.body);
	const masked = title.count + summary.count + body.count;
	if (masked > 0) {
		const content = { ...draft.content, title: title.text, summary: summary.text, body: body.markup };
		const editors = [...new Set([...draft.editors, actorId(tx.actor)])];
		await saveDraft(tx, documentId, { content, editors, savedBy: personOf(tx) });
	}
	return { masked };
}
