import { describe, expect, it } from 'vitest';
import { sampleNumber } from './index-number.ts';

describe('the example of an index number', () => {
	it.each([
		['{code}/{yyyy}-{serial:5}', '99990123A0000001X/2026-00012'],
		['{area}{yyyymm}{serial:3}', '990123202606012'],
		['QH-{yyyy}-{serial:1}', 'QH-2026-12'],
	])('%s → %s', (pattern, sample) => {
		expect(sampleNumber(pattern)).toBe(sample);
	});

	it('leaves what it does not know as it stands, so that a typing error is seen', () => {
		expect(sampleNumber('{year}-{serial}')).toBe('{year}-{serial}');
		expect(sampleNumber('{yyyy:3}')).toBe('{yyyy:3}');
		expect(sampleNumber('')).toBe('');
	});
});
