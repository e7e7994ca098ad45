import { describe, expect, it } from 'vitest';
import { parseNumeral } from './numerals.ts';

describe('parseNumeral', () => {
	it('reads counted numerals', () => {
		const cases: [string, number][] = [
			['零', 0],
			['一', 1],
			['两', 2],
			['十', 10],
			['十二', 12],
			['二十', 20],
			['九十九', 99],
			['一百零三', 103],
			['一百二十', 120],
			['三千零五', 3005],
			['一万', 10_000],
			['三万五千', 35_000],
			['十二万三千四百五十六', 123_456],
			['一亿', 100_000_000],
			['二百五十六', 256],
		];
		for (const [text, value] of cases) expect(parseNumeral(text), text).toBe(value);
	});

	it('reads years digit by digit', () => {
		expect(parseNumeral('二〇一九')).toBe(2019);
		expect(parseNumeral('二○二三')).toBe(2023);
	});

	it('reads the forms used on cheques', () => {
		expect(parseNumeral('壹佰贰拾')).toBe(120);
	});

	it('gives nothing for what is no numeral', () => {
		for (const text of ['', '百姓', '三个', 'abc', '万']) expect(parseNumeral(text), text).toBeUndefined();
	});
});
