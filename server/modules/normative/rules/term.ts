import { addDays } from '../../../kernel/civil-day.ts';
import type { Evaluation } from '../model.ts';

/** A day some months later: the last day of a month that has no such day. */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const first = new Date(Date.UTC(year, month - 1 + months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(date, last));
	return first.toISOString().slice(0, 10);
}

/** Whether a document in force ends within so many months, counted from today; its last day is one of force. */
export function isExpiring(expiresOn: string | null, today: string, months: number): boolean {
	return expiresOn !== null && expiresOn >= today && expiresOn <= addMonths(today, months);
}

/** The evaluation that was made of this term; one of an earlier term asks for another. */
export function evaluationOf(evaluations: readonly Evaluation[], expiresOn: string | null): Evaluation | null {
	return evaluations.findLast((one) => one.expiresOn === expiresOn) ?? null;
}

/** 备案 within so many days of 公布; late once they have passed. */
export function filingLimit(
	publishedOn: string,
	days: number,
	at: { submittedOn: string | null; today: string },
): { due: string; late: boolean } {
	const due = addDays(publishedOn, days);
	return { due, late: (at.submittedOn ?? at.today) > due };
}
