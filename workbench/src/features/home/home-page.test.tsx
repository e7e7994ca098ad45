import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import { HomePage } from './home-page.tsx';
import { TodoList } from './todo-list.tsx';

const text = (change = {}) =>
	textOf(render(<HomePage />, { session: sessionOf({ permissions: ['office.read'], ...change }) }));

describe('the first screen', () => {
	it('greets with the day of the server', () => {
		expect(text()).toContain('石磊，今天是2026年6月1日 星期一。');
	});

	it('says so when nothing waits', () => {
		expect(text()).toContain('目前没有待办事项');
		expect(text()).toContain('待我办理 0 件');
	});

	it('is silent about the calendar while next year is far', () => {
		expect(text()).not.toContain('放假安排尚未载入');
	});

	it('warns from October on, and tells those who can do it where', () => {
		expect(text({ today: '2026-10-08' })).toContain('2027年放假安排尚未载入');
		expect(text({ today: '2026-10-08' })).toContain('请提醒县政务公开办载入');
		expect(text({ today: '2026-10-08', permissions: ['calendar.manage'] })).toContain('请在「工作日历」中载入');
	});

	it('warns at once when the year has begun, or nothing is loaded', () => {
		expect(text({ today: '2027-01-04' })).toContain('2027年放假安排尚未载入');
		expect(text({ calendarUntil: null })).toContain('2026年放假安排尚未载入');
	});

	it('no longer warns once next year is loaded', () => {
		expect(text({ today: '2026-12-01', calendarUntil: '2027-12-31' })).not.toContain('放假安排尚未载入');
	});
});

describe('a list of what waits', () => {
	const todos = [
		{
			key: '1',
			title: '关于饮水工程的申请',
			action: '待答复',
			path: '/applications/1',
			due: '2026-06-20',
			daysLeft: 14,
		},
		{ key: '2', title: '防汛预案', action: '待保密审查', path: '/documents/2', due: '2026-06-02', daysLeft: 1 },
		{ key: '3', title: '机构职能', action: '待签发', path: '/documents/3' },
	];
	const markup = render(<TodoList todos={todos} />);

	it('leads to where each is done, earliest limit first', () => {
		expect([...markup.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
			'/documents/2',
			'/applications/1',
			'/documents/3',
		]);
	});

	it('says what is to be done and how long there is', () => {
		expect(textOf(markup)).toContain('防汛预案 待保密审查 还剩1个工作日');
	});
});
