import { describe, expect, it } from 'vitest';
import {
	daysBetween,
	formatDay,
	formatInstant,
	formatMoney,
	formatShortDay,
	formatSize,
	plusDays,
	weekdayOf,
} from './format.ts';

describe('days', () => {
	it('are written as officials write them', () => {
		expect(formatDay('2026-06-01')).toBe('2026年6月1日');
		expect(formatDay('2026-12-31')).toBe('2026年12月31日');
		expect(formatShortDay('2026-06-01')).toBe('6月1日（周一）');
		expect(formatShortDay('2026-02-15')).toBe('2月15日（周日）');
	});

	it('are left alone when they are none', () => {
		for (const text of ['', '2026-6-1', '不详', '2026-06-01T00:00:00Z']) expect(formatDay(text)).toBe(text);
		expect(formatShortDay('')).toBe('');
	});

	it('are counted without clocks in between', () => {
		expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
		expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
		expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
		expect(daysBetween('2025-12-31', '2026-12-31')).toBe(365);
		expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
		expect(plusDays('2026-03-01', -1)).toBe('2026-02-28');
		expect(weekdayOf('2026-06-07')).toBe(0);
	});
});

describe('instants', () => {
	it('are shown in the time of China, whatever the browser stands on', () => {
		expect(formatInstant('2026-06-01T01:05:00Z')).toBe('2026年6月1日 09:05');
		expect(formatInstant('2026-06-01T16:00:00.000Z')).toBe('2026年6月2日 00:00');
		expect(formatInstant('2026-06-01T09:05:00+08:00')).toBe('2026年6月1日 09:05');
	});

	it('are left alone when they are none', () => {
		expect(formatInstant('昨天')).toBe('昨天');
	});
});

describe('money', () => {
	it.each([
		['0', '0.00元'],
		['12.5', '12.50元'],
		['1234567.89', '1,234,567.89元'],
		['-40', '-40.00元'],
		['0012', '12.00元'],
		['99999999999999999.99', '99,999,999,999,999,999.99元'],
		['1.005', '1.005元'],
		['免收', '免收'],
	])('%s → %s', (given, shown) => {
		expect(formatMoney(given)).toBe(shown);
	});

	it('takes numbers too', () => {
		expect(formatMoney(0.1 + 0.2)).toBe('0.30元');
		expect(formatMoney(1000)).toBe('1,000.00元');
	});
});

describe('sizes', () => {
	it.each([
		[0, '0字节'],
		[1023, '1023字节'],
		[1024, '1.0 KB'],
		[1024 * 1024, '1.0 MB'],
		[104_857_600, '100.0 MB'],
	])('%i → %s', (bytes, shown) => {
		expect(formatSize(bytes)).toBe(shown);
	});
});
