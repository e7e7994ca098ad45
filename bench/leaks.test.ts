import { describe, expect, it } from 'vitest';
import { makeTexts } from './leaks/make.ts';
import { limitsOf, measureLeaks } from './leaks.ts';

describe('personal data planted in public texts', () => {
	it.each([3, 4])('is found and its look-alikes are not, by kind (seed %i)', (seed) => {
		const rows = measureLeaks(makeTexts(seed, 600));
		expect(rows).toHaveLength(7);
		for (const { kind, planted, recall, precision } of rows) {
			expect(planted, kind).toBeGreaterThan(20);
			expect(recall, `${kind} recall`).toBeGreaterThanOrEqual(limitsOf(kind).recall);
			expect(precision, `${kind} precision`).toBeGreaterThanOrEqual(limitsOf(kind).precision);
		}
	});
});
