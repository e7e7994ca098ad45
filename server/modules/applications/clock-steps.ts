import type { WorkingCalendar } from '../../kernel/calendar.ts';
import { type DayNumber, dayNumber } from '../../kernel/civil-day.ts';
import { dueIfEnded, dueOf, newRun } from './clock-due.ts';
import type { ClockEvent, ClockEventOf } from './clock-events.ts';
import type { Run, Trace } from './clock-model.ts';
import type { NoteKey } from './clock-notes.ts';

/** One event on its way into the trace. */
interface Step {
	readonly trace: Trace;
	readonly calendar: WorkingCalendar;
	/** Day of the event. */
	readonly on: DayNumber;
	/** Its place in the list as given. */
	readonly at: number;
}

/** What is odd about the event: why it changed nothing, or that it counted all the same. */
type Remark = NoteKey | undefined;

/** Applies one event to the trace: what each type does to the clock (law.md §4.2, §4.3). */
export function take(trace: Trace, calendar: WorkingCalendar, event: ClockEvent, at: number): Remark {
	if (trace.status === 'served' || trace.status === 'ended') return 'afterEnd';
	const step: Step = { trace, calendar, on: dayNumber(event.on), at };
	switch (event.type) {
		case 'received':
		case 'confirmed':
			return takeReceipt(step, event.type);
		case 'supplementRequested':
			return takeSupplementRequest(step, event);
		case 'supplemented':
			return takeSupplement(step);
		case 'consultationSent':
			return takeConsultation(step, event);
		case 'consultationClosed':
			return takeReply(step, event);
		case 'extended':
			return takeExtension(step, event.days);
		case 'feeNotified':
			return takeFeeNotice(step, event);
		case 'feePaid':
			return takePayment(step);
		case 'delayed':
			return takeDelay(step, dayNumber(event.until));
		case 'served':
		case 'ended':
			return takeEnd(step, event.type);
	}
}

function takeReceipt({ trace, on, at }: Step, type: 'received' | 'confirmed'): Remark {
	if (at === trace.fixedAt) return start(trace, on, 'received');
	if (type === 'confirmed') return 'needlessConfirmation';
	return at === trace.receivedAt ? undefined : 'secondReceipt';
}

/** Art 30: the time passed is void; the period runs anew from the supplemented application. One notice only. */
function takeSupplementRequest(step: Step, event: ClockEventOf<'supplementRequested'>): Remark {
	const { trace, calendar, on } = step;
	if (trace.supplement) return 'secondSupplement';
	const run = runningBefore(step);
	if (typeof run === 'string') return run;
	trace.supplement = { requestedOn: on, until: event.until ? dayNumber(event.until) : null, suppliedOn: null };
	trace.status = 'awaitingSupplement';
	stop(run, on, 'supplementRequested');
	const within = trace.rules.supplementNoticeDays;
	return within !== null && calendar.count(trace.receivedOn ?? on, on) > within ? 'lateSupplement' : undefined;
}

function takeSupplement({ trace, on }: Step): Remark {
	const { supplement } = trace;
	if (trace.status !== 'awaitingSupplement' || !supplement) return 'noSupplement';
	supplement.suppliedOn = on;
	start(trace, on, 'supplemented');
	return supplement.until !== null && on > supplement.until ? 'lateSupplied' : undefined;
}

/** Art 33(3). Sent after the limit it changes nothing; while no period runs it is kept for the one that follows. */
function takeConsultation({ trace, calendar, on }: Step, event: ClockEventOf<'consultationSent'>): Remark {
	if (trace.pauses.some((pause) => pause.open && pause.id === event.id)) return 'openConsultation';
	if (trace.status === 'running' && isPast(trace, calendar, on)) return 'afterLimit';
	const longest = trace.rules.consultationDays[event.kind];
	const delivered = event.deliveredOn ? dayNumber(event.deliveredOn) : on;
	const to = longest === null ? null : calendar.add(delivered, longest);
	trace.pauses.push({ id: event.id, kind: event.kind, from: on, to, open: true });
	return undefined;
}

function takeReply({ trace, on }: Step, { id }: ClockEventOf<'consultationClosed'>): Remark {
	const pause = trace.pauses.find((one) => one.open && one.id === id);
	if (!pause) return 'noConsultation';
	pause.open = false;
	// A reply after their time ran out does not lengthen the pause: from then on the office could decide (第三十二条).
	if (pause.to === null || on < pause.to) pause.to = on;
	return undefined;
}

/** Art 33(2): once, before the limit ends, at most 20 working days. */
function takeExtension(step: Step, days: number): Remark {
	const { trace, on } = step;
	if (trace.extensionUsed) return 'secondExtension';
	const run = runningBefore(step);
	if (typeof run === 'string') return run;
	if (run.delayedUntil !== null) return 'extensionAfterDelay';
	const longest = trace.rules.maxExtensionDays;
	trace.extensionUsed = true;
	run.extension = Math.min(days, longest);
	run.extendedOn = on;
	return days > longest ? 'cutExtension' : undefined;
}

function takeFeeNotice(step: Step, event: ClockEventOf<'feeNotified'>): Remark {
	const { trace, calendar, on } = step;
	if (trace.fee) return 'secondFee';
	const run = runningBefore(step);
	if (typeof run === 'string') return run;
	// From the day after receipt (国办函〔2020〕109号): while nobody knows of it, no period runs.
	const payBy = event.deliveredOn ? calendar.add(dayNumber(event.deliveredOn), trace.rules.feePaymentDays) : null;
	trace.fee = { notifiedOn: on, payBy, paidOn: null };
	trace.status = 'awaitingFee';
	// What the applicant was told binds, whatever the county decides later.
	if ((event.effect ?? trace.rules.feeEffect) === 'restart') stop(run, on, 'feeNotified');
	else trace.pauses.push({ id: '', kind: 'fee', from: on, to: null, open: true });
	return undefined;
}

/** The period starts anew the day after full payment, or runs on, as configured (办法; not settled by every source). */
function takePayment({ trace, on }: Step): Remark {
	const { fee } = trace;
	if (trace.status !== 'awaitingFee' || !fee) return 'noFee';
	fee.paidOn = on;
	trace.status = 'running';
	const pause = trace.pauses.find((one) => one.kind === 'fee');
	if (pause) Object.assign(pause, { to: on, open: false });
	else start(trace, on, 'feePaid');
	return fee.payBy !== null && on > fee.payBy ? 'latePayment' : undefined;
}

/** Art 35: a day told to the applicant takes the place of the period. */
function takeDelay(step: Step, until: DayNumber): Remark {
	const { trace, calendar, on } = step;
	const run = runningBefore(step);
	if (typeof run === 'string') return run;
	if (run.delayedUntil !== null) return 'secondDelay';
	// While a ruling is open no due date is known; it could not be earlier than if the ruling came today.
	const due = dueOf(run, trace.pauses, calendar) ?? dueIfEnded(run, trace.pauses, calendar, on);
	if (until <= due) return 'delayNotLater';
	run.delayedOn = on;
	run.delayedUntil = until;
	return undefined;
}

function takeEnd({ trace, on }: Step, by: 'served' | 'ended'): Remark {
	if (by === 'served') trace.servedOn = on;
	else trace.endedOn = on;
	trace.status = by;
	const run = trace.runs.at(-1);
	if (run && run.stop === null) stop(run, on, by);
	return undefined;
}

/** The running period if its limit has not passed, else why the event finds none. */
function runningBefore({ trace, calendar, on }: Step): Run | NoteKey {
	const run = trace.status === 'running' ? trace.runs.at(-1) : undefined;
	if (!run) return trace.status === 'awaitingConfirmation' ? 'notStarted' : 'notRunning';
	return isPast(trace, calendar, on) ? 'afterLimit' : run;
}

function isPast(trace: Trace, calendar: WorkingCalendar, on: DayNumber): boolean {
	const run = trace.runs.at(-1);
	const due = run ? dueOf(run, trace.pauses, calendar) : null;
	return due !== null && on > due;
}

function start(trace: Trace, on: DayNumber, ground: Run['ground']): undefined {
	trace.status = 'running';
	trace.runs.push(newRun(on, ground, trace.rules.answerDays));
	return undefined;
}

function stop(run: Run, on: DayNumber, by: NonNullable<Run['stoppedBy']>): void {
	run.stop = on;
	run.stoppedBy = by;
}
