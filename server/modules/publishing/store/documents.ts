import type { SelectQueryBuilder } from 'kysely';
import { inScope, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Document, DocumentContent, Draft } from '../model.ts';
import type { DocumentTable, Tables } from './tables.ts';

const COLUMNS = [
	'document.id',
	'document.office_id as officeId',
	'document.edition',
	'document.state',
	'document.revision_id as revisionId',
	'document.index_number as indexNumber',
	'document.publish_at as publishAt',
	'document.first_published_at as firstPublishedAt',
	'document.withdrawn_at as withdrawnAt',
	'document.withdraw_reason as withdrawReason',
	'document.source',
	'document.source_event as sourceEvent',
	'document.created_at as createdAt',
	'document.created_by as createdBy',
] as const;

function select(reader: Reader) {
	return reader.sql
		.withTables<Tables>()
		.selectFrom('document')
		.select(COLUMNS)
		.select((eb) =>
			eb
				.exists(
					eb
						.selectFrom('publication')
						.select('publication.document_id')
						.whereRef('publication.document_id', '=', 'document.id'),
				)
				.as('live'),
		);
}

function scoped<O>(query: SelectQueryBuilder<Tables, 'document', O>, scope: Scope) {
	if (scope.kind === 'all') return query;
	return query.where('document.office_id', '=', scope.kind === 'office' ? scope.officeId : -1);
}

/** A document of the offices in scope. */
export async function selectDocument(reader: Reader, scope: Scope, id: number): Promise<Document | null> {
	const row = await scoped(select(reader), scope).where('document.id', '=', id).executeTakeFirst();
	return row ? { ...row, live: Boolean(row.live) } : null;
}

/** Locks a document for a move: everything that decides it is read after this. */
export async function lockDocument(tx: Tx, scope: Scope, id: number): Promise<Document | null> {
	const db = tx.sql.withTables<Tables>();
	const locked = await db
		.selectFrom('document')
		.select('office_id')
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return locked && inScope(scope, locked.office_id) ? await selectDocument(tx, scope, id) : null;
}

export async function insertDocument(
	tx: Tx,
	document: Pick<Document, 'officeId' | 'state' | 'createdBy'> & { source?: string },
): Promise<number> {
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('document')
		.values({
			office_id: document.officeId,
			state: document.state,
			created_by: document.createdBy,
			created_at: tx.now,
			source: document.source ?? null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export type DocumentChange = Partial<
	Pick<
		Document,
		| 'edition'
		| 'state'
		| 'revisionId'
		| 'indexNumber'
		| 'publishAt'
		| 'firstPublishedAt'
		| 'withdrawnAt'
		| 'withdrawReason'
		| 'sourceEvent'
	>
>;

const NAMES = {
	edition: 'edition',
	state: 'state',
	revisionId: 'revision_id',
	indexNumber: 'index_number',
	publishAt: 'publish_at',
	firstPublishedAt: 'first_published_at',
	withdrawnAt: 'withdrawn_at',
	withdrawReason: 'withdraw_reason',
	sourceEvent: 'source_event',
} as const satisfies Record<keyof DocumentChange, keyof DocumentTable>;

/** Changes a locked document. */
export async function updateDocument(tx: Tx, id: number, change: DocumentChange): Promise<void> {
	const pairs = Object.entries(change).map(([key, value]) => [NAMES[key as keyof DocumentChange], value]);
	const db = tx.sql.withTables<Tables>();
	await db.updateTable('document').set(Object.fromEntries(pairs)).where('id', '=', id).execute();
}

/** The document another module made, locked; null before its first event. */
export async function lockDocumentBySource(tx: Tx, source: string): Promise<Document | null> {
	const row = await select(tx).where('document.source', '=', source).forUpdate('document').executeTakeFirst();
	return row ? { ...row, live: Boolean(row.live) } : null;
}

/** The working copy. Its document has been read in scope. */
export async function selectDraft(reader: Reader, documentId: number): Promise<Draft | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('document_draft')
		.select(['version', 'content', 'editors', 'saved_at as savedAt', 'saved_by as savedBy'])
		.where('document_id', '=', documentId)
		.executeTakeFirst();
	// int8[] is read element by element as text.
	return row ?? null;
}

function draftRow(content: DocumentContent) {
	const { type, title, columnId, formedOn, changedOn } = content;
	return {
		type,
		title,
		column_id: columnId,
		formed_on: formedOn,
		changed_on: changedOn,
		content: JSON.stringify(content),
	};
}

/** Puts the working copy of a locked document in place, under the next version. */
export async function saveDraft(
	tx: Tx,
	documentId: number,
	draft: { content: DocumentContent; editors: readonly number[]; savedBy: number | null },
): Promise<number> {
	const values = {
		...draftRow(draft.content),
		editors: [...draft.editors],
		saved_at: tx.now,
		saved_by: draft.savedBy,
	};
	const { version } = await tx.sql
		.withTables<Tables>()
		.insertInto('document_draft')
		.values({ document_id: documentId, ...values })
		.onConflict((conflict) =>
			conflict
				.column('document_id')
				.doUpdateSet((eb) => ({ ...values, version: eb('document_draft.version', '+', 1) })),
		)
		.returning('version')
		.executeTakeFirstOrThrow();
	return version;
}
