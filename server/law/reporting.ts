import type { WorkingCalendar } from '../kernel/calendar.ts';
import { type CivilDay, isCivilDay } from '../kernel/civil-day.ts';
import { type Issue, issue } from '../kernel/issue.ts';
import { ARTICLES, type Article } from './articles.ts';

export type OfficeLevel = 'county' | 'department' | 'township';
export type ReportForm = '2014' | '2019' | '2021';

/** Form the national office asked for in the report on a year; null before 2014, when each place had its own table. */
export function formOfYear(year: number): ReportForm | null {
	if (year >= 2021) return '2021';
	if (year >= 2019) return '2019';
	return year >= 2014 ? '2014' : null;
}

/** First and last day reported on. */
export function reportPeriod(year: number): readonly [CivilDay, CivilDay] {
	return [`${year}-01-01`, `${year}-12-31`];
}

export interface ReportDeadline {
	/** Last day the law allows; for a township, which the law does not name, the county's own cap. */
	readonly cap: CivilDay;
	/** The day that counts: set by the county, else the cap (a township: 31 January). */
	readonly due: CivilDay;
	/** Last working day up to `due`: 31 January was a day off in six of the years 2020–2027. */
	readonly planned: CivilDay;
	readonly basis: Article;
	/** False where the county, not the law, sets the day. */
	readonly statutory: boolean;
}

/**
 * When the report on `year` has to be out (Art 49). A department is bound to 31 January, the county's own report to
 * 31 March; a township's day is the county's to set, within 31 March because its figures go into the county's report.
 * @param set the county's own earlier day, already checked with `checkReportDay`.
 */
export function reportDeadline(
	level: OfficeLevel,
	year: number,
	calendar: WorkingCalendar,
	set?: CivilDay,
): ReportDeadline {
	const cap = capOf(level, year);
	const usual = level === 'township' ? `${year + 1}-01-31` : cap;
	const due = set !== undefined && set <= cap ? set : usual;
	return {
		cap,
		due,
		planned: calendar.lastWorkingDayUpTo(due),
		basis: level === 'department' ? ARTICLES.departmentReport : ARTICLES.governmentReport,
		statutory: level !== 'township' && due === cap,
	};
}

function capOf(level: OfficeLevel, year: number): CivilDay {
	return level === 'department' ? `${year + 1}-01-31` : `${year + 1}-03-31`;
}

/** Whether the county may set this day for the reports on `year`. */
export function checkReportDay(level: OfficeLevel, year: number, set: unknown): Issue[] {
	if (!isCivilDay(set)) return [issue('report.day', '截止日期应为实际存在的日期，格式如2027-01-20。', 'day')];
	const cap = capOf(level, year);
	if (set > cap) return [issue('report.cap', `截止日期不得晚于${cap}（《条例》第四十九条）。`, 'day')];
	if (set <= `${year}-12-31`) return [issue('report.early', '截止日期应在报告年度结束之后。', 'day')];
	return [];
}
