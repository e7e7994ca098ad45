import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { newestDocuments, publicDocumentsOf, searchDocuments } from '../../publishing/index.ts';

const MOST = 50;

/** Public documents to choose from for an issue or a handbook: the newest, or those that answer a question. */
export async function candidates(reader: Reader, { q, officeId }: { q: string; officeId?: number | undefined }) {
	const rows = await found(reader, q, officeId);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	return rows.map(({ documentId, title, documentNumber, officeId: owner, publishedAt }) => ({
		...{ documentId, title, documentNumber },
		officeName: offices.get(owner) ?? '',
		day: civilDay(publishedAt),
	}));
}

async function found(reader: Reader, q: string, officeId: number | undefined) {
	if (q !== '') {
		const answer = await searchDocuments(reader, { text: q, officeId, order: 'relevance', page: 1 });
		if (answer.asked) return answer.rows;
	}
	return officeId === undefined
		? await newestDocuments(reader, {}, MOST)
		: await publicDocumentsOf(reader, officeId, {}, { limit: MOST });
}
