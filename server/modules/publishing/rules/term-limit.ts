/** The last day a term of so many years can have that begins on a day; 29 February ends with February. */
export function latestTerm(from: string, years: number): string {
	const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
	const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
	return new Date(Date.UTC(year + years, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}
