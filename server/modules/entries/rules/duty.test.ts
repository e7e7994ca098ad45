import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/civil-day.ts';
import { countyCalendar } from '../../../law/calendars.ts';
import type { DueRule, Entry, Period } from '../model.ts';
import { coverageOf } from '../queries/standing.ts';
import { type BehindEntry, type Duty, dutyOf } from './duty.ts';

const calendar = countyCalendar([], []).latest;
const behind = (id: number, publishedOn: string, formedOn = publishedOn): BehindEntry => ({
	id,
	publishedOn,
	formedOn,
});

/** The nth working day after a day, found by walking: no look-up is trusted. */
function walked(from: string, n: number): string {
	let day = from;
	for (let left = n; left > 0; ) {
		day = addDays(day, 1);
		if (calendar.isWorkingDay(day)) left -= 1;
	}
	return day;
}

/** Quarters, months … as anybody reads them off a wall calendar: whole days counted until the month changes enough. */
function wallPeriods(period: Period, today: string): { from: string; to: string }[] {
	const months = { month: 1, quarter: 3, half: 6, year: 12 }[period];
	const firsts: string[] = [];
	for (let day = `${Number(today.slice(0, 4)) - 6}-01-01`; day <= today; day = addDays(day, 1))
		if (day.endsWith('-01') && (Number(day.slice(5, 7)) - 1) % months === 0) firsts.push(day);
	return firsts.slice(-5).map((from) => {
		let to = from;
		for (let left = months; left > 0; to = addDays(to, 1)) if (addDays(to, 1).endsWith('-01')) left -= 1;
		return { from, to: addDays(to, -1) };
	});
}

/** As many periods as documents can meet at all, each document one: paths that give way, as Kuhn counts them. */
function mostMet(spans: readonly { from: string; dueOn: string }[], documents: readonly BehindEntry[]): number {
	const taken = new Map<number, number>();
	const place = (span: number, tried: Set<number>): boolean =>
		documents.some(({ id, publishedOn }) => {
			const { from = '', dueOn = '' } = spans[span] ?? {};
			if (tried.has(id) || publishedOn < from || publishedOn > dueOn) return false;
			tried.add(id);
			const holder = taken.get(id);
			if (holder !== undefined && !place(holder, tried)) return false;
			taken.set(id, span);
			return true;
		});
	return spans.filter((_, at) => place(at, new Set())).length;
}

const day = (from: string, span: number) => fc.integer({ min: 0, max: span }).map((n) => addDays(from, n));
const period = fc.constantFrom<Period>('month', 'quarter', 'half', 'year');
const documents = (from: string, span: number, most = 14) =>
	fc.array(day(from, span), { maxLength: most }).map((days) => days.map((one, at) => behind(at + 1, one)));

describe('a recurring duty against a count of its own', () => {
	it('asks for the periods a wall calendar has, the last four and the one that runs', () => {
		fc.assert(
			fc.property(period, day('2020-01-01', 2500), (kind, today) => {
				const { periods } = dutyOf({ kind: 'every', period: kind, days: 20 }, [], '2000-01-03', today, calendar);
				expect(periods.map(({ from, to }) => ({ from, to }))).toEqual(wallPeriods(kind, today));
			}),
			{ numRuns: 60 },
		);
	});

	it('is due so many working days after its end, holidays and 调休 counted as they were', () => {
		fc.assert(
			fc.property(period, fc.integer({ min: 1, max: 20 }), day('2021-01-01', 1800), (kind, days, today) => {
				const { periods } = dutyOf({ kind: 'every', period: kind, days }, [], '2000-01-03', today, calendar);
				for (const { to, dueOn } of periods) expect(dueOn).toBe(walked(to, days));
			}),
			{ numRuns: 60 },
		);
	});

	it('has as many periods in time as any sharing-out of the documents could give', () => {
		fc.assert(
			fc.property(
				period,
				fc.integer({ min: 1, max: 20 }),
				documents('2023-06-01', 900),
				day('2025-06-01', 200),
				(kind, days, given, today) => {
					const { periods } = dutyOf({ kind: 'every', period: kind, days }, given, '2000-01-03', today, calendar);
					expect(periods.filter(({ state }) => state === 'met')).toHaveLength(mostMet(periods, given));
				},
			),
			{ numRuns: 200 },
		);
	});

	it('is the same in whatever order the documents come', () => {
		const shuffledToo = documents('2024-01-01', 700).chain((given) =>
			fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
		);
		fc.assert(
			fc.property(period, shuffledToo, (kind, [given, mixed]) => {
				const of = (list: readonly BehindEntry[]) =>
					dutyOf({ kind: 'every', period: kind, days: 10 }, list, '2000-01-03', '2025-11-20', calendar);
				expect(of(mixed)).toEqual(of(given));
			}),
		);
	});

	it('never grows worse by a document more', () => {
		const BADNESS: Record<Duty['state'], number> = { met: 0, open: 0, late: 1, missing: 2 };
		fc.assert(
			fc.property(period, documents('2024-01-01', 700), day('2024-01-01', 700), (kind, given, more) => {
				const of = (list: readonly BehindEntry[]) =>
					BADNESS[dutyOf({ kind: 'every', period: kind, days: 20 }, list, '2000-01-03', '2025-11-20', calendar).state];
				expect(of([...given, behind(99, more)])).toBeLessThanOrEqual(of(given));
			}),
		);
	});
});

describe('the edges of a year', () => {
	const yearly: DueRule = { kind: 'every', period: 'year', days: 20 };
	const on = (today: string, given: BehindEntry[] = [], rule: DueRule = yearly) =>
		dutyOf(rule, given, '2024-06-01', today, calendar);

	it('31 December is of the old year, 1 January of the new, and New Year’s Day is no working day', () => {
		expect(on('2025-12-31').periods.at(-1)).toMatchObject({ label: '2025年', state: 'open' });
		expect(on('2026-01-01').periods.at(-1)).toMatchObject({ label: '2026年', from: '2026-01-01' });
		// 2026: 1 to 3 January off, Sunday the 4th worked (国办发明电 on the holidays of 2026).
		const one: DueRule = { kind: 'every', period: 'year', days: 1 };
		expect(on('2026-01-01', [], one).periods.at(-2)).toMatchObject({ to: '2025-12-31', dueOn: '2026-01-04' });
	});

	it('a document of 31 December meets the year that ends, in time; of the last day too, of the day after not', () => {
		const dueOn = on('2026-01-10').periods.find(({ label }) => label === '2025年')?.dueOn ?? '';
		const stateOf = (publishedOn: string) =>
			on(addDays(dueOn, 5), [behind(1, '2025-01-05'), behind(2, publishedOn)]).periods.map(({ state }) => state);
		expect(stateOf('2025-12-31').at(-2)).toBe('met');
		expect(stateOf(dueOn).at(-2)).toBe('met');
		expect(on(addDays(dueOn, 5), [behind(1, addDays(dueOn, 1))]).periods.at(-2)).toMatchObject({ state: 'missed' });
	});

	it('a Sunday that is worked before a long holiday counts (调休, 2025-09-28)', () => {
		const two: DueRule = { kind: 'event', days: 2, unit: 'working' };
		// Friday the 26th, then the worked Sunday and Monday: without the Sunday the limit would be the 30th.
		const late = (publishedOn: string) =>
			dutyOf(two, [behind(1, publishedOn, '2025-09-26')], '2025-01-01', '2025-11-01', calendar).lateIds;
		expect(late('2025-09-29')).toEqual([]);
		expect(late('2025-09-30')).toEqual([1]);
	});

	it('29 February is a day like any other', () => {
		const monthly: DueRule = { kind: 'every', period: 'month', days: 1 };
		const { periods } = dutyOf(monthly, [behind(1, '2024-02-29')], '2024-01-01', '2024-03-10', calendar);
		expect(periods.find(({ label }) => label === '2024年2月')).toMatchObject({ to: '2024-02-29', metBy: 1 });
	});
});

describe('an event', () => {
	it('is late when more working days passed than its limit has, counted one by one', () => {
		const event = fc.record({ days: fc.integer({ min: 1, max: 20 }), unit: fc.constantFrom('working', 'calendar') });
		const pair = fc.tuple(day('2024-01-01', 600), fc.integer({ min: 0, max: 60 }));
		fc.assert(
			fc.property(event, fc.array(pair, { maxLength: 10 }), ({ days, unit }, pairs) => {
				const given = pairs.map(([formedOn, after], at) => behind(at, addDays(formedOn, after), formedOn));
				const rule = { kind: 'event', days, unit } as DueRule;
				const { lateIds, state } = dutyOf(rule, given, '2000-01-03', '2025-12-01', calendar);
				const expected = given.filter(({ formedOn, publishedOn }) => {
					const limit = unit === 'working' ? walked(formedOn, days) : addDays(formedOn, days);
					return publishedOn > limit;
				});
				// 民法典第二百零三条: a limit of calendar days that ends on a day off ends on the next working day.
				const slack = (limit: string) => {
					let end = limit;
					while (!calendar.isWorkingDay(end)) end = addDays(end, 1);
					return end;
				};
				const late =
					unit === 'working'
						? expected
						: given.filter(({ formedOn, publishedOn }) => publishedOn > slack(addDays(formedOn, days)));
				expect(lateIds).toEqual(late.map(({ id }) => id));
				expect(state).toBe(late.length > 0 ? 'late' : given.length > 0 ? 'met' : 'open');
			}),
		);
	});

	it('is not held against an office that took the entry over afterwards', () => {
		const rule: DueRule = { kind: 'event', days: 20, unit: 'working' };
		const given = [behind(1, '2025-06-30', '2025-01-02')];
		expect(dutyOf(rule, given, '2025-07-01', '2025-08-01', calendar).state).toBe('met');
		expect(dutyOf(rule, given, '2025-06-30', '2025-08-01', calendar).state).toBe('late');
	});
});

describe('coverage', () => {
	const standing = fc.constantFrom<Entry['standing']>('proposed', 'adopted', 'trimmed', 'ended');
	const duty = fc.constantFrom<Duty['state']>('met', 'open', 'late', 'missing');
	const row = fc.record({
		officeId: fc.integer({ min: 1, max: 3 }),
		field: fc.constantFrom('F01', 'F07', 'F26'),
		standing,
		duty,
		filled: fc.boolean(),
	});
	const content = {
		...{ first: '', second: '', elements: '', basis: '', subject: '', audienceNote: '' },
		...{ due: { kind: 'standing' as const }, channels: [], audience: 'all' as const, way: 'active' as const },
		...{ levels: [], words: [] },
	};

	it('is what sorting the entries into heaps by hand gives, and no entry is in two heaps', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
				const entries = rows.map(
					({ officeId, field, standing: where }, at): Entry => ({
						...{ id: at, officeId, standardId: null, standardRevision: null, field, content, columnId: null },
						...{ standing: where, trim: null, reason: '', since: '2025-01-01', position: 0, revision: 1 },
					}),
				);
				const known = new Map(
					rows.map(({ duty: state, filled }, at) => [
						at,
						{ duty: { state, dueOn: null, periods: [], lateIds: [] }, documents: filled ? [{} as never] : [] },
					]),
				);
				const cells = coverageOf(entries, known);
				for (const cell of cells) {
					const heap = rows.filter(({ officeId, field }) => officeId === cell.officeId && field === cell.field);
					const adopted = heap.filter((one) => one.standing === 'adopted');
					expect(cell).toMatchObject({
						adopted: adopted.length,
						trimmed: heap.filter((one) => one.standing === 'trimmed').length,
						proposed: heap.filter((one) => one.standing === 'proposed').length,
						covered: adopted.filter(({ filled }) => filled).length,
						missing: adopted.filter((one) => one.duty === 'missing').length,
						late: adopted.filter((one) => one.duty === 'late').length,
					});
				}
				const counted = cells.reduce((sum, cell) => sum + cell.adopted + cell.trimmed + cell.proposed, 0);
				expect(counted).toBe(rows.filter((one) => one.standing !== 'ended').length);
			}),
		);
	});
});
