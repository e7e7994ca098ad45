import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues } from '../../../kernel/issue.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { normativeLibrary, officeFamily } from '../../publishing/index.ts';
import { say, words } from '../messages.zh.ts';
import type { Conclusion } from '../model.ts';
import { canOnNormative, mayConclude } from '../policy.ts';
import {
	insertBatch,
	insertBatchStep,
	insertConclusions,
	insertItems,
	lockBatch,
	type NewItem,
	selectItems,
} from '../store/batches.ts';
import { refuseWith } from './projects.ts';

export interface GivenBatch {
	title: string;
	onDay: string;
	wholeCounty: boolean;
}

/**
 * Opens a clean-up over what was in force on a day: of the actor's office, or of the whole county by the county's own. Answers
 * its id. @throws AppError `forbidden`, `invalid`
 */
export async function openBatch(tx: Tx, { title, onDay, wholeCounty }: GivenBatch): Promise<number> {
	const { actor } = tx;
	if (actor.kind !== 'person' || !canOnNormative(actor, actor.officeId)('normative.handle'))
		throw new AppError('forbidden');
	const isCounty = actor.permissions.has('normative.manage');
	refuseWith(
		collectIssues(
			title.trim() === '' && say('batch.title', 'title'),
			onDay > tx.today && say('batch.day', 'onDay'),
			wholeCounty && !isCounty && say('batch.county', 'wholeCounty'),
		),
	);
	const items = await inForceOn(tx, onDay, wholeCounty ? undefined : await officeFamily(tx, actor.officeId));
	refuseWith(items.length === 0 ? [say('batch.none', 'onDay')] : []);
	const id = await insertBatch(tx, { officeId: actor.officeId, wholeCounty, title: title.trim(), onDay });
	await insertItems(tx, id, items);
	await insertBatchStep(tx, id, 'open', '');
	tx.about({ type: 'normativeBatch', id, officeId: actor.officeId, summary: `开始清理：${title.trim()}` });
	return id;
}

/** What was public and in force on a day. What was issued since could not be looked at. */
async function inForceOn(reader: Reader, day: string, officeIds: readonly number[] | undefined): Promise<NewItem[]> {
	const { entries } = await normativeLibrary(reader, { day, officeIds });
	return entries
		.filter(
			({ validity, publishedAt }) => validity !== 'repealed' && validity !== 'expired' && civilDay(publishedAt) <= day,
		)
		.map(({ documentId, officeId, title, documentNumber, formedOn, expiresOn }) => ({
			...{ documentId, officeId, title, documentNumber, formedOn, expiresOn },
		}));
}

export interface GivenConclusion {
	batchId: number;
	itemIds: readonly number[];
	conclusion: Conclusion;
	reason: string;
}

/** Says what should become of documents of a clean-up, with the reason. A later word counts over an earlier one. */
export async function conclude(tx: Tx, { batchId, itemIds, conclusion, reason }: GivenConclusion): Promise<void> {
	const batch = await lockBatch(tx, scopeOf(tx.actor), batchId);
	if (!batch) throw new AppError('notFound');
	if (batch.state !== 'open') throw new AppError('conflict', { message: words('batch.closed') });
	const items = new Map((await selectItems(tx, batchId)).map((item) => [item.id, item]));
	const wanted = itemIds.map((id) => items.get(id));
	const known = wanted.flatMap((item) => item ?? []);
	if (known.length !== itemIds.length || known.length === 0) refuseWith([say('batch.item', 'itemIds')]);
	if (!known.every((item) => mayConclude(tx.actor, batch, item)))
		throw new AppError('forbidden', { message: words('batch.forbidden') });
	refuseWith([...reason.trim()].length < 5 ? [say('step.reason', 'reason')] : []);
	await insertConclusions(tx, [...new Set(itemIds)], { conclusion, reason: reason.trim() });
	const summary = `清理结论：${batch.title}（${itemIds.length}件）`;
	tx.about({ type: 'normativeBatch', id: batchId, officeId: batch.officeId, summary });
}
