import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Batch, BatchItem, BatchState, Conclusion } from '../model.ts';
import { personOf } from './steps.ts';
import { tables } from './tables.ts';

const BATCH = [
	'id',
	'office_id as officeId',
	'whole_county as wholeCounty',
	'title',
	'on_day as onDay',
	'state',
	'effective_on as effectiveOn',
	'document_id as documentId',
	'revision',
] as const;

/** An office sees its own clean-ups and those of the county that look at a document of its own. */
function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('normative_batch as b');
	if (scope.kind === 'all') return query;
	const officeId = scope.kind === 'office' ? scope.officeId : -1;
	return query.where((eb) =>
		eb.or([
			eb('b.office_id', '=', officeId),
			eb.exists(
				eb
					.selectFrom('normative_batch_item as i')
					.select('i.id')
					.whereRef('i.batch_id', '=', 'b.id')
					.where('i.office_id', '=', officeId),
			),
		]),
	);
}

export async function selectBatches(reader: Reader, scope: Scope): Promise<Batch[]> {
	return await scoped(reader, scope).select(BATCH).orderBy('id', 'desc').execute();
}

export async function selectBatch(reader: Reader, scope: Scope, id: number): Promise<Batch | null> {
	return (await scoped(reader, scope).select(BATCH).where('b.id', '=', id).executeTakeFirst()) ?? null;
}

/** Locks a clean-up: conclusions and moves wait for each other. */
export async function lockBatch(tx: Tx, scope: Scope, id: number): Promise<Batch | null> {
	return (await scoped(tx, scope).select(BATCH).where('b.id', '=', id).forUpdate('b').executeTakeFirst()) ?? null;
}

export async function insertBatch(
	tx: Tx,
	given: Pick<Batch, 'officeId' | 'wholeCounty' | 'title' | 'onDay'>,
): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('normative_batch')
		.values({
			office_id: given.officeId,
			whole_county: given.wholeCounty,
			title: given.title,
			on_day: given.onDay,
			state: 'open',
			effective_on: null,
			document_id: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export type NewItem = Pick<
	BatchItem,
	'documentId' | 'officeId' | 'title' | 'documentNumber' | 'formedOn' | 'expiresOn'
>;

export async function insertItems(tx: Tx, batchId: number, items: readonly NewItem[]): Promise<void> {
	if (items.length === 0) return;
	const values = items.map((item) => ({
		batch_id: batchId,
		document_id: item.documentId,
		office_id: item.officeId,
		title: item.title,
		document_number: item.documentNumber,
		formed_on: item.formedOn,
		expires_on: item.expiresOn,
	}));
	await tables(tx).insertInto('normative_batch_item').values(values).execute();
}

/** The documents of a clean-up, office by office, each with its last conclusion. `officeId`: those of one office. */
export async function selectItems(reader: Reader, batchId: number, officeId?: number): Promise<BatchItem[]> {
	let query = tables(reader)
		.selectFrom('normative_batch_item as i')
		.leftJoinLateral(
			(eb) =>
				eb
					.selectFrom('normative_conclusion as c')
					.select(['c.conclusion', 'c.reason', 'c.person_name', 'c.at'])
					.whereRef('c.item_id', '=', 'i.id')
					.orderBy('c.id', 'desc')
					.limit(1)
					.as('last'),
			(join) => join.onTrue(),
		)
		.select([
			'i.id',
			'i.batch_id as batchId',
			'i.document_id as documentId',
			'i.office_id as officeId',
			'i.title',
			'i.document_number as documentNumber',
			'i.formed_on as formedOn',
			'i.expires_on as expiresOn',
			'last.conclusion',
			'last.reason',
			'last.person_name as personName',
			'last.at',
		])
		.where('i.batch_id', '=', batchId);
	if (officeId !== undefined) query = query.where('i.office_id', '=', officeId);
	const rows = await query.orderBy('i.office_id').orderBy('i.formed_on').orderBy('i.id').execute();
	return rows.map((row) => ({
		...row,
		conclusion: row.conclusion ?? null,
		reason: row.reason ?? '',
		personName: row.personName ?? '',
		at: row.at ?? null,
	}));
}

/** Who gave a conclusion in a clean-up. */
export async function selectAuthors(reader: Reader, batchId: number): Promise<number[]> {
	const rows = await tables(reader)
		.selectFrom('normative_conclusion as c')
		.innerJoin('normative_batch_item as i', 'i.id', 'c.item_id')
		.select('c.person_id')
		.distinct()
		.where('i.batch_id', '=', batchId)
		.execute();
	return rows.flatMap((row) => row.person_id ?? []);
}

export async function insertConclusions(
	tx: Tx,
	itemIds: readonly number[],
	given: { conclusion: Conclusion; reason: string },
): Promise<void> {
	if (itemIds.length === 0) return;
	const made = { ...given, person_id: personOf(tx), person_name: nameOf(tx.actor), at: tx.now };
	await tables(tx)
		.insertInto('normative_conclusion')
		.values(itemIds.map((id) => ({ item_id: id, ...made })))
		.execute();
}

export async function updateBatch(
	tx: Tx,
	{ id, revision }: Batch,
	change: { state?: BatchState; effectiveOn?: string; documentId?: number },
): Promise<void> {
	await tables(tx)
		.updateTable('normative_batch')
		.set({
			revision: revision + 1,
			...(change.state ? { state: change.state } : {}),
			...(change.effectiveOn ? { effective_on: change.effectiveOn } : {}),
			...(change.documentId ? { document_id: change.documentId } : {}),
		})
		.where('id', '=', id)
		.execute();
}

export interface BatchStep {
	action: string;
	text: string;
	personName: string;
	createdAt: Date;
}

export async function insertBatchStep(tx: Tx, batchId: number, action: string, text: string): Promise<void> {
	const person = { person_id: personOf(tx), person_name: nameOf(tx.actor) };
	await tables(tx)
		.insertInto('normative_batch_step')
		.values({ batch_id: batchId, action, text, ...person, created_at: tx.now })
		.execute();
}

export async function selectBatchSteps(reader: Reader, batchId: number): Promise<BatchStep[]> {
	return await tables(reader)
		.selectFrom('normative_batch_step')
		.select(['action', 'text', 'person_name as personName', 'created_at as createdAt'])
		.where('batch_id', '=', batchId)
		.orderBy('id')
		.execute();
}
