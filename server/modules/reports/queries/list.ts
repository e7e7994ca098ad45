import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, listOffices } from '../../offices/index.ts';
import { listReports, type ReportRecord } from '../store/reports.ts';
import { listYears, type ReportYear, type YearDays } from '../store/years.ts';
import { reportWorkflow } from '../workflow.ts';

export interface ReportListRow extends ReportRecord {
	officeName: string;
	stateLabel: string;
}

/** Reports in the reader's scope, newest first, all editions. */
export async function reportList(
	reader: Reader,
	filter: { year?: number | undefined; officeId?: number | undefined },
): Promise<ReportListRow[]> {
	const reports = await listReports(reader, scopeOf(reader.actor), filter);
	const names = new Map((await listOffices(reader, { merged: true })).map((office) => [office.id, office.name]));
	return reports.map((report) => ({
		...report,
		officeName: names.get(report.officeId) ?? '',
		stateLabel: reportWorkflow.states[report.state].label,
	}));
}

/** The years opened, and what the county would open next with the days it has set. */
export async function yearList(
	reader: Reader,
): Promise<{ years: ReportYear[]; suggestion: { year: number } & YearDays }> {
	const years = await listYears(reader);
	const { reports } = await countySettings(reader);
	const last = Number(reader.today.slice(0, 4)) - (reader.today.slice(5) >= '12-01' ? 0 : 1);
	const year = years.some((opened) => opened.year === last) ? last + 1 : last;
	const on = (monthDay: string) => `${year + 1}-${monthDay}`;
	const department = on(reports.departmentDeadline);
	const township = on(reports.townshipDeadline);
	const submitBy = department < township ? department : township;
	return {
		years,
		suggestion: { year, submitBy, publishBy: { department, township, county: on(reports.countyDeadline) } },
	};
}
