import type { Arrangement, CountyNotice, HolidayNotice } from './calendar-notice.ts';
import { type DayNumber, dayNumber, weekdayOfNumber } from './civil-day.ts';

/** The calendar answers for these days; a limit outside them is a typing error, not a case. */
export const FIRST_DAY: DayNumber = dayNumber('2000-01-01');
export const LAST_DAY: DayNumber = dayNumber('2099-12-31');

/** Why a day is not what its weekday says. `note`: a local day off that statutory limits do not skip. */
export interface SpecialDay {
	readonly kind: 'holiday' | 'makeup' | 'county' | 'countyMakeup' | 'note';
	readonly holiday: string;
	readonly notice: HolidayNotice;
}

/** Everything about every day, index = day − FIRST_DAY, so that each question is one or two look-ups. */
export interface DayTable {
	readonly working: Uint8Array;
	/** Working days from FIRST_DAY up to and including this day. */
	readonly workingUpTo: Int32Array;
	/** Day number of the nth working day since FIRST_DAY, counted from 1. */
	readonly nthWorking: Int32Array;
	/** Days up to and including this one that no loaded notice arranges. */
	readonly uncoveredUpTo: Int32Array;
	readonly special: ReadonlyMap<DayNumber, SpecialDay>;
}

export function buildDays(notices: readonly HolidayNotice[], county: readonly CountyNotice[]): DayTable {
	const special = specialDays(notices, county);
	const years = new Set(notices.map((notice) => notice.year));
	const size = LAST_DAY - FIRST_DAY + 1;
	const working = new Uint8Array(size);
	const workingUpTo = new Int32Array(size);
	const nthWorking = new Int32Array(size + 1);
	const uncoveredUpTo = new Int32Array(size);
	let count = 0;
	let uncovered = 0;
	let at = 0;
	for (let year = 2000; year <= 2099; year += 1) {
		const end = dayNumber(`${year}-12-31`) - FIRST_DAY;
		for (; at <= end; at += 1) {
			const day = FIRST_DAY + at;
			if (isWorking(day, special.get(day))) {
				working[at] = 1;
				count += 1;
				nthWorking[count] = day;
			}
			if (!years.has(year)) uncovered += 1;
			workingUpTo[at] = count;
			uncoveredUpTo[at] = uncovered;
		}
	}
	return { working, workingUpTo, nthWorking: nthWorking.subarray(0, count + 1), uncoveredUpTo, special };
}

function isWorking(day: DayNumber, special: SpecialDay | undefined): boolean {
	if (special && special.kind !== 'note') return special.kind === 'makeup' || special.kind === 'countyMakeup';
	return weekdayOfNumber(day) < 5;
}

function specialDays(notices: readonly HolidayNotice[], county: readonly CountyNotice[]): Map<DayNumber, SpecialDay> {
	const special = new Map<DayNumber, SpecialDay>();
	for (const [arrangement, notice] of inForce(notices)) {
		mark(special, arrangement, notice, 'holiday', 'makeup');
	}
	// Local days lie over the national ones: a festival on a make-up Saturday is still a festival there.
	for (const [arrangement, notice] of inForce(county)) {
		if (notice.stopsClocks) mark(special, arrangement, notice, 'county', 'countyMakeup');
		else noteOnly(special, arrangement, notice);
	}
	return special;
}

/** Each holiday of each year as the last notice that names it arranges it. */
function inForce<N extends HolidayNotice>(notices: readonly N[]): Array<readonly [Arrangement, N]> {
	const last = new Map<string, readonly [Arrangement, N]>();
	for (const notice of notices) {
		for (const arrangement of notice.arrangements)
			last.set(`${notice.year} ${arrangement.holiday}`, [arrangement, notice]);
	}
	return [...last.values()];
}

function mark(
	special: Map<DayNumber, SpecialDay>,
	{ holiday, off, work }: Arrangement,
	notice: HolidayNotice,
	offKind: SpecialDay['kind'],
	workKind: SpecialDay['kind'],
): void {
	const end = dayNumber(off[1]);
	for (let day = dayNumber(off[0]); day <= end; day += 1) special.set(day, { kind: offKind, holiday, notice });
	for (const day of work) special.set(dayNumber(day), { kind: workKind, holiday, notice });
}

function noteOnly(special: Map<DayNumber, SpecialDay>, { holiday, off }: Arrangement, notice: HolidayNotice): void {
	const end = dayNumber(off[1]);
	for (let day = dayNumber(off[0]); day <= end; day += 1) {
		if (!special.has(day)) special.set(day, { kind: 'note', holiday, notice });
	}
}
