import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './parse.ts';
import { sniff } from './sniff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('sniff', () => {
	it('goes by content before the name', () => {
		expect(sniff(zipSync({ a: strToU8('a') }), 'report.txt')).toBe('zip');
		expect(sniff(bytes('%PDF-1.7\n'), 'report.docx')).toBe('pdf');
		expect(sniff(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'report.docx')).toBe('doc');
		expect(sniff(bytes('<!DOCTYPE html><html><body>'), 'report.txt')).toBe('html');
		expect(sniff(bytes('  <div class="article">一、总体情况</div>'), 'report')).toBe('html');
	});

	it('finds the head of a pdf behind a few stray bytes', () => {
		expect(sniff(bytes('\n\n  %PDF-1.4'), 'a')).toBe('pdf');
	});

	it('lets the name decide between kinds of text', () => {
		expect(sniff(bytes('# 年度报告'), 'report.md')).toBe('md');
		expect(sniff(bytes('# 年度报告'), 'report.MARKDOWN')).toBe('md');
		expect(sniff(bytes('年度报告'), 'report.htm')).toBe('html');
		expect(sniff(bytes('年度报告'), 'report.txt')).toBe('txt');
		expect(sniff(bytes('年度报告'), 'report')).toBe('txt');
	});

	it('does not take a text that mentions a tag in its middle for a page', () => {
		expect(sniff(bytes('栏目使用<strong>醒目</strong>样式'), 'a.txt')).toBe('txt');
	});
});

describe('parseDocument', () => {
	it('hands each format to its reader', async () => {
		expect((await parseDocument(bytes('甲\n乙'), 'a.txt')).loose).toBe(true);
		expect((await parseDocument(bytes('<p>甲</p>'), 'a.html')).loose).toBe(false);
		expect((await parseDocument(bytes('**甲**'), 'a.md')).blocks[0]).toMatchObject({ text: '甲' });
	});

	it('limits text more than packed files', async () => {
		const big = new Uint8Array(11 * 1024 * 1024).fill(0x41);
		await expect(parseDocument(big, 'a.txt')).rejects.toThrow('10 MB');
		big.set(bytes('%PDF-1.4'));
		await expect(parseDocument(big, 'a.pdf')).rejects.toThrow('PDF');
	});
});
