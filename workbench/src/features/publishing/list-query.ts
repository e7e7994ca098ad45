import type { Query } from '../../api/index.ts';
import { TABS } from './states.ts';

/** The filters of the list as they stand in the address. */
export const NO_FILTERS = { whose: '', state: '', column: '', office: '', type: '', validity: '', q: '' };
export type ListFilters = typeof NO_FILTERS;

type ListQuery = NonNullable<Query<'/api/documents'>>;

/** The question to the server. What an address was tampered with is left out. */
export function listQuery(filters: ListFilters, page: number): ListQuery {
	const states = TABS.find(({ key }) => key === filters.state)?.states ?? [];
	return {
		page,
		...(filters.whose === 'mine' || filters.whose === 'todo' ? { whose: filters.whose } : {}),
		...(states.length > 0 ? { state: states.join(',') } : {}),
		...numbered('columnId', filters.column),
		...numbered('officeId', filters.office),
		...(filters.type === '' ? {} : { type: filters.type as NonNullable<ListQuery['type']> }),
		...(filters.validity === '' ? {} : { validity: filters.validity as NonNullable<ListQuery['validity']> }),
		...(filters.q.trim() === '' ? {} : { text: filters.q.trim() }),
	};
}

function numbered(key: 'columnId' | 'officeId', value: string): Partial<ListQuery> {
	return /^[1-9]\d{0,14}$/.test(value) ? { [key]: Number(value) } : {};
}

/** How many documents stand behind each tab; a state the server did not name has none. */
export function tabCounts(states: Readonly<Record<string, number>>): { key: string; label: string; count: number }[] {
	const all = Object.values(states).reduce((sum, count) => sum + count, 0);
	return TABS.map(({ key, label, states: behind }) => ({
		key,
		label,
		count: key === '' ? all : behind.reduce((sum, state) => sum + (states[state] ?? 0), 0),
	}));
}
