import { exactText, gramVector, type Segmenter, vectorOf } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { saveSearchRow, selectForIndex } from '../store/search.ts';

/**
 * Makes the search words of a document as it is public now; nothing to do when it no longer is. `reader` reads inside a
 * transaction: the row is held, so that a withdrawal comes before or after.
 */
export async function indexDocument(reader: Reader, segmenter: Segmenter, documentId: number): Promise<void> {
	const row = await selectForIndex(reader, documentId);
	if (!row) return;
	const { title, documentNumber, indexNumber, summary, content, plain } = row;
	const words = vectorOf(segmenter, [
		{ text: title, weight: 'A' },
		{ text: `${content.keywords.join(' ')} ${content.issuer}`, weight: 'B' },
		{ text: summary, weight: 'C' },
		{ text: plain, weight: 'D' },
	]);
	const exact = exactText([title, documentNumber, indexNumber]);
	await saveSearchRow(reader, { documentId, revisionId: row.revisionId, words, grams: gramVector(exact), exact });
}
