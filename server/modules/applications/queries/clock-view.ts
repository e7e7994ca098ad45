import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type ClockDay, explainClock, explainDays, type Segment } from '../clock-explain.ts';
import { clockEvents } from '../rules/history.ts';
import { selectApplication } from '../store/applications.ts';
import { type CaseRecord, caseRecord } from './case-record.ts';

/** How a due date came about: stretch by stretch, and day by day with the reason of each. */
export interface ClockView {
	segments: readonly Segment[];
	days: readonly ClockDay[];
	/** Newest holiday notice the count stands on. */
	calendarVersion: string;
}

export function clockView({ entries, calendar, clock }: Pick<CaseRecord, 'entries' | 'calendar' | 'clock'>): ClockView {
	if (!clock) return { segments: [], days: [], calendarVersion: calendar.version };
	const events = clockEvents(entries);
	const { segments } = explainClock(events, calendar);
	return { segments, days: explainDays(events, calendar), calendarVersion: calendar.version };
}

/** @throws AppError `notFound` outside the scope. */
export async function clockOfCase(reader: Reader, id: number): Promise<ClockView> {
	const application = await selectApplication(reader, scopeOf(reader.actor), id);
	return clockView(await caseRecord(reader, application));
}
