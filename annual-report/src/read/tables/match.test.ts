import { describe, expect, it } from 'vitest';
import { table3Rows } from '../../forms/index.ts';
import { matcherOf } from './match.ts';

const rows = table3Rows('2021');
const match = matcherOf(rows);
const keyOfText = (text: string) => rows[match(text) ?? -1]?.key;

describe('matcherOf', () => {
	it('knows each row of table 3 as it is printed', () => {
		for (const row of rows) expect(keyOfText(row.ordinal + row.label), row.key).toBe(row.key);
	});

	it('bears blanks, line ends, other ordinals and variants', () => {
		expect(keyOfText('一、本年新收政府\n信息公开申请数量')).toBe('new');
		expect(keyOfText('1、属于 国家秘密')).toBe('deny.secret');
		expect(keyOfText('危及三安全一稳定')).toBe('deny.safety');
		expect(keyOfText('部分公开')).toBe('partial');
		expect(keyOfText('要求行政机关确认或者重新出具已获取信息')).toBe('reject.confirm');
	});

	it('bears a wrong character in a long label', () => {
		expect(keyOfText('无正当理由大量反覆申请')).toBe('reject.massive');
		expect(keyOfText('信访举报投述类申请')).toBe('reject.petition');
	});

	it('finds a label behind its group in one cell', () => {
		expect(keyOfText('（三）不予公开1.属于国家秘密')).toBe('deny.secret');
	});

	it('does not know figures, heads and other words', () => {
		for (const text of ['', '0', '申请人情况', '自然人', '（三）不予公开', '合法权益', '重复']) {
			expect(keyOfText(text), text).toBeUndefined();
		}
	});

	it('does not mistake two rows that share words', () => {
		expect(keyOfText('属于三类内部事务信息')).toBe('deny.internal');
		expect(keyOfText('属于四类过程性信息')).toBe('deny.process');
		expect(keyOfText('属于行政执法案卷')).toBe('deny.case');
		expect(keyOfText('属于行政查询事项')).toBe('deny.query');
	});

	it('does not look into whole articles', () => {
		expect(match(`${'公开'.repeat(200)}重复申请`)).toBeUndefined();
	});
});
