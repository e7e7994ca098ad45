import { AppError } from '../../../kernel/errors.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { columnById } from '../../catalog/index.ts';
import { countySettings, type Office, officeById } from '../../offices/index.ts';
import { say } from '../messages.zh.ts';
import type { Document, Revision } from '../model.ts';
import { indexNumber, indexPrefix, needsCode } from '../rules/index-number.ts';
import { selectShownBeside } from '../store/beside.ts';
import { updateDocument } from '../store/documents.ts';
import { selectInterpretations } from '../store/interpretations.ts';
import { indexNumberTaken, nextSerial, selectPublication, upsertPublication } from '../store/publications.ts';

/** Longest search for a free number after a change of pattern. */
const MOST_TRIES = 1000;

/**
 * Gives a document its index number by the county's pattern. Counted in this transaction: a rollback leaves no gap, and a
 * number once given stays with its document for ever.
 */
export async function giveIndexNumber(tx: Tx, officeId: number): Promise<string> {
	const office = await requireOffice(tx, officeId);
	const { pattern } = (await countySettings(tx)).indexNumber;
	if (needsCode(pattern) && office.code === '') throw new AppError('invalid', { issues: [say('index.code')] });
	const prefix = indexPrefix(pattern, { code: office.code, area: office.areaCode, day: tx.today });
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const number = indexNumber(prefix, await nextSerial(tx, prefix));
		if (number === null) break;
		if (!(await indexNumberTaken(tx, number))) return number;
	}
	throw new AppError('invalid', { issues: [say('index.full')] });
}

async function requireOffice(tx: Tx, officeId: number): Promise<Office> {
	const office = await officeById(tx, officeId);
	if (!office) throw new AppError('internal', { detail: `office ${officeId} is not there` });
	return office;
}

/** Tags of the pages that show a document. */
export function pagesOf(document: Pick<Document, 'id' | 'officeId'>, columnId: number): string[] {
	return [`document:${document.id}`, `office:${document.officeId}`, `column:${columnId}`, 'documents'];
}

/** Tag of the page of a document, where there is one. */
export function pageOf(documentId: number | null): string[] {
	return documentId === null ? [] : [`document:${documentId}`];
}

/** Tags of the pages of those before and after public documents in their columns, which name them. */
export async function pagesBeside(reader: Reader, ids: readonly number[]): Promise<string[]> {
	return (await selectShownBeside(reader, ids)).flatMap(pageOf);
}

/**
 * Puts a snapshot on the portal. The document is locked, its move to `published` made, its index number given.
 * Idempotent for the same snapshot.
 */
export async function release(tx: Tx, document: Document, revision: Revision): Promise<void> {
	const { content } = revision;
	const column = await columnById(tx, content.columnId);
	if (!column || document.indexNumber === null || content.formedOn === null)
		throw new AppError('internal', { detail: `document ${document.id} is not ready to be released` });
	const publishedAt = document.firstPublishedAt ?? tx.now;
	const interprets = content.type === 'interpretation' ? (content.interprets ?? null) : null;
	// The page of what was explained until now, and of what is from now on.
	const before = await selectPublication(tx, document.id);
	tx.invalidate(...(await pagesBeside(tx, [document.id])));
	await upsertPublication(tx, {
		documentId: document.id,
		revisionId: revision.id,
		edition: document.edition,
		officeId: document.officeId,
		columnId: column.id,
		columnSlug: column.slug,
		type: content.type,
		code: content.code || column.code,
		title: content.title,
		documentNumber: content.documentNumber,
		indexNumber: document.indexNumber,
		summary: content.summary,
		formedOn: content.formedOn,
		expiresOn: content.expiresOn,
		publishedAt,
		editionAt: tx.now,
		interprets,
	});
	await updateDocument(tx, document.id, { firstPublishedAt: publishedAt, withdrawnAt: null, withdrawReason: '' });
	const kind = document.live ? 'document.changed' : 'document.published';
	await tx.emit(kind, { documentId: document.id, officeId: document.officeId });
	tx.invalidate(...pagesOf(document, column.id), ...(await pagesBeside(tx, [document.id])));
	tx.invalidate(...(await selectInterpretations(tx, document.id)).flatMap((one) => pageOf(one.documentId)));
	tx.invalidate(...pageOf(before?.interprets ?? null), ...pageOf(interprets));
}
