import createClient from 'openapi-fetch';
import type { paths } from './schema.generated.ts';
import { transport } from './session.ts';

/**
 * The typed client of the documented API: `api.GET('/api/offices/{id}', { params: { path: { id } } })`. Refusals are
 * thrown as ProblemError, so an answer always has data; unwrap it with `dataOf`.
 */
export const api = createClient<paths>({ baseUrl: '', fetch: transport });

/** The body of an answer. Use it in every query and mutation: `queryFn: () => dataOf(api.GET(…))`. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
	const { data } = await answer;
	return data as T;
}
