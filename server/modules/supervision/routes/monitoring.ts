import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute } from '../../../api/route.ts';
import { reader } from '../../../platform/transaction.ts';
import { runRound } from '../commands/run-round.ts';
import { boardRecords } from '../queries/board-records.ts';
import { countyName } from '../queries/county-name.ts';
import { dashboard } from '../queries/dashboard.ts';
import { loopFigures } from '../queries/figures.ts';
import { openItems } from '../queries/items.ts';
import { findings, findingView, overview, snapshotOf } from '../queries/overview.ts';
import { periodOf } from '../rules/period.ts';
import * as schemas from '../schemas.ts';
import { boardPaper } from '../sheets/board-paper.ts';
import { figuresSheet } from '../sheets/figures-sheet.ts';
import { findingsSheet, XLSX } from '../sheets/findings-sheet.ts';

export const monitoringRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/monitoring',
		summary: '监测总览',
		access: 'supervision.read',
		audit: 'none',
		response: schemas.overviewView,
		handler: async ({ context }) => await overview(reader(context)),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/findings',
		summary: '监测发现的问题',
		access: 'supervision.read',
		audit: 'none',
		query: schemas.findingQuery,
		response: schemas.findingsView,
		handler: async ({ context, query }) => ({
			rows: await findings(reader(context), { ...query, all: query.all === 'true' }),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/findings/export',
		summary: '导出问题清单',
		access: 'supervision.read',
		audit: 'supervision.export',
		query: schemas.findingQuery,
		response: 'download',
		handler: async ({ context, query }) => {
			const rows = await findings(reader(context), { ...query, all: query.all === 'true' });
			return new Download(await findingsSheet(rows), XLSX, '监测问题清单.xlsx');
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/findings/:id',
		summary: '监测发现的一个问题',
		access: 'supervision.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.findingView,
		handler: async ({ context, params }) => await findingView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/findings/:id/snapshot',
		summary: '下载网页快照',
		access: 'supervision.read',
		audit: 'supervision.snapshot',
		params: schemas.idParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const { sha256 } = await snapshotOf(reader(context), params.id);
			return new Download(services.files.read(sha256), 'text/html', `网页快照-${params.id}.html`);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/figures',
		summary: '整改情况统计',
		access: 'supervision.read',
		audit: 'none',
		query: schemas.periodQuery,
		response: schemas.figuresView,
		handler: async ({ context, query }) => {
			const read = reader(context);
			const period = periodOf(query, read.today);
			return { ...period, ...(await loopFigures(read, period)) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/figures/export',
		summary: '导出整改情况统计',
		access: 'supervision.read',
		audit: 'supervision.export',
		query: schemas.periodQuery,
		response: 'download',
		handler: async ({ context, query }) => {
			const read = reader(context);
			const { rows, total } = await loopFigures(read, periodOf(query, read.today));
			return new Download(await figuresSheet(rows, total), XLSX, '整改情况统计.xlsx');
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/dashboard',
		summary: '公开工作看板',
		access: 'supervision.read',
		audit: 'none',
		query: schemas.periodQuery,
		response: schemas.boardView,
		handler: async ({ context, query }) => {
			const read = reader(context);
			const period = periodOf(query, read.today);
			return { ...period, ...(await dashboard(read, period)) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/dashboard/records',
		summary: '看板数字背后的记录',
		access: 'supervision.read',
		audit: 'none',
		query: schemas.recordsQuery,
		response: schemas.recordsView,
		handler: async ({ context, query: { from, to, ...asked } }) => {
			const read = reader(context);
			const period = periodOf({ from, to }, read.today);
			return { ...period, ...(await boardRecords(read, { ...asked, period })) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/monitoring/report',
		summary: '监测情况报告',
		access: 'supervision.manage',
		audit: 'supervision.print',
		query: schemas.boardQuery,
		response: 'download',
		handler: async ({ context, query, services }) => {
			const read = reader(context);
			const period = periodOf(query, read.today);
			const paper = boardPaper({
				...{ period, county: await countyName(read), today: read.today },
				...{ board: await dashboard(read, period), open: await openItems(read) },
			});
			return await paperDownload(paper, `监测情况报告（${period.from}至${period.to}）`, query.format, services);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/monitoring/rounds',
		summary: '立即监测',
		access: 'supervision.manage',
		audit: 'supervision.round',
		response: schemas.roundView,
		ratePerMinute: 30,
		handler: async ({ context, services }) => await runRound(context, services),
	}),
];
