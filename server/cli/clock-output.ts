import { z } from 'zod';
import type { CountedDay, WorkingCalendar } from '../kernel/calendar.ts';
import type { CivilDay } from '../kernel/civil-day.ts';
import {
	type ClockDay,
	type ClockEvent,
	type ClockToday,
	clockOn,
	explainClock,
	explainDays,
} from '../modules/applications/index.ts';

/**
 * What `gongkai clock --json` prints: one JSON object. `kind` is `count` for `--received … --days …` (a plain count of
 * working days) and `application` for a statutory clock. Days are `YYYY-MM-DD`. Fields are added, never changed.
 */
const dayText = z.string().meta({ format: 'date' });
const dayOrNull = dayText.nullable();

const day = z.strictObject({
	day: dayText,
	weekday: z.string(),
	counted: z.boolean(),
	/** Which counted day it is, from 1; null when skipped. */
	count: z.int().nullable(),
	/** 工作日, 周末, 春节放假, 调休上班（春节）, 工作日，征求第三方意见，不计入答复期限 … */
	reason: z.string(),
	/** No holiday notice is loaded for this day. */
	provisional: z.boolean(),
});

const common = {
	received: dayOrNull,
	/** Last day; null while no period binds. */
	due: dayOrNull,
	beyondCalendar: z.boolean(),
	/** 「日历未发布，暂按周末推算」 when `beyondCalendar`; must be shown with `due`. */
	mark: z.string().nullable(),
	/** The holiday notices counted with: the newest one, and the last day they cover. */
	calendar: z.strictObject({ version: z.string(), lastCovered: dayOrNull }),
	/** Every day from receipt to `due`. */
	days: z.array(day),
};

const today = z.strictObject({
	today: dayText,
	alarm: z.enum(['none', 'normal', 'ten', 'fifteen', 'overdue']),
	paused: z.boolean(),
	used: z.int().nullable(),
	left: z.int().nullable(),
	overdueDays: z.int(),
});

const segment = z.strictObject({
	kind: z.enum(['counted', 'extension', 'paused', 'delay', 'void', 'waiting']),
	from: dayText,
	to: dayOrNull,
	workingDays: z.int().nullable(),
	ground: z.string(),
	article: z.string(),
});

const note = z.strictObject({
	/** Place of the event in the file, from 0. */
	at: z.int(),
	type: z.string(),
	on: dayText,
	key: z.string(),
	message: z.string(),
	/** Whether the event counted all the same. */
	applied: z.boolean(),
});

export const clockOutputSchema = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('count'), ...common, workingDays: z.int() }),
	z.strictObject({
		kind: z.literal('application'),
		...common,
		regulation: z.enum(['711', '492']),
		status: z.enum(['awaitingConfirmation', 'running', 'awaitingSupplement', 'awaitingFee', 'served', 'ended']),
		/** Day 0 of the period that counts now. */
		started: dayOrNull,
		/** `due` without extension and delay. */
		firstDue: dayOrNull,
		supplementNoticeDue: dayOrNull,
		supplementUntil: dayOrNull,
		feePayBy: dayOrNull,
		extensionDays: z.int(),
		pausedDays: z.int(),
		served: dayOrNull,
		ended: dayOrNull,
		late: z.boolean().nullable(),
		segments: z.array(segment),
		notes: z.array(note),
		/** With `--today`: the clock as it stood at the end of that day. */
		today: today.nullable(),
	}),
]);

export type ClockOutput = z.output<typeof clockOutputSchema>;
export type CountOutput = Extract<ClockOutput, { kind: 'count' }>;
export type ApplicationOutput = Extract<ClockOutput, { kind: 'application' }>;

/** Counts n working days from a day. @throws RangeError outside 2000–2099. */
export function countOutput(received: CivilDay, workingDays: number, calendar: WorkingCalendar): CountOutput {
	const { limit, days } = calendar.explain(received, workingDays);
	return {
		kind: 'count',
		received,
		workingDays,
		due: limit.day,
		beyondCalendar: limit.beyondCalendar,
		mark: limit.mark,
		calendar: { version: calendar.version, lastCovered: calendar.lastCovered },
		days: days.map(dayOutput),
	};
}

/** The statutory clock of an application. @throws RangeError as `computeClock`. */
export function applicationOutput(
	events: readonly ClockEvent[],
	calendar: WorkingCalendar,
	seenOn?: CivilDay,
): ApplicationOutput {
	const { clock, segments } = explainClock(events, calendar);
	const seen = seenOn !== undefined && events.some((event) => event.type === 'received' && event.on <= seenOn);
	return {
		kind: 'application',
		received: clock.receivedOn,
		due: clock.due,
		beyondCalendar: clock.beyondCalendar,
		mark: clock.mark,
		calendar: { version: calendar.version, lastCovered: calendar.lastCovered },
		regulation: clock.regulation,
		status: clock.status,
		started: clock.startedOn,
		firstDue: clock.firstDue,
		supplementNoticeDue: clock.supplementNoticeDue,
		supplementUntil: clock.supplementUntil,
		feePayBy: clock.feePayBy,
		extensionDays: clock.extensionDays,
		pausedDays: clock.pausedDays,
		served: clock.servedOn,
		ended: clock.endedOn,
		late: clock.late,
		segments: [...segments],
		notes: [...clock.notes],
		today: seen ? todayOutput(clockOn(seenOn, events, calendar)) : null,
		days: explainDays(events, calendar).map(dayOutput),
	};
}

function dayOutput({ day, weekday, counted, count, reason, provisional }: CountedDay | ClockDay) {
	return { day, weekday, counted, count, reason, provisional };
}

function todayOutput({ today, alarm, paused, used, left, overdueDays }: ClockToday) {
	return { today, alarm, paused, used, left, overdueDays };
}
