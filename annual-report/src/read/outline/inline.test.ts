import { describe, expect, it } from 'vitest';
import { cutInlineHeadings } from './inline.ts';
import type { Paragraph } from './paragraphs.ts';

const paragraph = (text: string, marks: Paragraph['marks'] = []): Paragraph => ({
	text,
	at: { line: 1 },
	marks: [{ offset: 0, at: { line: 1 } }, ...marks],
});
const cut = (text: string) => cutInlineHeadings(paragraph(text)).map((part) => part.text);

describe('cutInlineHeadings', () => {
	it('cuts the headings of a text without line ends', () => {
		const text = '本报告说明情况。一、总体情况2021年，全镇公开工作平稳。二、主动公开政府信息情况 全年公开12条。';
		expect(cut(text)).toEqual([
			'本报告说明情况。',
			'一、总体情况',
			'2021年，全镇公开工作平稳。',
			'二、主动公开政府信息情况',
			'全年公开12条。',
		]);
	});

	it('cuts a heading behind an address without a stop', () => {
		expect(cut('邮箱：a@163.com一、概述2017年，工作平稳。')).toEqual([
			'邮箱：a@163.com',
			'一、概述',
			'2017年，工作平稳。',
		]);
	});

	it('keeps 「问题及改进情况」 whole', () => {
		expect(cut('前文。五、存在的主要问题及改进情况（一）问题：形式单一。')[1]).toBe('五、存在的主要问题及改进情况');
	});

	it('keeps 「复议、行政诉讼情况」 whole, also with a wrong character', () => {
		expect(cut('前文。四、政府信息公开行政法复议、行政诉讼情况五、存在的主要问题2022年。')[1]).toBe(
			'四、政府信息公开行政法复议、行政诉讼情况',
		);
	});

	it('cuts second-level headings and the words they end with', () => {
		expect(
			cut('二、主动公开情况2021年，平稳。（一）主动公开方面按照要求，公开12条。（二）依申请公开方面。收到3件。'),
		).toEqual([
			'二、主动公开情况',
			'2021年，平稳。',
			'（一）主动公开方面',
			'按照要求，公开12条。',
			'（二）依申请公开方面。收到3件。',
		]);
		expect(cut('做法如下：（一）加强领导,精心部署1.高度重视。镇长负责。')).toEqual([
			'做法如下：',
			'（一）加强领导,精心部署',
			'1.高度重视。镇长负责。',
		]);
	});

	it('leaves a paragraph that is only a heading alone', () => {
		expect(cut('七、政务舆情和社会热点问题回应情况')).toEqual(['七、政务舆情和社会热点问题回应情况']);
	});

	it('leaves sentences alone that only look alike', () => {
		for (const text of [
			'评出一、二、三等奖若干，情况良好。',
			'群众反映的问题已解决，一是情况清楚。二是措施有力。',
			'见附件一、情况说明的要求。',
		]) {
			expect(cut(text), text).toEqual([text]);
		}
	});

	it('keeps the places of what it cuts', () => {
		const text = '前文没有别的意思。一、总体情况后来的一行。';
		const parts = cutInlineHeadings(paragraph(text, [{ offset: text.indexOf('后来'), at: { line: 2 } }]));
		expect(parts.map((part) => part.at)).toEqual([{ line: 1 }, { line: 1 }, { line: 2 }]);
	});
});
