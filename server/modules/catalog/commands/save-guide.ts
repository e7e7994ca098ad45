import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById, personName } from '../../offices/index.ts';
import { words } from '../messages.zh.ts';
import { mayEditGuide } from '../policy.ts';
import type { GuideContent } from '../standard/guide.ts';
import { saveGuideDraft, selectGuideDraft } from '../store.ts';

/**
 * Saves the guide being written. `version` is what the writer saw, 0 before the first save.
 * @throws AppError `conflict` when somebody saved since, `forbidden`, `notFound`
 */
export async function saveGuide(
	tx: Tx,
	officeId: number,
	input: { version: number; content: GuideContent },
): Promise<{ version: number }> {
	const scope = scopeOf(tx.actor);
	if (!(await officeById(tx, officeId)) || scope.kind === 'public') throw new AppError('notFound');
	if (scope.kind === 'office' && scope.officeId !== officeId) throw new AppError('notFound');
	if (!mayEditGuide(tx.actor, officeId)) throw new AppError('forbidden', { message: words('guide.mayNotEdit') });
	const current = await selectGuideDraft(tx, scope, officeId, true);
	if ((current?.version ?? 0) !== input.version) {
		const name = current?.savedBy ? await personName(tx, current.savedBy) : '';
		throw new AppError('conflict', { message: words('guide.changed', name) });
	}
	await saveGuideDraft(tx, officeId, input.content, tx.actor.kind === 'person' ? tx.actor.personId : null);
	tx.about({ type: 'guide', id: officeId, officeId, summary: '保存公开指南草稿' });
	return { version: input.version + 1 };
}
