import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Registration } from '../rules/registration.ts';
import { personOf } from './history.ts';
import type { Tables } from './tables.ts';

// Under which number a normative document was registered. The document has been read, or locked, in scope.

export async function selectRegistration(reader: Reader, documentId: number): Promise<Registration | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('document_registration')
		.select(['kind', 'number', 'reason'])
		.where('document_id', '=', documentId)
		.executeTakeFirst();
	return row ?? null;
}

/** How each of these documents was registered; one that was not is left out. */
export async function selectRegistrations(
	reader: Reader,
	documentIds: readonly number[],
): Promise<Map<number, Registration & { at: Date; personId: number | null }>> {
	if (documentIds.length === 0) return new Map();
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('document_registration')
		.select(['document_id as documentId', 'kind', 'number', 'reason', 'at', 'person_id as personId'])
		.where('document_id', 'in', documentIds)
		.execute();
	return new Map(rows.map(({ documentId, ...row }) => [documentId, row]));
}

export async function insertRegistration(tx: Tx, documentId: number, registration: Registration): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.insertInto('document_registration')
		.values({ document_id: documentId, ...registration, at: tx.now, person_id: personOf(tx) })
		.execute();
}

/** Whether a document is public under this 文号, or has it in the register: it is given to none again. */
export async function selectNumberTaken(reader: Reader, number: string): Promise<boolean> {
	const db = reader.sql.withTables<Tables>();
	const registered = await db
		.selectFrom('document_registration')
		.select('document_id')
		.where('number', '=', number)
		.executeTakeFirst();
	if (registered) return true;
	const shown = await db
		.selectFrom('publication')
		.select('document_id')
		.where('document_number', '=', number)
		.executeTakeFirst();
	return shown !== undefined;
}
