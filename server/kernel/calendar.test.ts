import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarBook } from './calendar.ts';
import type { CountyNotice, HolidayNotice } from './calendar-notice.ts';
import { addDays } from './civil-day.ts';

const spring: HolidayNotice = {
	id: '2030',
	year: 2030,
	title: '关于2030年部分节假日安排的通知',
	published: '2029-11-01',
	arrangements: [
		{ holiday: '春节', off: ['2030-02-02', '2030-02-08'], work: ['2030-02-09', '2030-01-27'] },
		{ holiday: '清明节', off: ['2030-04-05', '2030-04-05'], work: [] },
	],
};
const festival: CountyNotice = {
	id: 'county-1',
	year: 2030,
	title: '关于2030年火把节放假的通知',
	published: '2030-05-01',
	arrangements: [{ holiday: '火把节', off: ['2030-07-17', '2030-07-18'], work: ['2030-07-20'] }],
	stopsClocks: true,
};
const book = calendarBook([spring], [festival]);
const calendar = book.latest;

describe('addWorkingDays', () => {
	it('does not count the day it starts from, and ends on a working day', () => {
		expect(calendar.addWorkingDays('2030-01-25', 1).day).toBe('2030-01-27');
		expect(calendar.addWorkingDays('2030-02-01', 1).day).toBe('2030-02-09');
		expect(calendar.addWorkingDays('2030-02-02', 1).day).toBe('2030-02-09');
		expect(calendar.addWorkingDays('2030-02-09', 1).day).toBe('2030-02-11');
	});

	it('of zero is the day itself', () => {
		expect(calendar.addWorkingDays('2030-02-03', 0).day).toBe('2030-02-03');
	});

	it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s days', (n) => {
		expect(() => calendar.addWorkingDays('2030-02-03', n)).toThrow(RangeError);
	});

	it('refuses days it has no table for instead of guessing', () => {
		expect(() => calendar.addWorkingDays('1999-12-31', 5)).toThrow('2000–2099');
		expect(() => calendar.addWorkingDays('2099-12-20', 20)).toThrow('2000–2099');
		expect(() => calendar.isWorkingDay('2100-01-01')).toThrow('2000–2099');
	});

	it('is undone by workingDaysBetween', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 300 }), (offset, n) => {
				const from = addDays('2001-01-01', offset);
				const { day } = calendar.addWorkingDays(from, n);
				expect(calendar.workingDaysBetween(from, day)).toBe(n);
				if (n > 0) expect(calendar.isWorkingDay(day)).toBe(true);
			}),
		);
	});
});

describe('workingDaysBetween', () => {
	it('is zero for the same or an earlier day', () => {
		expect(calendar.workingDaysBetween('2030-03-05', '2030-03-05')).toBe(0);
		expect(calendar.workingDaysBetween('2030-03-05', '2030-03-01')).toBe(0);
	});
});

describe('calendar-day limits', () => {
	it('move from a day off to the next working day (Art 85), and stay on a make-up Saturday', () => {
		expect(calendar.addCalendarDays('2030-01-18', 15).day).toBe('2030-02-09');
		expect(calendar.addCalendarDays('2030-01-25', 15).day).toBe('2030-02-09');
		expect(calendar.addCalendarDays('2030-03-01', 15).day).toBe('2030-03-18');
		expect(calendar.addCalendarDays('2030-03-01', 10).day).toBe('2030-03-11');
	});

	it('take months by date', () => {
		expect(calendar.addCalendarMonths('2029-10-05', 6).day).toBe('2030-04-08');
		expect(calendar.addCalendarMonths('2030-03-31', 6).day).toBe('2030-09-30');
	});

	it('say when the roll itself leaves the calendar', () => {
		expect(calendar.addCalendarDays('2030-12-20', 8)).toMatchObject({ day: '2030-12-30', beyondCalendar: false });
		expect(calendar.addCalendarDays('2030-12-20', 13)).toMatchObject({ day: '2031-01-02', beyondCalendar: true });
	});
});

describe('lastWorkingDayUpTo', () => {
	it('goes back over days off', () => {
		expect(calendar.lastWorkingDayUpTo('2030-02-08')).toBe('2030-02-01');
		expect(calendar.lastWorkingDayUpTo('2030-02-09')).toBe('2030-02-09');
	});
});

describe('explain', () => {
	const { limit, days } = calendar.explain('2030-02-01', 2);

	it('names every day from day zero to the limit once, with its reason', () => {
		expect(days.map(({ day, reason, count }) => `${day} ${reason} ${count ?? '-'}`)).toEqual([
			'2030-02-01 起算之日，不计入 -',
			'2030-02-02 春节放假 -',
			'2030-02-03 春节放假 -',
			'2030-02-04 春节放假 -',
			'2030-02-05 春节放假 -',
			'2030-02-06 春节放假 -',
			'2030-02-07 春节放假 -',
			'2030-02-08 春节放假 -',
			'2030-02-09 调休上班（春节） 1',
			'2030-02-10 周末 -',
			'2030-02-11 工作日 2',
		]);
		expect(limit.day).toBe('2030-02-11');
		expect(days.at(1)).toMatchObject({ weekday: '星期六', notice: spring.title, provisional: false });
	});

	it('ends where addWorkingDays ends, for any start and length', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 45 }), (offset, n) => {
				const from = addDays('2029-06-01', offset);
				const told = calendar.explain(from, n);
				expect(told.limit).toEqual(calendar.addWorkingDays(from, n));
				expect(told.days.filter((day) => day.counted)).toHaveLength(n);
				expect(told.days.at(-1)?.day).toBe(told.limit.day);
			}),
			{ numRuns: 60 },
		);
	});

	it('marks each day for which nothing is published', () => {
		const told = calendar.explain('2030-12-30', 2);
		expect(told.days.map((day) => day.provisional)).toEqual([false, false, true]);
	});
});

describe('county days off', () => {
	it('stop the clocks when the county says so', () => {
		expect(calendar.describe('2030-07-17')).toMatchObject({
			working: false,
			reason: '本地放假（火把节）',
			kind: 'county',
		});
		expect(calendar.describe('2030-07-20')).toMatchObject({
			working: true,
			reason: '本地调休上班（火把节）',
			kind: 'makeup',
		});
		expect(calendar.addWorkingDays('2030-07-16', 3).day).toBe('2030-07-22');
	});

	it('are only told, not counted, when it does not', () => {
		const told = calendarBook([spring], [{ ...festival, stopsClocks: false }]).latest;
		expect(told.describe('2030-07-17')).toMatchObject({
			working: true,
			reason: '工作日（本地放假「火把节」，不影响法定期限）',
		});
		expect(told.isWorkingDay('2030-07-20')).toBe(false);
		expect(told.addWorkingDays('2030-07-16', 3).day).toBe('2030-07-19');
	});

	it('lie over a national make-up day, and a local note does not hide a national holiday', () => {
		const local = (stopsClocks: boolean): CountyNotice => ({
			...festival,
			arrangements: [{ holiday: '县庆', off: ['2030-02-08', '2030-02-09'], work: [] }],
			stopsClocks,
		});
		expect(calendarBook([spring], [local(true)]).latest.isWorkingDay('2030-02-09')).toBe(false);
		const noted = calendarBook([spring], [local(false)]).latest;
		expect(noted.describe('2030-02-08').reason).toBe('春节放假');
		expect(noted.describe('2030-02-09').reason).toBe('调休上班（春节）');
	});

	it('have their own versions', () => {
		expect(book.asOf('2030-04-30').isWorkingDay('2030-07-17')).toBe(true);
		expect(book.asOf('2030-05-01').isWorkingDay('2030-07-17')).toBe(false);
		expect(book.asOf('2030-05-01').version).toBe('county-1');
	});
});

describe('a changed notice', () => {
	it('replaces only the holidays it names', () => {
		const change: HolidayNotice = {
			...spring,
			id: '2030-1',
			published: '2030-01-20',
			arrangements: [{ holiday: '春节', off: ['2030-02-02', '2030-02-11'], work: [] }],
		};
		const changed = calendarBook([change, spring]);
		expect(changed.latest.isWorkingDay('2030-02-09')).toBe(false);
		expect(changed.latest.isWorkingDay('2030-01-27')).toBe(false);
		expect(changed.latest.isWorkingDay('2030-04-05')).toBe(false);
		expect(changed.asOf('2030-01-19').isWorkingDay('2030-02-09')).toBe(true);
	});
});

it('without any notice counts by weekends and marks everything', () => {
	const bare = calendarBook([]).latest;
	expect(bare.lastCovered).toBeNull();
	expect(bare.addWorkingDays('2030-02-01', 1)).toMatchObject({ day: '2030-02-04', beyondCalendar: true });
	expect(bare.addWorkingDays('2030-02-01', 0)).toMatchObject({ beyondCalendar: false });
	expect(bare.describe('2000-01-01')).toMatchObject({ working: false, provisional: true });
});
