import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('a function that remembers', () => {
	it('asks once for the same text, and gives the same answer, also where that is nothing', () => {
		let asked = 0;
		const length = remembered((text) => {
			asked++;
			return text === '' ? undefined : text.length;
		});
		expect([length('甲乙'), length('甲乙'), length(''), length('')]).toEqual([2, 2, undefined, undefined]);
		expect(asked).toBe(2);
	});

	it('does not keep long texts, and forgets before it grows without end', () => {
		let asked = 0;
		const echo = remembered((text) => {
			asked++;
			return text;
		});
		const long = '长'.repeat(200);
		echo(long);
		echo(long);
		expect(asked).toBe(2);
		for (let i = 0; i < 20_000; i++) expect(echo(`${i}`)).toBe(`${i}`);
		expect(echo('0')).toBe('0');
		expect(asked).toBe(20_003);
	});
});
