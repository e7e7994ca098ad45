import { sql } from 'kysely';
import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Entry, EntryContent, State } from '../model.ts';
import { tables } from './tables.ts';

const ENTRY = [
	'id',
	'office_id as officeId',
	'state',
	'content',
	'shown',
	'shown_at as shownAt',
	'asked_key as askedKey',
	'revision',
	'changed_at as changedAt',
] as const;

function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('ask_entry');
	if (scope.kind === 'all') return query;
	return query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

export interface EntryFilter {
	state?: State | undefined;
	officeId?: number | undefined;
	/** Words of question or answer. */
	q?: string | undefined;
}

function filtered(reader: Reader, scope: Scope, { state, officeId, q }: EntryFilter) {
	let query = scoped(reader, scope);
	if (state) query = query.where('state', '=', state);
	if (officeId !== undefined) query = query.where('office_id', '=', officeId);
	if (q) {
		const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
		query = query.where(sql<boolean>`(content ->> 'question' like ${like} or content ->> 'answer' like ${like})`);
	}
	return query;
}

export async function selectEntries(
	reader: Reader,
	scope: Scope,
	filter: EntryFilter,
	page: { limit: number; offset: number },
): Promise<{ rows: Entry[]; total: number }> {
	const counted = await filtered(reader, scope, filter)
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.executeTakeFirst();
	const rows = await filtered(reader, scope, filter)
		.select(ENTRY)
		.orderBy('changed_at', 'desc')
		.orderBy('id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return { rows, total: Number(counted?.n ?? 0) };
}

export async function selectEntry(reader: Reader, scope: Scope, id: number): Promise<Entry | null> {
	return (await scoped(reader, scope).select(ENTRY).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockEntry(tx: Tx, scope: Scope, id: number): Promise<Entry | null> {
	return (await scoped(tx, scope).select(ENTRY).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** An entry as everybody may read it. */
export type ShownEntry = Pick<Entry, 'id' | 'officeId'> & { shown: EntryContent; shownAt: Date };

/** Public entries that still hold today, newest first; `hold` keeps them as they are until the caller's transaction ends. */
export async function selectShownEntries(
	reader: Reader,
	filter: { ids?: readonly number[]; officeIds?: readonly number[]; hold?: boolean } = {},
): Promise<ShownEntry[]> {
	if (filter.ids?.length === 0 || filter.officeIds?.length === 0) return [];
	let query = tables(reader)
		.selectFrom('ask_entry')
		.select(['id', 'office_id as officeId', 'shown', 'shown_at as shownAt'])
		.where('state', '=', 'published')
		.where(sql<boolean>`coalesce((shown ->> 'validUntil')::date >= ${reader.today}::date, true)`);
	if (filter.ids) query = query.where('id', 'in', filter.ids);
	if (filter.officeIds) query = query.where('office_id', 'in', filter.officeIds);
	if (filter.hold) query = query.forUpdate();
	const rows = await query.orderBy('shown_at', 'desc').orderBy('id', 'desc').execute();
	return rows.flatMap(({ shown, shownAt, ...rest }) => (shown && shownAt ? [{ ...rest, shown, shownAt }] : []));
}

/** Answers the id; null when an entry was made of this question already. */
export async function insertEntry(
	tx: Tx,
	given: { officeId: number; content: EntryContent; askedKey: string | null },
): Promise<number | null> {
	const row = await tables(tx)
		.insertInto('ask_entry')
		.values({
			office_id: given.officeId,
			state: 'draft',
			content: given.content,
			shown: null,
			shown_at: null,
			asked_key: given.askedKey,
			created_at: tx.now,
			changed_at: tx.now,
		})
		.onConflict((conflict) => conflict.column('asked_key').doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

export interface EntryChange {
	state?: State;
	officeId?: number;
	content?: EntryContent;
	shown?: EntryContent | null;
	shownAt?: Date | null;
}

export async function updateEntry(tx: Tx, entry: Entry, change: EntryChange): Promise<void> {
	const { state, officeId, content, shown, shownAt } = { ...entry, ...change };
	await tables(tx)
		.updateTable('ask_entry')
		.set({
			state,
			office_id: officeId,
			content,
			shown,
			shown_at: shownAt,
			revision: entry.revision + 1,
			changed_at: tx.now,
		})
		.where('id', '=', entry.id)
		.execute();
}

export interface EntryStep {
	action: string;
	text: string;
	personName: string;
	createdAt: Date;
}

export async function insertEntryStep(
	tx: Tx,
	entryId: number,
	action: string,
	{ text = '', shown = null }: { text?: string; shown?: EntryContent | null } = {},
): Promise<void> {
	await tables(tx)
		.insertInto('ask_entry_step')
		.values({
			entry_id: entryId,
			action,
			text,
			shown,
			person_id: tx.actor.kind === 'person' ? tx.actor.personId : null,
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.execute();
}

export async function selectEntrySteps(reader: Reader, entryId: number): Promise<EntryStep[]> {
	return await tables(reader)
		.selectFrom('ask_entry_step')
		.select(['action', 'text', 'person_name as personName', 'created_at as createdAt'])
		.where('entry_id', '=', entryId)
		.orderBy('id')
		.execute();
}
