import type { Attempt, Exam, Question } from '../model.ts';

export type Window = 'before' | 'open' | 'after';

/** Where an exam stands on its window; both ends by the server's clock, the last moment excluded. */
export function windowOf({ opensAt, closesAt }: Pick<Exam, 'opensAt' | 'closesAt'>, now: Date): Window {
	if (now < opensAt) return 'before';
	return now < closesAt ? 'open' : 'after';
}

/** When a try that begins now ends: its minutes, and never after the window. */
export function dueOf({ minutes, closesAt }: Pick<Exam, 'minutes' | 'closesAt'>, now: Date): Date {
	return new Date(Math.min(now.getTime() + minutes * 60_000, closesAt.getTime()));
}

/** A try is over once it is handed in, or its time is up: then what was saved in time counts. */
export function isOver({ submittedAt, dueAt }: Pick<Attempt, 'submittedAt' | 'dueAt'>, now: Date): boolean {
	return submittedAt !== null || now >= dueAt;
}

/** Whether right answers may be shown to somebody who has taken it: never while they, or a sealed exam, have a try to come. */
export function mayReview(
	exam: Pick<Exam, 'sealed' | 'opensAt' | 'closesAt' | 'tries'>,
	own: { tries: number; passed: boolean; running: boolean },
	now: Date,
): boolean {
	if (own.tries === 0 || own.running) return false;
	if (windowOf(exam, now) === 'after') return true;
	return !exam.sealed && (own.passed || own.tries >= exam.tries);
}

/** A question as whoever takes the exam gets it. A list of what is shown, so that nothing new slips through. */
export function withoutAnswer({ key, kind, text, options }: Question) {
	return { key, kind, text, options: [...options] };
}
