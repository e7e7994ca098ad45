import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { Paging } from './data-table.tsx';
import { type ListState, readList, writeList } from './list-params.ts';

export interface ListParams<F extends Record<string, string>> extends ListState<F> {
	/** Changes some filters and goes back to page 1. */
	setFilters(change: Partial<F>): void;
	/** For DataTable, once the total is known; `fixedSize` when the route has a page size of its own. */
	paging(total: number | undefined, fixedSize?: number): Paging;
}

/** Page and filters of a list, kept in the address. `defaults` names every filter. */
export function useListParams<F extends Record<string, string>>(defaults: F): ListParams<F> {
	const fixed = useRef(defaults).current;
	const [address, setAddress] = useSearchParams();
	const state = readList(address, fixed);
	const go = (change: Partial<ListState<F>>) =>
		setAddress((now) => writeList(now, { ...readList(now, fixed), ...change }, fixed), { replace: true });
	return {
		...state,
		setFilters: (change) => go({ page: 1, filters: { ...state.filters, ...change } }),
		paging: (total, fixedSize) => ({
			page: state.page,
			pageSize: fixedSize ?? state.pageSize,
			fixed: fixedSize !== undefined,
			total: total ?? 0,
			onPage: (page, pageSize) =>
				go(fixedSize !== undefined || pageSize === state.pageSize ? { page } : { page: 1, pageSize }),
		}),
	};
}
