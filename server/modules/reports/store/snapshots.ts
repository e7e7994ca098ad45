import type { Report } from 'annual-report';
import { sql } from 'kysely';
import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ReportCovers, ReportForm, Told } from '../model.ts';
import type { ReportState } from '../workflow.ts';
import { tables } from './scope.ts';
import type { ReportFormat } from './tables.ts';

/** What was signed: the model as text, so that its hash is of these very bytes. */
export interface SnapshotRecord {
	id: number;
	reportId: number;
	model: string;
	sha256: string;
	personName: string;
	signedAt: Date;
}

const COLUMNS = [
	'id',
	'report_id as reportId',
	'model',
	'sha256',
	'person_name as personName',
	'signed_at as signedAt',
] as const;

/** The newest signature of an edition; null while it was never signed. The caller has read the report in its scope. */
export async function latestSnapshot(reader: Reader, reportId: number): Promise<SnapshotRecord | null> {
	const row = await tables(reader)
		.selectFrom('report_snapshot')
		.select(COLUMNS)
		.where('report_id', '=', reportId)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

export async function insertSnapshot(
	tx: Tx,
	snapshot: { reportId: number; model: string; sha256: string },
): Promise<number> {
	const row = await tables(tx)
		.insertInto('report_snapshot')
		.values({
			report_id: snapshot.reportId,
			model: snapshot.model,
			sha256: snapshot.sha256,
			person_id: tx.actor.kind === 'person' ? tx.actor.personId : null,
			person_name: nameOf(tx.actor),
			signed_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

/** States of a report whose signature stands. */
const LEFT_THE_HOUSE = ['signedOff', 'submitted', 'accepted', 'published'] as const;

/** Signed reports of one year by office: the newest signature of the newest edition, of reports that left the house. */
export async function signedModels(
	reader: Reader,
	year: number,
): Promise<{ officeId: number; state: ReportState; model: string }[]> {
	return await tables(reader)
		.selectFrom('report_snapshot as s')
		.innerJoin('report as r', 'r.id', 's.report_id')
		.distinctOn('r.office_id')
		.select(['r.office_id as officeId', 'r.state', 's.model'])
		.where('r.year', '=', year)
		.where('r.state', 'in', [...LEFT_THE_HOUSE])
		.orderBy('r.office_id')
		.orderBy('r.edition', 'desc')
		.orderBy('s.id', 'desc')
		.execute();
}

/** What one office signed, in figures. */
export interface SignedFigures {
	officeId: number;
	reportId: number;
	form: ReportForm;
	covers: ReportCovers;
	cells: Report['cells'];
	/** Null in signatures from before the counts beyond the tables were kept with them. */
	told: Told | null;
}

/** The figures of the same, with the edition they stand in: what is added up for the county. */
export async function signedCells(reader: Reader, year: number): Promise<SignedFigures[]> {
	return await tables(reader)
		.selectFrom('report_snapshot as s')
		.innerJoin('report as r', 'r.id', 's.report_id')
		.distinctOn('r.office_id')
		.select(['r.office_id as officeId', 'r.id as reportId', 'r.form', 'r.covers'])
		.select(sql<Report['cells']>`s.model::jsonb #> '{report,cells}'`.as('cells'))
		.select(sql<Told | null>`s.model::jsonb -> 'told'`.as('told'))
		.where('r.year', '=', year)
		.where('r.state', 'in', [...LEFT_THE_HOUSE])
		.orderBy('r.office_id')
		.orderBy('r.edition', 'desc')
		.orderBy('s.id', 'desc')
		.execute();
}

/** The signed report of one office for a year, if it was ever signed and not taken back. */
export async function signedModel(reader: Reader, officeId: number, year: number): Promise<string | null> {
	const row = await tables(reader)
		.selectFrom('report_snapshot as s')
		.innerJoin('report as r', 'r.id', 's.report_id')
		.select('s.model')
		.where('r.office_id', '=', officeId)
		.where('r.year', '=', year)
		.where('r.state', 'in', [...LEFT_THE_HOUSE])
		.orderBy('r.edition', 'desc')
		.orderBy('s.id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.model ?? null;
}

export interface ReturnRecord {
	id: number;
	reason: string;
	findings: { rule: string; message: string; cells: string[] }[];
	personName: string;
	returnedAt: Date;
}

export async function returnsOf(reader: Reader, reportId: number): Promise<ReturnRecord[]> {
	return await tables(reader)
		.selectFrom('report_return')
		.select(['id', 'reason', 'findings', 'person_name as personName', 'returned_at as returnedAt'])
		.where('report_id', '=', reportId)
		.orderBy('id', 'desc')
		.execute();
}

/** How often each office's report of a year was sent back. The caller shows only the offices in its scope. */
export async function returnCounts(reader: Reader, year: number): Promise<Map<number, number>> {
	const rows = await tables(reader)
		.selectFrom('report_return as t')
		.innerJoin('report as r', 'r.id', 't.report_id')
		.select('r.office_id as officeId')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('r.year', '=', year)
		.groupBy('r.office_id')
		.execute();
	return new Map(rows.map(({ officeId, n }) => [officeId, n]));
}

export async function insertReturn(
	tx: Tx,
	given: { reportId: number; snapshotId: number; reason: string; findings: ReturnRecord['findings'] },
): Promise<void> {
	await tables(tx)
		.insertInto('report_return')
		.values({
			report_id: given.reportId,
			snapshot_id: given.snapshotId,
			reason: given.reason,
			findings: JSON.stringify(given.findings),
			person_id: tx.actor.kind === 'person' ? tx.actor.personId : null,
			person_name: nameOf(tx.actor),
			returned_at: tx.now,
		})
		.execute();
}

export interface ReportFile {
	format: ReportFormat;
	sha256: string;
	size: number;
}

export async function insertFiles(tx: Tx, reportId: number, files: readonly ReportFile[]): Promise<void> {
	const rows = files.map(({ format, sha256, size }) => ({
		report_id: reportId,
		format,
		file_sha256: sha256,
		size,
		created_at: tx.now,
	}));
	await tables(tx).insertInto('report_file').values(rows).execute();
}

/** The files of a published edition. Public: the caller has found the edition among the published ones. */
export async function filesOf(reader: Reader, reportId: number): Promise<ReportFile[]> {
	return await tables(reader)
		.selectFrom('report_file')
		.select(['format', 'file_sha256 as sha256', 'size'])
		.where('report_id', '=', reportId)
		.execute();
}
