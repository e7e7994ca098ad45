import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { Step } from '../model.ts';

/** 事后补审 of what went out by the urgent path. Our own limit: no law sets one. */
export const URGENT_REVIEW_DAYS = 3;

/** Whether an edition with these steps went out by the urgent path and was read by nobody since. */
export function isUrgentUnread(steps: readonly Pick<Step, 'action'>[]): boolean {
	const handed = steps.findLast(({ action }) => HANDED_ON.includes(action));
	return handed?.action === 'submitUrgent' && !steps.some(({ action }) => action === 'postReview');
}

/** The last day on which it may be read, for something published on a day, and whether that has passed. */
export function urgentLimit(
	calendar: WorkingCalendar,
	publishedOn: string,
	today: string,
): { due: string; mark: string | null; late: boolean } {
	const { day: due, mark } = calendar.addWorkingDays(publishedOn, URGENT_REVIEW_DAYS);
	return { due, mark, late: today > due };
}

const HANDED_ON: readonly string[] = ['submit', 'skipProofreading', 'submitUrgent'];
