import { describe, expect, it } from 'vitest';
import { Segmenter } from '../../../platform/search/index.ts';
import { keywordsFrom, summaryOf } from './suggest.ts';

describe('a suggested summary', () => {
	it('passes over salutation, lead-in and headings', () => {
		const text = [
			'各村民委员会：',
			'为做好汛期值班工作，现将有关事项通知如下：',
			'一、值班安排和信息报告制度的要求',
			'进入汛期后，各村安排专人二十四小时值班。发现险情立即报告镇防汛指挥部。',
		].join('\n');
		expect(summaryOf(text)).toBe('进入汛期后，各村安排专人二十四小时值班。发现险情立即报告镇防汛指挥部。');
	});

	it('drops the number of an article and stops at a whole sentence', () => {
		const long = `第一条　为规范村级小型工程管理，制定本办法。${'小型工程应当公示立项依据和预算。'.repeat(20)}`;
		const summary = summaryOf(long);
		expect(summary.startsWith('为规范村级小型工程管理')).toBe(true);
		expect(summary.endsWith('。')).toBe(true);
		expect([...summary].length).toBeLessThanOrEqual(120);
	});

	it('cuts what has no sentence end, and is empty where nothing is said', () => {
		expect([...summaryOf('字'.repeat(500))].length).toBe(120);
		for (const text of ['', '\n\n', '各村：', '2026年6月1日']) expect(summaryOf(text)).toBe('');
	});
});

describe('suggested keywords', () => {
	const cut = new Segmenter();
	const of = (text: string) => keywordsFrom(cut.keywords(text, 20), ['柳溪镇人民政府', '柳溪镇'], 5);

	it('name what a text is about, and not who wrote it', () => {
		const found = of('柳溪镇人民政府关于做好防汛抗旱工作的通知。汛期各村安排值班，排查地质灾害隐患，转移受威胁群众。');
		expect(found).toContain('防汛抗旱');
		expect(found).toContain('地质灾害');
		expect(found.join()).not.toContain('柳溪');
		expect(found.length).toBeLessThanOrEqual(5);
	});

	it('hold no word inside another, no figure, nothing of an empty text', () => {
		expect(keywordsFrom(['公开', '信息公开', '2026年', '三'], [], 5)).toEqual(['信息公开']);
		expect(of('')).toEqual([]);
	});
});
