import { defineRoute, type Route } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { approveDecision } from '../commands/approve-decision.ts';
import { proposeDecision } from '../commands/propose-decision.ts';
import { recallDecision } from '../commands/recall-decision.ts';
import { recordService } from '../commands/record-service.ts';
import { returnDecision } from '../commands/return-decision.ts';
import { reviewSecrecy } from '../commands/review-secrecy.ts';
import { serveAnswer } from '../commands/serve-answer.ts';
import { previewAnswer } from '../queries/preview.ts';
import * as c from '../schemas/common.ts';
import * as inputs from '../schemas/inputs.ts';
import * as views from '../schemas/views.ts';
import { moveRoute } from './move-route.ts';

/** From the draft of an answer to its service. */
export const decisionRoutes: Route[] = [
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/preview',
		summary: '预览答复文书',
		// Who signs reads the letter before, too.
		access: 'application.read',
		audit: 'application.previewAnswer',
		params: c.idParams,
		body: inputs.proposal,
		response: views.preview,
		handler: async ({ context, params, body }) => await previewAnswer(reader(context), { id: params.id, ...body }),
	}),
	moveRoute('propose', inputs.proposal, (tx, _services, input) => proposeDecision(tx, input)),
	moveRoute('recall', inputs.nothing, (tx, _services, input) => recallDecision(tx, input)),
	moveRoute('reviewSecrecy', inputs.note, (tx, _services, input) => reviewSecrecy(tx, input)),
	moveRoute('returnDraft', inputs.reason, (tx, _services, input) => returnDecision(tx, input)),
	moveRoute('approve', inputs.note, approveDecision),
	moveRoute('serve', inputs.service, (tx, _services, input) => serveAnswer(tx, input)),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/letters/:letterId/services',
		summary: '登记文书送达',
		access: 'application.handle',
		audit: 'application.recordService',
		params: c.idParams.extend({ letterId: c.id }),
		body: inputs.service,
		response: c.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => recordService(tx, { ...params, ...body }));
			return { done: true as const };
		},
	}),
];
