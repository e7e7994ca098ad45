import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Evidence } from '../model.ts';
import type { ItemAction, ItemState } from '../workflow.ts';
import { tables } from './tables.ts';

export interface Rectification {
	id: number;
	title: string;
	note: string;
	issuedOn: string;
	dueOn: string;
	personName: string;
}

export interface Item {
	id: number;
	rectificationId: number;
	officeId: number;
	findingId: number | null;
	rule: string;
	message: string;
	basis: string;
	evidence: Evidence;
	state: ItemState;
	dueOn: string;
	/** 责任人, as the office says. */
	owner: string;
	revision: number;
}

export interface Proof {
	id: number;
	stepId: number;
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
}

export interface Step {
	id: number;
	itemId: number;
	action: ItemAction | 'issue' | 'recheck';
	text: string;
	personName: string;
	createdAt: Date;
}

function handOf(tx: Tx) {
	const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
	return { person_id: personId, person_name: nameOf(tx.actor), created_at: tx.now };
}

export async function insertRectification(
	tx: Tx,
	list: { title: string; note: string; dueOn: string },
): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('rectification')
		.values({ title: list.title, note: list.note, issued_on: tx.today, due_on: list.dueOn, ...handOf(tx) })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export type NewItem = Omit<Item, 'id' | 'state' | 'owner' | 'revision'>;

export async function insertItem(tx: Tx, item: NewItem): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('rectification_item')
		.values({
			rectification_id: item.rectificationId,
			office_id: item.officeId,
			finding_id: item.findingId,
			rule: item.rule,
			message: item.message,
			basis: item.basis,
			evidence: JSON.stringify(item.evidence),
			state: 'issued',
			due_on: item.dueOn,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

const ITEM = [
	'id',
	'rectification_id as rectificationId',
	'office_id as officeId',
	'finding_id as findingId',
	'rule',
	'message',
	'basis',
	'evidence',
	'state',
	'due_on as dueOn',
	'owner',
	'revision',
] as const;

function items(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('rectification_item').select(ITEM);
	if (scope.kind === 'all') return query;
	return query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

/** Items in scope, of one list or of all, in the order they were issued. */
export async function selectItems(
	reader: Reader,
	scope: Scope,
	filter: { rectificationId?: number; states?: readonly ItemState[]; findingIds?: readonly number[] } = {},
): Promise<Item[]> {
	let query = items(reader, scope);
	if (filter.rectificationId !== undefined) query = query.where('rectification_id', '=', filter.rectificationId);
	if (filter.states) query = query.where('state', 'in', filter.states);
	if (filter.findingIds)
		query = query.where('finding_id', 'in', filter.findingIds.length > 0 ? filter.findingIds : [0]);
	const rows = await query.orderBy('id').execute();
	return rows.map((row) => ({ ...row, evidence: row.evidence as Evidence }));
}

export async function selectItem(reader: Reader, scope: Scope, id: number): Promise<Item | null> {
	const row = await items(reader, scope).where('id', '=', id).executeTakeFirst();
	return row ? { ...row, evidence: row.evidence as Evidence } : null;
}

export async function lockItem(tx: Tx, scope: Scope, id: number): Promise<Item | null> {
	const row = await items(tx, scope).where('id', '=', id).forUpdate().executeTakeFirst();
	return row ? { ...row, evidence: row.evidence as Evidence } : null;
}

/** Matters of a rule an office has answered, and that were not sent back: `office subject`. */
export async function selectAnsweredSubjects(reader: Reader, rule: string): Promise<Set<string>> {
	const rows = await tables(reader)
		.selectFrom('rectification_item as i')
		.innerJoin('monitor_finding as f', 'f.id', 'i.finding_id')
		.select(['f.office_id as officeId', 'f.subject'])
		.where('i.rule', '=', rule)
		.where('i.state', 'in', ['replied', 'closed'])
		.execute();
	return new Set(rows.map(({ officeId, subject }) => `${officeId} ${subject}`));
}

export async function updateItem(
	tx: Tx,
	item: Item,
	change: { state: ItemState; dueOn?: string; owner?: string },
): Promise<void> {
	await tables(tx)
		.updateTable('rectification_item')
		.set({
			state: change.state,
			due_on: change.dueOn ?? item.dueOn,
			owner: change.owner || item.owner,
			revision: item.revision + 1,
		})
		.where('id', '=', item.id)
		.execute();
}

export async function insertStep(
	tx: Tx,
	itemId: number,
	action: ItemAction | 'issue' | 'recheck',
	text: string,
	proofs: readonly { sha256: string; fileName: string; mediaType: string; size: number }[] = [],
): Promise<void> {
	const { id } = await tables(tx)
		.insertInto('rectification_step')
		.values({ item_id: itemId, action, text, ...handOf(tx) })
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const { sha256, fileName, mediaType, size } of proofs) {
		await tables(tx)
			.insertInto('rectification_proof')
			.values({ step_id: id, file_sha256: sha256, file_name: fileName, media_type: mediaType, size })
			.execute();
	}
}

/** Steps of items that have been read in scope, oldest first. */
export async function selectSteps(reader: Reader, itemIds: readonly number[]): Promise<Step[]> {
	if (itemIds.length === 0) return [];
	const rows = await tables(reader)
		.selectFrom('rectification_step')
		.select(['id', 'item_id as itemId', 'action', 'text', 'person_name as personName', 'created_at as createdAt'])
		.where('item_id', 'in', itemIds)
		.orderBy('id')
		.execute();
	return rows as Step[];
}

export async function selectProofs(
	reader: Reader,
	itemIds: readonly number[],
): Promise<(Proof & { itemId: number })[]> {
	if (itemIds.length === 0) return [];
	return await tables(reader)
		.selectFrom('rectification_proof as p')
		.innerJoin('rectification_step as s', 's.id', 'p.step_id')
		.select(['p.id', 'p.step_id as stepId', 'p.file_sha256 as sha256', 'p.file_name as fileName'])
		.select(['p.media_type as mediaType', 'p.size', 's.item_id as itemId'])
		.where('s.item_id', 'in', itemIds)
		.orderBy('p.id')
		.execute();
}

/** Lists that hold an item in scope, the newest first. */
export async function selectRectifications(
	reader: Reader,
	scope: Scope,
	ids?: readonly number[],
): Promise<Rectification[]> {
	let query = tables(reader)
		.selectFrom('rectification as r')
		.select([
			'r.id',
			'r.title',
			'r.note',
			'r.issued_on as issuedOn',
			'r.due_on as dueOn',
			'r.person_name as personName',
		]);
	if (scope.kind !== 'all') {
		const officeId = scope.kind === 'office' ? scope.officeId : 0;
		query = query.where((eb) =>
			eb.exists(
				eb
					.selectFrom('rectification_item as i')
					.select('i.id')
					.whereRef('i.rectification_id', '=', 'r.id')
					.where('i.office_id', '=', officeId),
			),
		);
	}
	if (ids) query = query.where('r.id', 'in', ids.length > 0 ? ids : [0]);
	return await query.orderBy('r.id', 'desc').execute();
}
