import { type Answer, api, type Body, dataOf, type Query, upload } from '../../api/index.ts';

export type Overview = Answer<'/api/monitoring'>;
export type Finding = Answer<'/api/monitoring/findings'>['rows'][number];
export type FindingView = Answer<'/api/monitoring/findings/{id}'>;
export type Board = Answer<'/api/monitoring/dashboard'>;
export type BoardRecord = Answer<'/api/monitoring/dashboard/records'>['rows'][number];
export type RecordsQuery = Query<'/api/monitoring/dashboard/records'>;
export type Figure = RecordsQuery['figure'];
export type ListRow = Answer<'/api/rectifications'>['rows'][number];
export type ListView = Answer<'/api/rectifications/{id}'>;
export type Item = ListView['rows'][number];
export type NewList = Body<'/api/rectifications', 'post'>;
export type CheckAction = 'close' | 'sendBack' | 'withdraw' | 'reject' | 'circulate';

/** All screens of this feature are read anew after each step. */
export const KEY = ['supervision'] as const;

export const readOverview = () => dataOf(api.GET('/api/monitoring'));

export const readFindings = (query: { officeId?: number; rule?: string }) =>
	dataOf(api.GET('/api/monitoring/findings', { params: { query: { ...query, all: 'false' } } }));

export const readFinding = (id: number) =>
	dataOf(api.GET('/api/monitoring/findings/{id}', { params: { path: { id } } }));

export const readBoard = (query: { from?: string; to?: string }) =>
	dataOf(api.GET('/api/monitoring/dashboard', { params: { query } }));

export const readRecords = (query: RecordsQuery) =>
	dataOf(api.GET('/api/monitoring/dashboard/records', { params: { query } }));

export const recheckItem = (id: number) =>
	dataOf(api.POST('/api/rectification-items/{id}/recheck', { params: { path: { id } } }));

export const startRound = () => dataOf(api.POST('/api/monitoring/rounds', {}));

export const readLists = () => dataOf(api.GET('/api/rectifications'));

export const readList = (id: number) => dataOf(api.GET('/api/rectifications/{id}', { params: { path: { id } } }));

export const readOpenItems = () => dataOf(api.GET('/api/rectifications/items/open'));

export const issueList = (body: NewList) => dataOf(api.POST('/api/rectifications', { body }));

export const checkItem = (id: number, action: CheckAction, text: string, dueOn: string | null) =>
	dataOf(
		api.POST('/api/rectification-items/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { text, dueOn },
		}),
	);

/** Reply or appeal of the office, with its proofs. */
export const answerItem = (
	id: number,
	action: 'reply' | 'appeal',
	{ text, owner, files }: { text: string; owner: string; files: readonly File[] },
) => upload(`/api/rectification-items/${id}/${action}`, files, { name: 'files', fields: { text, owner } });
