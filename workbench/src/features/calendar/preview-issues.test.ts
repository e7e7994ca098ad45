import { expect, it } from 'vitest';
import { refuseIssues } from './preview-issues.ts';

it('lets a preview without issues pass', () => {
	expect(() => refuseIssues([])).not.toThrow();
});

it('throws all issues of a preview, headed by the first', () => {
	const issues = [
		{ field: 'text', key: 'notice.weekdayWrong', message: '春节：2月15日不是周一' },
		{ field: 'year', key: 'notice.year', message: '年份应在2000至2099之间' },
	];
	expect(() => refuseIssues(issues)).toThrowError(
		expect.objectContaining({ code: 'invalid', title: issues[0]?.message, issues }),
	);
});
