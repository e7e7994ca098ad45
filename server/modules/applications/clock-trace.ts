import type { WorkingCalendar } from '../../kernel/calendar.ts';
import { dayNumber } from '../../kernel/civil-day.ts';
import { type ClockRuleSet, ORDER_711_FROM } from '../../law/clocks.ts';
import type { ClockEvent, ClockEventOf } from './clock-events.ts';
import type { Trace } from './clock-model.ts';
import { note } from './clock-notes.ts';
import { take } from './clock-steps.ts';

/**
 * Folds the events in the order of their days: when an event was entered does not matter, when it happened does.
 * @throws RangeError without a `received` event or with a day that does not exist (`checkEvents`, the schema find both).
 */
export function traceClock(events: readonly ClockEvent[], calendar: WorkingCalendar, rules: ClockRuleSet): Trace {
	const order = inOrder(events);
	const trace = begin(events, order, rules);
	for (const at of order) {
		const event = events[at];
		const remark = event && take(trace, calendar, event, at);
		if (remark) trace.notes.push(note(remark, at, event));
	}
	return trace;
}

/** Positions of the events by day; those of one day as written. */
function inOrder(events: readonly ClockEvent[]): number[] {
	const day = (at: number) => events[at]?.on ?? '';
	const order = events.map((_, at) => at);
	const sorted = order.every((at) => at === 0 || day(at - 1) <= day(at));
	return sorted ? order : order.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
}

/** Art 31: handed in or signed for counts from that day; other ways from the day both sides confirmed. */
function begin(events: readonly ClockEvent[], order: readonly number[], rules: ClockRuleSet): Trace {
	let receivedAt = -1;
	let confirmedAt: number | null = null;
	for (const at of order) {
		const type = events[at]?.type;
		if (type === 'received' && receivedAt < 0) receivedAt = at;
		if (type === 'confirmed' && receivedAt >= 0) confirmedAt ??= at;
	}
	const received = events[receivedAt];
	if (received?.type !== 'received') throw new RangeError('no received event');
	const fixedAt = fixesReceipt(received, receivedAt, confirmedAt);
	const receivedOn = fixedAt === null ? null : (events[fixedAt]?.on ?? null);
	const old = (receivedOn ?? received.on) < ORDER_711_FROM;
	return {
		regulation: old ? '492' : '711',
		rules: old ? rules.order492 : rules.order711,
		arrivedOn: dayNumber(received.on),
		receivedOn: receivedOn === null ? null : dayNumber(receivedOn),
		receivedAt,
		fixedAt,
		status: 'awaitingConfirmation',
		runs: [],
		pauses: [],
		supplement: null,
		fee: null,
		extensionUsed: false,
		servedOn: null,
		endedOn: null,
		notes: [],
	};
}

function fixesReceipt({ channel }: ClockEventOf<'received'>, receivedAt: number, confirmedAt: number | null) {
	switch (channel) {
		case 'counter':
		case 'oral':
		case 'post':
			return receivedAt;
		case undefined:
			return confirmedAt ?? receivedAt;
		default:
			return confirmedAt;
	}
}
