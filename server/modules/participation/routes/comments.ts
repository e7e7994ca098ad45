import { defineRoute } from '../../../api/route.ts';
import { transact } from '../../../platform/transaction.ts';
import { groupComments, judgeOpinion, removeOpinion, revealCommenter } from '../commands/sort-comments.ts';
import { enterComment } from '../commands/take-comment.ts';
import * as schemas from '../schemas/consultations.ts';
import { contactView, done, idParams, reasonBody } from '../schemas/shared.ts';

/** What people said about a draft, and what is made of it. */
export const commentRoutes = [
	defineRoute({
		method: 'POST',
		path: '/api/consultations/:id/comments',
		summary: '登记收到的意见',
		access: 'consultation.handle',
		audit: 'consultation.enterComment',
		params: idParams,
		body: schemas.newComment,
		response: schemas.commentNumber,
		handler: async ({ context, params, body, services }) =>
			await transact(context, (tx) => enterComment(tx, services.vault(), params.id, body)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/consultations/:id/opinions',
		summary: '归并意见',
		access: 'consultation.handle',
		audit: 'consultation.group',
		params: idParams,
		body: schemas.grouping,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => groupComments(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/consultations/:id/opinions/:opinionId',
		summary: '写明意见采纳情况',
		access: 'consultation.handle',
		audit: 'consultation.judge',
		params: schemas.opinionParams,
		body: schemas.judgement,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => judgeOpinion(tx, params.id, params.opinionId, body));
			return {};
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/consultations/:id/opinions/:opinionId',
		summary: '删除意见归类',
		access: 'consultation.handle',
		audit: 'consultation.ungroup',
		params: schemas.opinionParams,
		response: done,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => removeOpinion(tx, params.id, params.opinionId));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/consultations/:id/comments/:commentId/contact',
		summary: '查看提意见人联系方式',
		access: 'consultation.handle',
		audit: 'consultation.revealContact',
		params: schemas.commentParams,
		body: reasonBody,
		response: contactView,
		handler: async ({ context, params, body, services }) =>
			await transact(context, (tx) => revealCommenter(tx, services.vault(), { ...params, ...body })),
	}),
];
