import { useQueries, useQuery } from '@tanstack/react-query';
import { api, asProblem, dataOf } from '../api/index.ts';
import type { TodoGroup } from './agenda.ts';
import { mayUse } from './feature.ts';
import { FEATURES } from './features.ts';
import { useSession } from './session-context.tsx';

/** What waits for the person in every feature they may use; asked again every five minutes, once for menu and first screen. */
export function useTodos(): { groups: TodoGroup[]; faults: string[]; loading: boolean } {
	const { session } = useSession();
	const sources = FEATURES.flatMap(({ key, todo }) =>
		todo && mayUse(todo.permission, session.permissions) ? [{ key, ...todo }] : [],
	);
	const answers = useQueries({
		queries: sources.map(({ key, load }) => ({ queryKey: ['todo', key], queryFn: load, refetchInterval: 300_000 })),
	});
	const groups = sources.map(({ title }, at) => ({ title, todos: answers[at]?.data ?? [] }));
	const faults = sources.flatMap(({ title }, at) => {
		const error = answers[at]?.error;
		return error ? [`${title}：${asProblem(error).title}`] : [];
	});
	return { groups: useCounted(groups), faults, loading: answers.some(({ isPending }) => isPending) };
}

/** Todos whose feature counted no working days, with those of the county's calendar. */
function useCounted(groups: TodoGroup[]): TodoGroup[] {
	const uncounted = groups.flatMap(({ todos }) =>
		todos.flatMap(({ due, daysLeft }) => (due && daysLeft === undefined ? [due] : [])),
	);
	const days = [...new Set(uncounted)].sort().slice(0, 300);
	const { data } = useQuery({
		queryKey: ['todo', 'calendar', days],
		queryFn: () => dataOf(api.GET('/api/calendar/left', { params: { query: { days: days.join(',') } } })),
		enabled: days.length > 0,
		staleTime: 300_000,
	});
	const known = new Map((data?.days ?? []).map((row) => [row.day, row]));
	return groups.map(({ title, todos }) => ({
		title,
		todos: todos.map((todo) => {
			const counted = todo.due && todo.daysLeft === undefined ? known.get(todo.due) : undefined;
			if (!counted) return todo;
			return { ...todo, daysLeft: counted.left, unit: '个工作日' as const, mark: todo.mark ?? counted.mark };
		}),
	}));
}
