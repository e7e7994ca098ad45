import { type Answer, api, type Body, dataOf } from '../../api/index.ts';

export type Messages = Answer<'/api/messages'>;
export type MessageRow = Messages['rows'][number];
export type Channel = Messages['channels'][number];
export type MessageState = MessageRow['state'];

/** All of this feature is read anew after each step. */
export const KEY = ['messages'] as const;

export const STATES = {
	waiting: ['待发送', 'processing'],
	sent: ['已发送', 'success'],
	failed: ['发送失败', 'error'],
	dropped: ['不再发送', 'default'],
} as const;

export function readMessages({ state, page }: { state: string; page: number }): Promise<Messages> {
	const query = { page, ...(state === '' ? {} : { state: state as MessageState }) };
	return dataOf(api.GET('/api/messages', { params: { query } }));
}

const path = (id: number) => ({ params: { path: { id } } });

export const retryMessage = (id: number) => dataOf(api.POST('/api/messages/{id}/retry', path(id)));
export const dropMessage = (id: number) => dataOf(api.POST('/api/messages/{id}/drop', path(id)));
export const sendTest = (body: Body<'/api/messages/test'>) => dataOf(api.POST('/api/messages/test', { body }));
