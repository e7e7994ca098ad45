import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialCalendar, officialNotices } from '../../law/calendars.ts';
import { clockRules } from '../../law/clocks.ts';
import { computeClock } from './clock.ts';
import type { ClockEvent } from './clock-events.ts';
import { explainClock, explainDays } from './clock-explain.ts';

/**
 * A second clock, written for this test only: it walks the calendar day by day and never adds, so that a mistake in
 * the arithmetic of the real one cannot repeat itself here. `CLOCK_HISTORIES=1000000` runs as many.
 */
const HISTORIES = Number(process.env.CLOCK_HISTORIES ?? 3000);
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(2018, 0, 1);
const dayText = (n: number) => new Date(EPOCH + n * DAY_MS).toISOString().slice(0, 10);
const dayIndex = (text: string) => Math.round((Date.parse(`${text}T00:00:00Z`) - EPOCH) / DAY_MS);

const WORKING: boolean[] = (() => {
	const off = new Set<string>();
	const on = new Set<string>();
	const replaced = new Map(
		officialNotices.flatMap((n) => n.arrangements.map((a) => [`${n.year}${a.holiday}`, a] as const)),
	);
	for (const { off: range, work } of replaced.values()) {
		for (let n = dayIndex(range[0]); n <= dayIndex(range[1]); n += 1) off.add(dayText(n));
		for (const day of work) on.add(day);
	}
	return Array.from({ length: 5500 }, (_, n) => {
		const weekday = new Date(EPOCH + n * DAY_MS).getUTCDay();
		const text = dayText(n);
		return on.has(text) || (weekday !== 0 && weekday !== 6 && !off.has(text));
	});
})();

interface Asked {
	id: string;
	from: number;
	until: number;
	open: boolean;
}
interface Walk {
	phase: 'before' | 'running' | 'supplement' | 'fee' | 'served' | 'ended';
	since: number;
	total: number;
	used: number;
	reached: number | null;
	agreed: number | null;
	asked: Asked[];
	feeStop: boolean;
	supplemented: boolean;
	feed: boolean;
	extended: boolean;
	servedOn: number | null;
	ignored: Set<number>;
}

/** The nth working day after a day, by walking. */
function walkDays(from: number, n: number): number {
	let day = from;
	for (let left = n; left > 0; ) {
		day += 1;
		if (WORKING[day]) left -= 1;
	}
	return day;
}

/** One day passes on the clock. */
function pass(walk: Walk, day: number): void {
	if (day <= walk.since || !WORKING[day] || walk.agreed !== null) return;
	const still = walk.feeStop || walk.asked.some((one) => one.from < day && day <= one.until);
	if (!still && walk.used < walk.total) {
		walk.used += 1;
		if (walk.used === walk.total) walk.reached = day;
	} else if (still && walk.used === walk.total) walk.reached = day;
}

/** Where the limit falls if nothing more happens. */
function foresee(walk: Walk, today: number): number | null {
	if (walk.agreed !== null) return walk.agreed;
	if (walk.feeStop || walk.asked.some((one) => one.until === Number.POSITIVE_INFINITY)) return null;
	const ahead: Walk = { ...walk };
	const last = Math.max(today, ...walk.asked.map((one) => one.until));
	for (let day = today + 1; ahead.used < ahead.total || day <= last; day += 1) pass(ahead, day);
	return ahead.reached;
}

/** Where the limit falls if everything still asked is answered today. */
function soonest(walk: Walk, today: number): number {
	const asked = walk.asked.map((one) => ({ ...one, until: Math.min(one.until, today) }));
	return foresee({ ...walk, asked }, today) ?? today;
}

function restart(walk: Walk, day: number, base: number): void {
	Object.assign(walk, { phase: 'running', since: day, total: base, used: 0, reached: null, agreed: null });
}

interface Answer {
	phase: Walk['phase'];
	received: string | null;
	due: string | null;
	late: boolean | null;
	ignored: number[];
}

function simulate(events: readonly ClockEvent[], feeEffect: 'restart' | 'resume'): Answer {
	const order = events
		.map((_, at) => at)
		.sort((a, b) => dayIndex(at(events, a).on) - dayIndex(at(events, b).on) || a - b);
	const receivedAt = order.find((one) => at(events, one).type === 'received') ?? -1;
	const received = at(events, receivedAt);
	const later = order.slice(order.indexOf(receivedAt));
	const confirmedAt = later.find((one) => at(events, one).type === 'confirmed');
	const channel = received.type === 'received' ? received.channel : undefined;
	const sure = channel === 'counter' || channel === 'oral' || channel === 'post';
	const fixedAt = sure ? receivedAt : (confirmedAt ?? (channel === undefined ? receivedAt : undefined));
	const start = fixedAt === undefined ? null : dayIndex(at(events, fixedAt).on);
	const base = (start ?? dayIndex(received.on)) < dayIndex('2019-05-15') ? 15 : 20;
	const walk: Walk = {
		phase: 'before',
		since: Number.POSITIVE_INFINITY,
		total: 0,
		used: 0,
		reached: null,
		agreed: null,
		asked: [],
		feeStop: false,
		supplemented: false,
		feed: false,
		extended: false,
		servedOn: null,
		ignored: new Set(),
	};
	const first = dayIndex(at(events, order[0] ?? 0).on);
	const last = dayIndex(at(events, order.at(-1) ?? 0).on);
	for (let day = first; day <= last; day += 1) {
		pass(walk, day);
		for (const one of order) {
			if (dayIndex(at(events, one).on) !== day) continue;
			const done = happen(walk, at(events, one), day, { one, fixedAt, receivedAt, base, feeEffect });
			if (!done) walk.ignored.add(one);
		}
	}
	const gone = walk.phase === 'before' || walk.phase === 'supplement' || walk.phase === 'fee';
	const bound = walk.total > 0 && !gone;
	const due = bound ? foresee(walk, last) : null;
	return {
		phase: walk.phase,
		received: start === null ? null : dayText(start),
		due: due === null ? null : dayText(due),
		late: walk.servedOn === null || due === null ? null : walk.servedOn > due,
		ignored: [...walk.ignored].sort((a, b) => a - b),
	};
}

function at(events: readonly ClockEvent[], index: number): ClockEvent {
	const event = events[index];
	if (!event) throw new Error('no such event');
	return event;
}

interface Place {
	one: number;
	fixedAt: number | undefined;
	receivedAt: number;
	base: number;
	feeEffect: 'restart' | 'resume';
}

/** Whether the event had its effect. */
function happen(walk: Walk, event: ClockEvent, day: number, place: Place): boolean {
	if (walk.phase === 'served' || walk.phase === 'ended') return false;
	const limit = walk.phase === 'running' ? foresee(walk, day) : null;
	const inTime = walk.phase === 'running' && (limit === null || day <= limit);
	switch (event.type) {
		case 'received':
		case 'confirmed':
			if (place.one !== place.fixedAt) return event.type === 'received' && place.one === place.receivedAt;
			restart(walk, day, place.base);
			return true;
		case 'supplementRequested':
			if (!inTime || walk.supplemented) return false;
			Object.assign(walk, { phase: 'supplement', supplemented: true, since: Number.POSITIVE_INFINITY, total: 0 });
			return true;
		case 'supplemented':
			if (walk.phase !== 'supplement') return false;
			restart(walk, day, place.base);
			return true;
		case 'consultationSent':
			return ask(walk, event, day, walk.phase !== 'running' || inTime);
		case 'consultationClosed':
			return answered(walk, event.id, day);
		case 'extended':
			if (!inTime || walk.extended || walk.agreed !== null) return false;
			walk.extended = true;
			walk.total += Math.min(event.days, place.base);
			return true;
		case 'delayed':
			if (!inTime || walk.agreed !== null) return false;
			if (dayIndex(event.until) <= (limit ?? soonest(walk, day))) return false;
			walk.agreed = dayIndex(event.until);
			return true;
		case 'feeNotified':
			if (!inTime || walk.feed) return false;
			Object.assign(walk, { phase: 'fee', feed: true, feeStop: true });
			if (place.feeEffect === 'restart') Object.assign(walk, { total: 0, since: Number.POSITIVE_INFINITY });
			return true;
		case 'feePaid':
			if (walk.phase !== 'fee') return false;
			Object.assign(walk, { phase: 'running', feeStop: false });
			if (place.feeEffect === 'restart') restart(walk, day, place.base);
			return true;
		case 'served':
			walk.servedOn = day;
			walk.phase = 'served';
			return true;
		case 'ended':
			walk.phase = 'ended';
			return true;
	}
}

function ask(walk: Walk, event: ClockEvent & { type: 'consultationSent' }, day: number, allowed: boolean): boolean {
	if (!allowed || walk.asked.some((one) => one.open && one.id === event.id)) return false;
	const delivered = event.deliveredOn === undefined ? day : dayIndex(event.deliveredOn);
	const until = event.kind === 'determination' ? Number.POSITIVE_INFINITY : walkDays(delivered, 15);
	walk.asked = [...walk.asked, { id: event.id, from: day, until, open: true }];
	return true;
}

function answered(walk: Walk, id: string, day: number): boolean {
	const found = walk.asked.find((one) => one.open && one.id === id);
	if (!found) return false;
	walk.asked = walk.asked.map((one) =>
		one === found ? { ...one, open: false, until: Math.min(one.until, day) } : one,
	);
	return true;
}

const STATUS = {
	before: 'awaitingConfirmation',
	running: 'running',
	supplement: 'awaitingSupplement',
	fee: 'awaitingFee',
	served: 'served',
	ended: 'ended',
} as const;

type Seed = { what: number; gap: number; n: number; id: string };
const KINDS = ['thirdParty', 'otherAgency', 'determination'] as const;

/** Turns a drawn number into an event; most draws give one that makes sense somewhere. */
function toEvent({ what, n, id }: Seed, day: number): ClockEvent {
	const on = dayText(day);
	const later = dayText(day + (n % 40));
	switch (what) {
		case 0:
			return { type: 'supplementRequested', on, until: later };
		case 1:
			return { type: 'supplemented', on };
		case 2:
			return { type: 'extended', on, days: 1 + (n % 25) };
		case 3:
			return { type: 'feeNotified', on, deliveredOn: dayText(day + (n % 4)) };
		case 4:
			return { type: 'feePaid', on };
		case 5:
			return { type: 'delayed', on, until: dayText(day + (n % 90)) };
		case 6:
			return { type: 'served', on };
		case 7:
			return { type: n % 5 === 0 ? 'ended' : 'confirmed', on, reason: 'withdrawn' } as ClockEvent;
		case 8:
		case 9:
			return { type: 'consultationClosed', on, id };
		case 10:
			return { type: 'received', on, channel: 'counter' };
		default:
			return {
				type: 'consultationSent',
				on,
				id,
				kind: KINDS[n % 7 === 0 ? 2 : n % 2] ?? 'thirdParty',
				deliveredOn: n % 3 === 0 ? later : undefined,
			};
	}
}

const seed = fc.record({
	what: fc.integer({ min: 0, max: 13 }),
	gap: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.integer({ min: 0, max: 45 })),
	n: fc.nat(1000),
	id: fc.constantFrom('1', '2', '3'),
});

/** Histories that start 2018-12 … 2026-10, up to ten events, some confirmed, some written down out of order. */
const history = fc
	.record({
		start: fc.integer({ min: dayIndex('2018-12-01'), max: dayIndex('2026-10-31') }),
		channel: fc.constantFrom(undefined, 'counter', 'post', 'online', 'ordinaryPost'),
		confirmedAfter: fc.option(fc.integer({ min: 0, max: 6 })),
		seeds: fc.array(seed, { maxLength: 9 }),
		turned: fc.boolean(),
	})
	.map(({ start, channel, confirmedAfter, seeds, turned }) => {
		const events = [{ type: 'received', on: dayText(start), channel } as ClockEvent];
		let day = start;
		if (confirmedAfter !== null) {
			day += confirmedAfter;
			events.push({ type: 'confirmed', on: dayText(day) });
		}
		for (const one of seeds) {
			day += one.gap;
			events.push(toEvent(one, day));
		}
		return turned ? events.reverse() : events;
	});

const calendar = officialCalendar.latest;

describe('the clock against a day-by-day walk', () => {
	for (const feeEffect of ['restart', 'resume'] as const) {
		it(`agrees on ${HISTORIES} histories, fee: ${feeEffect}`, () => {
			const rules = clockRules(undefined, feeEffect);
			fc.assert(
				fc.property(history, (events) => {
					const clock = computeClock(events, calendar, rules);
					const expected = simulate(events, feeEffect);
					expect({
						status: clock.status,
						received: clock.receivedOn,
						due: clock.due,
						late: clock.late,
						ignored: clock.notes
							.filter((one) => !one.applied)
							.map((one) => one.at)
							.sort((a, b) => a - b),
					}).toEqual({
						status: STATUS[expected.phase],
						received: expected.received,
						due: expected.due,
						late: expected.late,
						ignored: expected.ignored,
					});
				}),
				{ numRuns: HISTORIES },
			);
		}, 3_600_000);
	}

	it('tells every day once, without a gap, and as many counted days as the period has', () => {
		fc.assert(
			fc.property(history, (events) => {
				const { clock, segments } = explainClock(events, calendar);
				const days = explainDays(events, calendar);
				days.slice(1).forEach((one, index) => {
					expect(dayIndex(one.day)).toBe(dayIndex(days[index]?.day ?? '') + 1);
				});
				const delayed = segments.some((one) => one.kind === 'delay');
				if (clock.due === null || delayed || clock.receivedOn === null) return;
				expect(days.at(-1)?.day).toBe(clock.due);
				const whole = (clock.regulation === '492' ? 15 : 20) + clock.extensionDays;
				const counted = days.filter((one) => one.counted);
				expect(counted).toHaveLength(whole);
				expect(counted.map((one) => one.count)).toEqual(counted.map((_, index) => index + 1));
			}),
			{ numRuns: Math.ceil(HISTORIES / 4) },
		);
	}, 3_600_000);
});
