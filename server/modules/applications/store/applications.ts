import type { Selectable } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import { inScope } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Application, Channel, IntakeDays, NotifyWay, Request, State } from '../model.ts';
import { lockedTables, personId, tablesOf } from './database.ts';
import type { ApplicationTable } from './tables.ts';

export function applicationOf(row: Selectable<ApplicationTable>): Application {
	return {
		id: row.id,
		officeId: row.office_id,
		state: row.state,
		number: row.number,
		queryFingerprint: row.query_fingerprint,
		channel: row.channel,
		applicantKind: row.applicant_kind,
		title: row.title,
		documentNumber: row.document_number,
		features: row.features,
		form: row.form,
		delivery: row.delivery,
		assisted: row.assisted,
		assistance: row.assistance,
		onBehalf: row.on_behalf,
		notify: row.notify,
		submittedOn: row.submitted_on,
		arrivedOn: row.arrived_on,
		confirmedOn: row.confirmed_on,
		receivedOn: row.received_on,
		handlerId: row.handler_id,
		outcome: row.outcome,
		concludedOn: row.concluded_on,
		createdAt: row.created_at,
	};
}

/** A case within the scope. @throws AppError `notFound`, also for a case of another office: its existence is not told. */
export async function selectApplication(reader: Reader, scope: Scope, id: number): Promise<Application> {
	const row = await tablesOf(reader).selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row || !inScope(scope, row.office_id)) throw new AppError('notFound');
	return applicationOf(row);
}

/** The case, locked until the command commits. @throws as `selectApplication`. */
export async function lockApplication(tx: Tx, scope: Scope, id: number): Promise<Application> {
	const query = lockedTables(tx).selectFrom('application').selectAll().where('id', '=', id).forUpdate();
	const row = await query.executeTakeFirst();
	if (!row || !inScope(scope, row.office_id)) throw new AppError('notFound');
	return applicationOf(row);
}

/** Cases that carry a number; usually one, two only where two offices use the same 机关代字. */
export async function selectByNumber(reader: Reader, number: string): Promise<Application[]> {
	const rows = await tablesOf(reader).selectFrom('application').selectAll().where('number', '=', number).execute();
	return rows.map(applicationOf);
}

/** The application a form with this token has made already. */
export async function selectBySubmission(reader: Reader, fingerprint: string): Promise<Application | null> {
	const row = await tablesOf(reader)
		.selectFrom('application')
		.selectAll()
		.where('submission_fingerprint', '=', fingerprint)
		.executeTakeFirst();
	return row ? applicationOf(row) : null;
}

export interface NewApplication {
	officeId: number;
	state: State;
	channel: Channel;
	request: Request;
	days: IntakeDays;
	receivedOn: string | null;
	number: { text: string; year: number; seq: number } | null;
	queryFingerprint: string | null;
	/** Of the token a portal form carries; null for everything else. */
	submissionFingerprint?: string | null;
}

export async function insertApplication(tx: Tx, given: NewApplication): Promise<number> {
	const { request, days, number } = given;
	const { id } = await lockedTables(tx)
		.insertInto('application')
		.values({
			office_id: given.officeId,
			state: given.state,
			number: number?.text ?? null,
			number_year: number?.year ?? null,
			number_seq: number?.seq ?? null,
			query_fingerprint: given.queryFingerprint,
			submission_fingerprint: given.submissionFingerprint ?? null,
			channel: given.channel,
			...requestColumns(request),
			submitted_on: days.submittedOn,
			arrived_on: days.arrivedOn,
			confirmed_on: days.confirmedOn,
			received_on: given.receivedOn,
			entered_by: personId(tx),
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

function requestColumns(request: Request) {
	return {
		applicant_kind: request.applicantKind,
		title: request.title,
		document_number: request.documentNumber,
		features: request.features,
		form: request.form,
		delivery: request.delivery,
		assisted: request.assisted,
		assistance: request.assistance,
		on_behalf: request.onBehalf,
		notify: request.notify,
	};
}

/** What is asked for, after a request was split: the history holds the words as they came. */
export async function setTitle(tx: Tx, id: number, title: string): Promise<void> {
	await lockedTables(tx).updateTable('application').set({ title }).where('id', '=', id).execute();
}

/** Whether and how the applicant is told of each step. */
export async function setNotify(tx: Tx, id: number, notify: NotifyWay): Promise<void> {
	await lockedTables(tx).updateTable('application').set({ notify }).where('id', '=', id).execute();
}

/** What a move may change beside the state. */
export interface ApplicationChanges {
	state?: State;
	number?: { text: string; year: number; seq: number };
	queryFingerprint?: string;
	submittedOn?: string;
	confirmedOn?: string;
	receivedOn?: string;
	handlerId?: number | null;
	concluded?: { outcome: OutcomeCode; on: string };
}

export async function updateApplication(tx: Tx, id: number, changes: ApplicationChanges): Promise<void> {
	const { number, concluded } = changes;
	await lockedTables(tx)
		.updateTable('application')
		.set({
			state: changes.state,
			...(number ? { number: number.text, number_year: number.year, number_seq: number.seq } : {}),
			query_fingerprint: changes.queryFingerprint,
			submitted_on: changes.submittedOn,
			confirmed_on: changes.confirmedOn,
			received_on: changes.receivedOn,
			handler_id: changes.handlerId,
			...(concluded ? { outcome: concluded.outcome, concluded_on: concluded.on } : {}),
		})
		.where('id', '=', id)
		.execute();
}
