import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ReportForm } from '../model.ts';
import { tables } from './scope.ts';

/** A year opened by the county, with its last days. */
export interface ReportYear {
	year: number;
	form: ReportForm;
	submitBy: string;
	publishBy: { department: string; township: string; county: string };
	revision: number;
	openedAt: Date;
	openedBy: string;
}

const COLUMNS = [
	'year',
	'form',
	'submit_by',
	'publish_by_department',
	'publish_by_township',
	'publish_by_county',
	'revision',
	'opened_at',
	'opened_by',
] as const;

type Row = {
	year: number;
	form: ReportForm;
	submit_by: string;
	publish_by_department: string;
	publish_by_township: string;
	publish_by_county: string;
	revision: number;
	opened_at: Date;
	opened_by: string;
};

/** Years opened, newest first. They are the county's arrangement and known to all its offices. */
export async function listYears(reader: Reader): Promise<ReportYear[]> {
	const rows = await tables(reader).selectFrom('report_year').select(COLUMNS).orderBy('year', 'desc').execute();
	return rows.map(yearOf);
}

export async function findYear(reader: Reader, year: number): Promise<ReportYear | null> {
	const row = await tables(reader)
		.selectFrom('report_year')
		.select(COLUMNS)
		.where('year', '=', year)
		.executeTakeFirst();
	return row ? yearOf(row) : null;
}

export async function lockYear(tx: Tx, year: number): Promise<ReportYear | null> {
	const row = await tables(tx)
		.selectFrom('report_year')
		.select(COLUMNS)
		.where('year', '=', year)
		.forUpdate()
		.executeTakeFirst();
	return row ? yearOf(row) : null;
}

export type YearDays = Pick<ReportYear, 'submitBy' | 'publishBy'>;

export async function insertYear(
	tx: Tx,
	opened: { year: number; form: ReportForm; by: string } & YearDays,
): Promise<void> {
	await tables(tx)
		.insertInto('report_year')
		.values({
			year: opened.year,
			form: opened.form,
			...dayColumns(opened),
			opened_at: tx.now,
			opened_by: opened.by,
		})
		.execute();
}

export async function updateYear(tx: Tx, year: number, days: YearDays, revision: number): Promise<void> {
	await tables(tx)
		.updateTable('report_year')
		.set({ ...dayColumns(days), revision })
		.where('year', '=', year)
		.execute();
}

function dayColumns({ submitBy, publishBy }: YearDays) {
	return {
		submit_by: submitBy,
		publish_by_department: publishBy.department,
		publish_by_township: publishBy.township,
		publish_by_county: publishBy.county,
	};
}

function yearOf(row: Row): ReportYear {
	return {
		year: row.year,
		form: row.form,
		submitBy: row.submit_by,
		publishBy: {
			department: row.publish_by_department,
			township: row.publish_by_township,
			county: row.publish_by_county,
		},
		revision: row.revision,
		openedAt: row.opened_at,
		openedBy: row.opened_by,
	};
}
