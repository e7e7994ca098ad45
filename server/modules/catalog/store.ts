import type { ColumnType as Col, Generated } from 'kysely';
import { inScope, type Scope } from '../../kernel/actor.ts';
import type { Reader, Tx } from '../../platform/transaction.ts';
import type { Column, ColumnChange, ColumnKind, ColumnType } from './model.ts';
import type { GuideContent } from './standard/guide.ts';

interface ColumnTable {
	id: Generated<number>;
	office_id: number;
	parent_id: number | null;
	slug: string;
	name: string;
	description: string;
	keywords: string;
	kind: ColumnKind;
	type: ColumnType;
	code: string;
	update_days: number | null;
	absent_since: string | null;
	absent_note: Generated<string>;
	position: number;
	closed_at: Date | null;
	revision: Generated<number>;
	created_at: Date;
}

interface GuideDraftTable {
	office_id: number;
	content: Col<GuideContent, string, string>;
	version: Generated<number>;
	saved_at: Date;
	saved_by: number | null;
}

interface GuideEditionTable {
	id: Generated<number>;
	office_id: number;
	number: number;
	content: Col<GuideContent, string, string>;
	published_at: Date;
	published_by: number | null;
}

export type Tables = {
	catalog_column: ColumnTable;
	guide_draft: GuideDraftTable;
	guide_edition: GuideEditionTable;
};

const COLUMNS = [
	'id',
	'office_id as officeId',
	'parent_id as parentId',
	'slug',
	'name',
	'description',
	'keywords',
	'kind',
	'type',
	'code',
	'update_days as updateDays',
	'absent_since as absentSince',
	'absent_note as absentNote',
	'position',
	'closed_at as closedAt',
	'revision',
] as const;

function toColumn({ closedAt, ...rest }: Omit<Column, 'closed'> & { closedAt: Date | null }): Column {
	return { ...rest, closed: closedAt !== null };
}

// What columns an office has is public (条例第十二条): these reads take no scope.

/** The columns of offices, in the order they are shown. */
export async function selectColumns(reader: Reader, officeIds: readonly number[]): Promise<Column[]> {
	if (officeIds.length === 0) return [];
	const db = reader.sql.withTables<Tables>();
	const rows = await db
		.selectFrom('catalog_column')
		.select(COLUMNS)
		.where('office_id', 'in', officeIds)
		.orderBy('office_id')
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map(toColumn);
}

export async function selectColumn(reader: Reader, id: number): Promise<Column | null> {
	const db = reader.sql.withTables<Tables>();
	const row = await db.selectFrom('catalog_column').select(COLUMNS).where('id', '=', id).executeTakeFirst();
	return row ? toColumn(row) : null;
}

export async function selectColumnBySlug(reader: Reader, officeId: number, slug: string): Promise<Column | null> {
	const db = reader.sql.withTables<Tables>();
	const row = await db
		.selectFrom('catalog_column')
		.select(COLUMNS)
		.where('office_id', '=', officeId)
		.where('slug', '=', slug)
		.executeTakeFirst();
	return row ? toColumn(row) : null;
}

/** Locks a column for change; null when it is not there or lies outside the scope. */
export async function lockColumn(tx: Tx, scope: Scope, id: number): Promise<Column | null> {
	const db = tx.sql.withTables<Tables>();
	const row = await db.selectFrom('catalog_column').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
	return row && inScope(scope, row.officeId) ? toColumn(row) : null;
}

export type NewColumn = Omit<Column, 'id' | 'closed' | 'revision' | 'absentSince' | 'absentNote'>;

/** Adds a column, or does nothing when the office has one with its slug. Answers its id, or null for nothing done. */
export async function insertColumn(tx: Tx, column: NewColumn): Promise<number | null> {
	const db = tx.sql.withTables<Tables>();
	const { officeId, parentId, updateDays, ...same } = column;
	const row = await db
		.insertInto('catalog_column')
		.values({
			...same,
			office_id: officeId,
			parent_id: parentId,
			update_days: updateDays,
			absent_since: null,
			closed_at: null,
			created_at: tx.now,
		})
		.onConflict((conflict) => conflict.columns(['office_id', 'slug']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

export async function updateColumn(tx: Tx, id: number, change: ColumnChange): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	const { updateDays, absentSince, absentNote, closed, ...same } = change;
	await db
		.updateTable('catalog_column')
		.set((eb) => ({
			...same,
			update_days: updateDays,
			absent_since: absentSince,
			absent_note: absentNote,
			closed_at: closed ? eb.fn.coalesce('closed_at', eb.val(tx.now)) : null,
			revision: eb('revision', '+', 1),
		}))
		.where('id', '=', id)
		.execute();
}

/** The guide being written; null before the first save. `lock` holds it until commit. */
export async function selectGuideDraft(
	reader: Reader,
	scope: Scope,
	officeId: number,
	lock = false,
): Promise<{ content: GuideContent; version: number; savedAt: Date; savedBy: number | null } | null> {
	if (!inScope(scope, officeId)) return null;
	const query = reader.sql
		.withTables<Tables>()
		.selectFrom('guide_draft')
		.select(['content', 'version', 'saved_at as savedAt', 'saved_by as savedBy'])
		.where('office_id', '=', officeId);
	return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export async function saveGuideDraft(
	tx: Tx,
	officeId: number,
	content: GuideContent,
	savedBy: number | null,
): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	const values = { content: JSON.stringify(content), saved_at: tx.now, saved_by: savedBy };
	await db
		.insertInto('guide_draft')
		.values({ office_id: officeId, ...values })
		.onConflict((conflict) =>
			conflict.column('office_id').doUpdateSet((eb) => ({ ...values, version: eb('guide_draft.version', '+', 1) })),
		)
		.execute();
}

/** A published guide. */
export interface GuideEdition {
	number: number;
	content: GuideContent;
	publishedAt: Date;
}

/** The guide in force: the newest edition. Public. */
export async function selectGuide(reader: Reader, officeId: number): Promise<GuideEdition | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('guide_edition')
		.select(['number', 'content', 'published_at as publishedAt'])
		.where('office_id', '=', officeId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

/** Offices that have a published guide. */
export async function selectGuideOffices(reader: Reader): Promise<number[]> {
	const db = reader.sql.withTables<Tables>();
	const rows = await db.selectFrom('guide_edition').select('office_id').distinct().execute();
	return rows.map((row) => row.office_id);
}

export async function insertGuideEdition(
	tx: Tx,
	officeId: number,
	edition: { number: number; content: GuideContent; publishedBy: number | null },
): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	await db
		.insertInto('guide_edition')
		.values({
			office_id: officeId,
			number: edition.number,
			content: JSON.stringify(edition.content),
			published_at: tx.now,
			published_by: edition.publishedBy,
		})
		.execute();
}
