import { Download, defineRoute } from '../../../api/route.ts';
import { writeSheetTemplate, XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { importQuestions, retireQuestion, saveQuestion } from '../commands/save-question.ts';
import { QUESTION_KINDS } from '../model.ts';
import { bankWords, listBank } from '../queries/bank.ts';
import { judgeRows } from '../rules/question-rows.ts';
import * as schemas from '../schemas/exams.ts';
import { done, importBody } from '../schemas/shared.ts';
import { QUESTION_SHEET } from '../sheets/sheets.ts';
import { rowsOf } from './uploads.ts';

export const bankRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/exam-questions',
		summary: '题库',
		access: 'exam.manage',
		audit: 'none',
		query: schemas.bankQuery,
		response: schemas.bankAnswer,
		handler: async ({ context, query }) => {
			const { total, rows } = await listBank(reader(context), query);
			return { total, rows: rows.map((row) => ({ ...row, options: [...row.options], answer: [...row.answer] })) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/exam-questions',
		summary: '新增题目',
		access: 'exam.manage',
		audit: 'exam.question.add',
		body: schemas.question,
		response: schemas.keyAnswer,
		handler: async ({ context, body }) => ({ key: await transact(context, (tx) => saveQuestion(tx, body, null)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/exam-questions/:key',
		summary: '修改题目',
		access: 'exam.manage',
		audit: 'exam.question.change',
		params: schemas.keyParams,
		body: schemas.changedQuestion,
		response: schemas.keyAnswer,
		handler: async ({ context, params, body: { revision, ...given } }) => ({
			key: await transact(context, (tx) => saveQuestion(tx, given, { key: params.key, revision })),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/exam-questions/:key/retire',
		summary: '停用或者启用题目',
		access: 'exam.manage',
		audit: 'exam.question.retire',
		params: schemas.keyParams,
		body: schemas.retireBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => retireQuestion(tx, params.key, body.retired));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/exam-questions/template',
		summary: '下载题目导入模板',
		access: 'exam.manage',
		audit: 'none',
		response: 'download',
		handler: async () => new Download(await writeSheetTemplate(QUESTION_SHEET), XLSX, '题目导入模板.xlsx'),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/exam-questions/import',
		summary: '导入题目',
		access: 'exam.manage',
		audit: 'exam.question.import',
		upload: { maxFiles: 1 },
		body: importBody,
		response: schemas.importAnswer,
		handler: async ({ context, body, files, services }) => {
			const rows = await rowsOf(files, QUESTION_SHEET, services);
			const judged = judgeRows(rows, await bankWords(reader(context)));
			const imported = body.mode === 'save' ? await transact(context, (tx) => importQuestions(tx, rows)) : 0;
			return {
				ready: judged.every(({ issues }) => issues.length === 0),
				imported,
				rows: judged.map(({ row, question, issues }) => ({
					...{ row, text: question.text, kindLabel: QUESTION_KINDS[question.kind], issues },
				})),
			};
		},
	}),
];
