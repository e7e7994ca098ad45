import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query } from '../../api/index.ts';

export type Row = Answer<'/api/proposals'>['rows'][number];
export type Proposal = Answer<'/api/proposals/{id}'>;
export type NewProposal = Body<'/api/proposals', 'post'>;
export type MoveBody = Body<'/api/proposals/{id}/moves/{action}', 'post'>;
export type Action = Proposal['moves'][number]['action'];

export const KEY = ['proposals'] as const;

export const readProposals = (query: Query<'/api/proposals'>) =>
	dataOf(api.GET('/api/proposals', { params: { query } }));

export const readProposal = (id: number) => dataOf(api.GET('/api/proposals/{id}', { params: { path: { id } } }));

export const registerProposal = (body: NewProposal) => dataOf(api.POST('/api/proposals', { body }));

const NOTHING = { text: '', limitMonths: null, reply: '', replyNumber: '', result: null, satisfaction: null };
const NO_DECISION = { publicity: null, publicityReason: '', publicText: '' };

export const moveProposal = (
	{ id, revision }: Pick<Proposal, 'id' | 'revision'>,
	action: Action,
	body: Partial<MoveBody> = {},
) =>
	dataOf(
		api.POST('/api/proposals/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { ...NOTHING, ...NO_DECISION, ...body, revision },
		}),
	);

export const revealDelegate = (id: number, reason: string) =>
	dataOf(api.POST('/api/proposals/{id}/contact', { params: { path: { id } }, body: { reason } }));

/** Kinds, states, results and offices; they do not change while the page is open. */
export function useProposalOptions() {
	return useQuery({
		queryKey: ['proposal-options'],
		queryFn: () => dataOf(api.GET('/api/proposals/options')),
		staleTime: Number.POSITIVE_INFINITY,
	});
}
