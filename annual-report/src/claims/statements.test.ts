import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../fixtures/read/narrated.setup.ts';
import { sentencesOf } from './sentences.ts';

const texts = (kind: string, ...paragraphs: string[]) =>
	claimsIn('2021', ...paragraphs)
		.filter((claim) => claim.kind === kind)
		.map(({ text }) => text);

describe('the period', () => {
	it('is kept in its words', () => {
		expect(texts('period', '本报告所列数据的统计期限自2019年1月1日起至12月31日止。')).toEqual([
			'统计期限自2019年1月1日起至12月31日',
		]);
		expect(texts('period', '2019年1月1日起施行。')).toEqual([]);
	});
});

describe('cited documents', () => {
	it('are named once, with their number', () => {
		const text = '根据《政府信息公开条例》（国务院令第711号）和《某县公开规定》，落实《某县公开规定》。';
		expect(texts('citation', text)).toEqual(['《政府信息公开条例》（国务院令第711号）', '《某县公开规定》']);
	});

	it('keep a bracket that was closed twice', () => {
		expect(texts('citation', '以《政府信息公开条例》》为依据。')).toEqual(['《政府信息公开条例》》']);
	});
});

describe('plans', () => {
	it('name their year', () => {
		const claims = claimsIn('none', '十三、开展2019年政府信息公开工作的初步计划', '一、加强学习。');
		expect(claims.find(({ kind }) => kind === 'plan')).toMatchObject({ value: 2019 });
		expect(texts('plan', '一、总体情况', '2019年，全镇公开工作平稳。')).toEqual([]);
	});
});

describe('announced parts', () => {
	const heading = '一、总体情况';

	it('are listed from the opening paragraph', () => {
		const opening = '本报告由总体情况、主动公开情况、存在问题和改进情况等三部分组成。';
		expect(texts('part', opening, heading)).toEqual(['总体情况', '主动公开情况', '存在问题和改进情况']);
	});

	it('do not begin with who wrote the report', () => {
		const opening = '本报告由白石镇政府信息公开工作机构编写，由总体情况、其它需要报告事项等两部分组成。';
		expect(texts('part', opening, heading)).toEqual(['总体情况', '其它需要报告事项']);
	});

	it('keep 「行政复议、提起行政诉讼」 together', () => {
		const opening = '全文包括概述、因政府信息公开申请行政复议、提起行政诉讼的情况和其他事项。';
		expect(texts('part', opening, heading)).toEqual([
			'概述',
			'因政府信息公开申请行政复议、提起行政诉讼的情况',
			'其他事项',
		]);
	});

	it('are not sought in the body', () => {
		expect(texts('part', heading, '公开内容包括机构职能、财政信息和便民服务等。')).toEqual([]);
		expect(texts('part', '内容包括机构职能、财政信息和便民服务等。')).toEqual([]);
	});
});

describe('sentences', () => {
	const paragraph = (text: string) => ({ text, at: { line: 1 }, marks: [{ offset: 0, at: { line: 1 } }] });

	it('end at full stops, but not before 「其中」', () => {
		const sentences = sentencesOf([paragraph('甲。其中乙。丙！丁'), paragraph('戊')]);
		expect(sentences.map(({ text, paragraph: number }) => [text, number])).toEqual([
			['甲。其中乙。', 0],
			['丙！', 0],
			['丁', 0],
			['戊', 1],
		]);
	});

	it('know where they stand', () => {
		const joined = {
			text: '甲甲。乙乙。',
			at: { line: 1 },
			marks: [
				{ offset: 0, at: { line: 1 } },
				{ offset: 3, at: { line: 2 } },
			],
		};
		expect(sentencesOf([joined]).map((sentence) => sentence.place(0))).toEqual([{ line: 1 }, { line: 2 }]);
	});
});
