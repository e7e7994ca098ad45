import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDay, steadyMinute } from './clock.ts';
import { minuteInChina } from './instants.ts';

// The zone's own history is the oracle.
const inChina = new Intl.DateTimeFormat('sv-SE', {
	...{ timeZone: 'Asia/Shanghai', hourCycle: 'h23' },
	...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});
const between = (from: string, to: string) => fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });

test('day and minute are those of China, in the years of summer time too', () => {
	fc.assert(
		fc.property(fc.oneof(between('1980-01-01', '1995-01-01'), between('1995-01-01', '2099-12-31')), (instant) => {
			expect(minuteInChina(instant)).toBe(inChina.format(instant));
			expect(civilDay(instant)).toBe(inChina.format(instant).slice(0, 10));
		}),
		{ numRuns: 2_000 },
	);
});

test.each([
	['1986-07-01T15:30:00Z', '1986-07-02'],
	['1991-12-31T15:59:59Z', '1991-12-31'],
	['1991-12-31T16:00:00Z', '1992-01-01'],
	['2026-02-28T15:59:59.999Z', '2026-02-28'],
	['2026-02-28T16:00:00Z', '2026-03-01'],
])('%s is %s', (instant, day) => {
	expect(civilDay(new Date(instant))).toBe(day);
});

test('what no calendar has is told by nobody', () => {
	expect(steadyMinute(new Date('1986-07-01T00:00:00Z'))).toBeNull();
	expect(steadyMinute(new Date(Number.NaN))).toBeNull();
	expect(() => civilDay(new Date(Number.NaN))).toThrow(RangeError);
});
