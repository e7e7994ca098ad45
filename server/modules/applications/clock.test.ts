import { describe, expect, it } from 'vitest';
import { UNPUBLISHED_MARK } from '../../kernel/calendar.ts';
import { officialCalendar } from '../../law/calendars.ts';
import { clockRules } from '../../law/clocks.ts';
import { clockOn, computeClock } from './clock.ts';
import type { ClockEvent, ConsultationKind } from './clock-events.ts';

const calendar = officialCalendar.latest;
const clock = (...events: ClockEvent[]) => computeClock(events, calendar);
const received = (on: string): ClockEvent => ({ type: 'received', on, channel: 'counter' });
const asked = (on: string, id = '1', kind: ConsultationKind = 'thirdParty'): ClockEvent => ({
	type: 'consultationSent',
	on,
	id,
	kind,
});
const answered = (on: string, id = '1'): ClockEvent => ({ type: 'consultationClosed', on, id });
const extended = (on: string, days = 20): ClockEvent => ({ type: 'extended', on, days });
const notes = (...events: ClockEvent[]) =>
	clock(...events).notes.map(({ key, applied }) => `${key.slice(6)} ${applied}`);

describe('the vectors: received → 7 days for the supplement notice, 20 for the answer', () => {
	it.each([
		['2019-05-15', null, '2019-06-13'],
		['2019-09-20', null, '2019-10-23'],
		['2020-01-17', '2020-02-04', '2020-02-21'],
		['2021-09-10', null, '2021-10-14'],
		['2022-09-23', null, '2022-10-26'],
		['2023-01-13', null, '2023-02-15'],
		['2023-09-22', null, '2023-10-26'],
		['2024-02-02', null, '2024-03-06'],
		['2025-01-20', null, '2025-02-21'],
		['2025-09-19', null, '2025-10-23'],
		['2026-02-10', '2026-02-26', '2026-03-16'],
		['2026-02-14', null, '2026-03-20'],
		['2026-05-09', null, '2026-06-05'],
		['2026-09-18', null, '2026-10-22'],
	])('%s → %s / %s', (day, notice, due) => {
		const { supplementNoticeDue, ...rest } = clock(received(day));
		expect(rest).toMatchObject({ regulation: '711', status: 'running', receivedOn: day, due, beyondCalendar: false });
		if (notice) expect(supplementNoticeDue).toBe(notice);
	});

	it('2026-09-18 → +15 2026-10-15, +40 2026-11-19', () => {
		expect(calendar.addWorkingDays('2026-09-18', 15).day).toBe('2026-10-15');
		expect(clock(received('2026-09-18'), extended('2026-10-22')).due).toBe('2026-11-19');
	});
});

describe('the two orders', () => {
	it('give 15 + 15 days to what was received before 2019-05-15 and no supplement limit', () => {
		expect(clock(received('2019-05-14'))).toMatchObject({
			regulation: '492',
			due: '2019-06-04',
			supplementNoticeDue: null,
		});
		expect(clock(received('2019-05-14'), extended('2019-06-04', 15)).due).toBe('2019-06-26');
		expect(notes(received('2019-05-14'), extended('2019-06-04', 20))).toEqual(['cutExtension true']);
	});

	it('go by the day of receipt, not of arrival', () => {
		const online: ClockEvent = { type: 'received', on: '2019-05-14', channel: 'online' };
		expect(clock(online, { type: 'confirmed', on: '2019-05-15' }).regulation).toBe('711');
		expect(clock(online).regulation).toBe('492');
	});

	it('keep the old one for an application that was supplemented later', () => {
		const events: ClockEvent[] = [
			received('2019-05-10'),
			{ type: 'supplementRequested', on: '2019-05-13' },
			{ type: 'supplemented', on: '2019-05-20' },
		];
		expect(clock(...events)).toMatchObject({ regulation: '492', due: '2019-06-11' });
	});
});

describe('the day of receipt (Art 31)', () => {
	it.each(['counter', 'oral', 'post'] as const)('%s: the day itself, whatever is confirmed later', (channel) => {
		const events: ClockEvent[] = [
			{ type: 'received', on: '2026-02-10', channel },
			{ type: 'confirmed', on: '2026-02-12' },
		];
		expect(clock(...events).receivedOn).toBe('2026-02-10');
		expect(notes(...events)).toEqual(['needlessConfirmation false']);
	});

	it.each(['ordinaryPost', 'online', 'email', 'fax'] as const)('%s: the day both sides confirmed', (channel) => {
		const arrived: ClockEvent = { type: 'received', on: '2026-02-09', channel };
		expect(clock(arrived)).toMatchObject({ status: 'awaitingConfirmation', receivedOn: null, due: null });
		expect(clock(arrived, { type: 'confirmed', on: '2026-02-10' })).toMatchObject({
			receivedOn: '2026-02-10',
			due: '2026-03-16',
		});
	});

	it('without a channel: the confirmation if there is one', () => {
		expect(clock({ type: 'received', on: '2026-02-10' }).receivedOn).toBe('2026-02-10');
		const both: ClockEvent[] = [
			{ type: 'received', on: '2026-02-09' },
			{ type: 'confirmed', on: '2026-02-10' },
		];
		expect(clock(...both).receivedOn).toBe('2026-02-10');
	});

	it('has to be known', () => {
		expect(() => clock({ type: 'supplemented', on: '2026-02-10' })).toThrow(RangeError);
		expect(() => clock(received('2026-02-30'))).toThrow(RangeError);
	});
});

describe('supplement (Art 30)', () => {
	const requested: ClockEvent = { type: 'supplementRequested', on: '2026-02-26', until: '2026-03-10' };

	it('leaves no due date while it is awaited, and starts the whole period anew', () => {
		const waiting = clock(received('2026-02-10'), requested);
		expect(waiting).toMatchObject({
			status: 'awaitingSupplement',
			due: null,
			startedOn: null,
			supplementUntil: '2026-03-10',
			supplementNoticeDue: null,
			notes: [],
		});
		const again = clock(received('2026-02-10'), requested, { type: 'supplemented', on: '2026-03-06' });
		expect(again).toMatchObject({
			status: 'running',
			receivedOn: '2026-02-10',
			startedOn: '2026-03-06',
			due: '2026-04-03',
		});
	});

	it('told after the seventh working day counts, and is told to be late', () => {
		expect(notes(received('2026-02-10'), { ...requested, on: '2026-02-27' })).toEqual(['lateSupplement true']);
	});

	it('is asked for once', () => {
		const once: ClockEvent[] = [received('2026-02-10'), requested, { type: 'supplemented', on: '2026-03-06' }];
		const twice = clock(...once, { type: 'supplementRequested', on: '2026-03-09' });
		expect(twice).toMatchObject({ status: 'running', due: clock(...once).due });
		expect(notes(...once, { type: 'supplementRequested', on: '2026-03-09' })).toEqual(['secondSupplement false']);
	});

	it('cannot wipe out a period that has run out', () => {
		const late: ClockEvent = { type: 'supplementRequested', on: '2026-03-17' };
		expect(clock(received('2026-02-10'), late)).toMatchObject({ status: 'running', due: '2026-03-16' });
		expect(notes(received('2026-02-10'), late)).toEqual(['afterLimit false']);
	});

	it('may be handed in late or without being asked for', () => {
		expect(notes(received('2026-02-10'), requested, { type: 'supplemented', on: '2026-03-11' })).toEqual([
			'lateSupplied true',
		]);
		expect(notes(received('2026-02-10'), { type: 'supplemented', on: '2026-03-11' })).toEqual(['noSupplement false']);
	});

	it('drops an extension given before, and the right to another', () => {
		const events: ClockEvent[] = [
			received('2026-02-10'),
			extended('2026-02-12', 10),
			{ type: 'supplementRequested', on: '2026-02-24' },
			{ type: 'supplemented', on: '2026-03-06' },
		];
		expect(clock(...events)).toMatchObject({ due: '2026-04-03', extensionDays: 0, extensionUsed: true });
		expect(notes(...events, extended('2026-03-09'))).toEqual(['secondExtension false']);
	});
});

describe('consultation (Art 33(3))', () => {
	it('does not count the days after sending up to the reply', () => {
		expect(clock(received('2026-02-10'), asked('2026-02-24'), answered('2026-03-03'))).toMatchObject({
			due: '2026-03-24',
			pausedDays: 6,
		});
	});

	it('answered on the day it was sent costs nothing', () => {
		expect(clock(received('2026-02-10'), asked('2026-02-24'), answered('2026-02-24')).due).toBe('2026-03-16');
	});

	it('counts overlapping ones once', () => {
		const events = [
			received('2026-02-10'),
			asked('2026-02-24'),
			asked('2026-02-26', '2', 'otherAgency'),
			answered('2026-03-03'),
			answered('2026-03-05', '2'),
		];
		expect(clock(...events)).toMatchObject({ due: '2026-03-26', pausedDays: 8 });
	});

	it('adds up separate ones', () => {
		const events = [
			received('2026-02-10'),
			asked('2026-02-24'),
			answered('2026-02-26'),
			asked('2026-03-03'),
			answered('2026-03-05'),
		];
		expect(clock(...events)).toMatchObject({ pausedDays: 4, due: '2026-03-20' });
	});

	it('ends by itself 15 working days after they received it', () => {
		expect(clock(received('2026-03-02'), asked('2026-03-04'))).toMatchObject({ pausedDays: 15 });
		expect(clock(received('2026-03-02'), asked('2026-03-04'), answered('2026-05-20'))).toMatchObject({
			pausedDays: 15,
		});
		const delivered: ClockEvent = {
			type: 'consultationSent',
			on: '2026-03-04',
			id: '1',
			kind: 'thirdParty',
			deliveredOn: '2026-03-06',
		};
		expect(clock(received('2026-03-02'), delivered)).toMatchObject({ pausedDays: 17 });
	});

	it('for a ruling has no end until it comes', () => {
		const sent = asked('2026-03-04', '1', 'determination');
		expect(clock(received('2026-03-02'), sent)).toMatchObject({
			status: 'running',
			due: null,
			startedOn: '2026-03-02',
		});
		expect(clock(received('2026-03-02'), sent, answered('2026-04-30'))).toMatchObject({ due: '2026-05-28' });
	});

	it('sent on the last day still stops the clock, a day later no more', () => {
		expect(clock(received('2026-02-10'), asked('2026-03-16'), answered('2026-03-19')).due).toBe('2026-03-19');
		expect(clock(received('2026-02-10'), asked('2026-03-17'), answered('2026-03-19')).due).toBe('2026-03-16');
		expect(notes(received('2026-02-10'), asked('2026-03-17'), answered('2026-03-19'))).toEqual([
			'afterLimit false',
			'noConsultation false',
		]);
	});

	it('under the same name is not opened twice', () => {
		expect(notes(received('2026-02-10'), asked('2026-02-24'), asked('2026-02-25'))).toEqual(['openConsultation false']);
	});

	it('reaching over a supplement pauses the new period only from its start', () => {
		const events: ClockEvent[] = [
			received('2026-03-02'),
			asked('2026-03-03'),
			{ type: 'supplementRequested', on: '2026-03-04' },
			{ type: 'supplemented', on: '2026-03-10' },
			answered('2026-03-12'),
		];
		expect(clock(...events)).toMatchObject({ pausedDays: 2, due: '2026-04-10' });
	});
});

describe('extension (Art 33(2))', () => {
	it('lengthens by what was granted and keeps the first limit to show', () => {
		expect(clock(received('2026-02-10'), extended('2026-03-16', 10))).toMatchObject({
			firstDue: '2026-03-16',
			due: '2026-03-30',
			extensionDays: 10,
			notes: [],
		});
	});

	it('is cut to the twenty days the law allows', () => {
		expect(clock(received('2026-02-10'), extended('2026-03-10', 30)).extensionDays).toBe(20);
		expect(notes(received('2026-02-10'), extended('2026-03-10', 30))).toEqual(['cutExtension true']);
	});

	it('comes once, in time, and only to a period that runs', () => {
		expect(notes(received('2026-02-10'), extended('2026-03-10', 5), extended('2026-03-11', 5))).toEqual([
			'secondExtension false',
		]);
		expect(notes(received('2026-02-10'), extended('2026-03-17'))).toEqual(['afterLimit false']);
		expect(notes({ type: 'received', on: '2026-02-10', channel: 'fax' }, extended('2026-02-11'))).toEqual([
			'notStarted false',
		]);
		const waiting: ClockEvent[] = [received('2026-02-10'), { type: 'supplementRequested', on: '2026-02-12' }];
		expect(notes(...waiting, extended('2026-02-13'))).toEqual(['notRunning false']);
	});
});

describe('processing fee', () => {
	const notified: ClockEvent = { type: 'feeNotified', on: '2026-03-10', deliveredOn: '2026-03-12' };

	it('stops the period, gives 20 working days from delivery, and starts it anew after payment', () => {
		const waiting = clock(received('2026-02-10'), notified);
		expect(waiting).toMatchObject({ status: 'awaitingFee', due: null, feePayBy: '2026-04-10' });
		expect(clock(received('2026-02-10'), notified, { type: 'feePaid', on: '2026-03-20' })).toMatchObject({
			status: 'running',
			startedOn: '2026-03-20',
			due: '2026-04-20',
		});
	});

	it('lets the rest run on where the county reads the rule so', () => {
		const rules = clockRules(undefined, 'resume');
		const events: ClockEvent[] = [received('2026-02-10'), notified, { type: 'feePaid', on: '2026-03-20' }];
		expect(computeClock(events.slice(0, 2), calendar, rules)).toMatchObject({ status: 'awaitingFee', due: null });
		expect(computeClock(events, calendar, rules)).toMatchObject({ startedOn: '2026-02-10', due: '2026-03-26' });
	});

	it('is asked for once and in time; a late payment that was taken counts', () => {
		expect(notes(received('2026-02-10'), { type: 'feeNotified', on: '2026-03-17' })).toEqual(['afterLimit false']);
		expect(notes(received('2026-02-10'), notified, { type: 'feePaid', on: '2026-04-13' })).toEqual([
			'latePayment true',
		]);
		expect(notes(received('2026-02-10'), { type: 'feePaid', on: '2026-03-02' })).toEqual(['noFee false']);
		expect(notes(received('2026-02-10'), notified, notified)).toEqual(['secondFee false']);
	});
});

describe('delay (Art 35)', () => {
	const delayed = (on: string, until: string): ClockEvent => ({ type: 'delayed', on, until });

	it('puts the agreed day in the place of the period', () => {
		expect(clock(received('2026-02-10'), delayed('2026-03-10', '2026-05-15'))).toMatchObject({
			due: '2026-05-15',
			firstDue: '2026-03-16',
		});
	});

	it('is not lengthened by a consultation or an extension', () => {
		const events = [received('2026-02-10'), delayed('2026-03-10', '2026-05-15')];
		expect(clock(...events, asked('2026-03-12'), answered('2026-03-20')).due).toBe('2026-05-15');
		expect(notes(...events, extended('2026-03-12'))).toEqual(['extensionAfterDelay false']);
	});

	it('told while a ruling is awaited must be later than the period would be if it came that day', () => {
		const events = [received('2026-02-10'), asked('2026-02-24', '1', 'determination')];
		expect(notes(...events, delayed('2026-02-27', '2026-03-19'))).toEqual(['delayNotLater false']);
		expect(clock(...events, delayed('2026-02-27', '2026-03-20')).due).toBe('2026-03-20');
	});

	it('must be later than the period, told in time, and once', () => {
		expect(notes(received('2026-02-10'), delayed('2026-03-10', '2026-03-16'))).toEqual(['delayNotLater false']);
		expect(notes(received('2026-02-10'), delayed('2026-03-17', '2026-05-15'))).toEqual(['afterLimit false']);
		const events = [received('2026-02-10'), delayed('2026-03-10', '2026-05-15'), delayed('2026-03-11', '2026-06-15')];
		expect(notes(...events)).toEqual(['secondDelay false']);
	});
});

describe('the end', () => {
	it.each([
		['2026-03-16', false],
		['2026-03-17', true],
	])('served on %s: late %s', (on, late) => {
		expect(clock(received('2026-02-10'), { type: 'served', on })).toMatchObject({
			status: 'served',
			servedOn: on,
			late,
		});
	});

	it('leaves nothing to change', () => {
		const events: ClockEvent[] = [received('2026-02-10'), { type: 'served', on: '2026-03-02' }, extended('2026-03-03')];
		expect(clock(...events).due).toBe('2026-03-16');
		expect(notes(...events)).toEqual(['afterEnd false']);
	});

	it('without an answer judges no lateness', () => {
		const ended: ClockEvent = { type: 'ended', on: '2026-03-20', reason: 'withdrawn' };
		expect(clock(received('2026-02-10'), ended)).toMatchObject({ status: 'ended', endedOn: '2026-03-20', late: null });
	});

	it('while a supplement is awaited has no due date to be late for', () => {
		const events: ClockEvent[] = [
			received('2026-02-10'),
			{ type: 'supplementRequested', on: '2026-02-12' },
			{ type: 'served', on: '2026-05-12' },
		];
		expect(clock(...events)).toMatchObject({ status: 'served', due: null, late: null });
	});
});

describe('the order of the list', () => {
	it('does not matter, only the days do', () => {
		const events = [received('2026-02-10'), asked('2026-02-24'), answered('2026-03-03'), extended('2026-03-10')];
		expect(computeClock([...events].reverse(), calendar)).toEqual(computeClock(events, calendar));
	});

	it('decides among events of one day', () => {
		const served: ClockEvent = { type: 'served', on: '2026-03-10' };
		expect(clock(received('2026-02-10'), extended('2026-03-10'), served).extensionDays).toBe(20);
		expect(clock(received('2026-02-10'), served, extended('2026-03-10')).extensionDays).toBe(0);
	});

	it('tells a second receipt and points at the event as written', () => {
		const events = [received('2026-02-12'), received('2026-02-10')];
		expect(clock(...events)).toMatchObject({ receivedOn: '2026-02-10' });
		expect(clock(...events).notes).toMatchObject([{ at: 0, type: 'received', on: '2026-02-12', applied: false }]);
	});
});

describe('past the last holiday notice', () => {
	it('marks the due date', () => {
		expect(clock(received('2026-12-14'))).toMatchObject({ beyondCalendar: true, mark: UNPUBLISHED_MARK });
		expect(clock(received('2026-11-30'))).toMatchObject({ due: '2026-12-28', beyondCalendar: false, mark: null });
	});

	it('was right by the notices of its day', () => {
		const then = officialCalendar.asOf('2020-01-20');
		expect(computeClock([received('2020-01-17')], then).due).toBe('2020-02-19');
		expect(clock(received('2020-01-17')).due).toBe('2020-02-21');
	});
});

describe('seen on a day', () => {
	const on = (today: string, ...events: ClockEvent[]) => clockOn(today, events, calendar);

	it.each([
		['2026-02-10', 'normal', 0, 20],
		['2026-03-01', 'normal', 9, 11],
		['2026-03-02', 'ten', 10, 10],
		['2026-03-08', 'ten', 14, 6],
		['2026-03-09', 'fifteen', 15, 5],
		['2026-03-16', 'fifteen', 20, 0],
	])('%s: %s, %i used, %i left', (today, alarm, used, left) => {
		const seen = on(today, received('2026-02-10'));
		expect(seen).toMatchObject({ alarm, paused: false, overdueDays: 0, left });
		expect(seen.used).toBe(used);
	});

	it('is overdue from the day after the limit', () => {
		expect(on('2026-03-17', received('2026-02-10'))).toMatchObject({ alarm: 'overdue', left: 0, overdueDays: 1 });
		expect(on('2026-03-15', received('2026-02-09'))).toMatchObject({ alarm: 'overdue', overdueDays: 0 });
	});

	it('moves the alarms with an extension', () => {
		expect(on('2026-03-17', received('2026-02-10'), extended('2026-03-10'))).toMatchObject({
			alarm: 'normal',
			left: 19,
		});
		expect(on('2026-03-30', received('2026-02-10'), extended('2026-03-10'))).toMatchObject({ alarm: 'ten', left: 10 });
	});

	it('stands still during a consultation', () => {
		const events = [received('2026-02-10'), asked('2026-02-24'), answered('2026-03-20')];
		expect(on('2026-02-24', ...events)).toMatchObject({ paused: false, used: 5 });
		expect(on('2026-03-10', ...events)).toMatchObject({ paused: true, used: 5, left: 15, alarm: 'normal' });
		expect(on('2026-03-18', ...events).paused).toBe(false);
	});

	it('knows nothing of later events', () => {
		const events: ClockEvent[] = [received('2026-02-10'), { type: 'served', on: '2026-03-20' }];
		expect(on('2026-03-18', ...events)).toMatchObject({ alarm: 'overdue', clock: { status: 'running' } });
		expect(on('2026-03-20', ...events)).toMatchObject({ alarm: 'none', clock: { status: 'served', late: true } });
	});

	it('raises no alarm where no period binds', () => {
		const waiting: ClockEvent[] = [received('2026-02-10'), { type: 'supplementRequested', on: '2026-02-12' }];
		expect(on('2026-05-10', ...waiting)).toMatchObject({ alarm: 'none', used: null, left: null });
		const ruling = [received('2026-02-10'), asked('2026-02-12', '1', 'determination')];
		expect(on('2026-05-11', ...ruling)).toMatchObject({ alarm: 'normal', paused: true, left: 18 });
	});

	it('counts an agreed delay by what is left of it', () => {
		const events: ClockEvent[] = [received('2026-02-10'), { type: 'delayed', on: '2026-03-10', until: '2026-05-15' }];
		expect(on('2026-03-20', ...events).alarm).toBe('normal');
		expect(on('2026-05-12', ...events)).toMatchObject({ alarm: 'fifteen', left: 3 });
		expect(on('2026-05-18', ...events)).toMatchObject({ alarm: 'overdue', overdueDays: 1 });
	});

	it('warns by the old order’s fifteen days too', () => {
		expect(on('2019-05-24', received('2019-05-10'))).toMatchObject({ alarm: 'ten', left: 5 });
	});
});
