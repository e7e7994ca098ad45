import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import {
	keepValidityList,
	markByDecision,
	normativeLibrary,
	officeFamily,
	startDraft,
} from '../../publishing/index.ts';
import { say, words } from '../messages.zh.ts';
import { type Batch, type BatchItem, CONCLUSIONS } from '../model.ts';
import { canOnNormative } from '../policy.ts';
import { batchFacts } from '../queries/batches.ts';
import { announcement } from '../rules/lists.ts';
import { insertBatchStep, lockBatch, selectItems, updateBatch } from '../store/batches.ts';
import { type BatchAction, batchWorkflow } from '../workflow.ts';
import { refuseWith } from './projects.ts';

export interface BatchMove {
	id: number;
	action: BatchAction;
	revision: number;
	text: string;
	/** close: from when 废止 and 失效 hold; today when left out. */
	effectiveOn: string | null;
}

/** One step of a clean-up, as the table grants it. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveBatch(tx: Tx, move: BatchMove): Promise<void> {
	const batch = await lockBatch(tx, scopeOf(tx.actor), move.id);
	if (!batch) throw new AppError('notFound');
	const row = findMove(batchWorkflow, batch.state, move.action);
	if (!row || batch.revision !== move.revision) throw new AppError('conflict', { message: words('flow.changed') });
	const items = await selectItems(tx, batch.id);
	const facts = await batchFacts(tx, batch, items);
	requireMove(batchWorkflow, batch.state, move.action, facts, canOnNormative(tx.actor, batch.officeId));
	const needsReason = move.action === 'reopen' || move.action === 'cancel';
	refuseWith(needsReason && [...move.text.trim()].length < 5 ? [say('step.reason', 'text')] : []);
	const change = move.action === 'close' ? await applyConclusions(tx, batch, items, move.effectiveOn ?? tx.today) : {};
	await updateBatch(tx, batch, { state: row.to, ...change });
	await insertBatchStep(tx, batch.id, move.action, move.text.trim());
	const subject = { type: 'normativeBatch', id: batch.id, officeId: batch.officeId };
	tx.about({ ...subject, summary: `${row.label}：${batch.title}` });
}

/**
 * Carries the conclusions into the library: 废止 and 失效 from a day on, the list of what stays in force, and a draft that
 * publishes all three lists.
 */
async function applyConclusions(
	tx: Tx,
	batch: Batch,
	items: readonly BatchItem[],
	effectiveOn: string,
): Promise<{ effectiveOn: string; documentId: number }> {
	refuseWith(effectiveOn < tx.today ? [say('batch.effective', 'effectiveOn')] : []);
	for (const { documentId, conclusion, reason } of items) {
		if (conclusion !== 'repeal' && conclusion !== 'lapse') continue;
		const validity = conclusion === 'repeal' ? 'repealed' : 'expired';
		const basis = `${batch.title}：${CONCLUSIONS[conclusion]}（${reason}）`;
		await markByDecision(tx, documentId, { validity, onDay: effectiveOn, basis });
	}
	const offices = await listOffices(tx, { merged: true });
	const officeIds = batch.wholeCounty ? offices.map(({ id }) => id) : await officeFamily(tx, batch.officeId);
	const kept = items.filter(({ conclusion }) => conclusion === 'keep' || conclusion === 'revise');
	const list = {
		...{ title: `${batch.title}继续有效目录`, onDay: batch.onDay, officeIds },
		documentIds: kept.map(({ documentId }) => documentId),
	};
	const { entries } = await normativeLibrary(tx, { day: tx.today, officeIds });
	const shown = entries.map(({ documentId }) => documentId);
	await keepValidityList(tx, list, shown);
	const names = new Map(offices.map(({ id, shortName }) => [id, shortName]));
	const documentId = await startDraft(tx, {
		officeId: batch.officeId,
		type: 'notice',
		title: `关于公布${batch.title}结果的公告`,
		content: {
			body: announcement({ ...batch, effectiveOn }, items, names),
			genre: '公告',
			formedOn: tx.today,
			theme: '综合政务',
			summary: `公布${batch.title}形成的继续有效、废止和宣布失效的行政规范性文件目录。`,
			keywords: ['规范性文件', '清理'],
		},
	});
	return { effectiveOn, documentId };
}
