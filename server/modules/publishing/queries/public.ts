import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import type { Attachment, DocumentContent, Publication } from '../model.ts';
import { imagesOf } from '../rules/body.ts';
import { stockOf } from '../rules/stock.ts';
import { type ListedOut, type ValidityMark, validityOn } from '../rules/validity.ts';
import { selectAttachments } from '../store/attachments.ts';
import { selectPublicationsByIds } from '../store/by-ids.ts';
import { selectValidities } from '../store/history.ts';
import { selectInterpretations } from '../store/interpretations.ts';
import {
	countPublications,
	type PublicFilter,
	selectPublication,
	selectPublications,
	selectPublicEdition,
	selectWithdrawn,
} from '../store/publications.ts';
import { selectListedOut } from '../store/validity-lists.ts';
import type { Validity } from '../types.ts';

/** A document as everybody may read it. */
export interface PublicDocument extends Publication {
	content: DocumentContent;
	/** Files it shows, in order. */
	attachments: Attachment[];
	/** Validity today. */
	validity: Validity;
	validityMarks: ValidityMark[];
	/** The newest 继续有效目录 that leaves it out; null when none does. */
	listedOut: ListedOut | null;
	/** Public interpretations of it, and what it interprets itself while that is public. */
	interpretations: Publication[];
	interpreted: Publication | null;
}

/** What is public of a document before anything that hangs on it is read. */
export type PublicEdition = Publication & { content: DocumentContent };

/** A public document; null when it is not (or no longer) public. */
export async function documentById(reader: Reader, documentId: number): Promise<PublicDocument | null> {
	const edition = await selectPublicEdition(reader, documentId);
	return edition && (await withAllOf(reader, edition));
}

/** An edition with what its page shows beside it. Asked all at once: on a shared connection the answers come together. */
export async function withAllOf(reader: Reader, edition: PublicEdition): Promise<PublicDocument> {
	const { documentId, content, type, expiresOn, interprets } = edition;
	const [attachments, marks, listedOut, interpretations, interpreted] = await Promise.all([
		filesListed(reader, documentId, content),
		selectValidities(reader, [documentId]),
		type === 'normative' ? selectListedOut(reader, [documentId]) : null,
		selectInterpretations(reader, documentId),
		interprets === null ? null : selectPublication(reader, interprets),
	]);
	const validityMarks = marks.get(documentId) ?? [];
	return {
		...edition,
		attachments,
		validity: validityOn(validityMarks, expiresOn, reader.today),
		validityMarks,
		listedOut: listedOut?.get(documentId) ?? null,
		interpretations,
		interpreted,
	};
}

async function filesListed(
	reader: Reader,
	documentId: number,
	{ attachments }: DocumentContent,
): Promise<Attachment[]> {
	if (attachments.length === 0) return [];
	const files = new Map((await selectAttachments(reader, documentId)).map((file) => [file.id, file]));
	return attachments.flatMap((id) => files.get(id) ?? []);
}

/** Which of these documents stand on the portal now, and in which edition. */
export async function publicationsOf(
	reader: Reader,
	documentIds: readonly number[],
): Promise<Map<number, Publication>> {
	const rows = await selectPublicationsByIds(reader, documentIds);
	return new Map(rows.map((row) => [row.documentId, row]));
}

/** The files an edition shows, of a public document or of one somebody is asked about: those it lists, and the pictures of its body. */
export async function publicFilesOf(
	reader: Reader,
	{ documentId, content }: Pick<PublicDocument, 'documentId' | 'content'>,
): Promise<Attachment[]> {
	const shown = new Set([...content.attachments, ...imagesOf(content.body)]);
	return (await selectAttachments(reader, documentId)).filter(({ id }) => shown.has(id));
}

/** Whether a document stands on the portal now. */
export async function isPublic(reader: Reader, documentId: number): Promise<boolean> {
	return (await selectPublication(reader, documentId)) !== null;
}

/** What is left at the address of a withdrawn document: office, day, reason. Null when it never was public, or is now. */
export async function withdrawnDocument(
	reader: Reader,
	documentId: number,
): Promise<{ officeId: number; day: string; reason: string } | null> {
	if (await selectPublication(reader, documentId)) return null;
	const row = await selectWithdrawn(reader, documentId);
	return row && { officeId: row.officeId, day: civilDay(row.withdrawnAt), reason: row.reason };
}

/** An office and those merged into it, directly or through another: their documents stand on its pages. */
export async function officeFamily(reader: Reader, officeId: number): Promise<number[]> {
	const offices = await listOffices(reader, { merged: true });
	const family = [officeId];
	for (const id of family) {
		for (const { id: other, mergedInto } of offices)
			if (mergedInto === id && !family.includes(other)) family.push(other);
	}
	return family;
}

/** Public documents of an office and those merged into it, newest first. */
export async function publicDocumentsOf(
	reader: Reader,
	officeId: number,
	filter: Omit<PublicFilter, 'officeIds'> = {},
	page: { limit: number; offset?: number } = { limit: 1000 },
): Promise<Publication[]> {
	return await selectPublications(reader, { ...filter, officeIds: await officeFamily(reader, officeId) }, page);
}

/** The newest public documents of the county. */
export async function newestDocuments(
	reader: Reader,
	filter: Pick<PublicFilter, 'columnSlug'>,
	limit: number,
): Promise<Publication[]> {
	return await selectPublications(reader, filter, { limit });
}

/** Documents an office first made public in a year and that still are, with their ids: the figure opens to its records. */
export async function publishedCount(
	reader: Reader,
	officeId: number,
	year: number,
): Promise<{ count: number; ids: number[] }> {
	const filter = { officeIds: [officeId], year };
	const limit = await countPublications(reader, filter);
	const ids = (await selectPublications(reader, filter, { limit })).map(({ documentId }) => documentId);
	return { count: ids.length, ids };
}

/** A figure and the documents behind it. */
export interface CountedDocuments {
	count: number;
	ids: number[];
}

/**
 * 行政规范性文件 of one office for table 2: 制发 = made in the year, 现行有效 = in force on 31 December, 废止 = no longer so
 * though in force a year before or made since (废止、失效, by declaration or by passing of its term). Only what is public counts;
 * the stock of a year is that of the year before, plus what was made, less what ended.
 */
export async function normativeCounts(
	reader: Reader,
	officeId: number,
	year: number,
): Promise<Record<'made' | 'repealed' | 'valid', CountedDocuments>> {
	const filter = { officeIds: [officeId], type: 'normative' as const };
	const rows = await selectPublications(reader, filter, { limit: await countPublications(reader, filter) });
	const marks = await selectValidities(
		reader,
		rows.map(({ documentId }) => documentId),
	);
	const { made, repealed, valid } = stockOf(
		rows.map((row) => ({ ...row, marks: marks.get(row.documentId) ?? [] })),
		year,
	);
	return { made: counted(made), repealed: counted(repealed), valid: counted(valid) };
}

function counted(rows: readonly Pick<Publication, 'documentId'>[]): CountedDocuments {
	return { count: rows.length, ids: rows.map(({ documentId }) => documentId) };
}
