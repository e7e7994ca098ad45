import { useQuery } from '@tanstack/react-query';
import { type Answer, api, asProblem, type Body, dataOf, ProblemError, type Query } from '../../api/index.ts';
import { formatDay } from '../../ui/index.ts';

export type Row = Answer<'/api/remedies'>['rows'][number];
export type Remedy = Answer<'/api/remedies/{id}'>;
export type OrderLine = Answer<'/api/remedies/orders'>['rows'][number];
export type NewRemedy = Body<'/api/remedies', 'post'>;
export type Ending = Body<'/api/remedies/{id}/close', 'post'>;
export type Replied = Body<'/api/remedies/{id}/reply', 'post'>;
export type Followed = Body<'/api/remedies/{id}/follow', 'post'>;
export type ListQuery = Query<'/api/remedies'>;
export type Words = Answer<'/api/applications/options'>;

export const KEY = ['remedies'] as const;
/** Read again after every step: the list, and what waits on the first screen. */
export const STALE = [KEY, ['todo']];

export const readRemedies = (query: ListQuery) => dataOf(api.GET('/api/remedies', { params: { query } }));

export const readRemedy = (id: number) => dataOf(api.GET('/api/remedies/{id}', { params: { path: { id } } }));

export const readOrders = () => dataOf(api.GET('/api/remedies/orders')).then(({ rows }) => rows);

export const readReplies = () => dataOf(api.GET('/api/remedies/replies')).then(({ rows }) => rows);

export const registerRemedy = (body: NewRemedy) => dataOf(api.POST('/api/remedies', { body }));

/** What was to be chosen and was not: the server, which got neither a document nor words, asks for the words. */
export function askForDocument(thrown: unknown): ProblemError {
	const { title, status, code, issues, requestId } = asProblem(thrown);
	const asked = issues.map((issue) =>
		issue.field === 'subject' ? { ...issue, field: 'documentId', message: '请选择本机关的一条信息。' } : issue,
	);
	return new ProblemError({ title, status, code, issues: asked, ...(requestId ? { requestId } : {}) });
}

export const endRemedy = (id: number, body: Ending) =>
	dataOf(api.POST('/api/remedies/{id}/close', { params: { path: { id } }, body }));

export const replyRemedy = (id: number, body: Replied) =>
	dataOf(api.POST('/api/remedies/{id}/reply', { params: { path: { id } }, body }));

export const followOrder = (id: number, body: Followed) =>
	dataOf(api.POST('/api/remedies/{id}/follow', { params: { path: { id } }, body }));

export const revealClaimant = (id: number, reason: string) =>
	dataOf(api.POST('/api/remedies/{id}/identity', { params: { path: { id } }, body: { reason } }));

export const eraseClaimant = (id: number, reason: string) =>
	dataOf(api.POST('/api/remedies/{id}/erase', { params: { path: { id } }, body: { reason } }));

/** The words of the register; they do not change while the page is open. */
export function useWords() {
	return useQuery({
		queryKey: ['application-options'],
		queryFn: () => dataOf(api.GET('/api/applications/options')),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

/** Documents of the office whose titles have these words, public or not. */
export function useDocuments(text: string, officeId: number | undefined) {
	return useQuery({
		queryKey: ['remedy-documents', text, officeId],
		queryFn: () => dataOf(api.GET('/api/documents', { params: { query: { text, officeId } } })),
		select: ({ rows }) =>
			rows.map(({ id, title, live, formedOn }) => ({
				value: id,
				label: `${title}（${[formedOn ? formatDay(formedOn) : '', live ? '已公开' : '未公开'].filter(Boolean).join('，')}）`,
			})),
	});
}
