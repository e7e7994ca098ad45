import { messages } from '../messages.zh.ts';

/** What is asked of an open case: working days left, and past the limit. */
export interface TimeLeft {
	readonly number: string | null;
	readonly left: number | null;
	readonly overdueDays: number;
	readonly paused: boolean;
}

/** Half of the twenty working days, a quarter of them, the last two mornings. */
const LEFT = [10, 5, 1, 0];
/** Once past its limit a case is spoken of this often, in working days. */
const LATE_EVERY = 5;

/** Whether a case is spoken of this morning. A limit that stands still is not. */
export function isSpokenOf({ left, overdueDays, paused }: TimeLeft): boolean {
	if (paused) return false;
	if (overdueDays > 0) return (overdueDays - 1) % LATE_EVERY === 0;
	return left !== null && LEFT.includes(left);
}

/** One morning's word to an office: numbers and days, nothing of what is asked or by whom. Null when there is none. */
export function deadlineNotice(
	office: string,
	cases: readonly TimeLeft[],
	replies: readonly TimeLeft[] = [],
): string | null {
	const answers = replies.filter(isSpokenOf);
	const spoken = cases.filter(isSpokenOf);
	const late = spoken.filter(({ overdueDays }) => overdueDays > 0);
	const near = spoken.filter(({ overdueDays }) => overdueDays === 0).sort((a, b) => (a.left ?? 0) - (b.left ?? 0));
	const parts = [
		...(late.length > 0
			? [
					messages.casesLate(
						late.length,
						listed(late, ({ overdueDays }) => messages.daysLate(overdueDays)),
					),
				]
			: []),
		...(near.length > 0
			? [
					messages.casesNear(
						near.length,
						listed(near, ({ left }) => messages.daysLeft(left ?? 0)),
					),
				]
			: []),
		...(answers.length > 0 ? [messages.repliesDue(answers.length, listed(answers, timeOf))] : []),
	];
	return parts.length === 0 ? null : messages.caseNotice(office, parts.join('；'));
}

function timeOf({ overdueDays, left }: TimeLeft): string {
	return overdueDays > 0 ? messages.daysLate(overdueDays) : messages.daysLeft(left ?? 0);
}

function listed(cases: readonly TimeLeft[], time: (one: TimeLeft) => string): string {
	return cases.map((one) => `${one.number ?? ''}（${time(one)}）`).join('、');
}
