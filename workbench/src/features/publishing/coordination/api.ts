import { type Answer, api, type Body, dataOf, type Query } from '../../../api/index.ts';
import type { DocumentDetail } from '../api.ts';

export type Coordination = DocumentDetail['coordination'];
export type CoordinationRequest = Coordination['requests'][number];
export type RecordBody = Body<'/api/documents/{id}/coordination', 'put'>;
export type AskBody = Body<'/api/documents/{id}/coordination-requests'>;
export type OutsideReply = Body<'/api/documents/{id}/coordination-requests/{requestId}/reply'>;
export type AskedLine = Answer<'/api/coordination-requests'>['rows'][number];
export type AskedOne = Answer<'/api/coordination-requests/{id}'>;
export type AnswerBody = Body<'/api/coordination-requests/{id}/answer'>;

/** Under `documents`, so that every move reads it anew. */
export const ASKED = ['documents', 'asked'] as const;

const path = (id: number) => ({ params: { path: { id } } });
const requestPath = (id: number, requestId: number) => ({ params: { path: { id, requestId } } });

export const keepRecord = (id: number, body: RecordBody) =>
	dataOf(api.PUT('/api/documents/{id}/coordination', { ...path(id), body }));

export const askOthers = (id: number, body: AskBody) =>
	dataOf(api.POST('/api/documents/{id}/coordination-requests', { ...path(id), body }));

export const withdrawRequest = (id: number, requestId: number, reason: string) =>
	dataOf(
		api.POST('/api/documents/{id}/coordination-requests/{requestId}/withdraw', {
			...requestPath(id, requestId),
			body: { reason },
		}),
	);

export const recordReply = (id: number, requestId: number, body: OutsideReply) =>
	dataOf(
		api.POST('/api/documents/{id}/coordination-requests/{requestId}/reply', {
			...requestPath(id, requestId),
			body,
		}),
	);

export const readAsked = (query: Query<'/api/coordination-requests'>) =>
	dataOf(api.GET('/api/coordination-requests', { params: { query } }));

export const readAskedOne = (id: number) => dataOf(api.GET('/api/coordination-requests/{id}', path(id)));

export const answerRequest = (id: number, body: AnswerBody) =>
	dataOf(api.POST('/api/coordination-requests/{id}/answer', { ...path(id), body }));
