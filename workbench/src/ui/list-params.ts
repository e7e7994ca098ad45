/** Page and filters of a list as they stand in the address, so that a link and «back» lead to the same rows. */
export interface ListState<F extends Record<string, string>> {
	page: number;
	pageSize: number;
	filters: F;
}

const SIZES = [10, 20, 50, 100];
const DEFAULT_SIZE = 20;

/** Reads the state from the address; filters missing there take the value of `defaults`, nonsense falls back to page 1. */
export function readList<F extends Record<string, string>>(address: URLSearchParams, defaults: F): ListState<F> {
	const page = Number(address.get('page') ?? '1');
	const size = Number(address.get('size') ?? DEFAULT_SIZE);
	const filters = Object.fromEntries(Object.keys(defaults).map((key) => [key, address.get(key) ?? defaults[key]]));
	return {
		page: Number.isSafeInteger(page) && page > 0 ? page : 1,
		pageSize: SIZES.includes(size) ? size : DEFAULT_SIZE,
		filters: filters as F,
	};
}

/** The address of a state; what equals its default is left out. Parameters of others are kept. */
export function writeList<F extends Record<string, string>>(
	address: URLSearchParams,
	state: ListState<F>,
	defaults: F,
): URLSearchParams {
	const next = new URLSearchParams(address);
	const put = (key: string, value: string, usual: string | undefined) =>
		value === usual ? next.delete(key) : next.set(key, value);
	put('page', String(state.page), '1');
	put('size', String(state.pageSize), String(DEFAULT_SIZE));
	for (const [key, value] of Object.entries(state.filters)) put(key, value, defaults[key]);
	return next;
}

/** Filters as query parameters: empty ones are left out. */
export function givenOnly<F extends Record<string, string>>(filters: F): Partial<F> {
	return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')) as Partial<F>;
}
