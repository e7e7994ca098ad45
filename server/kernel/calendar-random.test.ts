import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarBook } from './calendar.ts';
import { type CountyNotice, checkNotice, type HolidayNotice } from './calendar-notice.ts';
import { addDays, dayNumber, weekdayOfNumber } from './civil-day.ts';

/** Notices drawn at random, judged by `checkNotice`, and compared with the plain reading of their own words. */
const YEAR = 2040;
const weekends = Array.from({ length: 366 }, (_, at) => addDays(`${YEAR}-01-01`, at)).filter(
	(day) => weekdayOfNumber(dayNumber(day)) > 4 && day <= `${YEAR}-12-31`,
);

const arrangement = (holiday: string) =>
	fc.record({
		holiday: fc.constant(holiday),
		off: fc
			.tuple(fc.integer({ min: 0, max: 350 }), fc.integer({ min: 0, max: 9 }))
			.map(([at, length]) => [addDays(`${YEAR}-01-01`, at), addDays(`${YEAR}-01-01`, at + length)] as const),
		work: fc.uniqueArray(fc.constantFrom(...weekends), { maxLength: 2 }),
	});

const notice = (id: string, published: string): fc.Arbitrary<HolidayNotice> =>
	fc.record({
		id: fc.constant(id),
		year: fc.constant(YEAR),
		title: fc.constant('节假日安排'),
		published: fc.constant(published),
		arrangements: fc.tuple(arrangement('甲节'), arrangement('乙节'), arrangement('丙节')),
	});

const sound = notice('a', '2039-11-01').filter((one) => checkNotice(one).length === 0);

/** What the notice says of a day, word by word. */
function plainly(day: string, { arrangements }: HolidayNotice): boolean {
	for (const { off, work } of arrangements) {
		if (work.includes(day)) return true;
		if (off[0] <= day && day <= off[1]) return false;
	}
	return weekdayOfNumber(dayNumber(day)) < 5;
}

describe('any sound notice', () => {
	it('is read as it is written', () => {
		fc.assert(
			fc.property(sound, (one) => {
				const calendar = calendarBook([one]).latest;
				for (let day = `${YEAR}-01-01`; day <= `${YEAR}-12-31`; day = addDays(day, 1)) {
					if (calendar.isWorkingDay(day) !== plainly(day, one)) expect.unreachable(day);
				}
			}),
			{ numRuns: 40 },
		);
	});

	it('gives every day a reason that agrees with whether it is worked', () => {
		fc.assert(
			fc.property(sound, fc.integer({ min: 0, max: 364 }), (one, at) => {
				const told = calendarBook([one]).latest.describe(addDays(`${YEAR}-01-01`, at));
				expect(told.working).toBe(told.kind === 'workday' || told.kind === 'makeup');
				expect(told.notice === null).toBe(told.kind === 'workday' || told.kind === 'weekend');
			}),
		);
	});

	it('counts the same between two days as by walking', () => {
		const days = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 64 }));
		fc.assert(
			fc.property(sound, days, (one, [at, length]) => {
				const calendar = calendarBook([one]).latest;
				const from = addDays(`${YEAR}-01-01`, at);
				let walked = 0;
				for (let step = 1; step <= length; step += 1) walked += plainly(addDays(from, step), one) ? 1 : 0;
				expect(calendar.workingDaysBetween(from, addDays(from, length))).toBe(walked);
			}),
		);
	});
});

describe('a change notice', () => {
	it('leaves what was known before its day, and the other holidays after it', () => {
		fc.assert(
			fc.property(sound, arrangement('乙节'), (first, changed) => {
				const change: HolidayNotice = { ...first, id: 'b', published: '2040-02-01', arrangements: [changed] };
				const book = calendarBook([change, first]);
				const merged = {
					...first,
					arrangements: [first.arrangements[0], changed, first.arrangements[2]].filter((one) => one !== undefined),
				};
				fc.pre(checkNotice(merged).length === 0);
				for (let day = `${YEAR}-01-01`; day <= `${YEAR}-12-31`; day = addDays(day, 3)) {
					expect(book.asOf('2040-01-31').isWorkingDay(day), day).toBe(plainly(day, first));
					expect(book.asOf('2040-02-01').isWorkingDay(day), day).toBe(plainly(day, merged));
				}
			}),
			{ numRuns: 30 },
		);
	});
});

describe('county days', () => {
	const local = (stopsClocks: boolean): fc.Arbitrary<CountyNotice> =>
		arrangement('县庆').map((one) => ({
			id: 'c',
			year: YEAR,
			title: '县庆放假',
			published: '2040-01-01',
			arrangements: [{ ...one, work: [] }],
			stopsClocks,
		}));

	it('change no limit when the county does not let them count', () => {
		fc.assert(
			fc.property(sound, local(false), fc.integer({ min: 0, max: 300 }), (one, county, at) => {
				const from = addDays(`${YEAR}-01-01`, at);
				expect(calendarBook([one], [county]).latest.addWorkingDays(from, 20)).toEqual(
					calendarBook([one]).latest.addWorkingDays(from, 20),
				);
			}),
		);
	});

	it('only ever lengthen a limit when it does', () => {
		fc.assert(
			fc.property(sound, local(true), fc.integer({ min: 0, max: 300 }), (one, county, at) => {
				const from = addDays(`${YEAR}-01-01`, at);
				const plain = calendarBook([one]).latest.addWorkingDays(from, 20).day;
				expect(calendarBook([one], [county]).latest.addWorkingDays(from, 20).day >= plain).toBe(true);
			}),
		);
	});
});
