import { describe, expect, it } from 'vitest';
import { itemsIn, MOST_PARTS, splitIssues } from './split.ts';

describe('the parts of a request', () => {
	it('stand one a line, blank lines passed over', () => {
		expect(itemsIn(' 道路养护资金 \n\n  危房改造名单\r\n')).toEqual(['道路养护资金', '危房改造名单']);
	});

	const keys = (items: string[], reason = '两项互不相关') => splitIssues(items, reason).map(({ key }) => key);

	it('are at least two, no two alike, not beyond number, and split for a reason', () => {
		expect(keys(['甲', '乙'])).toEqual([]);
		expect(keys(['甲'])).toEqual(['split.few']);
		expect(keys(['甲', '乙', '甲'])).toEqual(['split.twice']);
		expect(keys(Array.from({ length: MOST_PARTS + 1 }, (_, i) => `第${i}项`))).toEqual(['split.many']);
		expect(keys(['甲', '乙'], ' ')).toEqual(['split.reason']);
	});
});
