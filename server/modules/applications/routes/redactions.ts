import { Download, defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { beginRedaction, redactionPage, releaseRedaction, saveRedaction } from '../commands/redact.ts';
import { caseServices } from '../commands/services.ts';
import { redactionsOf, redactionView } from '../queries/redactions.ts';
import * as c from '../schemas/common.ts';
import * as schemas from '../schemas/redactions.ts';

const params = c.idParams.extend({ redactionId: c.id });

/** 遮盖: from a paper of the house to the one that is handed out. */
export const redactionRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id/redactions',
		summary: '材料遮盖记录',
		access: 'application.read',
		audit: 'none',
		params: c.idParams,
		response: schemas.list,
		handler: async ({ context, params: { id } }) => ({ rows: await redactionsOf(reader(context), id) }),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/redactions',
		summary: '开始遮盖材料',
		access: 'application.handle',
		audit: 'application.redact',
		params: c.idParams,
		body: schemas.begin,
		response: schemas.begun,
		ratePerMinute: 30,
		handler: async ({ context, params: { id }, body, services }) => ({
			id: await beginRedaction(context, caseServices(services), { id, ...body }),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id/redactions/:redactionId',
		summary: '材料遮盖',
		access: 'application.handle',
		audit: 'none',
		params,
		response: schemas.view,
		handler: async ({ context, params: { id, redactionId } }) => await redactionView(reader(context), id, redactionId),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id/redactions/:redactionId/pages/:page',
		summary: '待遮盖材料的页面',
		access: 'application.handle',
		audit: 'none',
		params: params.extend({ page: c.id }),
		response: 'download',
		handler: async ({ context, params: input, services }) =>
			new Download(await redactionPage(reader(context), caseServices(services), input), 'image/jpeg', 'page.jpg', true),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/applications/:id/redactions/:redactionId',
		summary: '保存遮盖位置',
		access: 'application.handle',
		audit: 'application.saveRedaction',
		params,
		body: schemas.boxes,
		response: schemas.saved,
		handler: async ({ context, params: input, body }) => ({
			revision: await transact(context, (tx) => saveRedaction(tx, { ...input, ...body })),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/redactions/:redactionId/release',
		summary: '制作公开件',
		access: 'application.handle',
		audit: 'application.releaseRedaction',
		params,
		body: schemas.release,
		response: c.done,
		ratePerMinute: 30,
		handler: async ({ context, params: input, body, services }) => {
			await releaseRedaction(context, caseServices(services), { ...input, ...body });
			return { done: true as const };
		},
	}),
];
