import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import type { Validity } from '../types.ts';

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

/** What is wrong with a new mark. */
export function markIssues(mark: ValidityMark, current: Validity, formedOn: string): Issue[] {
	return collectIssues(
		mark.basis.trim() === '' && say('validity.basis', 'basis'),
		mark.onDay < formedOn && say('validity.day', 'onDay'),
		mark.validity === current && say('validity.same', 'validity'),
	);
}
