import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsAddUp, splits } from './split.ts';

const sevens = groupsAddUp(7);

describe('splits', () => {
	it('cuts a run into figures without leading zeros', () => {
		expect(splits(['102'], 2)).toEqual([['10', '2']]);
		expect(splits(['123'], 2)).toEqual([
			['1', '23'],
			['12', '3'],
		]);
		expect(splits(['000'], 3)).toEqual([['0', '0', '0']]);
		expect(splits(['007'], 2)).toEqual([]);
	});

	it('keeps the borders that are printed', () => {
		expect(splits(['12', '3'], 3)).toEqual([['1', '2', '3']]);
		expect(splits(['12', '3'], 2)).toEqual([['12', '3']]);
		expect(splits(['1', '2', '3'], 2)).toEqual([]);
	});

	it('finds the one cut whose last figure is the sum of the others', () => {
		expect(splits(['640020470'], 7, sevens)).toEqual([['64', '0', '0', '2', '0', '4', '70']]);
		expect(splits(['7000007'], 7, sevens)).toEqual([['7', '0', '0', '0', '0', '0', '7']]);
		expect(splits(['230', '000023'], 7, sevens)).toEqual([['23', '0', '0', '0', '0', '0', '23']]);
	});

	it('finds two cuts where the sum allows two', () => {
		expect(splits(['220000022'], 7, sevens)).toEqual([
			['2', '20', '0', '0', '0', '0', '22'],
			['22', '0', '0', '0', '0', '0', '22'],
		]);
	});

	it('finds none where no cut adds up', () => {
		expect(splits(['1000002'], 7, sevens)).toEqual([]);
		expect(splits(['12'], 7, sevens)).toEqual([]);
	});

	it('starts a figure at a sign where signs are allowed', () => {
		expect(splits(['35-15'], 2, undefined, true)).toEqual([['35', '-15']]);
		expect(splits(['35-15'], 2)).toEqual([]);
		expect(splits(['4－2'], 2, undefined, true)).toEqual([['4', '－2']]);
	});

	it('gives nothing for characters that are no digits', () => {
		expect(splits(['12a4'], 2)).toEqual([]);
		expect(splits(['1.5'], 2)).toEqual([]);
	});

	it('gives up on runs no table row has', () => {
		expect(splits(['1'.repeat(41)], 7)).toEqual([]);
		const started = performance.now();
		expect(splits(['1'.repeat(40)], 20)).toEqual([]);
		expect(performance.now() - started).toBeLessThan(500);
	});
});

describe('groupsAddUp', () => {
	it('lets unfinished groups pass and stops at a group that fails', () => {
		const fives = groupsAddUp(5);
		expect(fives([1, 2, 3])).toBe(true);
		expect(fives([1, 2, 3, 4, 10])).toBe(true);
		expect(fives([1, 2, 3, 4, 9])).toBe(false);
		expect(fives([1, 0, 0, 0, 1, 7])).toBe(true);
	});

	it('cuts the fifteen figures of table 4 as its three sums ask', () => {
		expect(splits(['10203120001200000'], 15, groupsAddUp(5))).toEqual([
			['1', '0', '2', '0', '3', '12', '0', '0', '0', '12', '0', '0', '0', '0', '0'],
		]);
	});
});

describe('every cut and no other', () => {
	/** All ways to set borders, tried one by one; knows nothing of the search. */
	function bruteForce(pieces: readonly string[], count: number): string[][] {
		const cuts = pieces.map((piece) => {
			const ways: string[][] = [];
			for (let mask = 0; mask < 1 << (piece.length - 1); mask++) {
				const parts = [''];
				[...piece].forEach((digit, i) => {
					parts[parts.length - 1] += digit;
					if (i + 1 < piece.length && (mask >> i) & 1) parts.push('');
				});
				ways.push(parts);
			}
			return ways;
		});
		const all = cuts.reduce<string[][]>((sofar, ways) => sofar.flatMap((a) => ways.map((b) => [...a, ...b])), [[]]);
		return all.filter((parts) => parts.length === count && parts.every((part) => /^(0|[1-9]\d*)$/.test(part)));
	}

	it('as trying all borders says', () => {
		const digits = fc.string({ unit: fc.constantFrom('0', '1', '2', '9'), minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(fc.array(digits, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 9 }), (pieces, count) => {
				const sorted = (ways: string[][]) => ways.map((way) => way.join(' ')).sort();
				expect(sorted(splits(pieces, count))).toEqual(sorted(bruteForce(pieces, count)));
			}),
		);
	});

	// Found by the fuzzer: a merged cell gave one row the figures of two, and the search did not end within ten seconds.
	it('gives up a run that has more borders than anybody could try', () => {
		expect(splits(['1020304050', '10203040501', '02030405010203'], 14, sevens)).toEqual([]);
		expect(splits(['1'.repeat(40)], 21)).toEqual([]);
	});
});
