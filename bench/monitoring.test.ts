import { describe, expect, it } from 'vitest';
import { measureMonitoring } from './monitoring.ts';

describe('faults planted in a county of sixty offices', () => {
	it.each([1, 2])('are found, and their near-misses are not, by rule (seed %i)', (seed) => {
		for (const { rule, planted, found, wrong } of measureMonitoring(seed)) {
			expect(planted, rule).toBeGreaterThanOrEqual(5);
			expect([found, wrong], rule).toEqual([planted, 0]);
		}
	});
});
