import { type CalendarBook, UNPUBLISHED_MARK, type WorkingCalendar } from '../../../kernel/calendar.ts';
import type { CountyNotice, HolidayNotice } from '../../../kernel/calendar-notice.ts';
import { countyCalendar } from '../../../law/calendars.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type NoticeRow, selectNotices } from '../store/notices.ts';

/** A stored notice as the calendar takes it. */
export function noticeOf(
	row: Omit<NoticeRow, 'id' | 'createdAt' | 'createdBy' | 'withdrawnAt' | 'withdrawReason' | 'source'>,
): HolidayNotice {
	const { noticeId, year, title, number, published, arrangements } = row;
	return { id: noticeId, year, title, ...(number ? { number } : {}), published, arrangements };
}

/** The official notices with those the county loaded; local days off under `county`. */
export function bookOf(rows: readonly NoticeRow[]): CalendarBook {
	const current = rows.filter((row) => row.withdrawnAt === null);
	const national = current.filter((row) => row.scope === 'national').map(noticeOf);
	const county: CountyNotice[] = current
		.filter((row) => row.scope === 'county')
		.map((row) => ({ ...noticeOf(row), stopsClocks: row.stopsClocks }));
	return countyCalendar(national, county);
}

/** The calendar as it stood before a notice was loaded or withdrawn. */
export async function calendarBefore(
	reader: Pick<Reader, 'sql'>,
	{ noticeRow, change }: { noticeRow: number; change: 'loaded' | 'withdrawn' },
): Promise<WorkingCalendar> {
	const rows = (await selectNotices(reader)).flatMap((row) => {
		if (row.id !== noticeRow) return [row];
		return change === 'loaded' ? [] : [{ ...row, withdrawnAt: null }];
	});
	return bookOf(rows).latest;
}

// Building the tables of a calendar costs milliseconds, comparing the rows it is made from microseconds. The rows are read
// each time, so that a notice loaded on another node counts at once.
let known: { rows: string; book: CalendarBook } | null = null;

/**
 * The county's working calendar: `latest` for what is computed now, `asOf(day)` for what was known on a day. Show `mark` of
 * every limit it gives.
 */
export async function workingCalendar(reader: Pick<Reader, 'sql'>): Promise<CalendarBook> {
	const notices = await selectNotices(reader);
	const rows = JSON.stringify(notices);
	if (known?.rows !== rows) known = { rows, book: bookOf(notices) };
	return known.book;
}

/** Working days until each of these days, negative when it has passed; with the mark where no notice is loaded. */
export async function workingDaysLeft(
	reader: Pick<Reader, 'sql' | 'today'>,
	days: readonly string[],
): Promise<{ day: string; left: number; mark: string | null }[]> {
	const calendar = (await workingCalendar(reader)).latest;
	const { today } = reader;
	return days.map((day) => {
		const left = day < today ? -calendar.workingDaysBetween(day, today) : calendar.workingDaysBetween(today, day);
		const isBeyond = calendar.lastCovered === null || day > calendar.lastCovered;
		return { day, left, mark: isBeyond ? UNPUBLISHED_MARK : null };
	});
}
