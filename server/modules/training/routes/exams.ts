import { paperDownload } from '../../../api/paper.ts';
import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { changeExam, createExam, moveExam } from '../commands/save-exam.ts';
import { keepAnswers, startSitting } from '../commands/sit.ts';
import { examView, listExams, reviewView, sittingView } from '../queries/exams.ts';
import { certificateOf, examResults } from '../queries/results.ts';
import * as schemas from '../schemas/exams.ts';
import { created, done, idParams, paperQuery } from '../schemas/shared.ts';
import { certificatePaper } from '../sheets/papers.ts';

const setting = [
	defineRoute({
		method: 'GET',
		path: '/api/exams',
		summary: '考试列表',
		access: 'training.read',
		audit: 'none',
		response: schemas.examList,
		handler: async ({ context }) => ({ rows: await listExams(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/exams/:id',
		summary: '考试',
		access: 'training.read',
		audit: 'none',
		params: idParams,
		response: schemas.examView,
		handler: async ({ context, params }) => await examView(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/exams',
		summary: '拟定考试',
		access: 'exam.manage',
		audit: 'exam.create',
		body: schemas.newExam,
		response: created,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => createExam(tx, body)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/exams/:id',
		summary: '修改考试',
		access: 'exam.manage',
		audit: 'exam.change',
		params: idParams,
		body: schemas.changedExam,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => changeExam(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/exams/:id/moves/:action',
		summary: '发布或者撤销考试',
		access: 'exam.manage',
		audit: 'exam.move',
		params: schemas.moveParams,
		response: done,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => moveExam(tx, params.id, params.action));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/exams/:id/results',
		summary: '考试成绩和薄弱条款',
		access: 'training.organise',
		audit: 'none',
		params: idParams,
		response: schemas.resultsView,
		handler: async ({ context, params }) => await examResults(reader(context), params.id),
	}),
];

const sitting = [
	defineRoute({
		method: 'GET',
		path: '/api/exams/:id/sitting',
		summary: '本人的试卷',
		access: 'training.read',
		audit: 'none',
		params: idParams,
		response: schemas.sittingView,
		handler: async ({ context, params }) => await sittingView(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/exams/:id/start',
		summary: '开始考试',
		access: 'training.read',
		audit: 'exam.start',
		params: idParams,
		response: schemas.sittingView,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => startSitting(tx, params.id));
			return await sittingView(reader(context), params.id);
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/exams/:id/answers',
		summary: '保存答题',
		access: 'training.read',
		audit: 'exam.save',
		params: idParams,
		body: schemas.answersBody,
		response: schemas.savedView,
		handler: async ({ context, params, body }) =>
			await transact(context, (tx) => keepAnswers(tx, params.id, { ...body, submit: false })),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/exams/:id/submit',
		summary: '交卷',
		access: 'training.read',
		audit: 'exam.submit',
		params: idParams,
		body: schemas.answersBody,
		response: schemas.sittingView,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => keepAnswers(tx, params.id, { ...body, submit: true }));
			return await sittingView(reader(context), params.id);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/exams/:id/review',
		summary: '答案和解析',
		access: 'training.read',
		audit: 'exam.review',
		params: idParams,
		response: schemas.reviewView,
		handler: async ({ context, params }) => await reviewView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/exams/:id/certificate',
		summary: '打印考试合格证明',
		access: 'training.read',
		audit: 'exam.certificate',
		params: idParams,
		query: paperQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const paper = certificatePaper(await certificateOf(reader(context), params.id));
			return await paperDownload(paper, paper.title, query.format, services);
		},
	}),
];

export const examRoutes = [...setting, ...sitting];
