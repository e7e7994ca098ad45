import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/civil-day.ts';
import { officialCalendar } from '../../law/calendars.ts';
import { clockOn, computeClock } from './clock.ts';
import type { ClockEvent } from './clock-events.ts';
import { explainClock } from './clock-explain.ts';

const calendar = officialCalendar.latest;
const ORDER = ['normal', 'ten', 'fifteen', 'overdue'];

/** A case as an office works one: handed in, maybe supplemented, asked about, extended; not yet answered. */
const openCase = fc
	.record({
		start: fc.integer({ min: 0, max: 2600 }),
		supplementAfter: fc.option(fc.integer({ min: 0, max: 8 })),
		askedAfter: fc.option(fc.integer({ min: 0, max: 20 })),
		answeredAfter: fc.option(fc.integer({ min: 0, max: 30 })),
		extension: fc.option(fc.integer({ min: 1, max: 20 })),
	})
	.map(({ start, supplementAfter, askedAfter, answeredAfter, extension }) => {
		let day = addDays('2019-05-15', start);
		const next = (days: number) => {
			day = addDays(day, days);
			return day;
		};
		const events: ClockEvent[] = [{ type: 'received', on: day, channel: 'counter' }];
		if (supplementAfter !== null) {
			events.push({ type: 'supplementRequested', on: next(supplementAfter) });
			events.push({ type: 'supplemented', on: next(5) });
		}
		if (askedAfter !== null) {
			events.push({ type: 'consultationSent', on: next(askedAfter), id: '1', kind: 'thirdParty' });
			if (answeredAfter !== null) events.push({ type: 'consultationClosed', on: next(answeredAfter), id: '1' });
		}
		if (extension !== null) events.push({ type: 'extended', on: next(0), days: extension });
		return { events, last: day };
	});

describe('a clock looked at day after day', () => {
	it('is the clock of the events up to that day', () => {
		fc.assert(
			fc.property(openCase, fc.integer({ min: 0, max: 120 }), ({ events }, later) => {
				const today = addDays(events[0]?.on ?? '', later);
				const known = events.filter((event) => event.on <= today);
				expect(clockOn(today, events, calendar).clock).toEqual(computeClock(known, calendar));
			}),
		);
	});

	it('uses one day at a time, and what is used and what is left is the whole period', () => {
		fc.assert(
			fc.property(openCase, ({ events, last }) => {
				let before: number | null = null;
				for (let step = 0; step < 60; step += 1) {
					const { used, left, clock, alarm } = clockOn(addDays(last, step), events, calendar);
					if (used === null || left === null) return;
					if (before !== null) expect(used - before === 0 || used - before === 1).toBe(true);
					if (alarm !== 'overdue') expect(used + left).toBe(20 + clock.extensionDays);
					before = used;
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('only grows more urgent while nothing happens, and is overdue exactly after the due date', () => {
		fc.assert(
			fc.property(openCase, ({ events, last }) => {
				let worst = 0;
				for (let step = 0; step < 90; step += 1) {
					const today = addDays(last, step);
					const { alarm, clock } = clockOn(today, events, calendar);
					const level = ORDER.indexOf(alarm);
					expect(level).toBeGreaterThanOrEqual(worst);
					expect(alarm === 'overdue').toBe(clock.due !== null && today > clock.due);
					worst = level;
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('counts overdue days in working days', () => {
		fc.assert(
			fc.property(openCase, fc.integer({ min: 1, max: 40 }), ({ events }, later) => {
				const { due } = computeClock(events, calendar);
				if (due === null) return;
				const today = addDays(due, later);
				const { overdueDays } = clockOn(today, events, calendar);
				expect(overdueDays).toBe(calendar.workingDaysBetween(due, today));
			}),
		);
	});
});

describe('what cannot happen to a due date', () => {
	it('comes earlier by a consultation or an extension', () => {
		fc.assert(
			fc.property(openCase, ({ events }) => {
				const plain = events.filter(
					(event) => !['consultationSent', 'consultationClosed', 'extended'].includes(event.type),
				);
				const without = computeClock(plain, calendar).due ?? '';
				expect((computeClock(events, calendar).due ?? '') >= without).toBe(true);
			}),
		);
	});

	it('falls on a day off', () => {
		fc.assert(
			fc.property(openCase, ({ events }) => {
				const { due, beyondCalendar } = computeClock(events, calendar);
				if (due !== null && !beyondCalendar) expect(calendar.isWorkingDay(due)).toBe(true);
			}),
		);
	});

	it('is explained by stretches that do not join', () => {
		fc.assert(
			fc.property(openCase, ({ events }) => {
				const { segments, clock } = explainClock(events, calendar);
				segments.slice(1).forEach((segment, at) => {
					expect(segment.from).toBe(addDays(segments[at]?.to ?? '', 1));
				});
				expect(segments.at(-1)?.to).toBe(clock.due);
				const paused = segments
					.filter(({ kind }) => kind === 'paused')
					.reduce((sum, { workingDays }) => sum + (workingDays ?? 0), 0);
				expect(paused).toBe(clock.pausedDays);
			}),
		);
	});
});
