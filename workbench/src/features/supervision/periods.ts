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

/** A share in hundredths, to one place. */
export function share(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
