import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { Exam, Question, Quota } from '../model.ts';
import { shortQuotas } from './drawing.ts';

export type ExamInput = Pick<
	Exam,
	| 'title'
	| 'note'
	| 'mode'
	| 'chosen'
	| 'quotas'
	| 'offices'
	| 'opensAt'
	| 'closesAt'
	| 'minutes'
	| 'passMark'
	| 'tries'
	| 'sealed'
>;

/** What is wrong with an exam as it is written down; its questions are looked at when it is announced. */
export function examIssues({ title, opensAt, closesAt, quotas, mode }: ExamInput): Issue[] {
	const { length } = [...title.trim()];
	return collectIssues(
		(length < 2 || length > 100) && issue('exam.title', messages.title, 'title'),
		closesAt <= opensAt && issue('exam.window', messages.window, 'closesAt'),
		mode === 'random' ? quotas.flatMap(rangeIssue) : [],
	);
}

function rangeIssue({ from, to }: Quota, at: number): Issue[] {
	return from <= to ? [] : [issue('exam.range', messages.quotaRange, `quotas.${at}.to`)];
}

/** What keeps an exam from being announced, against the bank as it is now. */
export function announceIssues(exam: ExamInput, bank: readonly Question[], now: Date): Issue[] {
	const room = (exam.closesAt.getTime() - exam.opensAt.getTime()) / 60_000;
	return collectIssues(
		examIssues(exam),
		exam.closesAt <= now && issue('exam.past', messages.windowPast, 'closesAt'),
		room < exam.minutes && issue('exam.short', messages.windowShort, 'minutes'),
		exam.mode === 'fixed' ? chosenIssues(exam.chosen, bank) : quotaIssues(exam.quotas, bank),
	);
}

function chosenIssues(chosen: readonly string[], bank: readonly Question[]): Issue[] {
	if (chosen.length === 0) return [issue('exam.chosen', messages.chosen, 'chosen')];
	const known = new Set(bank.map(({ key }) => key));
	const gone = chosen.filter((key) => !known.has(key)).length;
	return gone > 0 ? [issue('exam.gone', messages.chosenGone(gone), 'chosen')] : [];
}

function quotaIssues(quotas: readonly Quota[], bank: readonly Question[]): Issue[] {
	if (quotas.length === 0) return [issue('exam.quotas', messages.quotas, 'quotas')];
	return shortQuotas(quotas, bank).map((at) => issue('exam.quota', messages.quotaShort(at + 1), `quotas.${at}.count`));
}

/** The questions an exam keeps: those named, or all that a draw may take. */
export function poolOf({ mode, chosen, quotas }: ExamInput, bank: readonly Question[]): Question[] {
	if (mode === 'fixed') {
		const known = new Map(bank.map((question) => [question.key, question]));
		return [...new Set(chosen)].flatMap((key) => known.get(key) ?? []);
	}
	return bank.filter(({ kind, level, article }) =>
		quotas.some(
			(quota) =>
				quota.kind === kind &&
				(quota.level === 0 || quota.level === level) &&
				article >= quota.from &&
				article <= quota.to,
		),
	);
}
