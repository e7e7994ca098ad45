/** Months between which readings are summed, both counted. */
export interface Months {
	from: string;
	to: string;
}

/** As many months one by one; older ones stand in their years. */
const MONTHS = 12;

/** What can be chosen on a day, the first unless something else is: this year, the months back to a year ago, last year. */
export function readPeriods(today: string): { value: string; label: string; months: Months }[] {
	const year = Number(today.slice(0, 4));
	const month = Number(today.slice(5, 7));
	const single = Array.from({ length: MONTHS }, (_, back) => {
		const at = year * 12 + month - 1 - back;
		const value = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
		return { value, label: `${value.slice(0, 4)}年${Number(value.slice(5))}月`, months: { from: value, to: value } };
	});
	return [yearOf(year, '今年'), ...single, yearOf(year - 1, '去年')];
}

function yearOf(year: number, word: string) {
	return { value: String(year), label: `${word}（${year}年）`, months: { from: `${year}-01`, to: `${year}-12` } };
}

/** The period an address names; what it does not know is this year. */
export function chosenPeriod(value: string, today: string): ReturnType<typeof readPeriods>[number] {
	const [first, ...rest] = readPeriods(today);
	const known = [first, ...rest].find((one) => one?.value === value) ?? first;
	if (!known) throw new Error('no period');
	return known;
}
