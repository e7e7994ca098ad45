import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, decimalsOf, formatAmount, parseAmount, shortAmount } from './amount.ts';

describe('parseAmount', () => {
	it.each([
		['0', 0n],
		['5', 5_000_000n],
		['12.5', 12_500_000n],
		['0.000001', 1n],
		['99999999999999', 99_999_999_999_999_000_000n],
	])('reads %s', (text, amount) => {
		expect(parseAmount(text)).toBe(amount);
	});

	it.each(['', ' ', '-1', '+1', '1.', '.5', '1,000', '1e3', '１２', '12.5万', '0.0000001', 'NaN', '123456789012345'])(
		'refuses «%s»',
		(text) => {
			expect(parseAmount(text)).toBeNull();
		},
	);
});

describe('formatAmount', () => {
	it('writes the shortest form, signs included', () => {
		expect([0n, 1n, 12_500_000n, -3_000_000n, -1n].map(formatAmount)).toEqual([
			'0',
			'0.000001',
			'12.5',
			'-3',
			'-0.000001',
		]);
	});

	it('is the way back from parseAmount', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999_999_999n }), (amount) => {
				expect(parseAmount(formatAmount(amount))).toBe(amount);
			}),
		);
	});

	it('adds where floating point would not', () => {
		const sum = (parseAmount('0.1') ?? 0n) + (parseAmount('0.2') ?? 0n);
		expect(formatAmount(sum)).toBe('0.3');
	});
});

it('adds only what is all known', () => {
	expect(addAmounts(['0.1', '0.2', '3'])).toBe('3.3');
	expect(addAmounts(['1', null])).toBeNull();
	expect(addAmounts(['1', '无'])).toBeNull();
	expect(addAmounts([])).toBe('0');
});

it('shortens what the database pads, and leaves alone what is no amount', () => {
	expect(shortAmount('5.000000')).toBe('5');
	expect(shortAmount('0.120000')).toBe('0.12');
	expect(shortAmount('无')).toBe('无');
});

it('counts the digits after the point', () => {
	expect(['1', '1.5', '1.25'].map(decimalsOf)).toEqual([0, 1, 2]);
});
