import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query } from '../../api/index.ts';

export type Row = Answer<'/api/faq'>['rows'][number];
export type Entry = Answer<'/api/faq/{id}'>;
export type Asked = Answer<'/api/asked'>['rows'][number];
export type Draft = Body<'/api/faq', 'post'>;
export type Action = Entry['moves'][number]['action'];

export const KEY = ['faq'] as const;
export const ASKED_KEY = ['asked'] as const;

export const readEntries = (query: Query<'/api/faq'>) => dataOf(api.GET('/api/faq', { params: { query } }));

export const readEntry = (id: number) => dataOf(api.GET('/api/faq/{id}', { params: { path: { id } } }));

export const createEntry = (body: Draft) => dataOf(api.POST('/api/faq', { body }));

export const saveEntry = (id: number, revision: number, draft: Draft) =>
	dataOf(api.PUT('/api/faq/{id}', { params: { path: { id } }, body: { ...draft, revision } }));

export const moveEntry = (id: number, action: Action, revision: number, text: string) =>
	dataOf(api.POST('/api/faq/{id}/moves/{action}', { params: { path: { id, action } }, body: { revision, text } }));

export const readAsked = (query: Query<'/api/asked'>) => dataOf(api.GET('/api/asked', { params: { query } }));

export const growEntry = (key: string) => dataOf(api.POST('/api/asked/entry', { body: { key } }));

export const dismissAsked = (key: string) => dataOf(api.POST('/api/asked/dismissal', { body: { key } }));

/** Offices an entry can be of; they do not change while the page is open. */
export function useOffices() {
	return useQuery({
		queryKey: ['faq-offices'],
		queryFn: () => dataOf(api.GET('/api/offices')),
		staleTime: Number.POSITIVE_INFINITY,
		select: ({ offices }) => offices.map(({ id, shortName }) => ({ value: id, label: shortName })),
	});
}

/** Public documents whose titles have these words. */
export function useDocuments(q: string) {
	return useQuery({
		queryKey: ['faq-documents', q],
		queryFn: () => dataOf(api.GET('/api/documents', { params: { query: { text: q, state: 'published' } } })),
		select: ({ rows }) => rows.map(({ id, title }) => ({ value: id, label: title })),
	});
}
