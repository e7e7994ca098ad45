import { addDays, isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import type { Validity } from '../types.ts';

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '9999-12-31';

/** A declaration about validity: from a day, on a ground. */
export interface ValidityMark {
	validity: Validity;
	onDay: string;
	basis: string;
}

/** The 继续有效目录 that leaves a document out. */
export interface ListedOut {
	title: string;
	onDay: string;
}

/** Validity of a document on a day: the last mark that has begun, and what passing of time makes of «valid». */
export function validityOn(marks: readonly ValidityMark[], expiresOn: string | null, day: string): Validity {
	const begun = marks.filter(({ onDay }) => onDay <= day);
	const last = begun.reduce<ValidityMark | null>((best, mark) => (best && best.onDay > mark.onDay ? best : mark), null);
	const declared = last?.validity ?? 'valid';
	const expired = expiresOn !== null && expiresOn < day;
	return expired && (declared === 'valid' || declared === 'revised') ? 'expired' : declared;
}

/** From a day on, a document is worth this; days ascend, and no two that follow each other say the same. */
export interface Standing {
	fromDay: string;
	validity: Validity;
}

/**
 * All that marks and term say of every day at once; before the first it is valid. What is kept in the index of words are these
 * days: the state is read off them for the day of the question (`validityOn` says the same of each).
 */
export function standingsOf(marks: readonly ValidityMark[], expiresOn: string | null): Standing[] {
	const days = [...marks.map(({ onDay }) => onDay), ...(expiresOn === null ? [] : endsOn(expiresOn))];
	const standings: Standing[] = [];
	for (const fromDay of [...new Set(days)].sort()) {
		const validity = validityOn(marks, expiresOn, fromDay);
		if (validity !== (standings.at(-1)?.validity ?? 'valid')) standings.push({ fromDay, validity });
	}
	return standings;
}

/** The first day on which a term is over. One that ends with the calendar never is. */
function endsOn(expiresOn: string): string[] {
	if (expiresOn >= LAST_DAY) return [];
	return [isCivilDay(expiresOn) ? addDays(expiresOn, 1) : FIRST_DAY];
}

/** What is wrong with a new mark. */
export function markIssues(mark: ValidityMark, current: Validity, formedOn: string): Issue[] {
	return collectIssues(
		mark.basis.trim() === '' && say('validity.basis', 'basis'),
		mark.onDay < formedOn && say('validity.day', 'onDay'),
		mark.validity === current && say('validity.same', 'validity'),
	);
}
