/**
 * Civil days of Asia/Shanghai as `YYYY-MM-DD` text. No `Date` is built from them anywhere: a day has no time zone, and
 * text in this form sorts as days do. Arithmetic runs on day numbers (days since 1970-01-01).
 */
export type CivilDay = string;
/** Whole days since 1970-01-01. */
export type DayNumber = number;

const DASH = 45;
const WEEKDAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const;
const MS_PER_DAY = 86_400_000;
/** China has kept UTC+8 without summer time since 1992, long before the first event this system can hold. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a day that exists, in the one accepted writing: `2026-02-30`, `2026-2-3` and `20260203` are not. */
export function isCivilDay(text: string): boolean;
export function isCivilDay(text: unknown): text is CivilDay;
export function isCivilDay(text: unknown): boolean {
	return typeof text === 'string' && !Number.isNaN(read(text));
}

/** Two digits at a place of the text; NaN when one of them is none. */
function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 48;
	const ones = text.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Written out instead of a pattern: every clock reads each of its days through here. NaN for what is not a day. */
function read(text: string): DayNumber {
	if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN;
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const date = twoDigits(text, 8);
	const exists = year >= 1900 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
	return exists ? fromParts(year, month, date) : Number.NaN;
}

export interface DayParts {
	readonly year: number;
	readonly month: number;
	readonly date: number;
}

/** @throws RangeError for text that is not a civil day. Check input with `isCivilDay` first. */
export function partsOfDay(day: CivilDay): DayParts {
	if (!isCivilDay(day)) throw new RangeError(`not a civil day: ${JSON.stringify(day)}`);
	const year = twoDigits(day, 0) * 100 + twoDigits(day, 2);
	return { year, month: twoDigits(day, 5), date: twoDigits(day, 8) };
}

function fromParts(year: number, month: number, date: number): DayNumber {
	// Years that begin in March put the leap day last, which makes the month lengths a formula.
	const y = month <= 2 ? year - 1 : year;
	const m = month <= 2 ? month + 9 : month - 3;
	const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
	return y * 365 + leapDays + Math.floor((m * 153 + 2) / 5) + date - 719_469;
}

/** @throws RangeError for text that is not a civil day. */
export function dayNumber(day: CivilDay): DayNumber {
	const number = read(day);
	if (Number.isNaN(number)) throw new RangeError(`not a civil day: ${JSON.stringify(day)}`);
	return number;
}

export function dayOfNumber(number: DayNumber): CivilDay {
	const shifted = number + 719_468;
	const era = Math.floor(shifted / 146_097);
	const ofEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
	);
	const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
	const date = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return writeDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

function writeDay(year: number, month: number, date: number): CivilDay {
	return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** 0 Monday … 6 Sunday. */
export function weekdayOfNumber(number: DayNumber): number {
	return (((number + 3) % 7) + 7) % 7;
}

/** 星期一 … 星期日. */
export function weekdayName(day: CivilDay): string {
	return WEEKDAYS[weekdayOfNumber(dayNumber(day))] ?? '';
}

export function addDays(day: CivilDay, days: number): CivilDay {
	return dayOfNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
	return dayNumber(to) - dayNumber(from);
}

/** The same date `months` later, or the last day of that month when it has no such date (民法典第二百零二条). */
export function addMonths(day: CivilDay, months: number): CivilDay {
	const { year, month, date } = partsOfDay(day);
	const total = year * 12 + month - 1 + months;
	const newYear = Math.floor(total / 12);
	const newMonth = total - newYear * 12 + 1;
	return writeDay(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

/** The civil day in China at an instant (ISO text with zone, or milliseconds). @throws RangeError when unreadable. */
export function dayOfInstant(instant: string | number): CivilDay {
	const ms = typeof instant === 'number' ? instant : Date.parse(instant);
	if (!Number.isFinite(ms)) throw new RangeError('not an instant');
	return dayOfNumber(Math.floor((ms + SHANGHAI_OFFSET_MS) / MS_PER_DAY));
}

/** 2026年3月16日, as letters print it. */
export function chineseDay(day: CivilDay): string {
	const { year, month, date } = partsOfDay(day);
	return `${year}年${month}月${date}日`;
}
