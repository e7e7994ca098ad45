import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute, type Route } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { conclude, openBatch } from '../commands/batches.ts';
import { evaluate } from '../commands/evaluate.ts';
import { moveBatch } from '../commands/move-batch.ts';
import { batchView, listBatches, listMaterial } from '../queries/batches.ts';
import { listExpiring } from '../queries/expiring.ts';
import { LISTS } from '../rules/lists.ts';
import * as s from '../schemas.ts';
import { listPaper, listSheet, XLSX } from '../sheets/lists.ts';

const batches: Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/normative/batches',
		summary: '规范性文件清理',
		access: 'normative.read',
		audit: 'none',
		response: s.batchesAnswer,
		handler: async ({ context }) => await listBatches(reader(context)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/normative/batches',
		summary: '开始规范性文件清理',
		access: 'normative.handle',
		audit: 'normative.openBatch',
		body: s.batchBody,
		response: s.idAnswer,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => openBatch(tx, body)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/normative/batches/:id',
		summary: '规范性文件清理情况',
		access: 'normative.read',
		audit: 'none',
		params: s.idParams,
		response: s.batchAnswer,
		handler: async ({ context, params }) => await batchView(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/normative/batches/:id/conclusions',
		summary: '提出清理结论',
		access: 'normative.handle',
		audit: 'normative.conclude',
		params: s.idParams,
		body: s.concludeBody,
		response: s.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => conclude(tx, { ...body, batchId: params.id }));
			return {};
		},
	}),
	// Which permission a step needs depends on the step, and the table says it.
	defineRoute({
		method: 'POST',
		path: '/api/normative/batches/:id/moves/:action',
		summary: '审签和执行清理结论',
		access: 'normative.read',
		audit: 'normative.moveBatch',
		params: s.batchMoveParams,
		body: s.batchMoveBody,
		response: s.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveBatch(tx, { ...params, ...body }));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/normative/batches/:id/list',
		summary: '下载清理目录',
		access: 'normative.read',
		audit: 'normative.print',
		params: s.idParams,
		query: s.listDownloadQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const { officeName, ...material } = await listMaterial(reader(context), params.id);
			const about = { ...material, key: query.list };
			const name = `${LISTS[query.list].label}（${material.batch.onDay}）`;
			if (query.format === 'xlsx') return new Download(await listSheet(about), XLSX, `${name}.xlsx`);
			return await paperDownload(listPaper(about, officeName), name, query.format, services);
		},
	}),
];

const terms: Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/normative/expiring',
		summary: '即将到期的规范性文件',
		access: 'normative.read',
		audit: 'none',
		response: s.expiringAnswer,
		handler: async ({ context }) => await listExpiring(reader(context)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/normative/documents/:id/evaluations',
		summary: '规范性文件后评估',
		access: 'normative.handle',
		audit: 'normative.evaluate',
		params: s.idParams,
		body: s.evaluationBody,
		response: s.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => evaluate(tx, { ...body, documentId: params.id }));
			return {};
		},
	}),
];

export const libraryRoutes: readonly Route[] = [...batches, ...terms];
