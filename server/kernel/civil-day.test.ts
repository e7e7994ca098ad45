import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	addMonths,
	chineseDay,
	dayNumber,
	dayOfInstant,
	dayOfNumber,
	daysBetween,
	isCivilDay,
	weekdayName,
} from './civil-day.ts';

describe('isCivilDay', () => {
	it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1900-01-01', '9999-12-31'])('accepts %s', (day) => {
		expect(isCivilDay(day)).toBe(true);
	});

	it.each([
		'2026-02-29',
		'1900-02-29',
		'2026-02-30',
		'2026-04-31',
		'2026-13-01',
		'2026-00-10',
		'2026-01-00',
		'1899-12-31',
		'0000-01-01',
		'2026-2-3',
		'20260203',
		'2026/02/03',
		' 2026-02-03',
		'2026-02-03\n',
		'2026-02-03T00:00:00Z',
		'２０２６-02-03',
		'',
		null,
		undefined,
		20260203,
		{},
	])('refuses %j', (day) => {
		expect(isCivilDay(day)).toBe(false);
	});
});

describe('day numbers', () => {
	it('agree with the platform for every day from 1900 to 2200', () => {
		for (let number = -25_567; number < 84_000; number += 1) {
			const expected = new Date(number * 86_400_000).toISOString().slice(0, 10);
			if (dayOfNumber(number) !== expected || dayNumber(expected) !== number) expect.unreachable(expected);
		}
	});

	it('refuse what is not a day instead of counting from nonsense', () => {
		expect(() => dayNumber('2026-02-30')).toThrow(RangeError);
		expect(() => addDays('', 1)).toThrow(RangeError);
	});

	it('add and measure', () => {
		expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
		expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
		expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -5000, max: 5000 }), (start, days) => {
				const from = dayOfNumber(start);
				expect(daysBetween(from, addDays(from, days))).toBe(days);
			}),
		);
	});
});

describe('weekdayName', () => {
	it.each([
		['2026-02-14', '星期六'],
		['2027-01-31', '星期日'],
		['2026-03-16', '星期一'],
		['1970-01-01', '星期四'],
		['1969-12-28', '星期日'],
	])('%s is %s', (day, name) => {
		expect(weekdayName(day)).toBe(name);
	});
});

describe('addMonths', () => {
	it.each([
		['2026-01-15', 6, '2026-07-15'],
		['2025-08-31', 6, '2026-02-28'],
		['2023-08-31', 6, '2024-02-29'],
		['2026-10-31', 6, '2027-04-30'],
		['2026-12-01', 1, '2027-01-01'],
		['2026-03-31', -1, '2026-02-28'],
	])('%s plus %i months is %s', (day, months, expected) => {
		expect(addMonths(day, months)).toBe(expected);
	});
});

describe('dayOfInstant', () => {
	it('turns at midnight in China, whatever the zone of this machine', () => {
		expect(dayOfInstant('2026-02-10T15:59:59.999Z')).toBe('2026-02-10');
		expect(dayOfInstant('2026-02-10T16:00:00Z')).toBe('2026-02-11');
		expect(dayOfInstant('2026-02-11T00:00:00+08:00')).toBe('2026-02-11');
		expect(dayOfInstant(0)).toBe('1970-01-01');
		expect(() => dayOfInstant('soon')).toThrow(RangeError);
	});
});

it('prints a day as letters do', () => {
	expect(chineseDay('2026-03-06')).toBe('2026年3月6日');
});
