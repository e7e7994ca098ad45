import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';
import { headingOf, sectionsOfText } from './sections.ts';

const sections = (...texts: string[]) =>
	sectionsOfText(
		paragraphsOf(
			texts.map((text, i) => ({ text, at: { line: i + 1 } })),
			false,
		).paragraphs,
	);

describe('headingOf', () => {
	it('knows a line that is only a heading', () => {
		expect(headingOf('一、总体情况')).toMatchObject({ n: 1, level: 1, heading: '总体情况', rest: '' });
		expect(headingOf('（二）栏目更新的情况；')).toMatchObject({ n: 2, level: 2, heading: '栏目更新的情况' });
		expect(headingOf('（三）强化监督，确保落实。')).toMatchObject({ heading: '强化监督，确保落实' });
	});

	it('takes the first short sentence behind a number for a heading', () => {
		expect(headingOf('（一）理顺职责。由镇长牵头，党政办承办。')).toMatchObject({
			heading: '理顺职责',
			rest: '由镇长牵头，党政办承办。',
		});
		expect(headingOf('1.健全制度。新公开制度1个。')).toMatchObject({ level: 3, heading: '健全制度' });
		expect(headingOf('（一）存在的主要问题：解读形式单一。')).toMatchObject({ heading: '存在的主要问题' });
	});

	it('takes a numbered sentence for text', () => {
		expect(headingOf('1、组织学习条例，对照条例查漏补缺，编制更加规范的目录。')).toBeUndefined();
		expect(headingOf(`（一）${'公开'.repeat(20)}。后面还有一句。`)).toBeUndefined();
		expect(headingOf('（1）推进公开。')).toBeUndefined();
	});

	it('takes a statement that there is nothing for content', () => {
		for (const text of ['（一）无需要报告的其他事项', '1.暂无', '（二）没有需要说明的事项', '（一）未收到申请']) {
			expect(headingOf(text), text).toBeUndefined();
		}
	});

	it('knows the usual headings without a number', () => {
		expect(headingOf('主动公开政府信息情况')).toMatchObject({ n: null, level: 1 });
		expect(headingOf('监督保障工作情况')).toMatchObject({ n: null, level: 2 });
		expect(headingOf('全镇公开工作平稳有序')).toBeUndefined();
	});
});

describe('sectionsOfText', () => {
	it('gives each heading the text up to the next', () => {
		expect(sections('开头。', '一、总体情况', '甲。', '乙。', '（一）机构', '丙。', '二、其他')).toEqual([
			{ n: 1, level: 1, heading: '总体情况', body: '甲。\n乙。', at: { line: 2 } },
			{ n: 1, level: 2, heading: '机构', body: '丙。', at: { line: 5 } },
			{ n: 2, level: 1, heading: '其他', body: '', at: { line: 7 } },
		]);
	});

	it('keeps what stands behind a heading on its line', () => {
		expect(sections('（一）加强领导。镇长负责。', '每月核对。')[0]?.body).toBe('镇长负责。\n每月核对。');
	});

	it('leaves name and date out of the last section', () => {
		expect(sections('六、其他', '无。', '石门乡人民政府', '2020年2月21日')[0]?.body).toBe('无。');
		expect(sections('六、其他', '无。', '2020年2月21日')[0]?.body).toBe('无。');
		expect(sections('六、其他', '报告于2020年2月21日公布。')[0]?.body).toBe('报告于2020年2月21日公布。');
	});

	it('is empty without headings', () => {
		expect(sections('甲。', '乙。')).toEqual([]);
		expect(sections()).toEqual([]);
	});
});
