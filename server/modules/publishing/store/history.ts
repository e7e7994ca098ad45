import { sql } from 'kysely';
import { nameOf } from '../../../kernel/actor.ts';
import { prepared } from '../../../platform/prepared.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Document, Revision, Step } from '../model.ts';
import type { SecrecySheet } from '../rules/secrecy.ts';
import type { ValidityMark } from '../rules/validity.ts';
import type { Action, State } from '../workflow.ts';
import type { Tables } from './tables.ts';

// What only grows. The document it belongs to has been read, or locked, in scope.

const REVISION = [
	'id',
	'document_id as documentId',
	'edition',
	'number',
	'content',
	'plain',
	'hash',
	'created_at as createdAt',
	'created_by as createdBy',
] as const;

export function personOf(tx: Tx): number | null {
	return tx.actor.kind === 'person' ? tx.actor.personId : null;
}

/** Adds the next snapshot of a locked document and answers it. */
export async function insertRevision(
	tx: Tx,
	document: Pick<Document, 'id' | 'edition'>,
	made: Pick<Revision, 'content' | 'plain' | 'hash'>,
): Promise<Revision> {
	const db = tx.sql.withTables<Tables>();
	const last = await db
		.selectFrom('document_revision')
		.select((eb) => eb.fn.max('number').as('number'))
		.where('document_id', '=', document.id)
		.executeTakeFirst();
	return await db
		.insertInto('document_revision')
		.values({
			document_id: document.id,
			edition: document.edition,
			number: (last?.number ?? 0) + 1,
			content: JSON.stringify(made.content),
			plain: made.plain,
			hash: made.hash,
			created_at: tx.now,
			created_by: personOf(tx),
		})
		.returning(REVISION)
		.executeTakeFirstOrThrow();
}

export async function selectRevision(reader: Reader, documentId: number, id: number): Promise<Revision | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('document_revision')
		.select(REVISION)
		.where('document_id', '=', documentId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row ?? null;
}

/** A snapshot without its text. */
export interface RevisionLine extends Pick<Revision, 'id' | 'edition' | 'number' | 'hash' | 'createdAt' | 'createdBy'> {
	/** Taken of a draft to ask another office about it, and never handed in. */
	onlyAsked: boolean;
}

/** The snapshots of a document without their texts, oldest first. */
export async function selectRevisions(reader: Reader, documentId: number): Promise<RevisionLine[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('document_revision as revision')
		.select(['id', 'edition', 'number', 'hash', 'created_at as createdAt', 'created_by as createdBy'])
		.select(
			sql<boolean>`exists (select 1 from coordination_request r where r.revision_id = revision.id)
				and not exists (select 1 from document_step s where s.revision_id = revision.id)`.as('onlyAsked'),
		)
		.where('document_id', '=', documentId)
		.orderBy('number')
		.execute();
}

/** Writes down a move. */
export async function insertStep(
	tx: Tx,
	document: Pick<Document, 'id' | 'edition' | 'revisionId' | 'state'>,
	move: { action: Action; to: State; comment?: string; data?: Record<string, unknown> },
): Promise<number> {
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('document_step')
		.values({
			document_id: document.id,
			edition: document.edition,
			revision_id: document.revisionId,
			action: move.action,
			from_state: document.state,
			to_state: move.to,
			at: tx.now,
			person_id: personOf(tx),
			actor_name: nameOf(tx.actor),
			comment: move.comment ?? '',
			data: JSON.stringify(move.data ?? {}),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Every move of a document, oldest first. */
export async function selectSteps(reader: Reader, documentId: number): Promise<Step[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('document_step')
		.select(['id', 'edition', 'revision_id as revisionId', 'action', 'from_state as from', 'to_state as to'])
		.select(['at', 'person_id as personId', 'actor_name as actorName', 'comment', 'data'])
		.where('document_id', '=', documentId)
		.orderBy('id')
		.execute();
}

/** A secrecy review as it was made. */
export interface SecrecyReview extends SecrecySheet {
	id: number;
	edition: number;
	revisionId: number;
	reviewerName: string;
	at: Date;
}

export async function insertSecrecyReview(
	tx: Tx,
	document: Pick<Document, 'id' | 'edition'> & { revisionId: number },
	sheet: SecrecySheet,
): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.insertInto('secrecy_review')
		.values({
			document_id: document.id,
			edition: document.edition,
			revision_id: document.revisionId,
			answers: JSON.stringify(sheet.answers),
			conclusion: sheet.conclusion,
			opinion: sheet.opinion,
			authority: sheet.authority,
			authority_reply: sheet.authorityReply,
			reviewer_id: personOf(tx),
			reviewer_name: nameOf(tx.actor),
			at: tx.now,
		})
		.execute();
}

/** The secrecy reviews of a document, oldest first. */
export async function selectSecrecyReviews(reader: Reader, documentId: number): Promise<SecrecyReview[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('secrecy_review')
		.select(['id', 'edition', 'revision_id as revisionId', 'answers', 'conclusion', 'opinion', 'authority'])
		.select(['authority_reply as authorityReply', 'reviewer_name as reviewerName', 'at'])
		.where('document_id', '=', documentId)
		.orderBy('id')
		.execute();
}

export async function insertValidity(tx: Tx, documentId: number, mark: ValidityMark): Promise<void> {
	const { validity, onDay, basis } = mark;
	await tx.sql
		.withTables<Tables>()
		.insertInto('document_validity')
		.values({ document_id: documentId, validity, on_day: onDay, basis, at: tx.now, person_id: personOf(tx) })
		.execute();
}

const validitiesOf = prepared((db, { documentIds }: { documentIds: readonly number[] }) =>
	db
		.withTables<Tables>()
		.selectFrom('document_validity')
		.select(['document_id', 'validity', 'on_day as onDay', 'basis'])
		.where('document_id', '=', sql<number>`any(${documentIds}::bigint[])`)
		.orderBy('id'),
);

/** What was declared about the validity of documents, oldest first. */
export async function selectValidities(
	reader: Reader,
	documentIds: readonly number[],
): Promise<Map<number, ValidityMark[]>> {
	const marks = new Map<number, ValidityMark[]>(documentIds.map((id) => [id, []]));
	if (documentIds.length === 0) return marks;
	const rows = await validitiesOf(reader.sql, { documentIds });
	for (const { document_id: id, ...mark } of rows) marks.get(id)?.push(mark);
	return marks;
}
