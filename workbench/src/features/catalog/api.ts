import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf } from '../../api/index.ts';

export type ColumnOptions = Answer<'/api/columns/options'>;
export type NewColumn = Body<'/api/columns'>;
export type ColumnChange = Body<'/api/columns/{id}', 'put'>;
export type Guide = Answer<'/api/guides/{officeId}'>;
export type GuideContent = Guide['content'];

/** The page types of the national specification and the items of the law; they change with a release only. */
export function useColumnOptions() {
	return useQuery({
		queryKey: ['column-options'],
		queryFn: () => dataOf(api.GET('/api/columns/options')),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

export const createColumn = (body: NewColumn) => dataOf(api.POST('/api/columns', { body }));

export const changeColumn = (id: number, body: ColumnChange) =>
	dataOf(api.PUT('/api/columns/{id}', { params: { path: { id } }, body }));

export const guideKey = (officeId: number) => ['guides', officeId] as const;

export const readGuide = (officeId: number): Promise<Guide> =>
	dataOf(api.GET('/api/guides/{officeId}', { params: { path: { officeId } } }));

export const saveGuide = (officeId: number, version: number, content: GuideContent) =>
	dataOf(api.PUT('/api/guides/{officeId}', { params: { path: { officeId } }, body: { version, content } }));

export const publishGuide = (officeId: number) =>
	dataOf(api.POST('/api/guides/{officeId}/publish', { params: { path: { officeId } } }));
