import { type Answer, api, type Body, dataOf, upload } from '../../api/index.ts';

export type OfficeDetail = Answer<'/api/offices/{id}'>;
export type ImportResult = Answer<'/api/offices/import', 'post'>;
/** Values of the office form. */
export type OfficeValues = Body<'/api/offices'>;

export const TEMPLATE = '/api/offices/import/template';

const at = (id: number) => ({ params: { path: { id } } });

export const readOffice = (id: number) => dataOf(api.GET('/api/offices/{id}', at(id)));

export const createOffice = (body: OfficeValues) => dataOf(api.POST('/api/offices', { body }));

export const changeOffice = (id: number, body: OfficeValues & { revision: number }) =>
	dataOf(api.PUT('/api/offices/{id}', { ...at(id), body }));

export const renameOffice = (id: number, body: Body<'/api/offices/{id}/rename'>) =>
	dataOf(api.POST('/api/offices/{id}/rename', { ...at(id), body }));

export const mergeOffices = (from: number, into: number) =>
	dataOf(api.POST('/api/offices/merge', { body: { from, into } }));

export const removeOffice = (id: number) => dataOf(api.DELETE('/api/offices/{id}', at(id)));

const importWith = (mode: 'check' | 'save') => (file: File) =>
	upload<ImportResult>('/api/offices/import', [file], { fields: { mode } });

/** Reads the table and says what is wrong with each row; nothing changes. */
export const checkImport = importWith('check');
/** Imports all rows, or none when one is wrong. */
export const runImport = importWith('save');
