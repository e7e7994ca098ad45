import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { CivilDay } from '../../../kernel/civil-day.ts';
import { type ClockToday, clockOn } from '../clock.ts';
import type { ClockEvent } from '../clock-events.ts';
import type { ClockFacts } from './facts.ts';

/**
 * What the history of a case keeps for the clock: its events, and the days on which a paper sent earlier reached its
 * reader, which become known later and may not change what was written before.
 */
export type ClockEntry =
	| ClockEvent
	| { readonly type: 'consultationDelivered'; readonly on: CivilDay; readonly id: string }
	| { readonly type: 'feeDelivered'; readonly on: CivilDay };

/** The events as the clock takes them: each delivery joined to what was sent. */
export function clockEvents(entries: readonly ClockEntry[]): ClockEvent[] {
	const events: ClockEvent[] = [];
	for (const entry of entries) {
		if (entry.type === 'consultationDelivered') {
			const at = events.findLastIndex((event) => event.type === 'consultationSent' && event.id === entry.id);
			const sent = events[at];
			if (sent?.type === 'consultationSent') events[at] = { ...sent, deliveredOn: entry.on };
		} else if (entry.type === 'feeDelivered') {
			const at = events.findLastIndex((event) => event.type === 'feeNotified');
			const sent = events[at];
			if (sent?.type === 'feeNotified') events[at] = { ...sent, deliveredOn: entry.on };
		} else events.push(entry);
	}
	return events;
}

/** An answer ordered by a review body or a court: its own limit, when the statutory clock has long stopped. */
export interface RedoOrder {
	readonly orderedOn: CivilDay;
	readonly days: number;
}

/** The clock of a case on a day; null while it has not even arrived (a draft). */
export function clockToday(
	entries: readonly ClockEntry[],
	calendar: WorkingCalendar,
	today: CivilDay,
): ClockToday | null {
	const events = clockEvents(entries);
	return events.some(({ type, on }) => type === 'received' && on <= today) ? clockOn(today, events, calendar) : null;
}

/** What the guards and the lists need of the clock. */
export function clockFacts(
	clock: ClockToday | null,
	calendar: WorkingCalendar,
	today: CivilDay,
	redo: RedoOrder | null,
): ClockFacts {
	const ordered = redo ? calendar.addWorkingDays(redo.orderedOn, redo.days).day : null;
	const dueOn = ordered ?? openDue(clock);
	return {
		dueOn,
		overdue: dueOn !== null && today > dueOn,
		supplementNoticeBy: clock?.clock.supplementNoticeDue ?? null,
		supplementBy: clock?.clock.supplementUntil ?? null,
		payBy: clock?.clock.feePayBy ?? null,
		extended: clock?.clock.extensionUsed ?? false,
	};
}

function openDue(clock: ClockToday | null): CivilDay | null {
	if (!clock || clock.clock.status === 'served' || clock.clock.status === 'ended') return null;
	return clock.clock.due;
}
