import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Document } from '../model.ts';
import {
	BEFORE_SIGNATURE,
	type CoordinationRecord,
	type CoordinationRequest,
	type OutcomeKind,
} from '../rules/coordination.ts';
import { personOf } from './history.ts';
import type { Tables } from './tables.ts';

// What only grows. The document it belongs to has been read, or locked, in scope.

/** A record as it was made. */
export interface KeptRecord extends CoordinationRecord {
	at: Date;
	personName: string;
}

/** Everything that was said of a document, oldest first. */
export async function selectRecords(reader: Reader, documentId: number): Promise<KeptRecord[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('document_coordination')
		.select(['id', 'edition', 'involves_others as involvesOthers', 'needs_approval as needsApproval', 'authority'])
		.select(['approved_on as approvedOn', 'approval_number as approvalNumber', 'at', 'person_name as personName'])
		.where('document_id', '=', documentId)
		.orderBy('id')
		.execute();
}

export async function insertRecord(
	tx: Tx,
	{ id, edition }: Pick<Document, 'id' | 'edition'>,
	record: Omit<CoordinationRecord, 'id' | 'edition'>,
): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.insertInto('document_coordination')
		.values({
			document_id: id,
			edition,
			involves_others: record.involvesOthers,
			needs_approval: record.needsApproval,
			authority: record.authority,
			approved_on: record.approvedOn,
			approval_number: record.approvalNumber,
			...signed(tx),
		})
		.execute();
}

/** Every request about a document, oldest first. */
export async function selectRequests(reader: Reader, documentId: number): Promise<CoordinationRequest[]> {
	const rows = await requests(reader).where('request.document_id', '=', documentId).orderBy('request.id').execute();
	return rows.map(requestOf);
}

/** Every request about the documents of an office that are not signed yet, with the title each has now, oldest first. */
export async function selectRequestsOfOffice(
	reader: Reader,
	officeId: number,
): Promise<(CoordinationRequest & { title: string; currentEdition: number })[]> {
	const rows = await requests(reader)
		.innerJoin('document', 'document.id', 'request.document_id')
		.innerJoin('document_draft as draft', 'draft.document_id', 'document.id')
		.select(['draft.title', 'document.edition as currentEdition'])
		.where('document.office_id', '=', officeId)
		.where('document.state', 'in', [...BEFORE_SIGNATURE])
		.orderBy('request.id')
		.execute();
	return rows.map(requestOf);
}

/** @returns its id */
export async function insertRequest(
	tx: Tx,
	document: Pick<Document, 'id' | 'edition'>,
	request: Pick<CoordinationRequest, 'revisionId' | 'textHash' | 'officeId' | 'name' | 'question' | 'replyBy'>,
): Promise<number> {
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('coordination_request')
		.values({
			document_id: document.id,
			edition: document.edition,
			revision_id: request.revisionId,
			text_hash: request.textHash,
			office_id: request.officeId,
			name: request.name,
			question: request.question,
			reply_by: request.replyBy,
			...signed(tx),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Ends a request of a locked document. */
export async function insertOutcome(
	tx: Tx,
	requestId: number,
	outcome: { kind: OutcomeKind; words: string; onDay?: string; reference?: string },
): Promise<void> {
	const { kind, words, onDay = tx.today, reference = '' } = outcome;
	await tx.sql
		.withTables<Tables>()
		.insertInto('coordination_outcome')
		.values({ request_id: requestId, kind, words, on_day: onDay, reference, ...signed(tx) })
		.execute();
}

function signed(tx: Tx) {
	return { at: tx.now, person_id: personOf(tx), person_name: nameOf(tx.actor) };
}

export function requests(reader: Reader) {
	return reader.sql
		.withTables<Tables>()
		.selectFrom('coordination_request as request')
		.leftJoin('coordination_outcome as outcome', 'outcome.request_id', 'request.id')
		.select(['request.id', 'request.document_id as documentId', 'request.edition', 'request.name'])
		.select(['request.revision_id as revisionId', 'request.text_hash as textHash', 'request.office_id as officeId'])
		.select(['request.question', 'request.reply_by as replyBy', 'request.at', 'request.person_name as personName'])
		.select(['outcome.kind', 'outcome.words', 'outcome.on_day as onDay', 'outcome.reference'])
		.select(['outcome.at as endedAt', 'outcome.person_name as endedBy']);
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number];

/** A row with its end folded in; what else the row has stays. */
export function requestOf<R extends Row>(row: R) {
	const { kind, words, onDay, reference, endedAt, endedBy, ...request } = row;
	const outcome =
		kind && endedAt
			? {
					...{ kind, words: words ?? '', onDay: onDay ?? '', reference: reference ?? '' },
					...{ at: endedAt, personName: endedBy ?? '' },
				}
			: null;
	return { ...request, outcome };
}
