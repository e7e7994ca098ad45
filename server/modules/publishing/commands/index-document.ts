import {
	exactText,
	gramVector,
	initialGrams,
	quoteLexeme,
	type Segmenter,
	spokenWords,
	vectorOf,
} from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { DocumentContent } from '../model.ts';
import { type Marked, marksOf } from '../rules/search-marks.ts';
import { standingsOf, type ValidityMark } from '../rules/validity.ts';
import { selectAttachments } from '../store/attachments.ts';
import { selectFileTexts } from '../store/file-texts.ts';
import { selectValidities } from '../store/history.ts';
import { type SearchRow, saveSearchRows, selectForIndex } from '../store/search.ts';
import { saveSearchWords } from '../store/search-words.ts';

/** Characters of attachments that are indexed; the words of a long list repeat themselves. */
const MOST_ATTACHED = 200_000;

/** What stands in the files of a public document, as far as they were read, in their order. */
export async function attachedTexts(
	reader: Reader,
	documentId: number,
	ids: readonly number[],
): Promise<{ fileName: string; text: string }[]> {
	const shown = (await selectAttachments(reader, documentId)).filter(({ id }) => ids.includes(id));
	const texts = await selectFileTexts(
		reader,
		shown.map(({ sha256 }) => sha256),
	);
	return shown.flatMap(({ sha256, fileName }) => {
		const text = texts.get(sha256)?.text;
		return text ? [{ fileName, text }] : [];
	});
}

/**
 * Makes the search words of a document as it is public now; nothing to do when it no longer is. `reader` reads inside a
 * transaction: the row is held, so that a withdrawal comes before or after.
 */
export async function indexDocument(reader: Reader, segmenter: Segmenter, documentId: number): Promise<void> {
	const row = await selectForIndex(reader, documentId);
	if (!row) return;
	const { revisionId, publishedAt, indexNumber, content, plain } = row;
	const attached = (await attachedTexts(reader, documentId, content.attachments)).map(({ text }) => text).join('\n');
	const words = searchWords(segmenter, content, plain, attached);
	const validities = (await selectValidities(reader, [documentId])).get(documentId) ?? [];
	const found = withMarks({ words, ...searchLetters(content, indexNumber) }, row, validities);
	await saveSearchRows(reader, [{ documentId, revisionId, publishedAt, ...found }]);
	await saveSearchWords(reader, spokenWords(segmenter, content.title));
}

/** What a public document is found by, with its marks and the days on which its validity changes. */
export function withMarks<Found extends Pick<SearchRow, 'words' | 'grams'>>(
	found: Found,
	row: Omit<Marked, 'isDated'> & { expiresOn: string | null },
	validities: readonly ValidityMark[],
): Found & Pick<SearchRow, 'standings'> {
	const standings = standingsOf(validities, row.expiresOn);
	const marks = marksOf({ ...row, isDated: standings.length > 0 })
		.map(quoteLexeme)
		.join(' ');
	return { ...found, words: `${found.words} ${marks}`, grams: `${found.grams} ${marks}`, standings };
}

/** The words a document is found by, weighed by where they stand; `attached` is the text of its files. */
export function searchWords(segmenter: Segmenter, content: DocumentContent, plain: string, attached: string): string {
	return vectorOf(segmenter, [
		{ text: content.title, weight: 'A' },
		{ text: `${content.keywords.join(' ')} ${content.issuer}`, weight: 'B' },
		{ text: content.summary, weight: 'C' },
		{ text: plain, weight: 'D' },
		{ text: attached.slice(0, MOST_ATTACHED), weight: 'D' },
	]);
}

/** Title and numbers letter by letter, by which any piece of them is found, and the initials of the title. */
export function searchLetters(
	{ title, documentNumber }: DocumentContent,
	indexNumber: string,
): Pick<SearchRow, 'grams' | 'exact'> {
	const exact = exactText([title, documentNumber, indexNumber]);
	return { grams: `${gramVector(exact)} ${initialGrams(title)}`, exact };
}
