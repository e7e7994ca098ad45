import { nameOf } from '../../../kernel/actor.ts';
import type { PageSize } from '../../../platform/redaction/index.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { GroundedBox } from '../rules/redaction.ts';
import { lockedTables, personId, tablesOf } from './database.ts';

/** Work on one paper of a case. */
export interface Redaction {
	id: number;
	applicationId: number;
	fileId: number;
	pages: PageSize[];
	boxes: GroundedBox[];
	revision: number;
	resultFileId: number | null;
	personName: string;
	createdAt: Date;
	releasedBy: string | null;
	releasedAt: Date | null;
}

const COLUMNS = [
	'id',
	'application_id as applicationId',
	'file_id as fileId',
	'pages',
	'boxes',
	'revision',
	'result_file_id as resultFileId',
	'person_name as personName',
	'created_at as createdAt',
	'released_by as releasedBy',
	'released_at as releasedAt',
] as const;

export async function insertRedaction(
	tx: Tx,
	given: { applicationId: number; fileId: number; pages: readonly PageSize[] },
): Promise<number> {
	const { id } = await lockedTables(tx)
		.insertInto('application_redaction')
		.values({
			application_id: given.applicationId,
			file_id: given.fileId,
			pages: JSON.stringify(given.pages),
			person_id: personId(tx),
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Of one case, newest first. The caller has read the case in its scope. */
export async function selectRedactions(reader: Reader, applicationId: number): Promise<Redaction[]> {
	return await tablesOf(reader)
		.selectFrom('application_redaction')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.orderBy('id', 'desc')
		.execute();
}

/** Locked until the command commits. */
export async function lockRedaction(tx: Tx, applicationId: number, id: number): Promise<Redaction | null> {
	const row = await lockedTables(tx)
		.selectFrom('application_redaction')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row ?? null;
}

export async function saveBoxes(tx: Tx, id: number, boxes: readonly GroundedBox[], revision: number): Promise<void> {
	await lockedTables(tx)
		.updateTable('application_redaction')
		.set({ boxes: JSON.stringify(boxes), revision })
		.where('id', '=', id)
		.execute();
}

export async function markReleased(tx: Tx, id: number, resultFileId: number): Promise<void> {
	await lockedTables(tx)
		.updateTable('application_redaction')
		.set({ result_file_id: resultFileId, released_by: nameOf(tx.actor), released_at: tx.now })
		.where('id', '=', id)
		.execute();
}
