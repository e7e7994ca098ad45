import { Download, defineRoute } from '../../../api/route.ts';
import { reader } from '../../../platform/transaction.ts';
import { libraryReport } from '../audit/run.ts';
import { moduleSources as sources } from '../compile/module-sources.ts';
import { driftOf } from '../queries/drift.ts';
import { reportList } from '../queries/list.ts';
import { offersOf } from '../queries/offers.ts';
import { inOtherForm } from '../queries/other-form.ts';
import { cellRecords } from '../queries/records.ts';
import { contentOf, reportView, requireReport } from '../queries/report-view.ts';
import { blankCells } from '../rules/figure.ts';
import * as schemas from '../schemas.ts';
import { fileNameOf, MEDIA_TYPES, renderAs } from '../snapshot/files.ts';

export const readRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/reports',
		summary: '年度报告列表',
		access: 'report.read',
		audit: 'none',
		query: schemas.listQuery,
		response: schemas.reportRows,
		handler: async ({ context, query }) => ({ rows: await reportList(reader(context), query) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/reports/:id',
		summary: '年度报告',
		access: 'report.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.reportView,
		handler: async ({ context, params }) => await reportView(reader(context), params.id, sources),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/reports/:id/cells/:address',
		summary: '单元格的数据来源',
		access: 'report.read',
		audit: 'none',
		params: schemas.cellParams,
		query: schemas.recordsQuery,
		response: schemas.recordsView,
		handler: async ({ context, params, query }) => {
			const at = { ...query, reportId: params.id, address: params.address };
			return await cellRecords(reader(context), at, sources);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/reports/:id/drift',
		summary: '签发后台账的变化',
		access: 'report.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.driftView,
		handler: async ({ context, params }) => ({ drift: await driftOf(reader(context), params.id, sources) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/reports/:id/offers',
		summary: '参考段落和可引用的数据',
		access: 'report.draft',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.offersView,
		handler: async ({ context, params }) => await offersOf(reader(context), params.id, sources),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/reports/:id/files/:format',
		summary: '下载年度报告',
		access: 'report.read',
		audit: 'report.download',
		params: schemas.fileParams,
		response: 'download',
		handler: async ({ context, params: { id, format }, services }) => {
			const report = await requireReport(reader(context), id);
			const content = await contentOf(reader(context), report, sources);
			const draft = content.snapshot ? '' : '（未签发）';
			const name = fileNameOf(`${content.document.title}${draft}`, format);
			return new Download(await renderAs(format, content, services.config.fontDir), MEDIA_TYPES[format], name);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/reports/:id/forms/:form',
		summary: '按其他格式试编',
		access: 'report.read',
		audit: 'none',
		params: schemas.otherFormParams,
		response: schemas.otherFormView,
		handler: async ({ context, params: { id, form } }) => {
			const { cells } = await inOtherForm(reader(context), id, form, sources);
			return { form, cells, blank: blankCells(form, cells).count };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/reports/:id/forms/:form/files/:format',
		summary: '下载按其他格式试编的报告',
		access: 'report.read',
		audit: 'report.download',
		params: schemas.otherFormFileParams,
		response: 'download',
		handler: async ({ context, params: { id, form, format }, services }) => {
			const live = await inOtherForm(reader(context), id, form, sources);
			const name = fileNameOf(`${live.document.title}（按${form}年格式试编）`, format);
			const content = { document: live.document, report: await libraryReport(live) };
			return new Download(await renderAs(format, content, services.config.fontDir), MEDIA_TYPES[format], name);
		},
	}),
];
