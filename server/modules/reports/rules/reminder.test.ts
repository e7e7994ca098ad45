import { describe, expect, it } from 'vitest';
import { owedIn, reminderOn, reminderText } from './reminder.ts';

const days = { submitBy: '2026-01-23', publishBy: '2026-01-31' };

describe('what an office owes', () => {
	it('is its report to the county, then its publication, then nothing', () => {
		for (const state of ['none', 'draft', 'reviewed', 'signedOff', 'returned'] as const) {
			expect(owedIn(state, days, false), state).toEqual({ step: 'submit', due: '2026-01-23' });
		}
		expect(owedIn('submitted', days, false)).toBeNull();
		expect(owedIn('accepted', days, false)).toEqual({ step: 'publish', due: '2026-01-31' });
		expect(owedIn('published', days, false)).toBeNull();
	});

	it('is its publication alone where it is the county’s', () => {
		const county = { submitBy: '2026-01-23', publishBy: '2026-03-31' };
		expect(owedIn('none', county, true)).toEqual({ step: 'publish', due: '2026-03-31' });
		expect(owedIn('submitted', county, true)?.step).toBe('publish');
		expect(owedIn('published', county, true)).toBeNull();
	});
});

describe('the calendar speaks', () => {
	const on = (today: string) => reminderOn(today, '2026-01-23', [15, 5, 1]);

	it('so many days before', () => {
		expect(['2026-01-08', '2026-01-18', '2026-01-22'].map(on)).toEqual(['before', 'before', 'before']);
		expect(['2026-01-07', '2026-01-09', '2026-01-23'].map(on)).toEqual([null, null, null]);
	});

	it('on the day after, and every week from then on', () => {
		expect(on('2026-01-24')).toBe('late');
		expect(on('2026-01-25')).toBeNull();
		expect(['2026-01-31', '2026-02-07', '2026-03-07'].map(on)).toEqual(['late', 'late', 'late']);
	});

	it('never where a county wants no word before', () => {
		expect(reminderOn('2026-01-22', '2026-01-23', [])).toBeNull();
	});
});

describe('what it says', () => {
	const about = { officeName: '柳溪镇人民政府', year: 2025 };

	it('names the office, the year, the day and how long there is', () => {
		const text = reminderText({ ...about, today: '2026-01-18' }, { step: 'submit', due: '2026-01-23' }, '');
		expect(text).toBe('柳溪镇人民政府：2025年度政府信息公开工作年度报告应于2026年1月23日前报送县级主管部门，还有5天。');
	});

	it('says how late it is, with what the county adds', () => {
		const text = reminderText(
			{ ...about, today: '2026-02-02' },
			{ step: 'publish', due: '2026-01-31' },
			'请今日内公开。',
		);
		expect(text).toContain('向社会公开，已逾期2天。');
		expect(text).toContain('\n请今日内公开。');
	});
});
