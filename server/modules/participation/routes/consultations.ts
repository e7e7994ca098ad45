import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { checkUploads, readFileTexts } from '../../publishing/index.ts';
import { addFiles, draftConsultation, dropFile, saveConsultation } from '../commands/draft-consultation.ts';
import { moveConsultation } from '../commands/move-consultation.ts';
import { readConsultationFiles } from '../commands/read-files.ts';
import { COMMENT_ORIGINS, CONSULTATION_STATES, DRAFT_KINDS, OPINION_VERDICTS } from '../model/consultation.ts';
import { consultationView, listConsultations } from '../queries/consultations.ts';
import * as schemas from '../schemas/consultations.ts';
import { created, done, idParams } from '../schemas/shared.ts';
import { optionsOf } from './options.ts';

export const consultationRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/consultations',
		summary: '意见征集列表',
		access: 'consultation.read',
		audit: 'none',
		query: schemas.listQuery,
		response: schemas.listAnswer,
		handler: async ({ context, query }) => await listConsultations(reader(context), query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/consultations/options',
		summary: '意见征集的类别和状态',
		access: 'consultation.read',
		audit: 'none',
		response: schemas.optionsView,
		handler: async ({ context }) => ({
			kinds: optionsOf(DRAFT_KINDS),
			states: optionsOf(CONSULTATION_STATES),
			verdicts: optionsOf(OPINION_VERDICTS),
			origins: optionsOf(COMMENT_ORIGINS),
			offices: (await listOffices(reader(context))).map(({ id, shortName }) => ({ value: id, label: shortName })),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/consultations/:id',
		summary: '意见征集',
		access: 'consultation.read',
		audit: 'none',
		params: idParams,
		response: schemas.view,
		handler: async ({ context, params }) => await consultationView(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/consultations',
		summary: '起草意见征集',
		access: 'consultation.handle',
		audit: 'consultation.draft',
		body: schemas.draft,
		response: created,
		handler: async ({ context, body }) => await transact(context, (tx) => draftConsultation(tx, body)),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/consultations/:id',
		summary: '修改意见征集',
		access: 'consultation.handle',
		audit: 'consultation.edit',
		params: idParams,
		body: schemas.savedDraft,
		response: done,
		handler: async ({ context, params, body: { revision, ...draft } }) => {
			await transact(context, (tx) => saveConsultation(tx, params.id, revision, draft));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/consultations/:id/files',
		summary: '上传意见征集的附件',
		access: 'consultation.handle',
		audit: 'consultation.file',
		params: idParams,
		upload: { maxFiles: 10 },
		response: done,
		handler: async ({ context, params, files, services }) => {
			const checked = await checkUploads(services.files, files);
			await readFileTexts(reader(context), services.files, checked);
			await transact(context, (tx) => addFiles(tx, params.id, checked));
			return {};
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/consultations/:id/files/:fileId',
		summary: '删除意见征集的附件',
		access: 'consultation.handle',
		audit: 'consultation.unfile',
		params: schemas.fileParams,
		response: done,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => dropFile(tx, params.id, params.fileId));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/consultations/:id/moves/:action',
		summary: '办理意见征集',
		access: 'consultation.read',
		audit: 'consultation.move',
		params: schemas.moveParams,
		body: schemas.moveBody,
		response: done,
		handler: async ({ context, params, body, services }) => {
			if (params.action === 'sign') await readConsultationFiles(reader(context), services.files, params.id);
			await transact(context, (tx) => moveConsultation(tx, { ...params, ...body }));
			return {};
		},
	}),
];
