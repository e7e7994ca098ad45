import { daysBetween } from './format.ts';

export interface DueFacts {
	/** Last day, `YYYY-MM-DD`. */
	due: string;
	today: string;
	/** Days left as the server counted them (working days for most limits of the 条例); calendar days when left out. */
	daysLeft?: number | undefined;
	unit?: '个工作日' | '天' | undefined;
	/** The matter is closed: nothing runs any more. `late` says whether it was closed too late. */
	closed?: { late: boolean } | undefined;
}

export type DueKind = 'closed' | 'closedLate' | 'overdue' | 'today' | 'soon' | 'normal';

/** From how many days left the badge asks for attention. */
const SOON = 5;

/** What the badge says; the words carry the meaning, the colour only repeats it. */
export function dueState({ due, today, daysLeft, unit, closed }: DueFacts): { kind: DueKind; text: string } {
	if (closed) return closed.late ? { kind: 'closedLate', text: '逾期办结' } : { kind: 'closed', text: '按期办结' };
	const calendar = daysBetween(today, due);
	const counted = unit ?? (daysLeft === undefined ? '天' : '个工作日');
	const left = daysLeft ?? calendar;
	// The civil day decides between today and overdue: on a Saturday no working day is left, and the limit may be Monday.
	if (calendar < 0) return { kind: 'overdue', text: `已逾期${Math.max(1, Math.abs(left))}${counted}` };
	if (calendar === 0) return { kind: 'today', text: '今日到期' };
	return { kind: left <= SOON ? 'soon' : 'normal', text: `还剩${Math.max(0, left)}${counted}` };
}
