import { describe, expect, it } from 'vitest';
import { defused } from './formula.ts';

describe('a cell for a spreadsheet', () => {
	it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j begins no formula', (text) => {
		expect(defused(text)).toBe(`'${text}`);
	});

	it.each(['', '第=1号', ' =1', '2026-06-01'])('%j stays', (text) => {
		expect(defused(text)).toBe(text);
	});

	it('figures stay figures, below nothing too, and blanks blanks', () => {
		expect([defused(-5), defused(0), defused(null)]).toEqual([-5, 0, null]);
	});
});
