import { type RawBuilder, sql } from 'kysely';
import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { CheckedFile } from '../commands/add-attachments.ts';
import type { DocumentContent } from '../model.ts';
import type { ValidityMark } from '../rules/validity.ts';
import type { State } from '../workflow.ts';
import type { Tables } from './tables.ts';

// Many documents at once: one statement a table, since a round trip each would be most of the time an import takes.

/** Until commit no other transaction takes in documents of this source: each is looked for before it is written. */
export async function lockSource(tx: Tx, name: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${name}`}, 0))`.execute(tx.sql);
}

/** Which of these sources have been taken in already. */
export async function selectImported(reader: Reader, sources: readonly string[]): Promise<Set<string>> {
	if (sources.length === 0) return new Set();
	const db = reader.sql.withTables<Tables>();
	const rows = await db.selectFrom('document').select('source').where('source', 'in', sources).execute();
	return new Set(rows.flatMap(({ source }) => source ?? []));
}

/** Which of these index numbers belong to a document already. */
export async function selectTakenNumbers(tx: Tx, numbers: readonly string[]): Promise<Set<string>> {
	if (numbers.length === 0) return new Set();
	const db = tx.sql.withTables<Tables>();
	const rows = await db.selectFrom('document').select('index_number').where('index_number', 'in', numbers).execute();
	return new Set(rows.flatMap(({ index_number: number }) => number ?? []));
}

export interface ImportedDocument {
	officeId: number;
	state: Extract<State, 'draft' | 'published'>;
	source: string;
	indexNumber: string | null;
	publishedAt: Date | null;
}

/** Answers their ids, in the order given. */
export async function insertImported(tx: Tx, documents: readonly ImportedDocument[]): Promise<number[]> {
	if (documents.length === 0) return [];
	const values = documents.map(({ officeId, state, source, indexNumber, publishedAt }) => ({
		office_id: officeId,
		state,
		source,
		index_number: indexNumber,
		first_published_at: publishedAt,
		created_at: tx.now,
		created_by: null,
	}));
	const db = tx.sql.withTables<Tables>();
	const rows = await db.insertInto('document').values(values).returning(['id', 'source']).execute();
	const ids = new Map(rows.map(({ id, source }) => [source, id]));
	return documents.map(({ source }) => ids.get(source) as number);
}

/** Answers the ids of the files, in the order given. */
export async function insertImportedFiles(
	tx: Tx,
	files: readonly (CheckedFile & { documentId: number })[],
): Promise<number[]> {
	if (files.length === 0) return [];
	const db = tx.sql.withTables<Tables>();
	// Rows of one statement get their ids in the order written.
	const values = files.map(({ documentId, sha256, fileName, mediaType, size }) => ({
		document_id: documentId,
		sha256,
		file_name: fileName,
		media_type: mediaType,
		size,
		added_at: tx.now,
		added_by: null,
	}));
	const rows = await db.insertInto('attachment').values(values).returning('id').execute();
	return rows.map(({ id }) => id).sort((a, b) => a - b);
}

export async function insertImportedDrafts(
	tx: Tx,
	drafts: readonly { documentId: number; content: DocumentContent }[],
): Promise<void> {
	if (drafts.length === 0) return;
	const values = drafts.map(({ documentId, content }) => ({
		document_id: documentId,
		type: content.type,
		title: content.title,
		column_id: content.columnId,
		formed_on: content.formedOn,
		changed_on: content.changedOn,
		content: JSON.stringify(content),
		editors: [],
		saved_at: tx.now,
		saved_by: null,
	}));
	await tx.sql.withTables<Tables>().insertInto('document_draft').values(values).execute();
}

export interface ImportedRevision {
	documentId: number;
	content: DocumentContent;
	plain: string;
	hash: string;
}

/** The first snapshot of each, and their documents pointed at it. Answers the ids, by document. */
export async function insertImportedRevisions(
	tx: Tx,
	revisions: readonly ImportedRevision[],
): Promise<Map<number, number>> {
	if (revisions.length === 0) return new Map();
	const values = revisions.map(({ documentId, content, plain, hash }) => ({
		document_id: documentId,
		edition: 1,
		number: 1,
		content: JSON.stringify(content),
		plain,
		hash,
		created_at: tx.now,
		created_by: null,
	}));
	const db = tx.sql.withTables<Tables>();
	const rows = await db.insertInto('document_revision').values(values).returning(['id', 'document_id']).execute();
	const pairs = rows.map(({ id, document_id: documentId }) => sql`(${documentId}::bigint, ${id}::bigint)`);
	await sql`
		update document set revision_id = made.revision_id
		from (values ${sql.join(pairs)}) as made (document_id, revision_id) where document.id = made.document_id
	`.execute(tx.sql);
	return new Map(rows.map(({ id, document_id: documentId }) => [documentId, id]));
}

/** What happened to each, for the step list and the history people read. */
export async function insertImportedHistory(
	tx: Tx,
	documents: readonly { documentId: number; revisionId: number; data: Record<string, unknown> }[],
): Promise<void> {
	if (documents.length === 0) return;
	const name = nameOf(tx.actor);
	const steps = documents.map(({ documentId, revisionId, data }) => ({
		document_id: documentId,
		edition: 1,
		revision_id: revisionId,
		action: 'publish',
		from_state: 'published' as const,
		to_state: 'published' as const,
		at: tx.now,
		person_id: null,
		actor_name: name,
		comment: '',
		data: JSON.stringify(data),
	}));
	await tx.sql.withTables<Tables>().insertInto('document_step').values(steps).execute();
}

export async function insertImportedValidities(
	tx: Tx,
	marks: readonly (ValidityMark & { documentId: number })[],
): Promise<void> {
	if (marks.length === 0) return;
	const values = marks.map(({ documentId, validity, onDay, basis }) => ({
		document_id: documentId,
		validity,
		on_day: onDay,
		basis,
		at: tx.now,
		person_id: null,
	}));
	await tx.sql.withTables<Tables>().insertInto('document_validity').values(values).execute();
}

/** Remembers under which addresses documents stood before; the first that had one keeps it. */
export async function insertOldAddresses(
	tx: Tx,
	addresses: readonly { host: string; path: string; documentId: number }[],
): Promise<void> {
	if (addresses.length === 0) return;
	const values: RawBuilder<unknown>[] = addresses.map(
		({ host, path, documentId }) => sql`(${host}, ${path}, ${documentId}::bigint)`,
	);
	await sql`
		insert into old_address (host, path, document_id) values ${sql.join(values)} on conflict (host, path) do nothing
	`.execute(tx.sql);
}

/**
 * The document that stood at an address of another site: of this host before any other. None when it is not public, so that
 * nobody learns of it; one that was withdrawn says so at its own address.
 */
export async function selectByOldAddress(reader: Reader, host: string, path: string): Promise<number | null> {
	const { rows } = await sql<{ id: number }>`
		select d.id from old_address a join document d on d.id = a.document_id
		where a.path = ${path} and (d.withdrawn_at is not null or exists (select 1 from publication p where p.document_id = d.id))
		order by (a.host = ${host}) desc, d.id limit 1
	`.execute(reader.sql);
	return rows[0]?.id ?? null;
}
