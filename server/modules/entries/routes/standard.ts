import { Download, defineRoute } from '../../../api/route.ts';
import { XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { importStandard, startStandard } from '../commands/import-entries.ts';
import { pushStandard } from '../commands/push-standard.ts';
import { addStandard, changeStandard } from '../commands/save-standard.ts';
import { standardCatalog } from '../queries/entries.ts';
import * as s from '../schemas.ts';
import { readEntryRows, writeEntrySheet } from '../sheets/entry-sheet.ts';
import { selectStandard } from '../store/standard.ts';
import { presentRows, uploadedRows } from './uploaded.ts';

/** 县级标准目录: read by everybody who works here, kept by the county. */
export const standardRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/entries/standard',
		summary: '标准目录',
		access: 'document.read',
		audit: 'none',
		response: s.standardAnswer,
		handler: async ({ context }) => await standardCatalog(reader(context)),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/entries/standard/sheet',
		summary: '导出标准目录',
		access: 'document.read',
		audit: 'none',
		response: 'download',
		handler: async ({ context }) => {
			const entries = (await selectStandard(reader(context))).filter(({ ended }) => !ended);
			const rows = entries.map(({ code, field, content }) => ({ field, content, officeName: '', note: code }));
			return new Download(await writeEntrySheet('标准目录', rows), XLSX, '基层政务公开标准目录.xlsx');
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/entries/standard',
		summary: '新增标准事项',
		access: 'catalog.manage',
		audit: 'catalogStandard.add',
		body: s.standardBody,
		response: s.codeAnswer,
		handler: async ({ context, body }) => await transact(context, (tx) => addStandard(tx, body)),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/entries/standard/:id',
		summary: '修改标准事项',
		access: 'catalog.manage',
		audit: 'catalogStandard.change',
		params: s.idParams,
		body: s.standardChange,
		response: s.emptyAnswer,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => changeStandard(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/entries/standard/push',
		summary: '下达标准目录',
		access: 'catalog.manage',
		audit: 'catalogStandard.push',
		body: s.noteBody,
		response: s.pushAnswer,
		handler: async ({ context, body }) => await transact(context, (tx) => pushStandard(tx, body.note)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/entries/standard/start',
		summary: '载入示范事项',
		access: 'catalog.manage',
		audit: 'catalogStandard.start',
		response: s.importedAnswer,
		handler: async ({ context }) => await transact(context, startStandard),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/entries/standard/import',
		summary: '导入标准事项',
		access: 'catalog.manage',
		audit: 'catalogStandard.import',
		upload: { maxFiles: 1 },
		body: s.standardImportBody,
		response: s.importAnswer,
		handler: async ({ context, body, files, services }) => {
			const rows = await uploadedRows(files, services);
			const known = (await selectStandard(reader(context))).filter(({ ended }) => !ended);
			const checked = readEntryRows(rows, known);
			const targets = body.target === '' ? (['department', 'township'] as const) : [body.target];
			const done = body.mode === 'save' ? await transact(context, (tx) => importStandard(tx, targets, rows)) : null;
			return presentRows(checked, done?.imported ?? 0);
		},
	}),
];
