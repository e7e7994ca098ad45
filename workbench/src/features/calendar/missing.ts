/** The first year without a notice, and whether limits already reach into it. */
export interface MissingYear {
	year: number;
	/** From November on the notice is out (国务院办公厅 publishes it in October or November), and limits of 20 working days cross the year. */
	urgent: boolean;
}

/** The year whose notice is to be loaded next. Nothing is missing while today's year is the last but one that is loaded. */
export function missingYear(coveredUntil: string | null, today: string): MissingYear | null {
	const now = Number(today.slice(0, 4));
	const next = coveredUntil === null ? now : Number(coveredUntil.slice(0, 4)) + 1;
	if (next > now + 1) return null;
	return { year: next, urgent: next <= now || today.slice(5) >= '11-01' };
}

/** Years that can be shown, newest first: those with a notice, and the missing one. */
export function shownYears(loaded: readonly number[], missing: MissingYear | null): number[] {
	const all = new Set([...loaded, ...(missing ? [missing.year] : [])]);
	return [...all].sort((a, b) => b - a);
}

/** The title a notice of that year has. */
export function usualTitle(year: number): string {
	return `国务院办公厅关于${year}年部分节假日安排的通知`;
}
