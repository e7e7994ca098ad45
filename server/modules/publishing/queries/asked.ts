import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import type { Attachment, DocumentContent } from '../model.ts';
import { isOverdue } from '../rules/coordination.ts';
import { type AskedRequest, type AskedWanted, selectAsked, selectAskedPage } from '../store/asked.ts';
import { selectRevision } from '../store/history.ts';
import { publicFilesOf } from './public.ts';

/** A request as the office that is asked sees it: nothing of the asking office but its name, its question and the snapshot. */
export interface AskedLine extends AskedRequest {
	askingName: string;
	overdue: boolean;
}

/** The office somebody acts in, which alone is asked; the county sees every document and answers for none. */
export function askedOfficeOf({ actor }: Reader): number {
	if (actor.kind !== 'person') throw new AppError('forbidden');
	return actor.officeId;
}

export const ASKED_PAGE = 20;

/** A page of what the office was asked to confirm. */
export async function askedOf(
	reader: Reader,
	{ which, page }: { which: AskedWanted; page: number },
): Promise<{ total: number; rows: AskedLine[] }> {
	const from = (page - 1) * ASKED_PAGE;
	const { total, rows } = await selectAskedPage(reader, askedOfficeOf(reader), { which, from, size: ASKED_PAGE });
	return { total, rows: await Promise.all(rows.map((row) => lineOf(reader, row))) };
}

export interface AskedText {
	request: AskedLine;
	/** The snapshot that was asked about, whatever became of the document since. */
	content: DocumentContent;
	/** Files the snapshot shows. */
	files: Attachment[];
}

/** One request with the text it is about. @throws AppError `notFound` for whoever was not asked, and once it is taken back */
export async function askedText(reader: Reader, id: number): Promise<AskedText> {
	const request = await selectAsked(reader, askedOfficeOf(reader), id);
	const revision = request && (await selectRevision(reader, request.documentId, request.revisionId));
	if (!request || !revision) throw new AppError('notFound');
	const { content } = revision;
	const files = await publicFilesOf(reader, { documentId: request.documentId, content });
	return { request: await lineOf(reader, request), content, files };
}

async function lineOf(reader: Reader, row: AskedRequest): Promise<AskedLine> {
	const asking = await officeById(reader, row.askingOfficeId);
	return { ...row, askingName: asking?.name ?? '', overdue: isOverdue(row, reader.today) };
}
