import { describe, expect, it } from 'vitest';
import { dueState } from './due.ts';

const today = '2026-06-01';

describe('how much time is left', () => {
	it('is said in calendar days when the server counted none', () => {
		expect(dueState({ due: '2026-06-30', today })).toEqual({ kind: 'normal', text: '还剩29天' });
		expect(dueState({ due: '2026-06-06', today })).toEqual({ kind: 'soon', text: '还剩5天' });
	});

	it('is said in the working days the server counted', () => {
		expect(dueState({ due: '2026-06-30', today, daysLeft: 20 }).text).toBe('还剩20个工作日');
		expect(dueState({ due: '2026-06-08', today, daysLeft: 5 }).kind).toBe('soon');
		expect(dueState({ due: '2026-06-09', today, daysLeft: 6 }).kind).toBe('normal');
		expect(dueState({ due: '2026-06-10', today, daysLeft: 7, unit: '天' }).text).toBe('还剩7天');
	});

	it('is today on the last day, not zero days', () => {
		expect(dueState({ due: today, today, daysLeft: 0 })).toEqual({ kind: 'today', text: '今日到期' });
	});

	it('is not overdue while the last day lies ahead without a working day between', () => {
		// Saturday; the limit is Monday.
		expect(dueState({ due: '2026-06-08', today: '2026-06-06', daysLeft: 1 }).kind).toBe('soon');
		expect(dueState({ due: '2026-06-08', today: '2026-06-06', daysLeft: 0 }).text).toBe('还剩0个工作日');
	});

	it('is overdue from the day after', () => {
		expect(dueState({ due: '2026-05-29', today })).toEqual({ kind: 'overdue', text: '已逾期3天' });
		expect(dueState({ due: '2026-05-29', today, daysLeft: -1 })).toEqual({ kind: 'overdue', text: '已逾期1个工作日' });
	});

	it('never says «0 days overdue»', () => {
		// Friday was the limit, today is Saturday: no working day has passed yet, and it is late all the same.
		expect(dueState({ due: '2026-06-05', today: '2026-06-06', daysLeft: 0 }).text).toBe('已逾期1个工作日');
	});

	it('no longer runs when the matter is closed', () => {
		expect(dueState({ due: '2026-05-01', today, closed: { late: false } })).toEqual({
			kind: 'closed',
			text: '按期办结',
		});
		expect(dueState({ due: '2026-07-01', today, closed: { late: true } }).text).toBe('逾期办结');
	});
});
