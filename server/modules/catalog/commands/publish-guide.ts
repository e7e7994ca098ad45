import { isDeepStrictEqual } from 'node:util';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say, words } from '../messages.zh.ts';
import { mayPublishGuide } from '../policy.ts';
import { guideIssues } from '../rules/guide.ts';
import { insertGuideEdition, selectGuide, selectGuideDraft } from '../store.ts';

/**
 * Publishes the draft of an office's guide as its next edition. Every field of 条例第十二条 must be there.
 * @throws AppError `invalid` naming what is missing, `forbidden`, `notFound` without a draft
 */
export async function publishGuide(tx: Tx, officeId: number): Promise<{ number: number }> {
	const draft = await selectGuideDraft(tx, scopeOf(tx.actor), officeId, true);
	if (!draft) throw new AppError('notFound');
	if (!mayPublishGuide(tx.actor, officeId)) throw new AppError('forbidden', { message: words('guide.mayNotPublish') });
	const issues = guideIssues(draft.content);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const current = await selectGuide(tx, officeId);
	if (current && isDeepStrictEqual(current.content, draft.content))
		throw new AppError('invalid', { issues: [say('guide.unchanged')] });
	const number = (current?.number ?? 0) + 1;
	const publishedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
	await insertGuideEdition(tx, officeId, { number, content: draft.content, publishedBy });
	await tx.timeline({ type: 'guide', id: officeId, officeId }, 'published', { number });
	tx.about({ type: 'guide', id: officeId, officeId, summary: `发布公开指南第${number}版` });
	await tx.emit('catalog.changed', { officeId });
	tx.invalidate(`office:${officeId}`, `catalog:${officeId}`, 'guides');
	return { number };
}
