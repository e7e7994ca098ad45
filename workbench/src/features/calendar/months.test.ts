import { describe, expect, it } from 'vitest';
import { markOf, monthsOf } from './months.ts';

const daysOf = (year: number) => monthsOf(year).flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));

describe('a year on the wall', () => {
	it('has every day once, in order', () => {
		const days = daysOf(2026);
		expect(days).toHaveLength(365);
		expect(days[0]).toBe('2026-01-01');
		expect(days.at(-1)).toBe('2026-12-31');
		expect([...days].sort()).toEqual(days);
		expect(new Set(days).size).toBe(365);
	});

	it('knows leap years', () => {
		expect(daysOf(2028)).toContain('2028-02-29');
		expect(daysOf(2027)).not.toContain('2027-02-29');
	});

	it('begins its weeks on Monday and fills them to seven', () => {
		// 1 January 2026 is a Thursday.
		expect(monthsOf(2026)[0]?.weeks[0]).toEqual([
			null,
			null,
			null,
			'2026-01-01',
			'2026-01-02',
			'2026-01-03',
			'2026-01-04',
		]);
		expect(monthsOf(2026).every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
	});

	it('needs no empty week before a month that begins on Monday, nor six weeks for February', () => {
		// June 2026 begins on a Monday, February 2027 is four whole weeks.
		expect(monthsOf(2026)[5]?.weeks[0]?.[0]).toBe('2026-06-01');
		expect(monthsOf(2027)[1]?.weeks).toHaveLength(4);
	});
});

describe('the character in a cell', () => {
	it('tells days off from made-up working days without colour', () => {
		expect([markOf('holiday'), markOf('makeup'), markOf('county')]).toEqual(['休', '班', '地']);
		expect([markOf('workday'), markOf('weekend')]).toEqual(['', '']);
	});
});
