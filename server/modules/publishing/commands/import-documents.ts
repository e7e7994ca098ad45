import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Prepared } from '../import/prepare.ts';
import type { ImportRecord } from '../import/record.ts';
import { words as sentence } from '../messages.zh.ts';
import type { DocumentContent, Publication } from '../model.ts';
import { revisionText } from '../rules/revision.ts';
import {
	type ImportedRevision,
	insertImported,
	insertImportedDrafts,
	insertImportedFiles,
	insertImportedHistory,
	insertImportedRevisions,
	insertImportedValidities,
	insertOldAddresses,
	lockSource,
	selectImported,
	selectTakenNumbers,
} from '../store/imports.ts';
import { insertPublications } from '../store/publications.ts';
import { saveSearchRows } from '../store/search.ts';
import { saveSearchWords } from '../store/search-words.ts';
import { searchLetters, withMarks } from './index-document.ts';
import { giveIndexNumber, pagesBeside } from './release.ts';

/** What became of one record. */
export interface Imported {
	place: string;
	title: string;
	/** known: taken in before; nothing was done. */
	became: 'published' | 'draft' | 'known';
	/** Sentences for whoever reads the result. */
	notes: string[];
}

/** A document on its way in. */
interface Coming extends Prepared {
	source: string;
	indexNumber: string | null;
	content: DocumentContent;
}

/**
 * Takes in documents that another system has published, as one transaction with their search words. They keep their day of
 * publication and their index number, and lead here from their old address. What the gate held back comes in as a draft.
 * A record taken in before is left alone: a broken import is gone on with by starting it again.
 *
 * `name` tells one source from another.
 */
export async function importDocuments(tx: Tx, name: string, records: readonly Prepared[]): Promise<Imported[]> {
	await lockSource(tx, name);
	const coming = await numbered(tx, name, await freshOf(tx, name, records));
	const ids = await insertImported(
		tx,
		coming.map(({ placed, source, indexNumber, held, record }) => ({
			officeId: placed.office.id,
			state: held.length > 0 ? 'draft' : 'published',
			source,
			indexNumber,
			publishedAt: held.length > 0 ? null : record.publishedAt,
		})),
	);
	const placed = await withFiles(
		tx,
		coming.map((one, at) => ({ ...one, documentId: ids[at] as number })),
	);
	await insertImportedDrafts(tx, placed);
	const open = placed.filter(({ held }) => held.length === 0);
	await publish(tx, name, open);
	if (open.length > 0) await tx.emit('documents.imported', { documentIds: open.map(({ documentId }) => documentId) });
	await insertOldAddresses(
		tx,
		placed.flatMap(({ documentId, record }) => addressOf(record.url).map((one) => ({ ...one, documentId }))),
	);
	tx.about({ type: 'document', summary: `导入「${name}」：${placed.length}条`, data: { name, count: placed.length } });
	if (placed.length > 0) tx.invalidate('documents', ...placed.flatMap(tagsOf), ...(await pagesBeside(tx, ids)));
	const done = new Map(placed.map((one) => [one.record, one]));
	return records.map(({ record }) => toldOf(record, done.get(record)));
}

/** Of these records those the source has not brought before, each once. */
export async function freshOf<One extends Prepared>(
	reader: Reader,
	name: string,
	records: readonly One[],
): Promise<One[]> {
	const known = await selectImported(
		reader,
		records.map((one) => sourceOf(name, one)),
	);
	return firstOfEach(
		name,
		records.filter((one) => !known.has(sourceOf(name, one))),
	);
}

function tagsOf({ placed, content }: Placed): string[] {
	return [`office:${placed.office.id}`, `column:${content.columnId}`];
}

function toldOf({ place, title }: ImportRecord, made: Placed | undefined): Imported {
	if (!made) return { place, title, became: 'known', notes: [] };
	return { place, title, became: made.held.length > 0 ? 'draft' : 'published', notes: [...made.held, ...made.notes] };
}

function sourceOf(name: string, { record }: Prepared): string {
	return `import:${name}:${record.key}`;
}

/** A source may name one document twice. */
function firstOfEach<One extends Prepared>(name: string, records: readonly One[]): One[] {
	const seen = new Set<string>();
	return records.filter((one) => {
		const source = sourceOf(name, one);
		if (seen.has(source)) return false;
		seen.add(source);
		return true;
	});
}

/** Each with the index number it had; with a new one of the county's pattern when it had none, or somebody else has it. */
async function numbered(tx: Tx, name: string, records: readonly Prepared[]): Promise<Coming[]> {
	const wanted = records.map(({ record }) => record.indexNumber).filter(Boolean);
	const taken = await selectTakenNumbers(tx, wanted);
	const coming: Coming[] = [];
	for (const one of records) {
		const { indexNumber: own } = one.record;
		const isHeld = one.held.length > 0;
		const isFree = own !== '' && !taken.has(own);
		if (isFree) taken.add(own);
		const notes = own !== '' && !isFree ? [...one.notes, sentence('import.number', own)] : one.notes;
		const indexNumber = isFree ? own : isHeld ? null : await giveIndexNumber(tx, one.placed.office.id);
		coming.push({ ...one, notes, source: sourceOf(name, one), indexNumber });
	}
	return coming;
}

/** Attachments get their ids, and the pictures in a text theirs. */
async function withFiles<T extends Coming & { documentId: number }>(tx: Tx, documents: readonly T[]): Promise<T[]> {
	const ids = await insertImportedFiles(
		tx,
		documents.flatMap(({ documentId, files }) => files.map((file) => ({ ...file, documentId }))),
	);
	let at = 0;
	return documents.map((one) => {
		const own = ids.slice(at, at + one.files.length);
		at += one.files.length;
		if (own.length === 0) return one;
		const body = one.content.body.replace(
			/ src="attachment:(\d+)"/g,
			(_all, place) => ` src="attachment:${own[Number(place) - 1]}"`,
		);
		return { ...one, content: { ...one.content, body, attachments: own.slice(0, one.listed) } };
	});
}

type Placed = Coming & { documentId: number };

async function publish(tx: Tx, name: string, documents: readonly Placed[]): Promise<void> {
	const revisions: ImportedRevision[] = documents.map(({ documentId, content }) => ({
		documentId,
		content,
		...revisionText(content),
	}));
	const ids = await insertImportedRevisions(tx, revisions);
	const shown = documents.map((one) => ({ ...one, revisionId: ids.get(one.documentId) as number }));
	await insertPublications(tx, shown.map(publicationOf));
	await insertImportedHistory(
		tx,
		shown.map(({ documentId, revisionId, record }) => ({
			documentId,
			revisionId,
			data: { imported: name, ...(record.url ? { url: record.url } : {}) },
		})),
	);
	await insertImportedValidities(
		tx,
		shown.flatMap((one) => validityOf(tx, name, one)),
	);
	await saveSearchRows(
		tx,
		shown.map((one) => {
			const publication = publicationOf(one);
			const { documentId, revisionId, publishedAt, indexNumber } = publication;
			const letters = searchLetters(one.content, indexNumber);
			const found = withMarks({ words: one.words, ...letters }, publication, validityOf(tx, name, one));
			return { documentId, revisionId, publishedAt, ...found };
		}),
	);
	await saveSearchWords(
		tx,
		shown.flatMap(({ spoken }) => spoken),
	);
}

function publicationOf({
	documentId,
	revisionId,
	placed,
	content,
	indexNumber,
	record,
}: Placed & { revisionId: number }): Publication {
	return {
		documentId,
		revisionId,
		edition: 1,
		officeId: placed.office.id,
		columnId: placed.column.id,
		columnSlug: placed.column.slug,
		type: content.type,
		code: content.code,
		title: content.title,
		documentNumber: content.documentNumber,
		indexNumber: indexNumber ?? '',
		summary: content.summary,
		formedOn: record.formedOn,
		expiresOn: content.expiresOn,
		publishedAt: record.publishedAt,
		editionAt: record.publishedAt,
		interprets: null,
	};
}

/** A source that says «repealed» and not since when is believed from today on, and the basis says so. */
function validityOf(tx: Tx, name: string, { documentId, record }: Placed) {
	if (!record.validity) return [];
	const { state, on } = record.validity;
	return [
		{
			documentId,
			validity: state,
			onDay: on ?? tx.today,
			basis: sentence(on ? 'import.basisOn' : 'import.basis', name),
		},
	];
}

/** Host and path of an old address; none when it is neither. */
export function addressOf(url: string): { host: string; path: string }[] {
	if (url === '') return [];
	const parsed = URL.canParse(url) ? new URL(url) : null;
	if (parsed)
		return /^https?:$/.test(parsed.protocol) ? [{ host: parsed.host, path: parsed.pathname + parsed.search }] : [];
	return url.startsWith('/') && !url.startsWith('//') ? [{ host: '', path: url }] : [];
}
