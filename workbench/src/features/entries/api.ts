import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, upload } from '../../api/index.ts';

export type Catalog = Answer<'/api/offices/{officeId}/entries'>;
export type Entry = Catalog['entries'][number];
export type Content = Entry['content'];
export type EntryInput = Body<'/api/offices/{officeId}/entries'>;
export type EntryChange = Body<'/api/entries/{id}', 'put'>;
export type Standard = Answer<'/api/entries/standard'>;
export type StandardEntry = Standard['entries'][number];
export type StandardInput = Body<'/api/entries/standard'>;
export type StandardChange = Body<'/api/entries/standard/{id}', 'put'>;
export type Moves = Body<'/api/entries/moves'>;
export type Cell = Answer<'/api/entries/coverage'>[number];
export type ImportResult = Answer<'/api/entries/standard/import', 'post'>;

/** Beginning of every key of this feature. */
export const KEY = ['entries'] as const;
export const TEMPLATE = '/api/entries/template';

/** Fields, channels, levels: they change with a release only. */
export function useEntryOptions() {
	return useQuery({
		queryKey: [...KEY, 'options'],
		queryFn: () => dataOf(api.GET('/api/entries/options')),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

export const readCatalog = (officeId: number): Promise<Catalog> =>
	dataOf(api.GET('/api/offices/{officeId}/entries', { params: { path: { officeId } } }));

export const readStandard = (): Promise<Standard> => dataOf(api.GET('/api/entries/standard'));

export const readCoverage = (): Promise<Cell[]> => dataOf(api.GET('/api/entries/coverage'));

export const addEntry = (officeId: number, body: EntryInput) =>
	dataOf(api.POST('/api/offices/{officeId}/entries', { params: { path: { officeId } }, body }));

export const changeEntry = (id: number, body: EntryChange) =>
	dataOf(api.PUT('/api/entries/{id}', { params: { path: { id } }, body }));

export const moveEntries = (body: Moves) => dataOf(api.POST('/api/entries/moves', { body }));

export const publishCatalog = (officeId: number, note: string) =>
	dataOf(api.POST('/api/offices/{officeId}/entries/publish', { params: { path: { officeId } }, body: { note } }));

export const addStandard = (body: StandardInput) => dataOf(api.POST('/api/entries/standard', { body }));

export const changeStandard = (id: number, body: StandardChange) =>
	dataOf(api.PUT('/api/entries/standard/{id}', { params: { path: { id } }, body }));

export const pushStandard = (note: string) => dataOf(api.POST('/api/entries/standard/push', { body: { note } }));

export const startStandard = () => dataOf(api.POST('/api/entries/standard/start'));

/** Reads a sheet (`check`) or takes it whole (`save`), into an office's catalog or, without one, into the standard. */
export const importSheet = (officeId: number | null, mode: 'check' | 'save', file: File) =>
	upload<ImportResult>(
		officeId === null ? '/api/entries/standard/import' : `/api/offices/${officeId}/entries/import`,
		[file],
		{ fields: { mode } },
	);
