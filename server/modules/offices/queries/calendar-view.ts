import { can } from '../../../kernel/actor.ts';
import type { CalendarBook, WorkingCalendar } from '../../../kernel/calendar.ts';
import { checkNotice } from '../../../kernel/calendar-notice.ts';
import { addDays } from '../../../kernel/civil-day.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { officialNotices } from '../../../law/calendars.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { readNoticeText } from '../rules/notice-text.ts';
import { say } from '../rules/say.ts';
import { type NewNotice, type NoticeRow, selectNotices } from '../store/notices.ts';
import { bookOf, noticeOf } from './calendar.ts';
import { countySettings } from './settings.ts';

/** A notice as it is typed in: its text is read by `readNoticeText`. */
export interface NoticeInput {
	scope: 'national' | 'county';
	year: number;
	title: string;
	number: string;
	source: string;
	published: string;
	text: string;
	/** Local days off only: whether statutory clocks skip them. Left out: as the county's setting says. */
	stopsClocks?: boolean | undefined;
}

/** The notice a text makes, and everything that is wrong with it among those already loaded. */
export function noticeFrom(
	input: NoticeInput,
	rows: readonly NoticeRow[],
	countyDaysStopClocks: boolean,
): { notice: NewNotice; issues: Issue[]; ignored: string[] } {
	const { text, ...same } = input;
	const read = readNoticeText(text, input.year);
	const book = bookOf(rows);
	const noticeId = idOf(input, book);
	const notice: NewNotice = {
		...same,
		noticeId,
		arrangements: read.arrangements.map(({ holiday, off, work }) => ({
			holiday,
			off: [off[0], off[1]],
			work: [...work],
		})),
		stopsClocks: input.scope === 'national' || (input.stopsClocks ?? countyDaysStopClocks),
	};
	const issues = [...read.issues];
	if (read.arrangements.length === 0 && issues.length === 0) issues.push(say('notice.nothing', 'text'));
	// Days off of the place stand alone; only the State Council's notices change each other.
	const earlier = input.scope === 'national' ? book.notices.filter(({ id }) => id !== noticeId) : [];
	const found = checkNotice(noticeOf(notice), earlier);
	// What stands in the text is told beside the text.
	issues.push(
		...found
			.filter(({ key }) => key !== 'notice.empty')
			.map((one) => (one.field?.startsWith('arrangements') ? { ...one, field: 'text' } : one)),
	);
	const loaded = rows.filter(({ withdrawnAt, scope }) => withdrawnAt === null && scope === input.scope);
	if (loaded.some(({ year, published }) => year === input.year && published === input.published)) {
		issues.push(say('notice.sameId', 'published'));
	}
	return { notice, issues, ignored: read.ignored };
}

/**
 * The first notice of a year has its year for an id, as the ones that come with the system; later ones their day. One typed in
 * with the year and day of a notice that came with the system takes its place: that is how a mistake of ours is corrected.
 */
function idOf({ scope, year, published }: NoticeInput, book: CalendarBook): string {
	if (scope === 'county') return `county-${year}-${published}`;
	const ofYear = book.notices.filter((notice) => notice.year === year);
	const same = ofYear.find((notice) => notice.published === published);
	if (same) return same.id;
	return ofYear.length > 0 ? `${year}-${published}` : String(year);
}

/** A day that is worked before a change and not after it, or the other way round. */
export interface ChangedDay {
	day: string;
	weekday: string;
	worked: boolean;
	before: string;
	after: string;
}

/** The days of a notice's reach that change when the calendar does. */
export function changedDays(before: WorkingCalendar, after: WorkingCalendar, year: number): ChangedDay[] {
	const days: ChangedDay[] = [];
	for (let day = `${year - 1}-12-25`; day <= `${year}-12-31`; day = addDays(day, 1)) {
		if (before.isWorkingDay(day) === after.isWorkingDay(day)) continue;
		const [was, is] = [before.describe(day), after.describe(day)];
		days.push({ day, weekday: is.weekday, worked: is.working, before: was.reason, after: is.reason });
	}
	return days;
}

export function workingDaysOf(calendar: WorkingCalendar, year: number): number {
	return calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`);
}

/** What loading this notice would do. Changes nothing. */
export async function previewNotice(reader: Reader, input: NoticeInput) {
	const rows = await selectNotices(reader);
	const { calendar } = await countySettings(reader);
	const { notice, issues, ignored } = noticeFrom(input, rows, calendar.countyDaysStopClocks);
	const before = bookOf(rows).latest;
	if (issues.length > 0) return { notice, issues, ignored, effect: null };
	const row = { ...notice, id: 0, createdAt: reader.now, createdBy: null, withdrawnAt: null, withdrawReason: '' };
	const after = bookOf([...rows, row]).latest;
	const { year } = input;
	const effect = {
		days: changedDays(before, after, year),
		workingDaysBefore: workingDaysOf(before, year),
		workingDaysAfter: workingDaysOf(after, year),
	};
	return { notice, issues, ignored, effect };
}

/** All years a notice is loaded for, with their notices, and the next one that is not. */
export async function calendarView(reader: Reader) {
	const rows = await selectNotices(reader);
	const book = bookOf(rows);
	const years = [...new Set(book.notices.map(({ year }) => year))].sort((a, b) => b - a);
	const loaded = new Map(rows.filter(({ withdrawnAt }) => withdrawnAt === null).map((row) => [row.noticeId, row]));
	const official = new Set(officialNotices.map(({ id }) => id));
	return {
		coveredUntil: book.latest.lastCovered,
		years: years.map((year) => ({
			year,
			workingDays: workingDaysOf(book.latest, year),
			notices: [...book.notices, ...book.county]
				.filter((notice) => notice.year === year)
				.map((notice) => ({ ...notice, builtIn: official.has(notice.id) && !loaded.has(notice.id) })),
		})),
		loaded: rows.map((row) => ({
			...row,
			createdAt: row.createdAt.toISOString(),
			withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
		})),
		countyDaysStopClocks: (await countySettings(reader)).calendar.countyDaysStopClocks,
		canManage: can(reader.actor, 'calendar.manage'),
	};
}

/** Every day of a year, for the wall calendar. */
export async function daysOfYear(reader: Reader, year: number) {
	const { latest } = bookOf(await selectNotices(reader));
	const days = [];
	for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(latest.describe(day));
	return days;
}
