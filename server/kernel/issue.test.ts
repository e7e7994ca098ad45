import { describe, expect, it } from 'vitest';
import { collectIssues, issue, issuesByField, underField } from './issue.ts';

describe('issue', () => {
	it('has no field property at all when none is given, so that JSON stays small', () => {
		expect(issue('a', '一')).toEqual({ key: 'a', message: '一' });
		expect('field' in issue('a', '一')).toBe(false);
		expect(issue('a', '一', 'title')).toEqual({ field: 'title', key: 'a', message: '一' });
	});

	it('collects single answers and lists, and skips what is not wrong', () => {
		const found = collectIssues(null, issue('a', '一'), undefined, false, [issue('b', '二'), issue('c', '三')], []);
		expect(found.map((one) => one.key)).toEqual(['a', 'b', 'c']);
	});

	it('moves issues under the place of a nested input', () => {
		expect(underField('items.0', [issue('a', '一', 'title'), issue('b', '二')]).map((one) => one.field)).toEqual([
			'items.0.title',
			'items.0',
		]);
	});

	it('groups messages by field in order, those without a field under the empty key', () => {
		const grouped = issuesByField([issue('a', '一', 'x'), issue('b', '二'), issue('c', '三', 'x')]);
		expect([...grouped]).toEqual([
			['x', ['一', '三']],
			['', ['二']],
		]);
	});
});
