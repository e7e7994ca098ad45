/** Where «now» comes from, so that tests and the demo year can set it. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set. */
export function fixedClock(start: string | Date): Clock & { set(to: string | Date): void } {
	let current = new Date(start);
	return {
		now: () => new Date(current),
		set: (to) => {
			current = new Date(to);
		},
	};
}

const DAY_IN_CHINA = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Asia/Shanghai',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
});

/** Since China gave up summer time its day begins at 16:00 UTC; before, only the zone's history knows. */
const STEADY_SINCE = Date.UTC(1992, 0, 1);
const STEADY_UNTIL = Date.UTC(9999, 0, 1);
const AHEAD_MS = 8 * 3_600_000;

/** `2026-06-01T09:00`, the minute of an instant in China; null where it takes the history of its zone to tell. */
export function steadyMinute(instant: Date): string | null {
	const at = instant.getTime();
	return at >= STEADY_SINCE && at < STEADY_UNTIL ? new Date(at + AHEAD_MS).toISOString().slice(0, 16) : null;
}

/** The civil day (YYYY-MM-DD) of an instant in China, where every statutory day is counted. */
export function civilDay(instant: Date): string {
	// A page names dozens of days, and the zone's history takes ten times as long.
	return steadyMinute(instant)?.slice(0, 10) ?? DAY_IN_CHINA.format(instant);
}
