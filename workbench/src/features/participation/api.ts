import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query } from '../../api/index.ts';

export type Row = Answer<'/api/concerns'>['rows'][number];
export type Concern = Answer<'/api/concerns/{id}'>;
export type Options = Answer<'/api/concerns/options'>;
export type NewConcern = Body<'/api/concerns', 'post'>;
export type MoveBody = Body<'/api/concerns/{id}/moves/{action}', 'post'>;
export type Action = Concern['moves'][number]['action'];

export const KEY = ['concerns'] as const;

export const readConcerns = (query: Query<'/api/concerns'>) => dataOf(api.GET('/api/concerns', { params: { query } }));

export const readConcern = (id: number) => dataOf(api.GET('/api/concerns/{id}', { params: { path: { id } } }));

export const enterConcern = (body: NewConcern) => dataOf(api.POST('/api/concerns', { body }));

export const moveConcern = (id: number, action: Action, body: Partial<MoveBody>) =>
	dataOf(
		api.POST('/api/concerns/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { text: '', officeId: null, into: '', verdict: null, publicTitle: '', publicBody: '', ...body },
		}),
	);

export const revealContact = (id: number, reason: string) =>
	dataOf(api.POST('/api/concerns/{id}/contact', { params: { path: { id } }, body: { reason } }));

/** Kinds, states and offices; they do not change while the page is open. */
export function useConcernOptions() {
	return useQuery({
		queryKey: ['concern-options'],
		queryFn: () => dataOf(api.GET('/api/concerns/options')),
		staleTime: Number.POSITIVE_INFINITY,
	});
}
