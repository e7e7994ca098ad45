import { describe, expect, test } from 'vitest';
import { linkedDocuments, publishedOnIssue } from './already-public.ts';

describe('what an answer points to (条例第三十六条第一项)', () => {
	test.each<[string, number[]]>([
		['县政府网站“财政资金”栏目，/d/12', [12]],
		['https://www.qinghe.example/d/12，见附件', [12]],
		['/d/12 和 /d/13，以及 /d/12', [12, 13]],
		['http://www.elsewhere.example/d/12', []],
		['镇便民服务中心公开栏', []],
		['/d/12/3', []],
		['/doc/12', []],
		['/d/12345678901234567', []],
	])('%s', (where, ids) => {
		expect(linkedDocuments(where, 'www.qinghe.example')).toEqual(ids);
	});

	test('a county without a domain knows its own pages by their path alone', () => {
		expect(linkedDocuments('/d/4 https://www.qinghe.example/d/5', '')).toEqual([4]);
	});

	test('is no day to come, and no word that is no day', () => {
		for (const day of ['', '2026-06-01', '2020-02-29']) expect(publishedOnIssue(day, '2026-06-01')).toBeNull();
		for (const day of ['2026-06-02', '2026-02-30', '去年', '2026/05/01'])
			expect(publishedOnIssue(day, '2026-06-01')?.field).toBe('fields.publishedOn');
	});
});
