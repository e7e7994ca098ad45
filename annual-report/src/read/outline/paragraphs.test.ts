import { describe, expect, it } from 'vitest';
import { type NarrativeLine, paragraphsOf, placeIn } from './paragraphs.ts';

const lines = (...texts: string[]): NarrativeLine[] => texts.map((text, i) => ({ text, at: { line: i + 1 } }));
const loose = (...texts: string[]) => paragraphsOf(lines(...texts), true).paragraphs.map(({ text }) => text);

describe('paragraphsOf', () => {
	it('joins a sentence over line ends, without a blank', () => {
		expect(loose('全年通过政府网站和公开栏共公开信息一百三十七条，其中通', '过网站公开九十九条。')).toEqual([
			'全年通过政府网站和公开栏共公开信息一百三十七条，其中通过网站公开九十九条。',
		]);
	});

	it('joins over the blank lines a page break leaves', () => {
		expect(loose('在政府网站设立了更加简洁', '', '', '明了的栏目。')).toEqual(['在政府网站设立了更加简洁明了的栏目。']);
	});

	it('joins a line that begins with a stop to anything', () => {
		expect(loose('共6', '条；计划9条。')).toEqual(['共6', '条；计划9条。']);
		expect(loose('短句', '，接着说完。')).toEqual(['短句，接着说完。']);
	});

	it('keeps Latin words apart that a line end parted', () => {
		expect(loose('群众可以下载使用这个新的 mobile', 'app 办事。')).toEqual([
			'群众可以下载使用这个新的mobile app办事。',
		]);
	});

	it('ends a paragraph where a sentence ends, also behind a closing quote', () => {
		expect(loose('做到“应公开尽公开。”', '各站所认真落实各项公开要求。')).toHaveLength(2);
		expect(loose('为推进“互联网+政务服务”', '提供有力保障。')).toHaveLength(1);
	});

	it('keeps headings alone', () => {
		expect(loose('一、总体情况', '全镇公开工作平稳有序。', '（一）机构情况', '由党政办负责。')).toHaveLength(4);
		expect(loose('平台建设情况', '新开设栏目若干。')).toHaveLength(2);
	});

	it('gives a heading back the last word that fell into the next line', () => {
		expect(loose('七、政府信息公开工作中的政务舆情和社会重大关切回应', '', '情况', '全年平稳。')).toEqual([
			'七、政府信息公开工作中的政务舆情和社会重大关切回应情况',
			'全年平稳。',
		]);
		expect(loose('二、主动公开政府信息情况', '情况如下。')).toHaveLength(2);
	});

	it('takes a numbered point as long as a line for text that goes on', () => {
		expect(loose('1、进一步组织学习条例，对照条例逐项清理公开事项，编制更加科', '学规范的公开目录。')).toHaveLength(1);
		expect(loose('1.加强领导', '由镇长负责。')).toHaveLength(2);
	});

	it('does not join the name and date that close a report', () => {
		expect(loose('今后将继续做好各项政府信息公开工作', '石门乡人民政府', '2020年2月21日')).toHaveLength(3);
	});

	it('leaves paragraphs of other formats as they are', () => {
		const { paragraphs } = paragraphsOf(lines('没有句号的一个很长很长的段落在这里', '另一个段落。'), false);
		expect(paragraphs).toHaveLength(2);
	});

	it('sets furniture and residue aside', () => {
		const narrative = paragraphsOf(lines('甲。', '打印本页', '[bookmark: a]乙。'), false);
		expect(narrative.paragraphs.map(({ text }) => text)).toEqual(['甲。', '乙。']);
		expect(narrative.furniture).toEqual([{ text: '打印本页', at: { line: 2 } }]);
		expect(narrative.residue).toHaveLength(1);
	});

	it('drops the short lines between the buttons at the end', () => {
		const narrative = paragraphsOf(lines('无其他事项。', '收起', '画里柳林', '政务微信'), true);
		expect(narrative.furniture.map(({ text }) => text)).toEqual(['收起', '画里柳林', '政务微信']);
		expect(narrative.paragraphs).toHaveLength(1);
	});

	it('does not drop sentences behind a button', () => {
		const narrative = paragraphsOf(lines('打印本页', '这是一段比较长的正文，不是网页上的按钮。'), true);
		expect(narrative.paragraphs).toHaveLength(1);
	});
});

describe('placeIn', () => {
	it('knows the line of every part of a joined paragraph', () => {
		const [paragraph] = paragraphsOf(
			lines('全年通过政府网站公开信息共九十九条，其中通', '过公众号公开九条。'),
			true,
		).paragraphs;
		if (!paragraph) throw new Error('no paragraph');
		expect(placeIn(paragraph, 0)).toEqual({ line: 1 });
		expect(placeIn(paragraph, paragraph.text.indexOf('过公众号'))).toEqual({ line: 2 });
		expect(placeIn(paragraph, 999)).toEqual({ line: 2 });
	});
});
