import { describe, expect, it } from 'vitest';
import { ARTICLES, type Article, chineseNumber, cite, inForceFrom, placeOf } from './articles.ts';

const all: Array<[string, Article]> = Object.entries(ARTICLES);

describe('chineseNumber', () => {
	it.each([
		[1, '一'],
		[7, '七'],
		[10, '十'],
		[12, '十二'],
		[20, '二十'],
		[33, '三十三'],
		[100, '一百'],
		[105, '一百〇五'],
		[110, '一百一十'],
		[219, '二百一十九'],
	])('%i is %s', (n, text) => {
		expect(chineseNumber(n)).toBe(text);
	});

	it('gives 999 different texts', () => {
		expect(new Set(Array.from({ length: 999 }, (_, at) => chineseNumber(at + 1))).size).toBe(999);
	});
});

describe('cite', () => {
	it.each([
		[ARTICLES.extension, '《中华人民共和国政府信息公开条例》第三十三条第二款', '《条例》第三十三条第二款'],
		[ARTICLES.notOurs, '《中华人民共和国政府信息公开条例》第三十六条第（五）项', '《条例》第三十六条第（五）项'],
		[ARTICLES.secret, '《中华人民共和国政府信息公开条例》第十四条', '《条例》第十四条'],
		[ARTICLES.firstDay, '《中华人民共和国民事诉讼法》第八十五条第二款', '《中华人民共和国民事诉讼法》第八十五条第二款'],
	])('writes the reference as letters print it', (article, long, short) => {
		expect(cite(article)).toBe(long);
		expect(cite(article, true)).toBe(short);
	});

	it('tells the two orders of the same name apart, and never shortens the old one', () => {
		expect(cite(ARTICLES.oldAnswerLimit)).toBe('《中华人民共和国政府信息公开条例》（国务院令第492号）第二十四条');
		expect(cite(ARTICLES.oldAnswerLimit, true)).toBe(cite(ARTICLES.oldAnswerLimit));
	});

	it('gives the number of a document that is cited by it', () => {
		expect(cite(ARTICLES.feePerItem)).toBe('《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条');
		expect(cite(ARTICLES.redo)).toContain('（法释〔2025〕8号）');
		expect(placeOf(ARTICLES.redo)).toBe('');
	});
});

describe('the references', () => {
	it('stay inside the 56 articles of the Regulations', () => {
		for (const [key, { regulation, article }] of all) {
			if (regulation === 'order711') expect(article !== undefined && article >= 1 && article <= 56, key).toBe(true);
		}
	});

	it('each say in Chinese what they rule', () => {
		for (const [key, { text }] of all) expect(text, key).toMatch(/^[「\u4e00-\u9fff].*[。」]$/);
	});
});

it('knows when the law changed', () => {
	expect(inForceFrom('order711')).toBe('2019-05-15');
	expect(inForceFrom('reconsideration')).toBe('2024-01-01');
});
