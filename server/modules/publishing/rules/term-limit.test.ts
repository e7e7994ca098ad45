import { describe, expect, it } from 'vitest';
import { latestTerm } from './term-limit.ts';

describe('the last day of a term (law.md §5.7: 有效期一般不超过5年)', () => {
	it.each([
		['2026-06-01', 5, '2031-06-01'],
		['2024-02-29', 5, '2029-02-28'],
		['2024-02-29', 4, '2028-02-29'],
		['2026-12-31', 1, '2027-12-31'],
	])('from %s for %s years is %s', (from, years, last) => {
		expect(latestTerm(from, years)).toBe(last);
	});
});
