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

/** The civil day (YYYY-MM-DD) of an instant in China, where every statutory day is counted. */
export function civilDay(instant: Date): string {
	return DAY_IN_CHINA.format(instant);
}
