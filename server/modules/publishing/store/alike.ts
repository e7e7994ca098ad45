import type { Reader } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

/** More of the same are not named one by one. */
const MOST = 3;

/** Other public documents of the office under the same title or number. */
export async function selectAlike(
	reader: Reader,
	given: { id: number; officeId: number; title: string; documentNumber: string },
): Promise<{ documentId: number; title: string }[]> {
	if (given.title === '' && given.documentNumber === '') return [];
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(['document_id as documentId', 'title'])
		.where('office_id', '=', given.officeId)
		.where('document_id', '<>', given.id)
		.where((eb) =>
			eb.or([
				...(given.title ? [eb('title', '=', given.title)] : []),
				...(given.documentNumber ? [eb('document_number', '=', given.documentNumber)] : []),
			]),
		)
		.orderBy('document_id', 'desc')
		.limit(MOST)
		.execute();
}

/** Which of these documents are public now. */
export async function selectPublicIds(reader: Reader, ids: readonly number[]): Promise<Set<number>> {
	if (ids.length === 0) return new Set();
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select('document_id as id')
		.where('document_id', 'in', [...ids])
		.execute();
	return new Set(rows.map(({ id }) => id));
}
