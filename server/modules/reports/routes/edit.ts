import { defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { explainFinding } from '../commands/explain-finding.ts';
import { saveSection } from '../commands/save-section.ts';
import { clearFigure, setFigure } from '../commands/set-figure.ts';
import { setJoint } from '../commands/set-joint.ts';
import { startReport } from '../commands/start-report.ts';
import { moduleSources as sources } from '../compile/module-sources.ts';
import type { SectionNumber } from '../model.ts';
import { checkWords } from '../queries/check-words.ts';
import * as schemas from '../schemas.ts';

export const editRoutes = [
	defineRoute({
		method: 'POST',
		path: '/api/reports',
		summary: '开始编制年度报告',
		access: 'report.draft',
		audit: 'report.start',
		body: schemas.startBody,
		response: schemas.created,
		handler: async ({ context, body }) => {
			const { actor } = context;
			if (actor.kind !== 'person') throw new AppError('forbidden');
			const { officeId } = actor;
			return { id: await transact(context, (tx) => startReport(tx, { officeId, year: body.year })) };
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/reports/:id/cells/:address',
		summary: '填报或者修改数据',
		access: 'report.draft',
		audit: 'report.figure',
		params: schemas.cellParams,
		body: schemas.figureBody,
		response: schemas.done,
		handler: async ({ context, params: { id, address }, body }) => {
			await transact(context, (tx) => setFigure(tx, id, { ...body, address }, sources));
			return {};
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/reports/:id/cells/:address',
		summary: '恢复系统数据',
		access: 'report.draft',
		audit: 'report.figure.clear',
		params: schemas.cellParams,
		response: schemas.done,
		handler: async ({ context, params: { id, address } }) => {
			await transact(context, (tx) => clearFigure(tx, id, address));
			return {};
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/reports/:id/joints',
		summary: '核减联合办理的重复件数',
		access: 'report.draft',
		audit: 'report.joint',
		params: schemas.idParams,
		body: schemas.jointBody,
		response: schemas.done,
		handler: async ({ context, params: { id }, body }) => {
			await transact(context, (tx) => setJoint(tx, id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/reports/:id/sections/:section',
		summary: '保存正文',
		access: 'report.draft',
		audit: 'report.section',
		params: schemas.sectionParams,
		body: schemas.sectionBody,
		response: schemas.created,
		handler: async ({ context, params, body }) => {
			const section = params.section as SectionNumber;
			return { id: await transact(context, (tx) => saveSection(tx, params.id, { ...body, section }, sources)) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/reports/:id/check',
		summary: '边写边核',
		access: 'report.draft',
		audit: 'none',
		isQuestion: true,
		params: schemas.idParams,
		body: schemas.typedBody,
		response: schemas.wordsView,
		handler: async ({ context, params, body }) => {
			const typed = { section: body.section as SectionNumber, content: body.content };
			return { findings: await checkWords(reader(context), params.id, typed, sources) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/reports/:id/explanations',
		summary: '说明问题',
		access: 'report.draft',
		audit: 'report.explain',
		params: schemas.idParams,
		body: schemas.explanationBody,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => explainFinding(tx, params.id, body, sources));
			return {};
		},
	}),
];
