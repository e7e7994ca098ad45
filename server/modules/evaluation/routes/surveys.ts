import { Download, defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { enterPaper, makeCodes } from '../commands/answer-survey.ts';
import { addMeasure, createSurvey, moveSurvey, saveSurvey } from '../commands/surveys.ts';
import { surveyDetail, surveys, surveyView } from '../queries/surveys.ts';
import { created, done, idParams } from '../schemas/common.ts';
import * as schemas from '../schemas/surveys.ts';
import { surveySheet, XLSX } from '../sheets/workbook.ts';

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/surveys',
		summary: '社会评议问卷列表',
		access: 'survey.enter',
		audit: 'none',
		response: schemas.surveysView,
		handler: async ({ context }) => ({ rows: await surveys(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/surveys/:id',
		summary: '社会评议问卷',
		access: 'survey.enter',
		audit: 'none',
		params: idParams,
		response: schemas.surveyView,
		handler: async ({ context, params }) => await surveyView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/surveys/:id/results',
		summary: '社会评议结果',
		access: 'evaluation.manage',
		audit: 'none',
		params: idParams,
		response: schemas.surveyResults,
		handler: async ({ context, params }) => {
			const { result, texts } = await surveyDetail(reader(context), params.id);
			return { ...result, texts };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/surveys/:id/export',
		summary: '导出社会评议结果',
		access: 'evaluation.manage',
		audit: 'survey.export',
		params: idParams,
		response: 'download',
		handler: async ({ context, params }) => {
			const detail = await surveyDetail(reader(context), params.id);
			return new Download(await surveySheet(detail), XLSX, `${detail.survey.title}结果.xlsx`);
		},
	}),
];

const changes = [
	defineRoute({
		method: 'POST',
		path: '/api/surveys',
		summary: '新建社会评议问卷',
		access: 'evaluation.manage',
		audit: 'survey.create',
		body: schemas.surveyBody,
		response: created,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => createSurvey(tx, body)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/surveys/:id',
		summary: '修改社会评议问卷',
		access: 'evaluation.manage',
		audit: 'survey.save',
		params: idParams,
		body: schemas.surveyChange,
		response: done,
		handler: async ({ context, params, body: { revision, ...draft } }) => {
			await transact(context, (tx) => saveSurvey(tx, params.id, revision, draft));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/surveys/:id/moves/:action',
		summary: '固定、结束、公布社会评议',
		access: 'evaluation.manage',
		audit: 'survey.move',
		params: schemas.surveyMoveParams,
		body: schemas.surveyMoveBody,
		response: created,
		handler: async ({ context, params, body }) => ({
			id: await transact(context, (tx) => moveSurvey(tx, { ...params, ...body })),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/surveys/:id/measures',
		summary: '登记整改措施',
		access: 'evaluation.manage',
		audit: 'survey.measure',
		params: idParams,
		body: schemas.measureBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => addMeasure(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/surveys/:id/codes',
		summary: '生成评议码',
		access: 'evaluation.manage',
		audit: 'survey.codes',
		params: idParams,
		body: schemas.codesBody,
		response: schemas.codesView,
		handler: async ({ context, params, body, services }) => ({
			codes: await transact(context, (tx) => makeCodes(tx, services.vault(), params.id, body.count)),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/surveys/:id/paper',
		summary: '录入纸质问卷',
		access: 'survey.enter',
		audit: 'survey.paper',
		params: idParams,
		body: schemas.paperBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => enterPaper(tx, { surveyId: params.id, ...body }));
			return {};
		},
	}),
];

export const surveyRoutes = [...reads, ...changes];
