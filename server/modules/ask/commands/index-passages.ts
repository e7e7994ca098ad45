import { type Segmenter, vectorOf } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { attachedTexts, lockPublicDocument, plainText } from '../../publishing/index.ts';
import type { EntryContent, Passage } from '../model.ts';
import { type Piece, piecesOf } from '../rules/passages.ts';
import { savePassages } from '../store/passages.ts';

/** Pages that show entries or answers from passages. */
export const FAQ_TAG = 'faq';

/** Characters of an attachment that are cut; a longer one is a register, which answers nobody in a passage. */
const MOST_ATTACHED = 60_000;

function wordsOf(segmenter: Segmenter, { title, heading, body }: Pick<Passage, 'title' | 'heading' | 'body'>): string {
	return vectorOf(segmenter, [
		{ text: title, weight: 'A' },
		{ text: heading, weight: 'B' },
		{ text: body, weight: 'D' },
	]);
}

/**
 * Cuts a document as it is public now into passages; nothing to do when it no longer is. `reader` reads inside a transaction: the
 * publication is held, so that a withdrawal comes before or after.
 */
export async function indexDocument(reader: Reader, segmenter: Segmenter, documentId: number): Promise<void> {
	const row = await lockPublicDocument(reader, documentId);
	if (!row) return;
	const { content, officeId, publishedAt } = row;
	const own = piecesOf(content.body, plainText).map((piece) => ({ ...piece, fileName: '' }));
	const attached = (await attachedTexts(reader, documentId, content.attachments)).flatMap(({ fileName, text }) =>
		piecesOf(text.slice(0, MOST_ATTACHED), (lines) => lines).map((piece) => ({ ...piece, fileName })),
	);
	const summary = content.summary && own.length === 0 ? [{ heading: '', body: content.summary, fileName: '' }] : [];
	const pieces: (Piece & { fileName: string })[] = [...own, ...summary, ...attached];
	const passages = pieces.map((piece, position) => ({
		...{ officeId, publishedAt, position, title: content.title, ...piece },
		words: wordsOf(segmenter, { title: content.title, ...piece }),
	}));
	await savePassages(reader, { kind: 'document', id: documentId }, passages);
}

/** The passages of an entry, in the transaction that publishes it. */
export async function indexEntry(
	reader: Reader,
	segmenter: Segmenter,
	entry: { id: number; officeId: number; shown: EntryContent; shownAt: Date },
): Promise<void> {
	const { question, wordings, answer } = entry.shown;
	// The wordings are looked for and not shown: they stand where a heading stands.
	const heading = wordings.join('　');
	const bodies = piecesOf(answer, (lines) => lines).map((piece) =>
		[piece.heading, piece.body].filter(Boolean).join('\n'),
	);
	const passages = bodies.map((body, position) => ({
		...{ officeId: entry.officeId, publishedAt: entry.shownAt, position, title: question, heading, fileName: '', body },
		words: wordsOf(segmenter, { title: question, heading, body }),
	}));
	await savePassages(reader, { kind: 'entry', id: entry.id }, passages);
}
