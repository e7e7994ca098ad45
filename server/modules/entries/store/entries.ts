import { inScope, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Edition, EditionEntry, Entry } from '../model.ts';
import { tables } from './tables.ts';

const ENTRY = [
	'id',
	'office_id as officeId',
	'standard_id as standardId',
	'standard_revision as standardRevision',
	'field',
	'content',
	'column_id as columnId',
	'standing',
	'trim',
	'reason',
	'since',
	'position',
	'revision',
] as const;

/** The entries of offices in scope, ended ones too; all offices when none is named. */
export async function selectEntries(reader: Reader, scope: Scope, officeId?: number): Promise<Entry[]> {
	if (scope.kind === 'public' || (officeId !== undefined && !inScope(scope, officeId))) return [];
	const one = officeId ?? (scope.kind === 'office' ? scope.officeId : undefined);
	let query = tables(reader).selectFrom('catalog_entry').select(ENTRY);
	if (one !== undefined) query = query.where('office_id', '=', one);
	return await query.orderBy('office_id').orderBy('field').orderBy('position').orderBy('id').execute();
}

/** Locks entries for change; those outside the scope are left out. */
export async function lockEntries(tx: Tx, scope: Scope, ids: readonly number[]): Promise<Entry[]> {
	if (ids.length === 0) return [];
	const rows = await tables(tx)
		.selectFrom('catalog_entry')
		.select(ENTRY)
		.where('id', 'in', ids)
		.orderBy('id')
		.forUpdate()
		.execute();
	return rows.filter(({ officeId }) => inScope(scope, officeId));
}

export type NewEntry = Omit<Entry, 'id' | 'revision' | 'trim' | 'reason'>;

/** Adds an entry, or does nothing when the office has the county's one already. Answers its id, or null for nothing done. */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<number | null> {
	const row = await tables(tx)
		.insertInto('catalog_entry')
		.values({
			office_id: entry.officeId,
			standard_id: entry.standardId,
			standard_revision: entry.standardRevision,
			field: entry.field,
			content: JSON.stringify(entry.content),
			column_id: entry.columnId,
			standing: entry.standing,
			trim: null,
			reason: '',
			since: entry.since,
			position: entry.position,
			created_at: tx.now,
		})
		.onConflict((conflict) => conflict.columns(['office_id', 'standard_id']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

export type EntryChange = Partial<
	Pick<
		Entry,
		'content' | 'columnId' | 'standing' | 'trim' | 'reason' | 'since' | 'position' | 'standardRevision' | 'field'
	>
>;

export async function updateEntry(tx: Tx, id: number, change: EntryChange): Promise<void> {
	const { content, columnId, standardRevision, ...same } = change;
	await tables(tx)
		.updateTable('catalog_entry')
		.set((eb) => ({
			...same,
			...(content ? { content: JSON.stringify(content) } : {}),
			...(columnId === undefined ? {} : { column_id: columnId }),
			...(standardRevision === undefined ? {} : { standard_revision: standardRevision }),
			revision: eb('revision', '+', 1),
		}))
		.where('id', '=', id)
		.execute();
}

// A published catalog is public (条例第十二、二十二条): these reads take no scope. `officeId` null: the standard catalog.

/** The newest edition of every office that has one, or of one office. */
export async function selectEditions(reader: Reader, officeId?: number): Promise<Edition[]> {
	let query = tables(reader)
		.selectFrom('catalog_edition')
		.distinctOn('office_id')
		.select(['office_id as officeId', 'number', 'entries', 'note', 'published_at as publishedAt'])
		.where('office_id', 'is not', null)
		.$castTo<Edition>();
	if (officeId !== undefined) query = query.where('office_id', '=', officeId);
	return await query.orderBy('office_id').orderBy('number', 'desc').execute();
}

/** What was handed down last: number and entries; null before the first time. */
export async function selectPushed(
	reader: Reader,
): Promise<{ number: number; entries: EditionEntry[]; publishedAt: Date } | null> {
	const row = await tables(reader)
		.selectFrom('catalog_edition')
		.select(['number', 'entries', 'published_at as publishedAt'])
		.where('office_id', 'is', null)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

/** Number, day and note of every edition of an office, newest first. */
export async function selectEditionList(
	reader: Reader,
	officeId: number,
): Promise<{ number: number; note: string; publishedAt: Date; publishedBy: number | null }[]> {
	return await tables(reader)
		.selectFrom('catalog_edition')
		.select(['number', 'note', 'published_at as publishedAt', 'published_by as publishedBy'])
		.where('office_id', '=', officeId)
		.orderBy('number', 'desc')
		.execute();
}

export async function insertEdition(
	tx: Tx,
	edition: { officeId: number | null; number: number; entries: unknown; note: string },
): Promise<void> {
	await tables(tx)
		.insertInto('catalog_edition')
		.values({
			office_id: edition.officeId,
			number: edition.number,
			entries: JSON.stringify(edition.entries),
			note: edition.note,
			published_at: tx.now,
			published_by: tx.actor.kind === 'person' ? tx.actor.personId : null,
		})
		.execute();
}
