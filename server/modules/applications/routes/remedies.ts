import { Download, defineRoute } from '../../../api/route.ts';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { endRemedy, followRemedyOrder } from '../commands/end-remedy.ts';
import { eraseClaimant } from '../commands/erase-claimant.ts';
import { registerRemedy } from '../commands/register-remedy.ts';
import { replyRemedy } from '../commands/reply-remedy.ts';
import { revealClaimant } from '../commands/reveal-identity.ts';
import { caseServices } from '../commands/services.ts';
import { listRemedies, openOrders, openReplies, remedyView } from '../queries/remedies.ts';
import * as c from '../schemas/common.ts';
import * as inputs from '../schemas/inputs.ts';
import * as schema from '../schemas/remedies.ts';
import { writeRemedies } from '../sheets/remedies-sheet.ts';

const EXPORT_LIMIT = 20_000;

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/remedies',
		summary: '复议诉讼登记簿',
		access: 'application.read',
		audit: 'none',
		query: schema.listQuery,
		response: schema.page,
		handler: async ({ context, query }) => {
			const { page, pageSize, ...filters } = query;
			return await listRemedies(reader(context), filters, { limit: pageSize, offset: (page - 1) * pageSize });
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/remedies/orders',
		summary: '待履行的复议决定和判决，按期限由近到远',
		access: 'application.read',
		audit: 'none',
		response: schema.orders,
		handler: async ({ context }) => ({ rows: await openOrders(reader(context), scopeOf(context.actor)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/remedies/replies',
		summary: '待提交的行政复议答复和答辩，按期限由近到远',
		access: 'application.read',
		audit: 'none',
		response: schema.replies,
		handler: async ({ context }) => ({ rows: await openReplies(reader(context), scopeOf(context.actor)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/remedies/export',
		summary: '导出复议诉讼登记簿',
		access: 'application.read',
		audit: 'application.exportRemedies',
		query: schema.listQuery,
		response: 'download',
		handler: async ({ context, query }) => {
			const { page: _page, pageSize: _size, ...filters } = query;
			const rows = await transact(context, async (tx) => {
				const { rows: found, total } = await listRemedies(tx, filters, { limit: EXPORT_LIMIT, offset: 0 });
				if (total > EXPORT_LIMIT)
					throw new AppError('tooLarge', { message: '记录过多，请按年份等条件缩小范围后导出。' });
				tx.about({ type: 'remedyCase', summary: `导出复议诉讼登记簿${total}条` });
				return found;
			});
			return new Download(await writeRemedies(rows), XLSX, '复议诉讼登记簿.xlsx');
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/remedies/:id',
		summary: '复议诉讼案件',
		access: 'application.read',
		audit: 'none',
		params: c.idParams,
		response: schema.view,
		handler: async ({ context, params }) => await remedyView(reader(context), params.id),
	}),
];

export const remedyRoutes = [
	...reads,
	defineRoute({
		method: 'POST',
		path: '/api/remedies',
		summary: '登记不因申请引起的行政复议或者行政诉讼',
		access: 'application.handle',
		audit: 'application.registerRemedy',
		body: schema.registration,
		response: schema.registered,
		handler: async ({ context, body, services }) => ({
			id: await transact(context, (tx) => registerRemedy(tx, caseServices(services), body)),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/remedies/:id/reply',
		summary: '登记行政复议答复或者答辩',
		access: 'application.handle',
		audit: 'application.replyRemedy',
		params: c.idParams,
		body: schema.replied,
		response: c.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => replyRemedy(tx, { id: params.id, ...body }));
			return { done: true as const };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/remedies/:id/close',
		summary: '登记复议诉讼的结果和责令履行的事项',
		access: 'application.handle',
		audit: 'application.endRemedy',
		params: c.idParams,
		body: schema.ending,
		response: c.done,
		handler: async ({ context, params, body }) => {
			const { orderKind, orderDays, orderUnit, ...rest } = body;
			const order = orderKind ? { kind: orderKind, days: orderDays ?? null, unit: orderUnit } : null;
			await transact(context, (tx) => endRemedy(tx, { ...rest, id: params.id, order }));
			return { done: true as const };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/remedies/:id/follow',
		summary: '登记复议决定或者判决的履行',
		access: 'application.handle',
		audit: 'application.followRemedy',
		params: c.idParams,
		body: schema.followed,
		response: c.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => followRemedyOrder(tx, { id: params.id, ...body }));
			return { done: true as const };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/remedies/:id/identity',
		summary: '查看复议申请人或者原告身份',
		access: 'application.revealIdentity',
		audit: 'application.revealClaimant',
		params: c.idParams,
		body: inputs.reason,
		response: schema.claimantName,
		handler: async ({ context, params, body, services }) => ({
			name: await transact(context, (tx) => revealClaimant(tx, caseServices(services), { id: params.id, ...body })),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/remedies/:id/erase',
		summary: '销毁复议申请人或者原告的姓名',
		access: 'application.approve',
		audit: 'application.eraseClaimant',
		params: c.idParams,
		body: inputs.reason,
		response: c.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => eraseClaimant(tx, { id: params.id, ...body }));
			return { done: true as const };
		},
	}),
];
