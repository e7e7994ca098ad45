import type { WorkingCalendar } from '../../kernel/calendar.ts';
import type { DayNumber } from '../../kernel/civil-day.ts';
import type { Pause, Run } from './clock-model.ts';

export function newRun(start: DayNumber, ground: Run['ground'], base: number): Run {
	return {
		start,
		ground,
		base,
		extension: 0,
		extendedOn: null,
		delayedOn: null,
		delayedUntil: null,
		stop: null,
		stoppedBy: null,
	};
}

/**
 * Working days d with start < d ≤ until inside at least one pause: overlapping ones are not counted twice.
 * Null when `until` is left out and a pause has no known end.
 */
export function pausedDays(
	pauses: readonly Pause[],
	start: DayNumber,
	calendar: WorkingCalendar,
	until = Number.POSITIVE_INFINITY,
): number | null {
	let days = 0;
	let reached = start;
	for (const { from, to } of pauses) {
		const end = Math.min(to ?? Number.POSITIVE_INFINITY, until);
		if (end === Number.POSITIVE_INFINITY) return null;
		if (from > reached) reached = from;
		if (end > reached) {
			days += calendar.count(reached, end);
			reached = end;
		}
	}
	return days;
}

/**
 * Last day for the answer as far as is known; null while a pause without a known end is open.
 * The agreed day of 第三十五条 replaces the period, and consultations lengthen only the period of 第三十三条.
 */
export function dueOf(
	run: Run,
	pauses: readonly Pause[],
	calendar: WorkingCalendar,
	extension = run.extension,
): DayNumber | null {
	if (run.delayedUntil !== null) return run.delayedUntil;
	const paused = pauses.length === 0 ? 0 : pausedDays(pauses, run.start, calendar);
	return paused === null ? null : calendar.add(run.start, run.base + extension + paused);
}

/** Last day for the answer of 第三十三条 if every open pause ended on `day`. */
export function dueIfEnded(run: Run, pauses: readonly Pause[], calendar: WorkingCalendar, day: DayNumber): DayNumber {
	const paused = pausedDays(pauses, run.start, calendar, day) ?? 0;
	return calendar.add(run.start, run.base + run.extension + paused);
}
