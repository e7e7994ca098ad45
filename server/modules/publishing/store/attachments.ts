import { prepared } from '../../../platform/prepared.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Attachment } from '../model.ts';
import { personOf } from './history.ts';
import type { Tables } from './tables.ts';

const COLUMNS = [
	'attachment.id',
	'attachment.document_id as documentId',
	'attachment.sha256',
	'attachment.file_name as fileName',
	'attachment.media_type as mediaType',
	'attachment.size',
	'attachment.added_at as addedAt',
	'attachment.masked_from as maskedFrom',
] as const;

export async function insertAttachment(
	tx: Tx,
	file: Pick<Attachment, 'documentId' | 'sha256' | 'fileName' | 'mediaType' | 'size'> & { maskedFrom?: number },
): Promise<number> {
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('attachment')
		.values({
			document_id: file.documentId,
			sha256: file.sha256,
			file_name: file.fileName,
			media_type: file.mediaType,
			size: file.size,
			added_at: tx.now,
			added_by: personOf(tx),
			masked_from: file.maskedFrom ?? null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

const attachmentsOf = prepared((sql, { documentId }: { documentId: number }) =>
	sql.withTables<Tables>().selectFrom('attachment').select(COLUMNS).where('document_id', '=', documentId).orderBy('id'),
);

/** All files ever added to a document that has been read in scope; a content names those it shows. */
export async function selectAttachments(reader: Reader, documentId: number): Promise<Attachment[]> {
	return await attachmentsOf(reader.sql, { documentId });
}

/** The same of many documents at once. */
export async function selectAttachmentsOf(reader: Reader, documentIds: readonly number[]): Promise<Attachment[]> {
	if (documentIds.length === 0) return [];
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('attachment')
		.select(COLUMNS)
		.where('document_id', 'in', documentIds)
		.orderBy('id')
		.execute();
}

/** A file of a document that is public now, with the content that must name it. */
export async function selectPublicAttachment(
	reader: Reader,
	documentId: number,
	id: number,
): Promise<{ file: Attachment; listed: number[]; body: string } | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('attachment')
		.innerJoin('publication', 'publication.document_id', 'attachment.document_id')
		.innerJoin('document_revision', 'document_revision.id', 'publication.revision_id')
		.select(COLUMNS)
		.select('document_revision.content')
		.where('attachment.document_id', '=', documentId)
		.where('attachment.id', '=', id)
		.executeTakeFirst();
	if (!row) return null;
	const { content, ...file } = row;
	return { file, listed: content.attachments, body: content.body };
}
