import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { daysBetween } from '../../../kernel/civil-day.ts';
import { type Consultation, LEAST_DAYS, type Phase } from '../model/consultation.ts';

/** The days somebody has to answer. The first is not counted (民法典第二百零一条): 1 June to 1 July are thirty. */
export function daysOf(fromDay: string, toDay: string): number {
	return daysBetween(fromDay, toDay);
}

export function isShort(fromDay: string, toDay: string): boolean {
	return daysOf(fromDay, toDay) < LEAST_DAYS;
}

/** The first day of a consultation that is signed today: the planned one, or today when that has passed or none was set. */
export function firstDay(planned: string | null, today: string): string {
	return planned !== null && planned > today ? planned : today;
}

/** Where it stands today; null before it is signed and after it was withdrawn. It closes at the end of its last day. */
export function phaseOf(
	{ state, fromDay, toDay }: Pick<Consultation, 'state' | 'fromDay' | 'toDay'>,
	today: string,
): Phase | null {
	if (state === 'published') return 'answered';
	if ((state !== 'open' && state !== 'resultToSign') || fromDay === null) return null;
	if (today < fromDay) return 'coming';
	return today <= toDay ? 'open' : 'closed';
}

/** When the result is due, and whether it is late. No law says: the county does. */
export interface ResultLimit {
	dueOn: string;
	mark: string | null;
	overdue: boolean;
}

/**
 * @param answeredOn day on which the result was published; null while it is not
 * @param workingDays from the last day to the result; the county's setting
 */
export function resultLimit(
	toDay: string,
	answeredOn: string | null,
	calendar: WorkingCalendar,
	today: string,
	workingDays: number,
): ResultLimit {
	const { day, mark } = calendar.addWorkingDays(toDay, workingDays);
	return { dueOn: day, mark, overdue: (answeredOn ?? today) > day };
}
