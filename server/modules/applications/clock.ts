import type { WorkingCalendar } from '../../kernel/calendar.ts';
import { type CivilDay, type DayNumber, dayNumber, dayOfNumber } from '../../kernel/civil-day.ts';
import { type ClockRuleSet, clockRules } from '../../law/clocks.ts';
import { dueOf, pausedDays } from './clock-due.ts';
import type { ClockEvent } from './clock-events.ts';
import type { ClockStatus, Run, Trace } from './clock-model.ts';
import type { ClockNote } from './clock-notes.ts';
import { traceClock } from './clock-trace.ts';

export type { ClockNote, ClockStatus };

const DEFAULT_RULES = clockRules();

/** The statutory clock of one application, recomputed from its events. Days are civil days. */
export interface Clock {
	/** The order the application runs on, by the day of receipt. */
	readonly regulation: '711' | '492';
	readonly status: ClockStatus;
	/** Day of receipt by 第三十一条; null while it waits for confirmation. */
	readonly receivedOn: CivilDay | null;
	/** Day 0 of the period that counts now: receipt, supplement or payment. */
	readonly startedOn: CivilDay | null;
	/** Last day for the answer. Null before the start, while waiting for supplement or fee, or for a ruling. */
	readonly due: CivilDay | null;
	/** `due` without extension and delay: the «first limit» of D06. */
	readonly firstDue: CivilDay | null;
	/** A shown `due` must carry `mark` when this is true. */
	readonly beyondCalendar: boolean;
	readonly mark: string | null;
	/** Last day for the one supplement notice; null when it was sent, or none is set (492). */
	readonly supplementNoticeDue: CivilDay | null;
	/** Last day the applicant has to supplement. */
	readonly supplementUntil: CivilDay | null;
	/** Last day to pay the fee; null until it is known when the notice was received. */
	readonly feePayBy: CivilDay | null;
	/** Working days granted on the period that counts now. */
	readonly extensionDays: number;
	/** An extension was granted at some time: there is no second one. */
	readonly extensionUsed: boolean;
	/** Working days of consultations not counted in the period that counts now. */
	readonly pausedDays: number;
	readonly servedOn: CivilDay | null;
	readonly endedOn: CivilDay | null;
	/** Served after `due`; null while not served or when no period was running. */
	readonly late: boolean | null;
	/** Events that could not be taken as they stand. */
	readonly notes: readonly ClockNote[];
}

/** @throws RangeError as `traceClock`. */
export function computeClock(
	events: readonly ClockEvent[],
	calendar: WorkingCalendar,
	rules: ClockRuleSet = DEFAULT_RULES,
): Clock {
	return clockOf(traceClock(events, calendar, rules), calendar);
}

/** Reads the answers off a trace. */
export function clockOf(trace: Trace, calendar: WorkingCalendar): Clock {
	const run = countedRun(trace);
	const due = run ? dueOf(run, trace.pauses, calendar) : null;
	const limit = run && due !== null ? calendar.limit(run.start, due) : null;
	return {
		regulation: trace.regulation,
		status: trace.status,
		receivedOn: written(trace.receivedOn),
		startedOn: written(run?.start),
		due: limit?.day ?? null,
		firstDue: run && changed(run) ? written(firstDueOf(run, trace, calendar)) : (limit?.day ?? null),
		beyondCalendar: limit?.beyondCalendar ?? false,
		mark: limit?.mark ?? null,
		supplementNoticeDue: written(supplementNoticeDue(trace, calendar)),
		supplementUntil: written(trace.supplement?.until),
		feePayBy: written(trace.fee?.payBy),
		extensionDays: run?.extension ?? 0,
		extensionUsed: trace.extensionUsed,
		pausedDays: run && due !== null ? (pausedDays(trace.pauses, run.start, calendar) ?? 0) : 0,
		servedOn: written(trace.servedOn),
		endedOn: written(trace.endedOn),
		late: trace.servedOn === null || due === null ? null : trace.servedOn > due,
		notes: trace.notes,
	};
}

/** The run whose limit binds now: none before the start, and none while a supplement or a payment is awaited. */
export function countedRun(trace: Trace): Run | undefined {
	const run = trace.runs.at(-1);
	if (!run || trace.status === 'awaitingFee') return undefined;
	return run.stoppedBy === 'supplementRequested' || run.stoppedBy === 'feeNotified' ? undefined : run;
}

function changed(run: Run): boolean {
	return run.extension > 0 || run.delayedUntil !== null;
}

export function firstDueOf(run: Run, trace: Trace, calendar: WorkingCalendar): DayNumber | null {
	return dueOf({ ...run, delayedUntil: null }, trace.pauses, calendar, 0);
}

function supplementNoticeDue({ receivedOn, rules, supplement, status }: Trace, calendar: WorkingCalendar) {
	const over = status === 'served' || status === 'ended';
	if (receivedOn === null || rules.supplementNoticeDays === null || supplement || over) return null;
	return calendar.add(receivedOn, rules.supplementNoticeDays);
}

function written(day: DayNumber | null | undefined): CivilDay | null {
	return day === null || day === undefined ? null : dayOfNumber(day);
}

/** How urgent a clock is: ten and fifteen working days of the period used (an extension moves both), overdue. */
export type Alarm = 'none' | 'normal' | 'ten' | 'fifteen' | 'overdue';

/** A clock seen on one day. Computed whenever it is looked at, never stored. */
export interface ClockToday {
	readonly clock: Clock;
	readonly today: CivilDay;
	readonly alarm: Alarm;
	/** Today falls into a consultation: the period stands still. */
	readonly paused: boolean;
	/** Working days used up to and including today; null when no period binds. */
	readonly used: number | null;
	/** Working days left after today. */
	readonly left: number | null;
	/** Working days past the limit. */
	readonly overdueDays: number;
}

/** The clock as it stood at the end of `today`: later events are not looked at. @throws RangeError as `traceClock`. */
export function clockOn(
	today: CivilDay,
	events: readonly ClockEvent[],
	calendar: WorkingCalendar,
	rules: ClockRuleSet = DEFAULT_RULES,
): ClockToday {
	const trace = traceClock(
		events.filter((event) => event.on <= today),
		calendar,
		rules,
	);
	const clock = clockOf(trace, calendar);
	const now = dayNumber(today);
	const run = countedRun(trace);
	const over = trace.status === 'served' || trace.status === 'ended';
	if (!run || over) return { clock, today, alarm: 'none', paused: false, used: null, left: null, overdueDays: 0 };
	const paused = trace.pauses.some((pause) => pause.from < now && (pause.to === null || now <= pause.to));
	const used = calendar.count(run.start, now) - (pausedDays(trace.pauses, run.start, calendar, now) ?? 0);
	const due = dueOf(run, trace.pauses, calendar);
	const whole = run.base + run.extension;
	const left = run.delayedUntil === null ? Math.max(0, whole - used) : calendar.count(now, run.delayedUntil);
	const overdueDays = due === null ? 0 : calendar.count(due, now);
	const alarm = due !== null && now > due ? 'overdue' : alarmOf(left, trace.rules.answerDays);
	return { clock, today, alarm, paused, used, left, overdueDays };
}

function alarmOf(left: number, base: number): Alarm {
	if (left <= base - 15) return 'fifteen';
	return left <= base - 10 ? 'ten' : 'normal';
}
