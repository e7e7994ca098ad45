/** `01-31` as two numbers; null when it is none. */
export function splitMonthDay(text: string | undefined): [month: number, day: number] | null {
	const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text ?? '') ?? [];
	return month && day ? [Number(month), Number(day)] : null;
}

/** Two numbers as `01-31`. */
export function joinMonthDay(month: number, day: number): string {
	return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
