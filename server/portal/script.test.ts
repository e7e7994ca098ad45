import { describe, expect, it } from 'vitest';
import { simplified, traditional } from './script.ts';

describe('traditional script', () => {
	it('is for what is read: text, titles, what a reader is told of a picture', async () => {
		const page = await traditional(
			'<html lang="zh-CN"><title>关于防汛</title><a href="/d/1/files/2/%E5%85%B3%E4%BA%8E.pdf" title="打开">后勤、皇后、里程</a><img alt="图"></html>',
		);
		expect(page).toBe(
			'<html lang="zh-Hant"><title>關於防汛</title><a href="/d/1/files/2/%E5%85%B3%E4%BA%8E.pdf" title="打開">後勤、皇后、里程</a><img alt="圖"></html>',
		);
	});

	it('leaves alone what a form sends back', async () => {
		const form = '<input name="q" value="农村"><option value="县">县</option>';
		expect(await traditional(form)).toBe('<input name="q" value="农村"><option value="县">縣</option>');
	});
});

describe('what somebody typed', () => {
	it.each([
		['農村低保', '农村低保'],
		['農業補貼', '农业补贴'],
		['低保', '低保'],
		['2026-00012', '2026-00012'],
	])('%s is looked for as %s', async (typed, asked) => {
		expect(await simplified(typed)).toBe(asked);
	});
});
