import type { z } from 'zod';
import { Download, defineRoute, type Route } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Reader, reader, transact } from '../../../platform/transaction.ts';
import { answerRequest } from '../commands/answer-request.ts';
import { askOthers, keepCoordination, recordReply, withdrawRequest } from '../commands/coordinate.ts';
import { askedTextPage } from '../pages/asked-text.ts';
import { canOn } from '../policy.ts';
import { presentCoordination, presentOutcome } from '../presenters/coordination.ts';
import { ASKED_PAGE, type AskedLine, askedOf, askedOfficeOf, askedText } from '../queries/asked.ts';
import { coordinationOf } from '../queries/coordination.ts';
import { readInWork } from '../queries/in-work.ts';
import { IMAGE_TYPES } from '../rules/attachment.ts';
import * as s from '../schemas/coordination.ts';
import { idParams, reasonBody } from '../schemas.ts';

type Shown = z.input<typeof s.coordinationAnswer>;

/** How the coordination of a document stands after a change. */
async function shown(read: Reader, documentId: number): Promise<Shown> {
	return presentCoordination(await coordinationOf(read, await readInWork(read, documentId)));
}

const draft = 'document.draft';

const asking: Route[] = [
	defineRoute({
		method: 'PUT',
		path: '/api/documents/:id/coordination',
		summary: '登记协商和批准事项',
		access: draft,
		audit: 'document.coordination',
		params: idParams,
		body: s.recordBody,
		response: s.coordinationAnswer,
		handler: async ({ context, params, body }) =>
			await transact(context, async (tx) => {
				await keepCoordination(tx, params.id, body);
				return await shown(tx, params.id);
			}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/documents/:id/coordination-requests',
		summary: '征求其他机关意见',
		access: draft,
		audit: 'document.askOthers',
		params: idParams,
		body: s.askBody,
		response: s.coordinationAnswer,
		handler: async ({ context, params, body }) =>
			await transact(context, async (tx) => {
				await askOthers(tx, params.id, body);
				return await shown(tx, params.id);
			}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/documents/:id/coordination-requests/:requestId/withdraw',
		summary: '撤回征求意见',
		access: draft,
		audit: 'document.withdrawRequest',
		params: s.requestParams,
		body: reasonBody,
		response: s.coordinationAnswer,
		handler: async ({ context, params: { id, requestId }, body }) =>
			await transact(context, async (tx) => {
				await withdrawRequest(tx, id, requestId, body.reason);
				return await shown(tx, id);
			}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/documents/:id/coordination-requests/:requestId/reply',
		summary: '登记县外机关的答复',
		access: draft,
		audit: 'document.recordReply',
		params: s.requestParams,
		body: s.outsideReplyBody,
		response: s.coordinationAnswer,
		handler: async ({ context, params: { id, requestId }, body }) =>
			await transact(context, async (tx) => {
				await recordReply(tx, id, requestId, body);
				return await shown(tx, id);
			}),
	}),
];

function presentAsked({ id, title, askingName, question, at, replyBy, overdue, outcome }: AskedLine) {
	const askedOn = civilDay(at);
	return { id, title, askingName, question, askedOn, replyBy, overdue, outcome: presentOutcome(outcome) };
}

const answering: Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/coordination-requests',
		summary: '其他机关请本机关确认的信息',
		access: 'document.read',
		audit: 'none',
		query: s.askedQuery,
		response: s.askedAnswer,
		handler: async ({ context, query }) => {
			const { total, rows } = await askedOf(reader(context), query);
			return { total, pageSize: ASKED_PAGE, rows: rows.map(presentAsked) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/coordination-requests/:id',
		summary: '请本机关确认的信息详情',
		access: 'document.read',
		audit: 'none',
		params: idParams,
		response: s.askedOneAnswer,
		handler: async ({ context, params, services }) => {
			const read = reader(context);
			const text = await askedText(read, params.id);
			const mayAnswer = text.request.outcome === null && canOn(context.actor, askedOfficeOf(read))(draft);
			return { ...presentAsked(text.request), html: await askedTextPage(services, text), mayAnswer };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/coordination-requests/:id/files/:fileId',
		summary: '请本机关确认的信息的附件',
		access: 'document.read',
		audit: 'none',
		params: s.askedFileParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const { files } = await askedText(reader(context), params.id);
			const file = files.find(({ id }) => id === params.fileId);
			if (!file) throw new AppError('notFound');
			const inline = IMAGE_TYPES.includes(file.mediaType);
			return new Download(services.files.read(file.sha256), file.mediaType, file.fileName, inline);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/coordination-requests/:id/answer',
		summary: '答复协商确认',
		access: draft,
		audit: 'document.answerRequest',
		params: idParams,
		body: s.answerBody,
		response: s.answeredAnswer,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => answerRequest(tx, params.id, body));
			return { answered: true as const };
		},
	}),
];

export const coordinationRoutes: readonly Route[] = [...asking, ...answering];
