import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute, type Route } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { issueList } from '../commands/issue-list.ts';
import { moveItem } from '../commands/move-item.ts';
import { recheckItem } from '../commands/recheck-item.ts';
import { countyName } from '../queries/county-name.ts';
import { closedItems, openItems, proofFile, rectification, rectifications } from '../queries/items.ts';
import * as schemas from '../schemas.ts';
import { itemsSheet } from '../sheets/figures-sheet.ts';
import { XLSX } from '../sheets/findings-sheet.ts';
import { circularPaper, listPaper } from '../sheets/papers.ts';

const lists = [
	defineRoute({
		method: 'GET',
		path: '/api/rectifications',
		summary: '整改清单列表',
		access: 'supervision.read',
		audit: 'none',
		response: schemas.listsView,
		handler: async ({ context }) => ({ rows: await rectifications(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/rectifications/items/open',
		summary: '待整改事项',
		access: 'supervision.read',
		audit: 'none',
		response: schemas.itemsView,
		handler: async ({ context }) => ({ rows: await openItems(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/rectifications/items/closed',
		summary: '本年度已完成整改的事项',
		access: 'supervision.read',
		audit: 'none',
		query: schemas.closedQuery,
		response: schemas.closedView,
		handler: async ({ context, query }) => {
			const read = reader(context);
			return { rows: await closedItems(read, query.year ?? Number(read.today.slice(0, 4))) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/rectifications/:id',
		summary: '整改清单',
		access: 'supervision.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.listView,
		handler: async ({ context, params }) => await rectification(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/rectifications',
		summary: '下发整改清单',
		access: 'supervision.manage',
		audit: 'supervision.issue',
		body: schemas.newList,
		response: schemas.created,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => issueList(tx, body)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/rectifications/:id/list',
		summary: '整改清单文书',
		access: 'supervision.read',
		audit: 'supervision.print',
		params: schemas.idParams,
		query: schemas.paperQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const read = reader(context);
			const list = await rectification(read, params.id);
			const rows = list.rows.filter(({ officeId }) => query.officeId === undefined || officeId === query.officeId);
			const names = [...new Set(rows.map(({ officeName }) => officeName))];
			const paper = listPaper(
				{ ...list, rows },
				await countyName(read),
				names.length > 3 ? '各有关机关' : names.join('、'),
			);
			return await paperDownload(paper, list.title, query.format, services);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/rectifications/:id/sheet',
		summary: '整改清单表格',
		access: 'supervision.read',
		audit: 'supervision.export',
		params: schemas.idParams,
		response: 'download',
		handler: async ({ context, params }) => {
			const list = await rectification(reader(context), params.id);
			return new Download(await itemsSheet(list.rows), XLSX, `${list.title}.xlsx`);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/rectifications/:id/circular',
		summary: '整改情况通报',
		access: 'supervision.manage',
		audit: 'supervision.print',
		params: schemas.idParams,
		query: schemas.paperQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const read = reader(context);
			const list = await rectification(read, params.id);
			const paper = circularPaper(list, await countyName(read), read.today);
			return await paperDownload(paper, paper.title, query.format, services);
		},
	}),
];

/** What the office says to an item, with its proofs. */
function answerRoute(action: 'reply' | 'appeal', summary: string): Route {
	return defineRoute({
		method: 'POST',
		path: `/api/rectification-items/:id/${action}`,
		summary,
		access: 'supervision.reply',
		audit: `supervision.${action}`,
		params: schemas.idParams,
		upload: { maxFiles: 10 },
		body: schemas.replyBody,
		response: schemas.done,
		handler: async ({ context, params, body, files }) => {
			await transact(context, (tx) => moveItem(tx, { ...params, ...body, action, dueOn: null, proofs: files }));
			return {};
		},
	});
}

const items = [
	answerRoute('reply', '报送整改结果'),
	answerRoute('appeal', '整改申诉'),
	defineRoute({
		method: 'POST',
		path: '/api/rectification-items/:id/moves/:action',
		summary: '复查整改事项',
		access: 'supervision.manage',
		audit: 'supervision.check',
		params: schemas.moveParams,
		body: schemas.moveBody,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveItem(tx, { ...params, ...body, proofs: [] }));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/rectification-items/:id/recheck',
		summary: '重新运行监测规则复查',
		access: 'supervision.read',
		audit: 'supervision.recheck',
		params: schemas.idParams,
		response: schemas.recheckView,
		ratePerMinute: 30,
		handler: async ({ context, params, services }) => await recheckItem(context, services, params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/rectification-items/:id/proofs/:proofId',
		summary: '下载佐证材料',
		access: 'supervision.read',
		audit: 'supervision.proof',
		params: schemas.proofParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const proof = await proofFile(reader(context), params.id, params.proofId);
			return new Download(services.files.read(proof.sha256), proof.mediaType, proof.fileName);
		},
	}),
];

export const rectificationRoutes = [...lists, ...items];
