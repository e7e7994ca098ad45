import { describe, expect, it } from 'vitest';
import { blockingCount } from './blocking.ts';
import { insertAt, openKeys, printedParts } from './printed.ts';

const DOCUMENT = {
	preface: ['根据条例编制本报告。'],
	sections: [
		{ level: 1, ordinal: '一、', heading: '总体情况', paragraphs: ['概述。'] },
		{ level: 2, ordinal: '（一）', heading: '主动公开情况', paragraphs: ['公开12条。', '公开12条。'] },
		{ level: 1, ordinal: '二、', heading: '主动公开政府信息情况', paragraphs: [], table: 't2' },
		{ level: 1, ordinal: '三、', heading: '收到和处理政府信息公开申请情况', paragraphs: ['收到2件。'], table: 't3' },
	],
};

describe('a section as printed', () => {
	const texts = (n: number) => printedParts(DOCUMENT, n).map(({ kind, text }) => `${kind}: ${text}`);

	it('begins behind its own heading and ends before the next', () => {
		expect(texts(1)).toEqual([
			'paragraph: 概述。',
			'heading: （一）主动公开情况',
			'paragraph: 公开12条。',
			'paragraph: 公开12条。',
		]);
		expect(texts(2)).toEqual([]);
		expect(texts(3)).toEqual(['paragraph: 收到2件。']);
	});

	it('0 is the opening, and one that is not there is empty', () => {
		expect(texts(0)).toEqual(['paragraph: 根据条例编制本报告。']);
		expect(texts(6)).toEqual([]);
	});

	it('gives every part a key of its own, also to two alike', () => {
		const keys = printedParts(DOCUMENT, 1).map((part) => part.key);
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('putting something into a text', () => {
	it('a reference goes where the caret is', () => {
		expect(insertAt('收到件', '{{a}}', 2, false)).toEqual({ text: '收到{{a}}件', caret: 7 });
	});

	it('a paragraph takes a line of its own, and no empty one', () => {
		expect(insertAt('', '新段。', 0, true).text).toBe('新段。');
		expect(insertAt('甲。', '新段。', 2, true).text).toBe('甲。\n新段。');
		expect(insertAt('甲。\n乙。', '新段。', 3, true).text).toBe('甲。\n新段。\n乙。');
		expect(insertAt('甲。\n乙。', '新段。', 2, true).text).toBe('甲。\n新段。\n乙。');
	});
});

describe('references without a figure', () => {
	const facts = [
		{ key: 'published', label: '公开条数', value: '3' },
		{ key: 'register.meeting', label: '会议', value: null },
	];

	it('are named once, by label where they have one', () => {
		expect(openKeys('{{published}}{{register.meeting}}{{ register.meeting }}{{typo}}', facts)).toEqual([
			'会议',
			'typo',
		]);
		expect(openKeys('没有引用', facts)).toEqual([]);
	});
});

it('counts the errors that still stop the signature', () => {
	expect(
		blockingCount([
			{ severity: 'error', explanation: null },
			{ severity: 'error', explanation: '已核实' },
			{ severity: 'warning', explanation: null },
		]),
	).toBe(1);
});
