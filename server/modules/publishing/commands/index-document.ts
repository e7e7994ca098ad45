import { exactText, gramVector, type Segmenter, vectorOf } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { selectAttachments } from '../store/attachments.ts';
import { selectFileTexts } from '../store/file-texts.ts';
import { saveSearchRow, selectForIndex } from '../store/search.ts';

/** Characters of attachments that are indexed; the words of a long list repeat themselves. */
const MOST_ATTACHED = 200_000;

async function attachedText(reader: Reader, documentId: number, ids: readonly number[]): Promise<string> {
	const shown = (await selectAttachments(reader, documentId)).filter(({ id }) => ids.includes(id));
	const texts = await selectFileTexts(
		reader,
		shown.map(({ sha256 }) => sha256),
	);
	return [...texts.values()].map(({ text }) => text).join('\n');
}

/**
 * Makes the search words of a document as it is public now; nothing to do when it no longer is. `reader` reads inside a
 * transaction: the row is held, so that a withdrawal comes before or after.
 */
export async function indexDocument(reader: Reader, segmenter: Segmenter, documentId: number): Promise<void> {
	const row = await selectForIndex(reader, documentId);
	if (!row) return;
	const { title, documentNumber, indexNumber, summary, content, plain } = row;
	const attached = await attachedText(reader, documentId, content.attachments);
	const words = vectorOf(segmenter, [
		{ text: title, weight: 'A' },
		{ text: `${content.keywords.join(' ')} ${content.issuer}`, weight: 'B' },
		{ text: summary, weight: 'C' },
		{ text: plain, weight: 'D' },
		{ text: attached.slice(0, MOST_ATTACHED), weight: 'D' },
	]);
	const exact = exactText([title, documentNumber, indexNumber]);
	await saveSearchRow(reader, { documentId, revisionId: row.revisionId, words, grams: gramVector(exact), exact });
}
