import { buildDays, type DayTable, FIRST_DAY, LAST_DAY, type SpecialDay } from './calendar-days.ts';
import type { CountyNotice, HolidayNotice } from './calendar-notice.ts';
import {
	addMonths,
	type CivilDay,
	type DayNumber,
	dayNumber,
	dayOfNumber,
	weekdayName,
	weekdayOfNumber,
} from './civil-day.ts';

export const UNPUBLISHED_MARK = '日历未发布，暂按周末推算';
export const UNLOADED_MARK = '该年日历未载入，暂按周末推算';

/** A computed last day. Whoever shows `day` must show `mark` with it. */
export interface Limit {
	readonly day: CivilDay;
	/** True when days were counted for which no holiday notice is loaded. */
	readonly beyondCalendar: boolean;
	/** 「日历未发布，暂按周末推算」, or null. */
	readonly mark: string | null;
}

export type DayKind = 'start' | 'workday' | 'makeup' | 'weekend' | 'holiday' | 'county';

/** What a day is and why, as the day-by-day list shows it. */
export interface DayDescription {
	readonly day: CivilDay;
	readonly weekday: string;
	readonly kind: DayKind;
	readonly working: boolean;
	/** 工作日, 周末, 春节放假, 调休上班（春节）… */
	readonly reason: string;
	/** Title of the notice the reason stands on. */
	readonly notice: string | null;
	/** No notice is loaded for this day. */
	readonly provisional: boolean;
}

export interface CountedDay extends DayDescription {
	readonly counted: boolean;
	/** 1, 2, 3 … for counted days; null for skipped ones and for the day the count starts from. */
	readonly count: number | null;
}

/** Working days as known by one set of notices. All questions are answered by look-up; see `DayTable`. */
export class WorkingCalendar {
	/** Id of the newest notice in it: says later which version a limit was computed with. */
	readonly version: string;
	/** Last day of the last year a notice is loaded for; null without notices. */
	readonly lastCovered: CivilDay | null;
	readonly #days: DayTable;
	readonly #lastCovered: DayNumber;

	constructor(notices: readonly HolidayNotice[], county: readonly CountyNotice[], version: string) {
		this.version = version;
		this.#days = buildDays(notices, county);
		const lastYear = notices.reduce((year, notice) => Math.max(year, notice.year), 0);
		this.lastCovered = lastYear === 0 ? null : `${lastYear}-12-31`;
		this.#lastCovered = this.lastCovered === null ? FIRST_DAY - 1 : dayNumber(this.lastCovered);
	}

	isWorkingDay(day: CivilDay): boolean {
		return this.#days.working[index(dayNumber(day))] === 1;
	}

	/**
	 * The nth working day after `from`, which is day 0 and not counted (民事诉讼法第八十五条第二款).
	 * @throws RangeError when n is no whole number ≥ 0 or the days leave 2000–2099.
	 */
	addWorkingDays(from: CivilDay, n: number): Limit {
		const start = dayNumber(from);
		return this.limit(start, this.add(start, n));
	}

	/** Working days d with from < d ≤ to; 0 when `to` is not later. */
	workingDaysBetween(from: CivilDay, to: CivilDay): number {
		return this.count(dayNumber(from), dayNumber(to));
	}

	/** n calendar days after `from`; a last day off moves to the next working day (民事诉讼法第八十五条第三款). */
	addCalendarDays(from: CivilDay, n: number): Limit {
		const start = dayNumber(from);
		return this.limit(start, this.roll(start + n));
	}

	/** n months after `from`, rolled in the same way. */
	addCalendarMonths(from: CivilDay, n: number): Limit {
		return this.limit(dayNumber(from), this.roll(dayNumber(addMonths(from, n))));
	}

	/** The day itself when it is worked, else the last working day before it. */
	lastWorkingDayUpTo(day: CivilDay): CivilDay {
		const number = dayNumber(day);
		return dayOfNumber(this.nth(this.upTo(number)));
	}

	/** Every day from `from` (day 0) to the nth working day, counted or skipped, each with its reason. */
	explain(from: CivilDay, n: number): { readonly limit: Limit; readonly days: readonly CountedDay[] } {
		const limit = this.addWorkingDays(from, n);
		const end = dayNumber(limit.day);
		const days: CountedDay[] = [{ ...this.describe(from), ...START, counted: false, count: null }];
		let count = 0;
		for (let number = dayNumber(from) + 1; number <= end; number += 1) {
			const day = this.describe(dayOfNumber(number));
			if (day.working) count += 1;
			days.push({ ...day, counted: day.working, count: day.working ? count : null });
		}
		return { limit, days };
	}

	describe(day: CivilDay): DayDescription {
		const number = dayNumber(day);
		const at = index(number);
		const special = this.#days.special.get(number);
		return {
			day,
			weekday: weekdayName(day),
			working: this.#days.working[at] === 1,
			...reasonOf(number, special),
			notice: special?.notice.title ?? null,
			provisional: this.uncovered(number - 1, number),
		};
	}

	// Day numbers, for code that computes many limits.

	add(from: DayNumber, n: number): DayNumber {
		if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of days: ${n}`);
		return n === 0 ? from : this.nth(this.upTo(from) + n);
	}

	count(from: DayNumber, to: DayNumber): number {
		return to <= from ? 0 : this.upTo(to) - this.upTo(from);
	}

	roll(day: DayNumber): DayNumber {
		return this.#days.working[index(day)] === 1 ? day : this.nth(this.upTo(day) + 1);
	}

	uncovered(from: DayNumber, to: DayNumber): boolean {
		const upTo = this.#days.uncoveredUpTo;
		const before = from < FIRST_DAY ? 0 : (upTo[index(from)] ?? 0);
		return (upTo[index(to)] ?? 0) > before;
	}

	limit(from: DayNumber, day: DayNumber): Limit {
		const beyondCalendar = day > from && this.uncovered(from, day);
		const mark = day > this.#lastCovered ? UNPUBLISHED_MARK : UNLOADED_MARK;
		return { day: dayOfNumber(day), beyondCalendar, mark: beyondCalendar ? mark : null };
	}

	private upTo(day: DayNumber): number {
		return this.#days.workingUpTo[index(day)] ?? 0;
	}

	private nth(n: number): DayNumber {
		const day = n < 1 ? undefined : this.#days.nthWorking[n];
		if (day === undefined) throw new RangeError('outside the calendar (2000–2099)');
		return day;
	}
}

const START = { kind: 'start', reason: '起算之日，不计入' } as const;

function index(day: DayNumber): number {
	if (day < FIRST_DAY || day > LAST_DAY) throw new RangeError('outside the calendar (2000–2099)');
	return day - FIRST_DAY;
}

function reasonOf(day: DayNumber, special: SpecialDay | undefined): { kind: DayKind; reason: string } {
	switch (special?.kind) {
		case 'holiday':
			return { kind: 'holiday', reason: `${special.holiday}放假` };
		case 'makeup':
			return { kind: 'makeup', reason: `调休上班（${special.holiday}）` };
		case 'county':
			return { kind: 'county', reason: `本地放假（${special.holiday}）` };
		case 'countyMakeup':
			return { kind: 'makeup', reason: `本地调休上班（${special.holiday}）` };
	}
	const plain = weekdayOfNumber(day) < 5 ? ({ kind: 'workday', reason: '工作日' } as const) : WEEKEND;
	if (special === undefined) return plain;
	return { kind: plain.kind, reason: `${plain.reason}（本地放假「${special.holiday}」，不影响法定期限）` };
}

const WEEKEND = { kind: 'weekend', reason: '周末' } as const;

/** All notices a county has, and the calendar as it was known on any day. */
export interface CalendarBook {
	readonly notices: readonly HolidayNotice[];
	readonly county: readonly CountyNotice[];
	/** With every notice loaded. */
	readonly latest: WorkingCalendar;
	/** With the notices published on or before `day` only: what a limit computed on that day stood on. */
	asOf(day: CivilDay): WorkingCalendar;
}

/** Notices must have passed `checkNotice`. Versions are built when first asked for and kept. */
export function calendarBook(notices: readonly HolidayNotice[], county: readonly CountyNotice[] = []): CalendarBook {
	const ordered = byPublication(notices);
	const orderedCounty = byPublication(county);
	const versions = new Map<string, WorkingCalendar>();
	const version = (national: number, local: number): WorkingCalendar => {
		const key = `${national} ${local}`;
		const known = versions.get(key);
		if (known) return known;
		const used = ordered.slice(0, national);
		const usedCounty = orderedCounty.slice(0, local);
		const newest = byPublication<HolidayNotice>([...used, ...usedCounty]).at(-1);
		const made = new WorkingCalendar(used, usedCounty, newest?.id ?? '');
		versions.set(key, made);
		return made;
	};
	const publishedBy = (list: readonly HolidayNotice[], day: CivilDay) =>
		list.reduce((count, notice) => count + (notice.published <= day ? 1 : 0), 0);
	return {
		notices: ordered,
		county: orderedCounty,
		get latest() {
			return version(ordered.length, orderedCounty.length);
		},
		asOf: (day) => version(publishedBy(ordered, day), publishedBy(orderedCounty, day)),
	};
}

function byPublication<N extends HolidayNotice>(notices: readonly N[]): N[] {
	return [...notices].sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
}
