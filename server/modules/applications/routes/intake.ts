import { defineRoute } from '../../../api/route.ts';
import { transact } from '../../../platform/transaction.ts';
import { addFiles } from '../commands/add-files.ts';
import { confirmApplication } from '../commands/confirm-application.ts';
import { enterApplication } from '../commands/enter-application.ts';
import { caseServices } from '../commands/services.ts';
import { submitDraft } from '../commands/submit-draft.ts';
import { MAX_FILES } from '../rules/intake.ts';
import * as c from '../schemas/common.ts';
import * as inputs from '../schemas/inputs.ts';
import * as views from '../schemas/views.ts';

export const intakeRoutes = [
	defineRoute({
		method: 'POST',
		path: '/api/applications',
		summary: '登记当面、邮寄、传真等渠道的申请',
		access: 'application.register',
		audit: 'application.enter',
		body: inputs.entry,
		response: views.entered,
		handler: async ({ context, body, services }) => {
			const { submittedOn, arrivedOn, confirmedOn, ...rest } = body;
			const entry = { ...rest, days: { submittedOn, arrivedOn, confirmedOn } };
			return await transact(context, (tx) => enterApplication(tx, caseServices(services), entry));
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/confirm',
		summary: '与申请人确认并登记',
		access: 'application.register',
		audit: 'application.confirm',
		params: c.idParams,
		body: inputs.confirm,
		response: views.confirmed,
		handler: async ({ context, params, body, services }) =>
			await transact(context, (tx) => confirmApplication(tx, caseServices(services), { id: params.id, ...body })),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/submitDraft',
		summary: '申请人确认代填内容并提交',
		access: 'application.register',
		audit: 'application.submitDraft',
		params: c.idParams,
		body: inputs.submitDraft,
		response: views.entered,
		handler: async ({ context, params, body, services }) =>
			await transact(context, (tx) => submitDraft(tx, caseServices(services), { id: params.id, ...body })),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/files',
		summary: '添加材料',
		access: 'application.register',
		audit: 'application.addFile',
		params: c.idParams,
		body: inputs.filePurpose,
		upload: { maxFiles: MAX_FILES },
		response: c.done,
		handler: async ({ context, params, body, files }) => {
			await transact(context, (tx) => addFiles(tx, { id: params.id, purpose: body.purpose, files }));
			return { done: true as const };
		},
	}),
];
