import { Download, defineRoute, type Route } from '../../../api/route.ts';
import { writeSheetTemplate, XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { beginImport, moveImport } from '../commands/import-run.ts';
import * as s from '../import/schemas.ts';
import { IMPORT_SHEET } from '../import/template.ts';
import { importLines, importReport, importView, listImports } from '../queries/imports.ts';

const access = 'document.import' as const;

/** 批量导入: documents other systems have made public, from a file, by the county office. */
export const importRoutes: readonly Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/imports',
		summary: '批量导入的批次',
		access,
		audit: 'none',
		response: s.importsAnswer,
		handler: async ({ context }) => ({ rows: await listImports(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/imports/template',
		summary: '下载批量导入模板',
		access,
		audit: 'none',
		response: 'download',
		handler: async () => new Download(await writeSheetTemplate(IMPORT_SHEET), XLSX, '政府信息批量导入模板.xlsx'),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/imports',
		summary: '上传批量导入文件并检查',
		access,
		audit: 'import.begin',
		upload: { maxFiles: 1, ownScreening: true },
		body: s.importBody,
		response: s.importCreated,
		handler: async ({ context, body, files }) => ({
			id: await transact(context, (tx) => beginImport(tx, files, body)),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/imports/:id',
		summary: '批量导入进度',
		access,
		audit: 'none',
		params: s.importParams,
		response: s.importDetail,
		handler: async ({ context, params }) => await importView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/imports/:id/lines',
		summary: '批量导入逐条结果',
		access,
		audit: 'none',
		params: s.importParams,
		query: s.linesQuery,
		response: s.linesAnswer,
		handler: async ({ context, params, query }) => await importLines(reader(context), params.id, query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/imports/:id/report',
		summary: '下载批量导入结果',
		access,
		audit: 'import.report',
		params: s.importParams,
		query: s.reportQuery,
		response: 'download',
		handler: async ({ context, params, query }) => {
			const title = query.phase === 'check' ? '检查结果' : '导入结果';
			const bytes = await importReport(reader(context), params.id, query.phase);
			return new Download(bytes, 'text/csv; charset=utf-8', `批量导入${params.id}${title}.csv`);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/imports/:id/moves/:action',
		summary: '开始、继续或者停止批量导入',
		access,
		audit: 'import.move',
		params: s.importMoveParams,
		body: s.importMoveBody,
		response: s.importDone,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveImport(tx, params.id, params.action, body.revision));
			return {};
		},
	}),
];
