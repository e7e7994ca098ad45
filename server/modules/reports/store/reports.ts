import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ReportCovers, ReportForm } from '../model.ts';
import type { ReportState } from '../workflow.ts';
import { officeFilter, tables } from './scope.ts';

/** One edition of an office's report. */
export interface ReportRecord {
	id: number;
	officeId: number;
	year: number;
	edition: number;
	form: ReportForm;
	covers: ReportCovers;
	state: ReportState;
	correctionReason: string;
	reviewedSha256: string | null;
	reviewedBy: number | null;
	reviewedByName: string | null;
	submittedAt: Date | null;
	publishedAt: Date | null;
	createdAt: Date;
	createdBy: string;
}

export async function reportById(reader: Reader, scope: Scope, id: number): Promise<ReportRecord | null> {
	return (await select(reader, scope).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The report, locked until the transaction ends: whoever comes second sees what the first has done. */
export async function lockReport(tx: Tx, scope: Scope, id: number): Promise<ReportRecord | null> {
	return (await select(tx, scope).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** All editions of an office, or of a year, newest first. */
export async function listReports(
	reader: Reader,
	scope: Scope,
	filter: { officeId?: number | undefined; year?: number | undefined },
): Promise<ReportRecord[]> {
	let query = select(reader, scope);
	if (filter.officeId !== undefined) query = query.where('office_id', '=', filter.officeId);
	if (filter.year !== undefined) query = query.where('year', '=', filter.year);
	return await query.orderBy('year', 'desc').orderBy('edition', 'desc').execute();
}

export async function insertReport(
	tx: Tx,
	given: Pick<ReportRecord, 'officeId' | 'year' | 'edition' | 'form' | 'covers' | 'correctionReason' | 'createdBy'>,
): Promise<number> {
	const row = await tables(tx)
		.insertInto('report')
		.values({
			office_id: given.officeId,
			year: given.year,
			edition: given.edition,
			form: given.form,
			covers: given.covers,
			state: 'draft',
			correction_reason: given.correctionReason,
			created_at: tx.now,
			created_by: given.createdBy,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

export interface ReportChange {
	state: ReportState;
	reviewedSha256?: string | null;
	reviewedBy?: number | null;
	reviewedByName?: string | null;
	submittedAt?: Date;
	publishedAt?: Date;
}

/** Moves a locked report on. */
export async function updateReport(tx: Tx, id: number, change: ReportChange): Promise<void> {
	const { state, reviewedSha256, reviewedBy, reviewedByName, submittedAt, publishedAt } = change;
	await tables(tx)
		.updateTable('report')
		.set({
			state,
			...(reviewedSha256 === undefined ? {} : { reviewed_sha256: reviewedSha256 }),
			...(reviewedBy === undefined ? {} : { reviewed_by: reviewedBy }),
			...(reviewedByName === undefined ? {} : { reviewed_by_name: reviewedByName }),
			...(submittedAt === undefined ? {} : { submitted_at: submittedAt }),
			...(publishedAt === undefined ? {} : { published_at: publishedAt }),
		})
		.where('id', '=', id)
		.execute();
}

export interface PublishedReport {
	id: number;
	officeId: number;
	year: number;
	edition: number;
	form: ReportForm;
	correctionReason: string;
	publishedAt: Date;
}

/** What the public may see: published editions, and those a correction has replaced (by date only, on their successor's page). */
export async function publishedReports(
	reader: Reader,
	filter: { officeId?: number; year?: number; superseded?: boolean },
): Promise<PublishedReport[]> {
	const states: ReportState[] = filter.superseded ? ['superseded'] : ['published'];
	let query = tables(reader)
		.selectFrom('report')
		.select(['id', 'office_id as officeId', 'year', 'edition', 'form', 'correction_reason as correctionReason'])
		.select('published_at as publishedAt')
		.where('state', 'in', states)
		.where('published_at', 'is not', null)
		.$narrowType<{ publishedAt: Date }>();
	if (filter.officeId !== undefined) query = query.where('office_id', '=', filter.officeId);
	if (filter.year !== undefined) query = query.where('year', '=', filter.year);
	return await query.orderBy('year', 'desc').orderBy('edition', 'desc').execute();
}

function select(reader: Reader, scope: Scope) {
	return tables(reader)
		.selectFrom('report')
		.select(['id', 'office_id as officeId', 'year', 'edition', 'form', 'covers', 'state'])
		.select(['correction_reason as correctionReason', 'reviewed_sha256 as reviewedSha256', 'reviewed_by as reviewedBy'])
		.select(['reviewed_by_name as reviewedByName', 'submitted_at as submittedAt', 'published_at as publishedAt'])
		.select(['created_at as createdAt', 'created_by as createdBy'])
		.where(officeFilter(scope));
}
