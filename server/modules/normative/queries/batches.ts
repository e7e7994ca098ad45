import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { BATCH_STATES, type Batch, type BatchItem, CONCLUSIONS } from '../model.ts';
import { actorId, canOnNormative, mayConclude } from '../policy.ts';
import { countsOf } from '../rules/lists.ts';
import { selectAuthors, selectBatch, selectBatches, selectBatchSteps, selectItems } from '../store/batches.ts';
import { type BatchFacts, batchWorkflow } from '../workflow.ts';

const LABELS: Readonly<Record<string, string>> = {
	open: '开始清理',
	...Object.fromEntries(batchWorkflow.transitions.map(({ action, label }) => [action, label])),
};

/** What the guards of a clean-up look at, for the person who asks. */
export async function batchFacts(
	reader: Reader,
	{ id }: Pick<Batch, 'id'>,
	items: readonly BatchItem[],
): Promise<BatchFacts> {
	return {
		open: items.filter(({ conclusion }) => conclusion === null).length,
		isAuthor: (await selectAuthors(reader, id)).includes(actorId(reader.actor)),
	};
}

async function officeNames(reader: Reader): Promise<Map<number, string>> {
	return new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
}

/** The clean-ups in scope, the newest first, with how far each has come. */
export async function listBatches(reader: Reader) {
	const offices = await officeNames(reader);
	const batches = await selectBatches(reader, scopeOf(reader.actor));
	return await Promise.all(
		batches.map(async (batch) => {
			const items = await selectItems(reader, batch.id);
			return {
				...batch,
				officeName: offices.get(batch.officeId) ?? '',
				stateLabel: BATCH_STATES[batch.state],
				counts: countsOf(items),
				waits: await waitsFor(reader, batch, items),
			};
		}),
	);
}

/** Whether the person who asks has something to do in a clean-up: a conclusion, the signature, carrying it out. */
async function waitsFor(reader: Reader, batch: Batch, items: readonly BatchItem[]): Promise<boolean> {
	const isOwing = (item: BatchItem) => item.conclusion === null && mayConclude(reader.actor, batch, item);
	if (batch.state === 'open' && items.some(isOwing)) return true;
	const can = canOnNormative(reader.actor, batch.officeId);
	const moves = movesFrom(batchWorkflow, batch.state, await batchFacts(reader, batch, items), can);
	return moves.some(({ action, allowed }) => allowed && (action === 'sign' || action === 'close'));
}

/** One clean-up with its documents: an office sees its own of them, the county all. @throws AppError `notFound` */
export async function batchView(reader: Reader, id: number) {
	const batch = await selectBatch(reader, scopeOf(reader.actor), id);
	if (!batch) throw new AppError('notFound');
	const offices = await officeNames(reader);
	const all = await selectItems(reader, id);
	const scope = scopeOf(reader.actor);
	const sees = ({ officeId }: BatchItem) =>
		scope.kind === 'all' ||
		(scope.kind === 'office' && (officeId === scope.officeId || batch.officeId === scope.officeId));
	const can = canOnNormative(reader.actor, batch.officeId);
	const moves = movesFrom(batchWorkflow, batch.state, await batchFacts(reader, batch, all), can);
	return {
		...batch,
		officeName: offices.get(batch.officeId) ?? '',
		stateLabel: BATCH_STATES[batch.state],
		counts: countsOf(all.filter(sees)),
		moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })),
		items: all.filter(sees).map((item) => ({
			...item,
			officeName: offices.get(item.officeId) ?? '',
			conclusionLabel: item.conclusion ? CONCLUSIONS[item.conclusion] : '',
			mayConclude: batch.state === 'open' && mayConclude(reader.actor, batch, item),
		})),
		steps: (await selectBatchSteps(reader, id)).map((step) => ({ ...step, label: LABELS[step.action] ?? step.action })),
	};
}

/** What a list of a clean-up is made of. @throws AppError `notFound` */
export async function listMaterial(reader: Reader, id: number) {
	const batch = await selectBatch(reader, scopeOf(reader.actor), id);
	if (!batch) throw new AppError('notFound');
	const scope = scopeOf(reader.actor);
	const isWhole = scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === batch.officeId);
	const items = await selectItems(reader, id, isWhole || scope.kind !== 'office' ? undefined : scope.officeId);
	const offices = await listOffices(reader, { merged: true });
	return {
		batch,
		items,
		offices: new Map(offices.map(({ id: office, shortName }) => [office, shortName])),
		officeName: offices.find(({ id: office }) => office === batch.officeId)?.name ?? '',
	};
}
