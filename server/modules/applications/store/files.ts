import { noteFile, type StoredFile } from '../../../platform/files.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { lockedTables, personId, tablesOf } from './database.ts';
import type { FileTable } from './tables.ts';

export type FilePurpose = FileTable['purpose'];

export interface CaseFile extends StoredFile {
	id: number;
	purpose: FilePurpose;
	fileName: string;
}

export async function insertFiles(
	tx: Tx,
	applicationId: number,
	purpose: FilePurpose,
	files: readonly (StoredFile & { fileName: string })[],
): Promise<void> {
	for (const file of files) await insertFile(tx, applicationId, purpose, file);
}

/** One paper more; answers its id. */
export async function insertFile(
	tx: Tx,
	applicationId: number,
	purpose: FilePurpose,
	file: StoredFile & { fileName: string },
): Promise<number> {
	await noteFile(tx.sql, file);
	const { id } = await lockedTables(tx)
		.insertInto('application_file')
		.values({
			application_id: applicationId,
			purpose,
			sha256: file.sha256,
			file_name: file.fileName,
			media_type: file.mediaType,
			size: file.size,
			added_by: personId(tx),
			added_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function selectFiles(reader: Reader, applicationId: number): Promise<CaseFile[]> {
	return await tablesOf(reader)
		.selectFrom('application_file')
		.select(['id', 'purpose', 'sha256', 'file_name as fileName', 'media_type as mediaType', 'size'])
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
}

export async function renameFiles(tx: Tx, ids: readonly number[], fileName: string): Promise<void> {
	if (ids.length === 0) return;
	await lockedTables(tx)
		.updateTable('application_file')
		.set({ file_name: fileName })
		.where('id', 'in', [...ids])
		.execute();
}
