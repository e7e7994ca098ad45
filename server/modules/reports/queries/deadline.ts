import { reportDeadline } from '../../../law/reporting.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type OfficeKind, workingCalendar } from '../../offices/index.ts';
import type { ReportYear } from '../store/years.ts';

/** When a report is due, computed anew each time. */
export interface Due {
	/** Day by which offices hand in to the county. */
	submitBy: string;
	/** Last day of publication for this kind of office. */
	publishBy: string;
	/** Last working day up to it: 31 January is a day off in most years. */
	planned: string;
	/** 「《…条例》第四十九条」, or the county's own arrangement. */
	statutory: boolean;
	late: boolean;
}

export type DueFor = (kind: OfficeKind, publishedAt: Date | null) => Due;

/** The last days of an opened year, for any office. A report that is out is late by its day, one that is not by today. */
export async function dueIn(reader: Reader, year: ReportYear): Promise<DueFor> {
	const calendar = (await workingCalendar(reader)).latest;
	return (kind, publishedAt) => {
		const deadline = reportDeadline(kind, year.year, calendar, year.publishBy[kind]);
		const until = publishedAt ? civilDay(publishedAt) : reader.today;
		return {
			submitBy: year.submitBy,
			publishBy: deadline.due,
			planned: deadline.planned,
			statutory: deadline.statutory,
			late: until > deadline.due,
		};
	};
}
