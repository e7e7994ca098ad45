import { expect, it } from 'vitest';
import { daysIn } from './inputs.tsx';

it('reads a list of days however it is parted', () => {
	expect(daysIn('15、5、1')).toEqual([15, 5, 1]);
	expect(daysIn(' １５，5; 1 ')).toEqual([15, 5, 1]);
	expect(daysIn('')).toEqual([]);
	expect(daysIn('十五')).toEqual([Number.NaN]);
});
