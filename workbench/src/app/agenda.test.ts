import { describe, expect, it } from 'vitest';
import { agendaOf, byDue, pressing, spanOf, weekEnd } from './agenda.ts';
import type { Todo } from './feature.ts';

const todo = (key: string, due?: string): Todo => ({ key, title: key, action: '待办', path: `/x/${key}`, due });

describe('the week', () => {
	it.each([
		['2026-06-01', '2026-06-07'],
		['2026-06-06', '2026-06-07'],
		['2026-06-07', '2026-06-07'],
		['2026-12-31', '2027-01-03'],
	])('of %s ends on %s', (today, end) => {
		expect(weekEnd(today)).toBe(end);
	});
});

describe('the agenda', () => {
	const groups = [
		{ title: '申请', todos: [todo('a', '2026-06-07'), todo('b', '2026-05-29'), todo('c')] },
		{ title: '发布', todos: [todo('d', '2026-06-03'), todo('e', '2026-06-08'), todo('f', '2026-05-01')] },
	];

	it('tells overdue, today, this week and next apart, earliest first, across all features', () => {
		const { overdue, today, thisWeek, nextWeek, total } = agendaOf(groups, '2026-06-03');
		expect(overdue.map(({ key }) => key)).toEqual(['f', 'b']);
		expect(today.map(({ key }) => key)).toEqual(['d']);
		expect(thisWeek.map(({ key }) => key)).toEqual(['a']);
		expect(nextWeek.map(({ key }) => key)).toEqual(['e']);
		expect(total).toBe(6);
	});

	it('counts for the menu what is late or due by Sunday', () => {
		expect(pressing(agendaOf(groups, '2026-06-03'))).toBe(4);
		expect(pressing(agendaOf(groups, '2026-04-01'))).toBe(0);
	});

	it.each([
		['2026-06-06', 'overdue'],
		['2026-06-07', 'today'],
		['2026-06-08', 'nextWeek'],
		['2026-06-14', 'nextWeek'],
		['2026-06-15', null],
	])('puts %s, seen on a Sunday, into %s', (due, span) => {
		expect(spanOf(due, '2026-06-07')).toBe(span);
	});

	it('names where each came from', () => {
		expect(agendaOf(groups, '2026-06-03').overdue.map(({ source }) => source)).toEqual(['发布', '申请']);
	});

	it('is empty without todos', () => {
		expect(agendaOf([], '2026-06-03')).toEqual({
			overdue: [],
			today: [],
			thisWeek: [],
			nextWeek: [],
			total: 0,
		});
	});
});

describe('the todos of one feature', () => {
	it('stand by their limits, those without one last and in their order', () => {
		const list = [todo('x'), todo('late', '2026-09-01'), todo('y'), todo('soon', '2026-06-01')];
		expect(byDue(list).map(({ key }) => key)).toEqual(['soon', 'late', 'x', 'y']);
	});
});
