import { describe, expect, it } from 'vitest';
import { hasResidue, isFurniture, isPageNumber, withoutResidue } from './furniture.ts';

describe('isFurniture', () => {
	it('knows the lines of web pages', () => {
		for (const line of [
			'用微信扫描二维码分享至好友和朋友圈',
			'收起',
			' 打印本页 ',
			'【关闭窗口】',
			'字体：大 中 小',
			'分享到：',
			'上一篇：某镇2018年报告',
			'智能问答',
			'政务微博',
			'来源：某县人民政府',
			'浏览次数：123',
			'附件下载',
			'当前位置：首页>政务公开>年报',
			'-->',
			'第 3 页 共 6 页',
			'- 4 -',
			'—12—',
		]) {
			expect(isFurniture(line), line).toBe(true);
		}
	});

	it('lets the sentences and figures of a report pass', () => {
		for (const line of [
			'收起来再公开',
			'4',
			'政务微博3个',
			'来源于群众的建议共12条，均已办理。',
			'打印店',
			'分享到每个村的经验',
			'',
		]) {
			expect(isFurniture(line), line).toBe(false);
		}
	});
});

describe('residue of converters', () => {
	it('is found and taken out, the sentence stays', () => {
		const line = '[bookmark: _GoBack]根据《条例》规定{ HYPERLINK "a" }编制。';
		expect(hasResidue(line)).toBe(true);
		expect(withoutResidue(line)).toBe('根据《条例》规定编制。');
		expect(hasResidue('根据《条例》规定编制。')).toBe(false);
	});

	it('includes a button glued to the last sentence', () => {
		expect(withoutResidue('无收取信息处理费情况。 附件下载')).toBe('无收取信息处理费情况。 ');
		expect(withoutResidue('提供附件下载')).toBe('提供附件下载');
	});
});

describe('isPageNumber', () => {
	it('wants dashes or words: a bare figure may be a cell', () => {
		for (const line of ['- 4 -', '—12—', ' – 3 – ', '第 3 页', '第3页 共8页'])
			expect(isPageNumber(line), line).toBe(true);
		for (const line of ['4', '-4', '—', '第3页的表格里写明了办理情况', '1 - 2'])
			expect(isPageNumber(line), line).toBe(false);
	});
});
