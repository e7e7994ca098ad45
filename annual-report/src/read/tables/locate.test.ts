import { describe, expect, it } from 'vitest';
import type { Label } from '../../forms/index.ts';
import { locateLabels, spellingsOf } from './locate.ts';

const label = (text: string, ...variants: string[]): Label => ({ key: text, label: text, variants });
const find = (letters: string, ...labels: Label[]) =>
	locateLabels(letters, labels, 0, letters.length).map((hit) => hit && letters.slice(hit.start, hit.end));

describe('spellingsOf', () => {
	it('puts the longest wording first and drops punctuation', () => {
		expect(spellingsOf(label('部分公开', '部分公开（区分处理的）'))).toEqual(['部分公开区分处理的', '部分公开']);
	});
});

describe('locateLabels', () => {
	it('finds labels in their printed order', () => {
		expect(find('规章行政规范性文件行政许可', label('规章'), label('行政规范性文件'), label('行政许可'))).toEqual([
			'规章',
			'行政规范性文件',
			'行政许可',
		]);
	});

	it('takes the longest wording at a place', () => {
		expect(find('部分公开区分处理的', label('部分公开', '部分公开（区分处理的）'))).toEqual(['部分公开区分处理的']);
	});

	it('seeks short labels only between the long ones around them', () => {
		const letters = '其他杂事行政机关不再处理其申请其他总计结转下年度继续办理总计';
		const hits = locateLabels(
			letters,
			[label('行政机关不再处理其申请'), label('其他'), label('总计'), label('结转下年度继续办理')],
			0,
			letters.length,
		);
		expect(hits[1]?.start).toBe(letters.indexOf('其他总计'));
		expect(hits[2]?.start).toBe(letters.indexOf('总计结转'));
	});

	it('says which label is missing', () => {
		expect(find('要求提供公开出版物', label('重复申请'), label('要求提供公开出版物'))).toEqual([
			undefined,
			'要求提供公开出版物',
		]);
	});

	it('bears a wrong, a missing and an added character in a long label', () => {
		expect(find('无正当理由大量反覆申请', label('无正当理由大量反复申请'))).toEqual(['无正当理由大量反覆申请']);
		expect(find('无正当理由大反复申请', label('无正当理由大量反复申请'))[0]).toBe('无正当理由大反复申请');
		expect(find('无正当的理由大量反复申请', label('无正当理由大量反复申请'))[0]).toBe('无正当的理由大量反复申请');
	});

	it('does not take another label for a damaged one', () => {
		expect(find('属于三类内部事务信息', label('属于四类过程性信息'))).toEqual([undefined]);
	});

	it('stays inside its stretch of text', () => {
		const letters = '重复申请重复申请';
		expect(locateLabels(letters, [label('重复申请')], 1, letters.length)[0]?.start).toBe(4);
		expect(locateLabels(letters, [label('重复申请')], 1, 7)[0]).toBeUndefined();
	});
});
