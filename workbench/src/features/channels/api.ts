import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query } from '../../api/index.ts';

export type Channel = Answer<'/api/channels'>['rows'][number];
export type ChannelDetail = Answer<'/api/channels/{id}'>;
export type ChannelInput = Omit<Body<'/api/channels', 'post'>, 'officeId'>;
export type Options = Answer<'/api/channels/options'>;
export type DispatchRow = Answer<'/api/dispatches'>['rows'][number];
export type Dispatch = Answer<'/api/dispatches/{id}'>;
export type DispatchMove = Body<'/api/dispatches/{id}/moves/{action}', 'post'>;
export type DispatchAction = 'send' | 'fail' | 'retry' | 'cancel' | 'update' | 'remove';
export type DocumentView = Answer<'/api/dispatch-documents/{id}'>;
export type IssueRow = Answer<'/api/gazettes'>['rows'][number];
export type Issue = Answer<'/api/gazettes/{id}'>;
export type IssueInput = Omit<Body<'/api/gazettes', 'post'>, 'officeId'>;
export type Candidate = Answer<'/api/gazettes/candidates'>['rows'][number];
export type Delivery = Answer<'/api/deliveries'>['rows'][number];
export type Undelivered = Answer<'/api/deliveries/undelivered'>;
export type DeliveryDetail = Answer<'/api/deliveries/{id}'>;

export const KEY = ['channels'] as const;
export const DISPATCHES = ['dispatches'] as const;
export const GAZETTES = ['gazettes'] as const;
export const DELIVERIES = ['deliveries'] as const;

const at = (id: number) => ({ path: { id } });

export const readChannels = (query: Query<'/api/channels'>) => dataOf(api.GET('/api/channels', { params: { query } }));
export const readChannel = (id: number) => dataOf(api.GET('/api/channels/{id}', { params: at(id) }));
export const openChannel = (body: Body<'/api/channels', 'post'>) => dataOf(api.POST('/api/channels', { body }));
export const changeChannel = (id: number, body: Body<'/api/channels/{id}/change', 'post'>) =>
	dataOf(api.POST('/api/channels/{id}/change', { params: at(id), body }));
export const closeChannel = (id: number, body: Body<'/api/channels/{id}/close', 'post'>) =>
	dataOf(api.POST('/api/channels/{id}/close', { params: at(id), body }));
export const noteActivity = (id: number, body: Body<'/api/channels/{id}/activity', 'post'>) =>
	dataOf(api.POST('/api/channels/{id}/activity', { params: at(id), body }));
export const noteVisitors = (id: number, body: Body<'/api/channels/{id}/visitors', 'post'>) =>
	dataOf(api.POST('/api/channels/{id}/visitors', { params: at(id), body }));

export const readDispatches = (query: Query<'/api/dispatches'>) =>
	dataOf(api.GET('/api/dispatches', { params: { query } }));
export const readDispatch = (id: number) => dataOf(api.GET('/api/dispatches/{id}', { params: at(id) }));
export const readDocument = (id: number) => dataOf(api.GET('/api/dispatch-documents/{id}', { params: at(id) }));
export const prepare = (documentId: number, channelIds: number[]) =>
	dataOf(api.POST('/api/dispatches', { body: { documentId, channelIds } }));
export const askForDraft = (id: number) => dataOf(api.POST('/api/dispatches/{id}/draft', { params: at(id) }));

const BLANK = { at: null, link: '', place: '', shownFrom: null, shownTo: null, reason: '' };

export const moveDispatch = ({ id, revision }: Dispatch, action: DispatchAction, values: Partial<DispatchMove>) =>
	dataOf(
		api.POST('/api/dispatches/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { ...BLANK, ...values, revision },
		}),
	);

export const readIssues = (query: Query<'/api/gazettes'>) => dataOf(api.GET('/api/gazettes', { params: { query } }));
export const readIssue = (id: number) => dataOf(api.GET('/api/gazettes/{id}', { params: at(id) }));
export const readSuggestion = (officeId: number) =>
	dataOf(api.GET('/api/gazettes/suggestion', { params: { query: { officeId } } }));
export const readCandidates = (q: string) => dataOf(api.GET('/api/gazettes/candidates', { params: { query: { q } } }));
export const createIssue = (body: Body<'/api/gazettes', 'post'>) => dataOf(api.POST('/api/gazettes', { body }));
export const composeIssue = (id: number, body: Body<'/api/gazettes/{id}', 'put'>) =>
	dataOf(api.PUT('/api/gazettes/{id}', { params: at(id), body }));
export const moveIssue = (issue: Issue, action: 'publish' | 'withdraw' | 'discard', reason: string) =>
	dataOf(
		api.POST('/api/gazettes/{id}/moves/{action}', {
			params: { path: { id: issue.id, action } },
			body: { revision: issue.revision, reason },
		}),
	);
export const notePrinted = (id: number, copies: number) =>
	dataOf(api.POST('/api/gazettes/{id}/printed', { params: at(id), body: { copies } }));
export const giveCopies = (id: number, body: Body<'/api/gazettes/{id}/copies', 'post'>) =>
	dataOf(api.POST('/api/gazettes/{id}/copies', { params: at(id), body }));
export const signFor = (id: number, copyId: number, body: Body<'/api/gazettes/{id}/copies/{copyId}/receipt', 'post'>) =>
	dataOf(api.POST('/api/gazettes/{id}/copies/{copyId}/receipt', { params: { path: { id, copyId } }, body }));

export const readDeliveries = () => dataOf(api.GET('/api/deliveries', { params: { query: {} } }));
export const readUndelivered = (officeId: number) =>
	dataOf(api.GET('/api/deliveries/undelivered', { params: { query: { officeId } } }));
export const readDelivery = (id: number) => dataOf(api.GET('/api/deliveries/{id}', { params: at(id) }));
export const prepareDelivery = (body: Body<'/api/deliveries', 'post'>) => dataOf(api.POST('/api/deliveries', { body }));
export const moveDelivery = (
	{ id, revision }: Delivery,
	action: 'deliver' | 'receive' | 'cancel',
	values: { day: string; receivedBy?: string; reason?: string },
) =>
	dataOf(
		api.POST('/api/deliveries/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { receivedBy: '', reason: '', ...values, revision },
		}),
	);

/** Kinds, states and offices; they do not change while the page is open. */
export function useChannelOptions() {
	return useQuery({ queryKey: ['channel-options'], queryFn: () => dataOf(api.GET('/api/channels/options')) });
}
