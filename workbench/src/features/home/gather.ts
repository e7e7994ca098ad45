import type { Todo } from '../../app/feature.ts';
import { daysBetween, plusDays, weekdayOf } from '../../ui/index.ts';

/** Everything of one feature that waits. */
export interface TodoGroup {
	title: string;
	todos: readonly Todo[];
}

/** A todo with the feature it came from. */
export interface DueTodo extends Todo {
	due: string;
	source: string;
}

export interface Agenda {
	overdue: DueTodo[];
	thisWeek: DueTodo[];
	total: number;
}

/** Sunday of the week of a day; the working week of an office begins on Monday. */
export function weekEnd(today: string): string {
	return plusDays(today, (7 - weekdayOf(today)) % 7);
}

/** What is overdue and what falls due this week, earliest first. */
export function agendaOf(groups: readonly TodoGroup[], today: string): Agenda {
	const last = weekEnd(today);
	const dated = groups.flatMap(({ title, todos }) =>
		todos.flatMap((todo) => (todo.due ? [{ ...todo, due: todo.due, source: title }] : [])),
	);
	const ordered = dated.sort((a, b) => daysBetween(b.due, a.due));
	return {
		overdue: ordered.filter(({ due }) => due < today),
		thisWeek: ordered.filter(({ due }) => due >= today && due <= last),
		total: groups.reduce((sum, { todos }) => sum + todos.length, 0),
	};
}

/** The todos of one group: those with a limit first, earliest first, the others after them in their order. */
export function byDue(todos: readonly Todo[]): Todo[] {
	return [...todos].sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}
