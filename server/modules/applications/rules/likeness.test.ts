import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asked, likenessOf, plainRequest, questionsOf, shareOfPairs } from './likeness.ts';

const asked = (title: string, features = '', documentNumber = ''): Asked => ({ title, features, documentNumber });

describe('the same request (条例第三十六条第六项)', () => {
	test('to the letter', () => {
		const one = asked('2025年农村低保对象名单', '含享受金额');
		expect(likenessOf(one, { ...one })).toBe('identical');
		expect(likenessOf(one, asked(' 2025年农村低保对象名单 ', '含享受金额'))).toBe('identical');
	});

	// Ten copies came in because of a blank in the title (alaveteli#4160).
	test.each([
		['2025年 农村低保对象名单', '2025年农村低保对象名单。'],
		['２０２５年农村低保对象名单', '2025年农村低保对象名单'],
		['申请公开2025年农村低保对象名单', '2025年农村低保对象名单'],
		['请求贵单位公开2025年农村低保对象名单的相关信息', '关于2025年农村低保对象名单'],
		['本人依法申请公开《上溪村征地补偿方案》复印件', '上溪村征地补偿方案'],
	])('%s = %s', (one, other) => {
		expect(likenessOf(asked(one), asked(other))).toBe('same');
	});

	test('words moved about and a few added are similar', () => {
		expect(likenessOf(asked('上溪村2024年征地补偿安置方案'), asked('2024年上溪村征地补偿方案及安置'))).toBe('similar');
		expect(likenessOf(asked('农村公路养护资金使用明细', '2025年度，分村列出'), asked('农村公路养护资金使用明细'))).toBe(
			'similar',
		);
	});

	test('a shared document number is enough to be shown', () => {
		const number = '临政发〔2025〕3号';
		expect(likenessOf(asked('通知全文', '', number), asked('征地的依据', '', '临政发[2025] 3 号'))).toBe('similar');
		expect(likenessOf(asked('通知全文', '', number), asked('征地的依据', '', '临政发〔2024〕3号'))).toBe(null);
	});
});

describe('different requests', () => {
	test.each([
		['2024年三公经费决算', '2025年三公经费决算'],
		['上溪村征地补偿方案', '望溪镇中心小学招生计划'],
		['农村低保对象名单', '危房改造补助标准'],
	])('%s ≠ %s', (one, other) => {
		expect(likenessOf(asked(one), asked(other))).toBe(null);
	});

	test('polite words alone do not make requests alike', () => {
		expect(likenessOf(asked('申请公开相关信息'), asked('申请公开有关材料'))).not.toBe('same');
	});
});

describe('properties', () => {
	const text = fc.string({ unit: fc.constantFrom(...'低保名单征地补偿方案2025年村镇'), maxLength: 24 });

	test('likeness does not depend on who came first', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				expect(likenessOf(asked(a), asked(b))).toBe(likenessOf(asked(b), asked(a)));
				expect(shareOfPairs(a, b)).toBe(shareOfPairs(b, a));
			}),
		);
	});

	test('the share lies between 0 and 1, and blanks never change what is asked', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				const share = shareOfPairs(a, b);
				expect(share).toBeGreaterThanOrEqual(0);
				expect(share).toBeLessThanOrEqual(1);
				expect(plainRequest(asked([...a].join(' ')))).toBe(plainRequest(asked(a)));
			}),
		);
	});
});

test('what is looked for: the number, the words as they stand, and without politeness', () => {
	expect(questionsOf(asked('申请公开危房改造补助标准', '', '临建发〔2025〕8号'))).toEqual([
		'临建发〔2025〕8号',
		'申请公开危房改造补助标准',
		'危房改造补助标准',
	]);
	expect(questionsOf(asked('危房改造补助标准'))).toEqual(['危房改造补助标准']);
});
