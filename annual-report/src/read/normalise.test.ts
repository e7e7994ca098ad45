import { describe, expect, it } from 'vitest';
import { joinWords, keyOf, lettersOf, normalise, squeeze } from './normalise.ts';

describe('normalise', () => {
	it('makes full-width digits, letters and signs ordinary', () => {
		expect(normalise('２０２３年ＡＰＰ９８．５％')).toBe('2023年APP98.5%');
	});

	it('replaces radicals that a PDF font put in place of characters', () => {
		expect(normalise('⼀、⾏政许可')).toBe('一、行政许可');
		expect(normalise('⻓期、⻔户、⻅面、⻛险')).toBe('长期、门户、见面、风险');
	});

	it('drops characters nobody sees', () => {
		expect(normalise('\ufeff政\u200b府\u00ad信息\u2060')).toBe('政府信息');
	});

	it('keeps Chinese punctuation and blanks as printed', () => {
		expect(normalise('（一）“三安全”，　甲 乙')).toBe('（一）“三安全”，　甲 乙');
	});
});

describe('joinWords', () => {
	it('takes blanks out of Chinese text and around figures', () => {
		expect(joinWords('2019  年 1 月 1 日')).toBe('2019年1月1日');
		expect(joinWords('做好信 息公开， 及时发布')).toBe('做好信息公开，及时发布');
		expect(joinWords('服务13 个窗口')).toBe('服务13个窗口');
	});

	it('keeps blanks between Latin words and between figures', () => {
		expect(joinWords('Open Data 平台')).toBe('Open Data平台');
		expect(joinWords('12 34')).toBe('12 34');
	});

	it('trims and folds every kind of blank', () => {
		expect(joinWords('\u3000\u3000一是公开。\u00a0\n')).toBe('一是公开。');
	});
});

describe('squeeze', () => {
	it('leaves no blank at all', () => {
		expect(squeeze(' 统　计\t指 标\n')).toBe('统计指标');
	});
});

describe('keyOf', () => {
	it('is the same for every way a label is printed', () => {
		const key = keyOf('1.属于国家秘密');
		for (const printed of ['1、属于国家秘密', '１．属于国家秘密', '属于 国家\n秘密', '（1）属于国家秘密']) {
			expect(keyOf(printed), printed).toBe(key);
		}
	});

	it('drops several ordinals in a row', () => {
		expect(keyOf('三、（一）予以公开')).toBe('予以公开');
	});

	it('does not drop what only looks like an ordinal', () => {
		expect(keyOf('三类内部事务信息')).toBe('三类内部事务信息');
		expect(keyOf('一、')).toBe('');
	});

	it('makes one spelling of 其它 and 其他, 或者 and 或', () => {
		expect(keyOf('其它处理')).toBe('其他处理');
		expect(keyOf('确认或者重新出具')).toBe('确认或重新出具');
	});
});

describe('lettersOf', () => {
	it('keeps Han characters and letters only', () => {
		expect(lettersOf('危及“三安全一稳定”（3件）A-1')).toBe('危及三安全一稳定件A');
	});
});
