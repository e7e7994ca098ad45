import { type Answer, api, dataOf, type Query, upload } from '../../../api/index.ts';

export type ImportRun = Answer<'/api/imports'>['rows'][number];
export type ImportDetail = Answer<'/api/imports/{id}'>;
export type ImportLine = Answer<'/api/imports/{id}/lines'>['rows'][number];
export type ImportFate = ImportLine['became'];
export type ImportAction = ImportDetail['moves'][number]['action'];

export const IMPORTS = ['imports'] as const;
const at = (id: number) => ({ path: { id } });

export interface NewImport {
	file: File[];
	name?: string;
	officeId?: number | null;
	column?: string;
	createColumns?: boolean;
}

export const readImports = () => dataOf(api.GET('/api/imports'));
export const readImport = (id: number) => dataOf(api.GET('/api/imports/{id}', { params: at(id) }));
export const readLines = (id: number, query: Query<'/api/imports/{id}/lines'>) =>
	dataOf(api.GET('/api/imports/{id}/lines', { params: { ...at(id), query } }));
export const moveImport = ({ id, revision }: ImportDetail, action: ImportAction) =>
	dataOf(api.POST('/api/imports/{id}/moves/{action}', { params: { path: { id, action } }, body: { revision } }));
export const sendImport = ({ file, name = '', officeId, column = '', createColumns = false }: NewImport) =>
	upload<{ id: number }>('/api/imports', file, {
		fields: { name, officeId: officeId ? String(officeId) : '', column, createColumns: String(createColumns) },
	});
