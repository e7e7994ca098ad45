import { describe, expect, it } from 'vitest';
import { factsOf, publicationDate, titleLines } from './facts.ts';
import type { NarrativeLine } from './paragraphs.ts';

const lines = (...texts: string[]): NarrativeLine[] => texts.map((text, i) => ({ text, at: { line: i + 1 } }));
const facts = (first: string | string[], text = '', stated?: string) =>
	factsOf(lines(...(Array.isArray(first) ? first : [first])), text, stated);

describe('the title', () => {
	it('is the line that names a year and ends in 报告 or 年报', () => {
		for (const title of [
			'青河县白石镇人民政府2023年政府信息公开工作年度报告',
			'白石镇2020年度政府信息公开年报',
			'2019年度白石镇政府信息公开年度报告',
			'白石镇二〇一八年政府信息公开工作报告',
		]) {
			expect(facts(title).title).toBe(title);
		}
	});

	it('may be set in two lines or spaced out', () => {
		expect(facts(['白石镇2019年政务信息公开', '', '年度报告', '正文。']).title).toBe(
			'白石镇2019年政务信息公开年度报告',
		);
		expect(facts(' 2019 年度白石镇 政府信息公开年度报告').title).toBe('2019年度白石镇政府信息公开年度报告');
	});

	it('is not a button, a sentence or a heading', () => {
		expect(titleLines(lines('扫描二维码分享', '一、总体情况', '2019年，我镇编写了报告。'))).toBeUndefined();
	});

	it('comes from the page where no line is one', () => {
		expect(facts('正文。', '', '白石镇2023年政府信息公开工作年度报告_青河县人民政府').title).toBe(
			'白石镇2023年政府信息公开工作年度报告',
		);
	});

	it('is found behind what a crawler wrote before it', () => {
		expect(facts('标题: 白石镇2021年度政府信息公开工作年度报告').title).toBe('白石镇2021年度政府信息公开工作年度报告');
	});
});

describe('the year', () => {
	it('comes from the title, in digits or characters, else from the period', () => {
		expect(facts('白石镇2020年度政府信息公开年报').year).toBe(2020);
		expect(facts('白石镇二〇一八年政府信息公开工作报告').year).toBe(2018);
		expect(facts('正文', '数据的统计期限自2022年1月1日起至12月31日止。').year).toBe(2022);
		expect(facts('正文').year).toBeNull();
	});
});

describe('the period', () => {
	const period = (text: string) => facts('正文', text).period;

	it('is read in all its wordings', () => {
		const whole = ['2019-01-01', '2019-12-31'];
		expect(period('统计期限自2019年1月1日起至12月31日止。')).toEqual(whole);
		expect(period('统计期限自2019年1月1日起至2019年12月31日止。')).toEqual(whole);
		expect(period('信息数据统计期限为：2019 年 1 月 1 日——2019 年 12 月 31 日。')).toEqual(whole);
		expect(period('数据统计期限从2019年1月1日到12月31日止。')).toEqual(whole);
	});

	it('is what is printed, right or wrong', () => {
		expect(period('统计期限自2018年1月1日起至2019年11月30日止。')).toEqual(['2018-01-01', '2019-11-30']);
	});

	it('is unknown where none is printed', () => {
		expect(period('2019年1月1日起施行新办法。')).toBeNull();
	});
});

describe('the organ', () => {
	it('is what the title names', () => {
		expect(facts('2019年青河县人民政府办公室政府信息公开工作年度报告').organ).toBe('青河县人民政府办公室');
		expect(facts('青河县民政局2023年政府信息公开工作年度报告').organ).toBe('青河县民政局');
		expect(facts('青河县人民政府2024年政府信息公开工作年度报告').organ).toBe('青河县人民政府');
	});

	it('is made whole from the text', () => {
		expect(facts('白石镇2020年度政府信息公开年报', '请与白石镇人民政府党政办联系。').organ).toBe('白石镇人民政府');
		expect(facts('东城街道2020年度政府信息公开年报', '由东城街道办事处编写。').organ).toBe('东城街道办事处');
		expect(facts('高新区2020年度政府信息公开年报', '由高新区管委会编写。').organ).toBe('高新区管委会');
	});

	it('does not take 「政府信息」 for a name', () => {
		expect(facts('白石镇2020年度政府信息公开年报', '编制了白石镇政府信息公开目录。').organ).toBe('白石镇');
	});

	it('is unknown where nothing names it', () => {
		expect(facts('正文').organ).toBeNull();
	});
});

describe('the date', () => {
	const signed = (...last: string[]) => facts(['正文。', ...last]).signedOn;

	it('stands alone near the end', () => {
		expect(signed('石门乡人民政府', '   2020年2月21日')).toBe('2020-02-21');
		expect(signed('石门乡人民政府2020年1月8日')).toBe('2020-01-08');
		expect(signed('二〇二〇年一月十八日')).toBe('2020-01-18');
	});

	it('is not a date inside a sentence', () => {
		expect(signed('统计期限自2019年1月1日起至2019年12月31日')).toBeNull();
		expect(signed('截至2019年12月31日')).toBeNull();
	});

	it('is the publication date where nothing is signed', () => {
		expect(factsOf(lines('正文。'), '', undefined, '2022-02-08').signedOn).toBe('2022-02-08');
	});
});

describe('publicationDate', () => {
	it('is read from the head of a page', () => {
		expect(publicationDate(lines('发布日期：2020-01-31'))).toBe('2020-01-31');
		expect(publicationDate(lines('来源：某县 时间：2022-02-08 16:34'))).toBe('2022-02-08');
		expect(publicationDate(lines('发布时间: 2024年3月8日'))).toBe('2024-03-08');
		expect(publicationDate(lines('正文。'))).toBeUndefined();
	});
});
