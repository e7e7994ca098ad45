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

describe('the week', () => {
	const todo = (key: string, due?: string) => ({ key, title: `事项${key}`, action: '待办', path: `/x/${key}`, due });
	const markup = (todos: readonly ReturnType<typeof todo>[]) =>
		render(<HomePage />, {
			session: sessionOf({ permissions: ['concern.handle'] }),
			data: [
				[['todo', 'participation'], todos],
				[
					['todo', 'calendar', ['2026-05-29', '2026-06-01', '2026-06-05', '2026-06-09', '2026-07-01']],
					{ days: [{ day: '2026-06-05', left: 4, mark: null }] },
				],
			],
		});

	it('stands by its days: late first, then today, this week and next; later ones only under their feature', () => {
		const all = markup([
			todo('下周', '2026-06-09'),
			todo('以后', '2026-07-01'),
			todo('逾期', '2026-05-29'),
			todo('今天', '2026-06-01'),
			todo('本周', '2026-06-05'),
			todo('无期限'),
		]);
		const text = textOf(all);
		const heads = ['已逾期（1）', '今天（1）', '本周（1）', '下周（1）'].map((head) =>
			text.replaceAll(' ', '').indexOf(head),
		);
		expect(heads.every((place) => place > 0)).toBe(true);
		expect([...heads].sort((a, b) => a - b)).toEqual(heads);
		expect(text).toContain('互动回应：待办');
		expect(text).toContain('打印本周待办');
		expect(text.split('事项以后')).toHaveLength(2);
		expect(text.split('事项逾期')).toHaveLength(3);
		// Counted in working days by the county's calendar, which the feature did not know.
		expect(text).toContain('还剩4个工作日');
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
