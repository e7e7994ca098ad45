import { describe, expect, it } from 'vitest';
import { assessmentIssues, assessmentOf } from './assessment.ts';

describe('个人信息保护影响评估 (个人信息保护法第五十五、五十六条)', () => {
	const good = { assessedOn: '2026-06-01', assessor: '党政办', conclusion: '公开合法必要，风险可控，措施有效。' };
	const fields = (change: object) => assessmentIssues({ ...good, ...change }, '2026-06-01').map(({ field }) => field);

	it('was made already, by somebody, and came to something', () => {
		expect(fields({})).toEqual([]);
		expect(fields({ assessedOn: '2026-06-02' })).toEqual(['assessedOn']);
		expect(fields({ assessor: '', conclusion: '可以公开' })).toEqual(['assessor', 'conclusion']);
	});

	it('covers the edition it was made for, the last one counts', () => {
		const all = [
			{ id: 1, edition: 1 },
			{ id: 2, edition: 1 },
			{ id: 3, edition: 2 },
		];
		expect(assessmentOf(all, 1)).toEqual({ id: 2, edition: 1 });
		expect(assessmentOf(all, 3)).toBeNull();
		expect(assessmentOf([], 1)).toBeNull();
	});
});
