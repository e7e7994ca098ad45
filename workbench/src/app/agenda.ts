import { daysBetween, plusDays, weekdayOf } from '../ui/index.ts';
import type { Todo } from './feature.ts';

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

export const SPANS = { overdue: '已逾期', today: '今天', thisWeek: '本周', nextWeek: '下周' } as const;
export type Span = keyof typeof SPANS;

export interface Agenda extends Record<Span, DueTodo[]> {
	total: number;
}

/** Sunday of the week of a day; the working week of an office begins on Monday. */
export function weekEnd(today: string): string {
	return plusDays(today, (7 - weekdayOf(today)) % 7);
}

/** In which part of the agenda a last day falls; null when it is later than next week. */
export function spanOf(due: string, today: string): Span | null {
	if (due < today) return 'overdue';
	if (due === today) return 'today';
	const last = weekEnd(today);
	if (due <= last) return 'thisWeek';
	return due <= plusDays(last, 7) ? 'nextWeek' : null;
}

/** What is overdue and what falls due until the end of next week, in each part earliest first. */
export function agendaOf(groups: readonly TodoGroup[], today: string): Agenda {
	const dated = groups.flatMap(({ title, todos }) =>
		todos.flatMap((todo) => (todo.due ? [{ ...todo, due: todo.due, source: title }] : [])),
	);
	const ordered = dated.sort((a, b) => daysBetween(b.due, a.due));
	const within = (span: Span) => ordered.filter(({ due }) => spanOf(due, today) === span);
	return {
		overdue: within('overdue'),
		today: within('today'),
		thisWeek: within('thisWeek'),
		nextWeek: within('nextWeek'),
		total: groups.reduce((sum, { todos }) => sum + todos.length, 0),
	};
}

/** How many things are late or fall due by the end of this week: the number in the menu. */
export function pressing({ overdue, today, thisWeek }: Agenda): number {
	return overdue.length + today.length + thisWeek.length;
}

/** The todos of one group: those with a limit first, earliest first, the others after them in their order. */
export function byDue(todos: readonly Todo[]): Todo[] {
	return [...todos].sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}
