import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, upload } from '../../api/index.ts';

export type Group = Answer<'/api/registers/kinds'>['groups'][number];
export type Kind = Group['kinds'][number];
export type Field = Kind['fields'][number];
export type Total = Answer<'/api/registers/totals'>['totals'][number];
export type Entry = Answer<'/api/registers/entries'>['rows'][number];
export type EntryDetail = Answer<'/api/registers/entries/{id}'>;
export type NewEntry = Body<'/api/registers/entries', 'post'>;

/** The registers there are; they do not change while the page is open. */
export function useKinds() {
	return useQuery({
		queryKey: ['register-kinds'],
		queryFn: async () => (await dataOf(api.GET('/api/registers/kinds'))).groups,
		staleTime: Number.POSITIVE_INFINITY,
	});
}

export function useTotals(year: number, officeId: number | null) {
	return useQuery({
		queryKey: ['registers', 'totals', year, officeId],
		queryFn: () => dataOf(api.GET('/api/registers/totals', { params: { query: { year, ...office(officeId) } } })),
	});
}

export interface EntryQuery {
	kind: string;
	year: number;
	officeId: number | null;
	all: boolean;
	page: number;
	pageSize: number;
}

export function readEntries({ officeId, all, ...rest }: EntryQuery) {
	const query = { ...rest, all: all ? ('true' as const) : ('false' as const), ...office(officeId) };
	return dataOf(api.GET('/api/registers/entries', { params: { query } }));
}

export function readEntry(id: number): Promise<EntryDetail> {
	return dataOf(api.GET('/api/registers/entries/{id}', { params: { path: { id } } }));
}

export function addEntry(body: NewEntry) {
	return dataOf(api.POST('/api/registers/entries', { body }));
}

export function correctEntry(id: number, body: Body<'/api/registers/entries/{id}/correct', 'post'>) {
	return dataOf(api.POST('/api/registers/entries/{id}/correct', { params: { path: { id } }, body }));
}

export function voidEntry(id: number, reason: string) {
	return dataOf(api.POST('/api/registers/entries/{id}/void', { params: { path: { id } }, body: { reason } }));
}

export function reportZero(kind: string, year: number, basis: string) {
	return dataOf(api.POST('/api/registers/zero', { body: { kind, year, basis } }));
}

export type ImportResult = Answer<'/api/registers/import', 'post'>;

export function importSheet(kind: string, file: File): Promise<ImportResult> {
	return upload<ImportResult>('/api/registers/import', [file], { fields: { kind } });
}

export function exportPath(kind: string, year: number, officeId: number | null): string {
	const query = new URLSearchParams({ kind, year: String(year), ...(officeId ? { officeId: String(officeId) } : {}) });
	return `/api/registers/export?${query}`;
}

function office(officeId: number | null): { officeId?: number } {
	return officeId === null ? {} : { officeId };
}
