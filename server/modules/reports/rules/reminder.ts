import { addDays, type CivilDay, chineseDay, daysBetween } from '../../../kernel/civil-day.ts';
import { messages } from '../messages.zh.ts';
import type { ReportState } from '../workflow.ts';

/** What an office still owes, and by when. */
export interface Owed {
	readonly step: 'submit' | 'publish';
	readonly due: CivilDay;
}

export type ReminderKind = 'before' | 'late' | 'urged';

/** Once a deadline has passed it is spoken of this often, in days. */
const LATE_EVERY = 7;

/** What an office owes in this state; null when it waits for the county, or is done. The county's own report is handed to nobody. */
export function owedIn(
	state: ReportState | 'none',
	days: { submitBy: CivilDay; publishBy: CivilDay },
	isCounty: boolean,
): Owed | null {
	switch (state) {
		case 'published':
		case 'superseded':
			return null;
		case 'submitted':
			return isCounty ? { step: 'publish', due: days.publishBy } : null;
		case 'accepted':
			return { step: 'publish', due: days.publishBy };
		default:
			return isCounty ? { step: 'publish', due: days.publishBy } : { step: 'submit', due: days.submitBy };
	}
}

/** Whether the calendar speaks on this day: so many days before the deadline, on the day after it, and every week from then on. */
export function reminderOn(today: CivilDay, due: CivilDay, daysBefore: readonly number[]): 'before' | 'late' | null {
	if (today <= due) return daysBefore.includes(daysBetween(today, due)) ? 'before' : null;
	return daysBetween(addDays(due, 1), today) % LATE_EVERY === 0 ? 'late' : null;
}

/** What the office is told. */
export function reminderText(
	{ officeName, year, today }: { officeName: string; year: number; today: CivilDay },
	{ step, due }: Owed,
	note: string,
): string {
	const act = step === 'submit' ? '报送县级主管部门' : '向社会公开';
	const late =
		today > due ? messages.reminderLate(daysBetween(due, today)) : messages.reminderLeft(daysBetween(today, due));
	return [messages.reminder(officeName, year, chineseDay(due), act, late), note]
		.filter((part) => part !== '')
		.join('\n');
}
