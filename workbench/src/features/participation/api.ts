import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query, upload } from '../../api/index.ts';

export type Row = Answer<'/api/concerns'>['rows'][number];
export type Concern = Answer<'/api/concerns/{id}'>;
export type Options = Answer<'/api/concerns/options'>;
export type NewConcern = Body<'/api/concerns', 'post'>;
export type MoveBody = Body<'/api/concerns/{id}/moves/{action}', 'post'>;
export type Action = Concern['moves'][number]['action'];
/** Moves of the one route; the others have forms and addresses of their own. */
type PlainAction = Exclude<Action, 'check' | 'respond'>;
export type Check = Body<'/api/concerns/{id}/checks', 'post'>;
export type OpinionResponse = Body<'/api/concerns/{id}/responses', 'post'>;
export type ImportResult = Answer<'/api/concerns/import', 'post'>;

export const KEY = ['concerns'] as const;

export const readConcerns = (query: Query<'/api/concerns'>) => dataOf(api.GET('/api/concerns', { params: { query } }));

export const readConcern = (id: number) => dataOf(api.GET('/api/concerns/{id}', { params: { path: { id } } }));

export const enterConcern = (body: NewConcern) => dataOf(api.POST('/api/concerns', { body }));

const NO_WISH = { wish: null, wishDocument: null, wishDay: null, wishGround: '' };

export const moveConcern = (id: number, action: PlainAction, body: Partial<MoveBody>) =>
	dataOf(
		api.POST('/api/concerns/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { text: '', officeId: null, into: '', publicTitle: '', publicBody: '', ...NO_WISH, ...body },
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

export const checkComplaint = (id: number, body: Check) =>
	dataOf(api.POST('/api/concerns/{id}/checks', { params: { path: { id } }, body }));

export const respondToOpinion = (id: number, body: OpinionResponse) =>
	dataOf(api.POST('/api/concerns/{id}/responses', { params: { path: { id } }, body }));

const importWith = (mode: 'check' | 'save') => (file: File) =>
	upload<ImportResult>('/api/concerns/import', [file], { fields: { mode } });
export const checkOrders = importWith('check');
export const importOrders = importWith('save');

export const readFigures = (query: Query<'/api/participation/figures'>) =>
	dataOf(api.GET('/api/participation/figures', { params: { query } }));

/** The number of a document in what was typed or pasted: 12, /d/12, https://…/d/12. */
export function documentNumber(text: string): number | null {
	const found = /(?:^|\/d\/)(\d{1,15})(?:[/?#]|$)/.exec(text.trim());
	return found ? Number(found[1]) : null;
}
