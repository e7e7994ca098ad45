export interface Period {
	from?: string;
	to?: string;
}

/** Days of a month, its last found as the day before the next begins. */
function daysOf(year: number, month: number, months: number): Required<Period> {
	const day = (date: Date) => date.toISOString().slice(0, 10);
	return { from: day(new Date(Date.UTC(year, month, 1))), to: day(new Date(Date.UTC(year, month + months, 0))) };
}

/** The whole month before the one of `today`. */
export function monthOf(today: string): Required<Period> {
	return daysOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 2, 1);
}

/** The whole quarter before the one of `today`. */
export function quarterOf(today: string): Required<Period> {
	const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
	return daysOf(Number(today.slice(0, 4)), (quarter - 1) * 3, 3);
}

/** The days of a month told as `2026-05`. */
export function monthSpan(month: string): Required<Period> {
	return daysOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1);
}

/** The days of a year, as far as they have come. */
export function yearSpan(year: string, today: string): Required<Period> {
	const to = `${year}-12-31`;
	return { from: `${year}-01-01`, to: to < today ? to : today };
}

/** What of some days lies within others. */
export function within(days: Required<Period>, { from, to }: Required<Period>): Required<Period> {
	return { from: days.from > from ? days.from : from, to: days.to < to ? days.to : to };
}

/** A share in hundredths, to one place. */
export function share(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
