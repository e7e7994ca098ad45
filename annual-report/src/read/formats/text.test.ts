import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../document.ts';
import { decodeText, readMarkdown, readText } from './text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const texts = (document: SourceDocument) => document.blocks.map((block) => (block.kind === 'text' ? block.text : '#'));

/** 「年报」 in GB 18030. */
const gb = new Uint8Array([0xc4, 0xea, 0xb1, 0xa8]);

describe('decodeText', () => {
	it('reads UTF-8 with and without a mark', () => {
		expect(decodeText(bytes('年报'))).toBe('年报');
		expect(decodeText(bytes('\ufeff年报'))).toBe('年报');
	});

	it('reads what Windows programs write', () => {
		expect(decodeText(gb)).toBe('年报');
	});

	it('reads UTF-16 by its mark', () => {
		expect(decodeText(new Uint8Array([0xff, 0xfe, ...Buffer.from('年报', 'utf16le')]))).toBe('年报');
		expect(decodeText(new Uint8Array([0xfe, 0xff, 0x5e, 0x74, 0x62, 0xa5]))).toBe('年报');
	});

	it('refuses bytes that are no text', () => {
		expect(() => decodeText(new Uint8Array([0x41, 0, 0x42]))).toThrow('不是文本文件');
	});
});

describe('readText', () => {
	it('numbers lines from 1, whatever ends them', () => {
		const document = readText(bytes('甲\r\n乙\r丙\n\n丁\f戊'));
		expect(texts(document)).toEqual(['甲', '乙', '丙', '', '丁', '戊']);
		expect(document.blocks.at(-1)).toMatchObject({ at: { line: 6 } });
		expect(document.loose).toBe(true);
	});

	it('keeps tabs and makes digits ordinary', () => {
		expect(texts(readText(bytes('\t规章\t０')))).toEqual(['\t规章\t0']);
	});
});

describe('readMarkdown', () => {
	it('drops the marks of headings, quotes, emphasis and links', () => {
		const source = [
			'## 一、总体情况',
			'> **主动公开** `12` 条',
			'[指南](https://example.cn/a)与![图](b.png)说明',
			'1\\. 加强培训',
		];
		expect(texts(readMarkdown(bytes(source.join('\n'))))).toEqual([
			'一、总体情况',
			'主动公开 12 条',
			'指南与说明',
			'1. 加强培训',
		]);
	});

	it('makes a table of its bars and leaves the text around it', () => {
		const document = readMarkdown(bytes('前\n| 规章 | 0 |\n| --- | --- |\n| 规范性文件 |  |\n后'));
		expect(texts(document)).toEqual(['前', '#', '后']);
	});
});
