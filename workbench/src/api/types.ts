import type { paths } from './schema.generated.ts';

type Methods = 'get' | 'post' | 'put' | 'delete';
type Operation<P extends keyof paths, M extends Methods> = paths[P] extends Record<M, infer O> ? O : never;

/** Body of the 200 answer of a route: `Answer<'/api/offices', 'get'>`. */
export type Answer<P extends keyof paths, M extends Methods = 'get'> =
	Operation<P, M> extends { responses: { 200: { content: { 'application/json': infer A } } } } ? AsRead<A> : never;

/** openapi-fetch hands tuples out as arrays; the types of answers follow it. */
type AsRead<T> = T extends readonly (infer E)[] ? AsRead<E>[] : T extends object ? { [K in keyof T]: AsRead<T[K]> } : T;

/** JSON body a route takes: `Body<'/api/offices', 'post'>`. */
export type Body<P extends keyof paths, M extends Methods = 'post'> =
	Operation<P, M> extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never;

/** Query parameters of a route. */
export type Query<P extends keyof paths, M extends Methods = 'get'> =
	Operation<P, M> extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;
