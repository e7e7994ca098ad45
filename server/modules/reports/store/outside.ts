import type { Finding, Report } from 'annual-report';
import type { NotChecked } from 'annual-report/audit';
import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { handOf, officeFilter, tables } from './scope.ts';

/** An outside report in a list. */
export interface OutsideSummary {
	id: number;
	officeId: number;
	batch: string;
	fileName: string;
	state: 'read' | 'failed';
	failure: string;
	title: string;
	organ: string | null;
	year: number | null;
	form: string | null;
	errors: number;
	warnings: number;
	personName: string;
	createdAt: Date;
}

export interface OutsideRecord extends Omit<OutsideSummary, 'errors' | 'warnings'> {
	sha256: string;
	report: Report | null;
	findings: Finding[];
	notChecked: NotChecked[];
}

export interface NewOutside {
	officeId: number;
	batch: string;
	sha256: string;
	fileName: string;
	failure: string | null;
	report: Report | null;
	findings: readonly Finding[];
	notChecked: readonly NotChecked[];
}

export async function insertOutside(tx: Tx, given: NewOutside): Promise<number> {
	const { report } = given;
	const row = await tables(tx)
		.insertInto('outside_report')
		.values({
			office_id: given.officeId,
			batch: given.batch,
			file_sha256: given.sha256,
			file_name: given.fileName,
			state: report ? 'read' : 'failed',
			failure: given.failure ?? '',
			title: report?.title ?? '',
			organ: report?.organ ?? null,
			year: report?.year ?? null,
			form: report?.form ?? null,
			report: report ? JSON.stringify(report) : null,
			findings: JSON.stringify(given.findings),
			not_checked: JSON.stringify(given.notChecked),
			...handOf(tx),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

export async function listOutside(
	reader: Reader,
	scope: Scope,
	page: { offset: number; limit: number },
): Promise<{ rows: OutsideSummary[]; total: number }> {
	const query = tables(reader).selectFrom('outside_report').where(officeFilter(scope));
	const counted = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
	const rows = await query
		.select(['id', 'office_id as officeId', 'batch', 'file_name as fileName', 'state', 'failure', 'title', 'organ'])
		.select(['year', 'form', 'findings', 'person_name as personName', 'created_at as createdAt'])
		.orderBy('id', 'desc')
		.offset(page.offset)
		.limit(page.limit)
		.execute();
	return {
		total: counted?.n ?? 0,
		rows: rows.map(({ findings, ...row }) => ({ ...row, ...countSeverities(findings as Finding[]) })),
	};
}

function countSeverities(findings: readonly Finding[]): { errors: number; warnings: number } {
	return {
		errors: findings.filter((finding) => finding.severity === 'error').length,
		warnings: findings.filter((finding) => finding.severity === 'warning').length,
	};
}

/** The newest reading of each office and year, with how much was found: what a county looks over at once. */
export async function latestByOrgan(reader: Reader, scope: Scope): Promise<MatrixCell[]> {
	const severity = (name: string) =>
		sql<number>`(select count(*)::int from jsonb_array_elements(findings) f where f ->> 'severity' = ${name})`;
	const rows = await tables(reader)
		.selectFrom('outside_report')
		.distinctOn(['organ', 'year'])
		.select(['id', 'organ', 'year', 'form'])
		.select([severity('error').as('errors'), severity('warning').as('warnings')])
		.where(officeFilter(scope))
		.where('state', '=', 'read')
		.where('organ', 'is not', null)
		.where('year', 'is not', null)
		.orderBy('organ')
		.orderBy('year')
		.orderBy('id', 'desc')
		.execute();
	return rows.flatMap(({ organ, year, ...row }) => (organ === null || year === null ? [] : [{ ...row, organ, year }]));
}

export interface MatrixCell {
	id: number;
	organ: string;
	year: number;
	form: string | null;
	errors: number;
	warnings: number;
}

export async function outsideById(reader: Reader, scope: Scope, id: number): Promise<OutsideRecord | null> {
	const row = await tables(reader)
		.selectFrom('outside_report')
		.select(['id', 'office_id as officeId', 'batch', 'file_name as fileName', 'state', 'failure', 'title', 'organ'])
		.select(['year', 'form', 'findings', 'not_checked as notChecked', 'report', 'file_sha256 as sha256'])
		.select(['person_name as personName', 'created_at as createdAt'])
		.where('id', '=', id)
		.where(officeFilter(scope))
		.executeTakeFirst();
	if (!row) return null;
	return {
		...row,
		report: row.report as Report | null,
		findings: row.findings as Finding[],
		notChecked: row.notChecked as NotChecked[],
	};
}

/** The outside report that stands for an office's report of a past year. The caller reads for that office. */
export async function pastReport(
	reader: Reader,
	officeId: number,
	year: number,
): Promise<{ report: Report; fileName: string } | null> {
	const row = await tables(reader)
		.selectFrom('past_report as p')
		.innerJoin('outside_report as o', 'o.id', 'p.outside_report_id')
		.select(['o.report', 'o.file_name as fileName'])
		.where('p.office_id', '=', officeId)
		.where('p.year', '=', year)
		.orderBy('p.id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.report ? { report: row.report as Report, fileName: row.fileName } : null;
}

/** The same for all offices of a year: their figures alone. */
export async function pastCells(
	reader: Reader,
	year: number,
): Promise<{ officeId: number; form: string | null; cells: Report['cells'] }[]> {
	return await tables(reader)
		.selectFrom('past_report as p')
		.innerJoin('outside_report as o', 'o.id', 'p.outside_report_id')
		.distinctOn('p.office_id')
		.select(['p.office_id as officeId', 'o.form'])
		.select(sql<Report['cells']>`o.report -> 'cells'`.as('cells'))
		.where('p.year', '=', year)
		.where('o.report', 'is not', null)
		.orderBy('p.office_id')
		.orderBy('p.id', 'desc')
		.execute();
}

/** The outside reports that stand for offices in a year, with what their acceptances are kept by. */
export async function pastReports(
	reader: Reader,
	year: number,
): Promise<{ officeId: number; readBy: number; organ: string | null; year: number | null; report: Report }[]> {
	const rows = await tables(reader)
		.selectFrom('past_report as p')
		.innerJoin('outside_report as o', 'o.id', 'p.outside_report_id')
		.distinctOn('p.office_id')
		.select(['p.office_id as officeId', 'o.office_id as readBy', 'o.organ', 'o.year', 'o.report'])
		.where('p.year', '=', year)
		.where('o.report', 'is not', null)
		.orderBy('p.office_id')
		.orderBy('p.id', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, report: row.report as Report }));
}

/** Readings that say which office and year they are of, with tables that can be added, newest first. */
export async function adoptable(reader: Reader, scope: Scope): Promise<{ id: number; organ: string; year: number }[]> {
	const rows = await tables(reader)
		.selectFrom('outside_report')
		.select(['id', 'organ', 'year'])
		.where(officeFilter(scope))
		.where('state', '=', 'read')
		.where('form', '<>', 'none')
		.where('organ', 'is not', null)
		.where('year', 'is not', null)
		.orderBy('id', 'desc')
		.execute();
	return rows.flatMap(({ id, organ, year }) => (organ === null || year === null ? [] : [{ id, organ, year }]));
}

/** Which years of which offices an outside report stands for. */
export async function pastPlaces(reader: Reader): Promise<{ officeId: number; year: number }[]> {
	return await tables(reader).selectFrom('past_report').select(['office_id as officeId', 'year']).distinct().execute();
}

export async function insertPast(
	tx: Tx,
	past: { officeId: number; year: number; outsideReportId: number },
): Promise<void> {
	await tables(tx)
		.insertInto('past_report')
		.values({
			office_id: past.officeId,
			year: past.year,
			outside_report_id: past.outsideReportId,
			...handOf(tx),
		})
		.execute();
}

/** Which past years of which offices an outside report stands for now. */
export async function pastYears(
	reader: Reader,
	scope: Scope,
	outsideReportId: number,
): Promise<{ officeId: number; year: number }[]> {
	const rows = await tables(reader)
		.selectFrom('past_report')
		.distinctOn(['office_id', 'year'])
		.select(['office_id as officeId', 'year', 'outside_report_id as outsideReportId'])
		.where(officeFilter(scope))
		.orderBy('office_id')
		.orderBy('year')
		.orderBy('id', 'desc')
		.execute();
	return rows
		.filter((row) => row.outsideReportId === outsideReportId)
		.map(({ officeId, year }) => ({ officeId, year }));
}
