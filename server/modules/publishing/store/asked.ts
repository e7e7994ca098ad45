import type { Reader } from '../../../platform/transaction.ts';
import { BEFORE_SIGNATURE, type CoordinationRequest } from '../rules/coordination.ts';
import type { State } from '../workflow.ts';
import { requestOf, requests } from './coordination.ts';

// What other offices ask of one office. Never the scope of a person: the county sees all documents, and is asked as one office.

/** A request as the office that is asked finds it. */
export interface AskedRequest extends CoordinationRequest {
	askingOfficeId: number;
	state: State;
	currentEdition: number;
	title: string;
}

export type AskedWanted = 'waiting' | 'answered' | 'all';

function asked(reader: Reader, officeId: number) {
	return requests(reader)
		.innerJoin('document', 'document.id', 'request.document_id')
		.innerJoin('document_revision as revision', 'revision.id', 'request.revision_id')
		.select(['document.office_id as askingOfficeId', 'document.state', 'document.edition as currentEdition'])
		.select((eb) => eb.fn<string>('jsonb_extract_path_text', ['revision.content', eb.val('title')]).as('title'))
		.where('request.office_id', '=', officeId)
		.where((eb) => {
			const waits = eb.and([
				eb('outcome.kind', 'is', null),
				eb('document.state', 'in', [...BEFORE_SIGNATURE]),
				eb('document.edition', '=', eb.ref('request.edition')),
			]);
			// Taken back, or left unanswered by a document that went on: no longer its business.
			return eb.or([waits, eb('outcome.kind', 'in', ['confirmed', 'objected'])]);
		});
}

function wanted(reader: Reader, officeId: number, which: AskedWanted) {
	const query = asked(reader, officeId);
	if (which === 'all') return query;
	return query.where('outcome.kind', which === 'waiting' ? 'is' : 'is not', null);
}

/** One request, while it is asked or once it is answered; null for every other office. */
export async function selectAsked(reader: Reader, officeId: number, id: number): Promise<AskedRequest | null> {
	const row = await asked(reader, officeId).where('request.id', '=', id).executeTakeFirst();
	return row ? requestOf(row) : null;
}

/** A page of what an office was asked: what waits first, the earliest day first; then what it answered, the newest first. */
export async function selectAskedPage(
	reader: Reader,
	officeId: number,
	page: { which: AskedWanted; from: number; size: number },
): Promise<{ total: number; rows: AskedRequest[] }> {
	const query = wanted(reader, officeId, page.which);
	const { total } = await query
		.clearSelect()
		.select((eb) => eb.fn.countAll<number>().as('total'))
		.executeTakeFirstOrThrow();
	const rows = await query
		.orderBy((eb) => eb('outcome.kind', 'is not', null))
		.orderBy((eb) => eb.case().when('outcome.kind', 'is', null).then(eb.ref('request.reply_by')).end())
		.orderBy('request.id', 'desc')
		.limit(page.size)
		.offset(page.from)
		.execute();
	return { total, rows: rows.map(requestOf) };
}

/** What waits for the answer of an office. */
export async function selectWaiting(reader: Reader, officeId: number): Promise<AskedRequest[]> {
	const rows = await wanted(reader, officeId, 'waiting').orderBy('request.reply_by').orderBy('request.id').execute();
	return rows.map(requestOf);
}

/** The document a request is about, whoever was asked; for the lock. */
export async function selectAskedDocument(reader: Reader, officeId: number, id: number): Promise<number | null> {
	const row = await requests(reader)
		.where('request.office_id', '=', officeId)
		.where('request.id', '=', id)
		.executeTakeFirst();
	return row?.documentId ?? null;
}
