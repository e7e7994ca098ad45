import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import type { Claimant, OrderUnit, RemedyOrderKind, RemedyResult, RemedyTrack } from '../model.ts';
import { lockedTables, officesIn, tablesOf } from './database.ts';

/** A review or a suit; nothing in it says who brought it. */
export interface RemedyCase {
	id: number;
	officeId: number;
	/** Null where it is about no application. */
	applicationId: number | null;
	documentId: number | null;
	/** Title of the document as it was then, or the matter in words; empty for an application. */
	subject: string;
	claimant: Claimant;
	track: RemedyTrack;
	caseNumber: string;
	body: string;
	/** 简易程序: five working days for the reply instead of ten. */
	simple: boolean;
	receivedOn: string;
	/** Day our own reply went out, with its number or what it says in short. */
	repliedOn: string | null;
	replyNote: string;
	/** The row one and the same case has over another application; that one is counted, this one is not. */
	joinsId: number | null;
	closedOn: string | null;
	result: RemedyResult | null;
	note: string;
	/** 责令重作 of an answer, in working days. */
	redoDays: number | null;
	redoAnsweredOn: string | null;
	/** The review a suit came after; told by the application itself where there is one. */
	followsId: number | null;
	orderKind: RemedyOrderKind | null;
	orderDays: number | null;
	orderUnit: OrderUnit | null;
	orderDoneOn: string | null;
	orderDoneNote: string;
}

export type NewRemedyCase = Pick<
	RemedyCase,
	'officeId' | 'track' | 'caseNumber' | 'body' | 'simple' | 'receivedOn' | 'claimant'
> &
	Partial<
		Pick<RemedyCase, 'applicationId' | 'documentId' | 'subject' | 'followsId' | 'joinsId' | 'repliedOn' | 'replyNote'>
	>;

export async function insertRemedyCase(tx: Tx, given: NewRemedyCase): Promise<number> {
	const { id } = await lockedTables(tx)
		.insertInto('remedy_case')
		.values({
			application_id: given.applicationId ?? null,
			document_id: given.documentId ?? null,
			subject: given.subject ?? '',
			claimant: given.claimant,
			follows_id: given.followsId ?? null,
			joins_id: given.joinsId ?? null,
			replied_on: given.repliedOn ?? null,
			reply_note: given.replyNote ?? '',
			office_id: given.officeId,
			track: given.track,
			case_number: given.caseNumber,
			body: given.body,
			simple: given.simple,
			received_on: given.receivedOn,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function sealRemedyClaimant(tx: Tx, id: number, { keyId, bytes }: Sealed): Promise<void> {
	await lockedTables(tx)
		.updateTable('remedy_case')
		.set({ key_id: keyId, sealed: bytes })
		.where('id', '=', id)
		.execute();
}

/** Over no application: what is about one goes with its applicant. */
export async function eraseRemedyClaimant(tx: Tx, id: number): Promise<void> {
	await lockedTables(tx).updateTable('remedy_case').set({ key_id: null, sealed: null }).where('id', '=', id).execute();
}

export interface RemedyEnd {
	on: string;
	result: RemedyResult;
	note: string;
	redoDays?: number | null;
	order?: { kind: RemedyOrderKind; days: number | null; unit: OrderUnit } | null;
}

export async function closeRemedyCase(tx: Tx, id: number, end: RemedyEnd): Promise<void> {
	const { order } = end;
	await lockedTables(tx)
		.updateTable('remedy_case')
		.set({ closed_on: end.on, result: end.result, note: end.note, redo_days: end.redoDays ?? null })
		.set({
			order_kind: order?.kind ?? null,
			order_days: order?.days ?? null,
			order_unit: order && order.days !== null ? order.unit : null,
		})
		.where('id', '=', id)
		.execute();
}

export async function noteReply(tx: Tx, id: number, { on, note }: { on: string; note: string }): Promise<void> {
	await lockedTables(tx)
		.updateTable('remedy_case')
		.set({ replied_on: on, reply_note: note })
		.where('id', '=', id)
		.execute();
}

export async function followOrder(tx: Tx, id: number, done: { on: string; note: string }): Promise<void> {
	await lockedTables(tx)
		.updateTable('remedy_case')
		.set({ order_done_on: done.on, order_done_note: done.note })
		.where('id', '=', id)
		.execute();
}

/** Notes that what was ordered has been answered anew. */
export async function answerRedo(tx: Tx, applicationId: number, on: string): Promise<void> {
	await lockedTables(tx)
		.updateTable('remedy_case')
		.set({ redo_answered_on: on })
		.where('application_id', '=', applicationId)
		.where('redo_days', 'is not', null)
		.where('redo_answered_on', 'is', null)
		.execute();
}

export const REMEDY_COLUMNS = [
	'remedy_case.id',
	'remedy_case.office_id as officeId',
	'remedy_case.application_id as applicationId',
	'document_id as documentId',
	'subject',
	'claimant',
	'track',
	'case_number as caseNumber',
	'body',
	'simple',
	'remedy_case.received_on as receivedOn',
	'replied_on as repliedOn',
	'reply_note as replyNote',
	'joins_id as joinsId',
	'closed_on as closedOn',
	'result',
	'note',
	'redo_days as redoDays',
	'redo_answered_on as redoAnsweredOn',
	'follows_id as followsId',
	'order_kind as orderKind',
	'order_days as orderDays',
	'order_unit as orderUnit',
	'order_done_on as orderDoneOn',
	'order_done_note as orderDoneNote',
] as const;

export async function selectRemedyCases(reader: Reader, applicationId: number): Promise<RemedyCase[]> {
	return await tablesOf(reader)
		.selectFrom('remedy_case')
		.select(REMEDY_COLUMNS)
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
}

/** Every row of one case: the one that is counted and those that join it. */
export async function selectRemedyGroup(reader: Reader, id: number): Promise<RemedyCase[]> {
	return await tablesOf(reader)
		.selectFrom('remedy_case')
		.select(REMEDY_COLUMNS)
		.where((eb) => eb.or([eb('id', '=', id), eb('joins_id', '=', id)]))
		.orderBy('id')
		.execute();
}

/**
 * The case this office has by this number over an application, as it is counted; null when there is none. Two clerks who
 * enter one number over two applications wait for each other.
 */
export async function lockApplicationRemedy(
	tx: Tx,
	officeId: number,
	given: Pick<RemedyCase, 'track' | 'body' | 'caseNumber'>,
): Promise<RemedyCase | null> {
	if (given.caseNumber === '') return null;
	const name = [officeId, given.track, given.body, given.caseNumber].join(' ');
	await sql`select pg_advisory_xact_lock(hashtext('remedy'), hashtext(${name}))`.execute(tx.sql);
	const row = await lockedTables(tx)
		.selectFrom('remedy_case')
		.select(REMEDY_COLUMNS)
		.where('office_id', '=', officeId)
		.where('track', '=', given.track)
		.where('body', '=', given.body)
		.where('case_number', '=', given.caseNumber)
		.where('application_id', 'is not', null)
		.where('joins_id', 'is', null)
		.orderBy('id')
		.executeTakeFirst();
	return row ?? null;
}

/** One of them, locked until the end of the transaction; null outside the scope. */
export async function lockRemedyCase(tx: Tx, scope: Scope, id: number): Promise<RemedyCase | null> {
	const offices = officesIn(scope);
	const row = await lockedTables(tx)
		.selectFrom('remedy_case')
		.select(REMEDY_COLUMNS)
		.where('id', '=', id)
		.$if(offices !== null, (query) => query.where('office_id', 'in', offices?.length ? [...offices] : [-1]))
		.forUpdate()
		.executeTakeFirst();
	return row ?? null;
}

/** Id of a case of this office by the number a review body or court gave it; null when there is none. */
export async function selectRemedyByNumber(
	reader: Reader,
	officeId: number,
	{ track, body, caseNumber }: Pick<RemedyCase, 'track' | 'body' | 'caseNumber'>,
): Promise<number | null> {
	if (caseNumber === '') return null;
	const row = await tablesOf(reader)
		.selectFrom('remedy_case')
		.select('id')
		.where('office_id', '=', officeId)
		.where('track', '=', track)
		.where('body', '=', body)
		.where('case_number', '=', caseNumber)
		.executeTakeFirst();
	return row?.id ?? null;
}

/** Who brought it, still sealed; null where nobody was named. */
export async function selectSealedClaimant(reader: Reader, id: number): Promise<Sealed | null> {
	const row = await tablesOf(reader)
		.selectFrom('remedy_case')
		.select(['key_id as keyId', 'sealed as bytes'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row && row.keyId !== null && row.bytes !== null ? { keyId: row.keyId, bytes: row.bytes } : null;
}

/** Cases of an office received on or before a day, for table 4: whatever they are about, each once over however many applications. */
export async function selectRemedyCasesUpTo(reader: Reader, officeId: number, day: string): Promise<RemedyCase[]> {
	return await tablesOf(reader)
		.selectFrom('remedy_case')
		.select(REMEDY_COLUMNS)
		.where('office_id', '=', officeId)
		.where('received_on', '<=', day)
		.where('joins_id', 'is', null)
		.orderBy('id')
		.execute();
}

/** Orders not yet followed, by application. */
export async function selectRedoOrders(
	reader: Reader,
	applicationIds: readonly number[],
): Promise<Map<number, { orderedOn: string; days: number }>> {
	if (applicationIds.length === 0) return new Map();
	const rows = await tablesOf(reader)
		.selectFrom('remedy_case')
		.select(['application_id as applicationId', 'closed_on as orderedOn', 'redo_days as days'])
		.where('application_id', 'in', [...applicationIds])
		.where('redo_days', 'is not', null)
		.where('redo_answered_on', 'is', null)
		.orderBy('id')
		.execute();
	return new Map(
		rows.flatMap(({ applicationId, orderedOn, days }) =>
			applicationId && orderedOn && days ? [[applicationId, { orderedOn, days }] as const] : [],
		),
	);
}
