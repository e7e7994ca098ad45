import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/civil-day.ts';
import type { Office } from '../model.ts';
import { coversDay, daysIssues, overlaps, placeOfRoleIssues } from './role.ts';

const days = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-06-01', n));
const range = fc.record({ from: days, until: fc.option(days, { nil: null }) });

describe('days of a role', () => {
	it('include the first and the last', () => {
		const role = { from: '2026-06-03', until: '2026-06-05' };
		const covered = ['2026-06-02', '2026-06-03', '2026-06-05', '2026-06-06'].map((day) => coversDay(role, day));
		expect(covered).toEqual([false, true, true, false]);
		expect(coversDay({ from: '2026-06-03', until: null }, '2099-12-31')).toBe(true);
	});

	it('are real days in order', () => {
		expect(daysIssues('2026-06-03', null)).toEqual([]);
		expect(daysIssues('2026-06-03', '2026-06-03')).toEqual([]);
		expect(daysIssues('2026-02-30', '2026-13-01').map(({ key }) => key)).toEqual(['role.from', 'role.until']);
		expect(daysIssues('2026-06-03', '2026-06-02').map(({ key }) => key)).toEqual(['role.until']);
	});
});

describe('overlaps', () => {
	it('says the same as counting the days one by one', () => {
		fc.assert(
			fc.property(range, range, (one, other) => {
				const all = Array.from({ length: 60 }, (_, n) => addDays('2026-06-01', n));
				const together = all.some((day) => coversDay(one, day) && coversDay(other, day));
				expect(overlaps(one, other)).toBe(together);
				expect(overlaps(other, one)).toBe(together);
			}),
		);
	});

	it('is false for a role that was ended on the day it began', () => {
		const ended = { from: '2026-06-01', until: '2026-05-31' };
		expect(overlaps(ended, { from: '2026-01-01', until: null })).toBe(false);
	});
});

describe('where a role can be held', () => {
	const office = (kind: Office['kind'], status: Office['status'] = 'active') => ({ kind, status }) as Office;

	it('county roles in the county office, the others anywhere', () => {
		expect(placeOfRoleIssues('countyOfficer', office('county'))).toEqual([]);
		expect(placeOfRoleIssues('clerk', office('county'))).toEqual([]);
		expect(placeOfRoleIssues('leader', office('township'))).toEqual([]);
		expect(placeOfRoleIssues('administrator', office('department'))).toMatchObject([
			{ field: 'role', message: '「系统管理员」只能在县级主管部门担任。' },
		]);
	});

	it('nowhere in a merged office or in none', () => {
		expect(placeOfRoleIssues('clerk', office('township', 'merged'))).toMatchObject([{ key: 'role.office' }]);
		expect(placeOfRoleIssues('clerk', null)).toMatchObject([{ key: 'role.office' }]);
	});
});
