import { describe, expect, it } from 'vitest';
import { type Choice, learnChoice, learnSureness, type Sample, sumOf } from './learn.ts';

describe('weights', () => {
	it('put what is right first, and count for nothing what says nothing', () => {
		const choices = Array.from({ length: 40 }, (_, at): Choice => {
			const noise = (seed: number) => Math.sin(at * 7 + seed * 13);
			const wrong = [1, 2, 3].map((one) => [0.2, noise(one)]);
			return { candidates: [...wrong, [0.9, noise(9)]], right: [3] };
		});
		const [useful = 0, noise = 0] = learnChoice(choices);
		expect(useful).toBeGreaterThan(1);
		expect(Math.abs(noise)).toBeLessThan(useful / 3);
	});

	it('tell what is so from what is not, with the share it has where nothing is known', () => {
		const samples = Array.from({ length: 100 }, (_, at): Sample => {
			const isSo = at % 4 === 0;
			return { measures: [isSo ? 3 : 1, 50 + (at % 7)], isSo: at % 10 === 0 ? !isSo : isSo, counts: 1 };
		});
		const weights = learnSureness(samples);
		const likely = (measure: number) => 1 / (1 + Math.exp(-sumOf(weights, [1, measure, 53])));
		expect(likely(3)).toBeGreaterThan(0.5);
		expect(likely(1)).toBeLessThan(0.3);
	});

	it('follow what counts more', () => {
		const samples = [true, false].map((isSo): Sample => ({ measures: [1], isSo, counts: isSo ? 3 : 1 }));
		const likely = 1 / (1 + Math.exp(-sumOf(learnSureness(samples), [1, 1])));
		expect(likely).toBeCloseTo(0.75, 2);
	});
});
