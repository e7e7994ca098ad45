import { describe, expect, it } from 'vitest';
import { joinMonthDay, splitMonthDay } from './month-day.ts';

describe('a day of every year', () => {
	it('is taken apart and put together again', () => {
		for (const text of ['01-31', '03-31', '12-01']) {
			expect(joinMonthDay(...(splitMonthDay(text) ?? [0, 0]))).toBe(text);
		}
	});

	it('is none when it does not look like one', () => {
		for (const text of [undefined, '', '1-31', '2026-01-31', '一月']) expect(splitMonthDay(text)).toBeNull();
	});
});
