import { describe, expect, it } from 'vitest';
import { missingYear, shownYears, usualTitle } from './missing.ts';

describe('the year whose notice is missing', () => {
	it('is next year, without haste until its notice is out', () => {
		expect(missingYear('2026-12-31', '2026-06-01')).toEqual({ year: 2027, urgent: false });
		expect(missingYear('2026-12-31', '2026-10-31')).toEqual({ year: 2027, urgent: false });
		expect(missingYear('2026-12-31', '2026-11-01')).toEqual({ year: 2027, urgent: true });
	});

	it('is urgent once it has begun', () => {
		expect(missingYear('2026-12-31', '2027-01-01')).toEqual({ year: 2027, urgent: true });
		expect(missingYear('2024-12-31', '2026-06-01')).toEqual({ year: 2025, urgent: true });
	});

	it('is none once next year is loaded', () => {
		expect(missingYear('2027-12-31', '2026-12-31')).toBeNull();
	});

	it('is this year when nothing is loaded at all', () => {
		expect(missingYear(null, '2026-06-01')).toEqual({ year: 2026, urgent: true });
	});
});

describe('the years to choose from', () => {
	it('are those with a notice and the missing one, newest first', () => {
		expect(shownYears([2025, 2026, 2024], { year: 2027, urgent: false })).toEqual([2027, 2026, 2025, 2024]);
		expect(shownYears([2026], null)).toEqual([2026]);
		expect(shownYears([2026], { year: 2026, urgent: true })).toEqual([2026]);
	});
});

it('writes the title as the State Council does', () => {
	expect(usualTitle(2027)).toBe('国务院办公厅关于2027年部分节假日安排的通知');
});
