import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import type { Comment, CommentOrigin, Opinion } from '../model/consultation.ts';
import { tables } from './tables.ts';

const COMMENT = [
	'id',
	'consultation_id as consultationId',
	'number',
	'origin',
	'clause',
	'body',
	'opinion_id as opinionId',
	'received_at as receivedAt',
] as const;

export interface NewComment {
	consultationId: number;
	number: string;
	origin: CommentOrigin;
	clause: string;
	body: string;
	queryFingerprint: string | null;
	submissionFingerprint: string | null;
}

export async function insertComment(tx: Tx, given: NewComment): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('consultation_comment')
		.values({
			consultation_id: given.consultationId,
			number: given.number,
			origin: given.origin,
			clause: given.clause,
			body: given.body,
			opinion_id: null,
			query_fingerprint: given.queryFingerprint,
			submission_fingerprint: given.submissionFingerprint,
			received_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function insertCommentContact(tx: Tx, commentId: number, { keyId, bytes }: Sealed): Promise<void> {
	await tables(tx)
		.insertInto('consultation_contact')
		.values({ comment_id: commentId, key_id: keyId, sealed: bytes })
		.execute();
}

export async function selectCommentContact(reader: Reader, commentId: number): Promise<Sealed | null> {
	const row = await tables(reader)
		.selectFrom('consultation_contact')
		.select(['key_id', 'sealed'])
		.where('comment_id', '=', commentId)
		.executeTakeFirst();
	return row ? { keyId: row.key_id, bytes: row.sealed } : null;
}

/** Comments of a consultation read in scope, oldest first, with whether somebody can be written to. */
export async function selectComments(
	reader: Reader,
	consultationId: number,
): Promise<(Comment & { hasContact: boolean })[]> {
	const rows = await tables(reader)
		.selectFrom('consultation_comment')
		.leftJoin('consultation_contact', 'comment_id', 'id')
		.select(COMMENT)
		.select('comment_id as contactOf')
		.where('consultation_id', '=', consultationId)
		.orderBy('id')
		.execute();
	return rows.map(({ contactOf, ...comment }) => ({ ...comment, hasContact: contactOf !== null }));
}

export async function countComments(reader: Reader, ids: readonly number[]): Promise<Map<number, number>> {
	if (ids.length === 0) return new Map();
	const rows = await tables(reader)
		.selectFrom('consultation_comment')
		.select(['consultation_id as id', (eb) => eb.fn.countAll<number>().as('n')])
		.where('consultation_id', 'in', ids)
		.groupBy('consultation_id')
		.execute();
	return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}

export async function commentBySubmission(reader: Reader, fingerprint: string): Promise<Comment | null> {
	const row = await tables(reader)
		.selectFrom('consultation_comment')
		.select(COMMENT)
		.where('submission_fingerprint', '=', fingerprint)
		.executeTakeFirst();
	return row ?? null;
}

/** By its number, whoever asks: the caller holds the code. */
export async function commentByNumber(
	reader: Reader,
	number: string,
): Promise<(Comment & { queryFingerprint: string | null }) | null> {
	const row = await tables(reader)
		.selectFrom('consultation_comment')
		.select([...COMMENT, 'query_fingerprint as queryFingerprint'])
		.where('number', '=', number)
		.executeTakeFirst();
	return row ?? null;
}

/** Puts comments of this consultation under an opinion, or takes them out of any. Answers how many there were. */
export async function assignComments(
	tx: Tx,
	consultationId: number,
	commentIds: readonly number[],
	opinionId: number | null,
): Promise<number> {
	if (commentIds.length === 0) return 0;
	const { numUpdatedRows } = await tables(tx)
		.updateTable('consultation_comment')
		.set({ opinion_id: opinionId })
		.where('consultation_id', '=', consultationId)
		.where('id', 'in', commentIds)
		.executeTakeFirstOrThrow();
	return Number(numUpdatedRows);
}

export async function selectOpinions(reader: Reader, consultationId: number): Promise<Opinion[]> {
	const rows = await tables(reader)
		.selectFrom('consultation_point as o')
		.select([
			'o.id',
			'o.consultation_id as consultationId',
			'o.summary',
			'o.verdict',
			'o.reason',
			'o.revision',
			(eb) =>
				eb
					.selectFrom('consultation_comment as c')
					.select((inner) => inner.fn.countAll<number>().as('n'))
					.whereRef('c.opinion_id', '=', 'o.id')
					.as('comments'),
		])
		.where('o.consultation_id', '=', consultationId)
		.orderBy('o.id')
		.execute();
	return rows.map((row) => ({ ...row, comments: Number(row.comments) }));
}

export async function insertOpinion(
	tx: Tx,
	consultationId: number,
	{ summary, verdict, reason }: Pick<Opinion, 'summary' | 'verdict' | 'reason'>,
): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('consultation_point')
		.values({ consultation_id: consultationId, summary, verdict, reason })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Answers false when somebody else has changed it since `revision`. */
export async function updateOpinion(
	tx: Tx,
	{ id, consultationId, summary, verdict, reason, revision }: Omit<Opinion, 'comments'>,
): Promise<boolean> {
	const { numUpdatedRows } = await tables(tx)
		.updateTable('consultation_point')
		.set({ summary, verdict, reason, revision: revision + 1 })
		.where('id', '=', id)
		.where('consultation_id', '=', consultationId)
		.where('revision', '=', revision)
		.executeTakeFirstOrThrow();
	return numUpdatedRows > 0n;
}

export async function deleteOpinion(tx: Tx, consultationId: number, id: number): Promise<boolean> {
	const { numDeletedRows } = await tables(tx)
		.deleteFrom('consultation_point')
		.where('id', '=', id)
		.where('consultation_id', '=', consultationId)
		.executeTakeFirstOrThrow();
	return numDeletedRows > 0n;
}

/** When comments of these consultations came. */
export async function selectCommentsOf(
	reader: Reader,
	ids: readonly number[],
): Promise<Pick<Comment, 'id' | 'consultationId' | 'receivedAt'>[]> {
	if (ids.length === 0) return [];
	return await tables(reader)
		.selectFrom('consultation_comment')
		.select(['id', 'consultation_id as consultationId', 'received_at as receivedAt'])
		.where('consultation_id', 'in', ids)
		.execute();
}

/** What was made of the comments of these consultations. */
export async function selectOpinionsOf(
	reader: Reader,
	ids: readonly number[],
): Promise<Pick<Opinion, 'id' | 'consultationId' | 'verdict'>[]> {
	if (ids.length === 0) return [];
	return await tables(reader)
		.selectFrom('consultation_point')
		.select(['id', 'consultation_id as consultationId', 'verdict'])
		.where('consultation_id', 'in', ids)
		.execute();
}
