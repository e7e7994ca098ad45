import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute, type Route } from '../../../api/route.ts';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { addAttachments, checkUploads } from '../commands/add-attachments.ts';
import { createDocument } from '../commands/create-document.ts';
import { maskAttachment } from '../commands/mask-attachment.ts';
import { maskBody } from '../commands/mask-body.ts';
import { readFileTexts } from '../commands/read-attachments.ts';
import { refuseMarked } from '../commands/refuse-marked.ts';
import { saveDocumentDraft } from '../commands/save-draft.ts';
import { draftInterpretation } from '../commands/together.ts';
import { previewPage } from '../pages/preview.ts';
import { canOn } from '../policy.ts';
import { presentAttachment, presentDocument, presentLine } from '../presenters.ts';
import { obligationsOf } from '../queries/due.ts';
import { documentInWork, readInWork } from '../queries/in-work.ts';
import { listDocuments, PAGE_SIZE } from '../queries/list.ts';
import { readFigures } from '../queries/reads.ts';
import { suggestionsFor } from '../queries/suggestions.ts';
import { urgentUnreviewed } from '../queries/urgent.ts';
import { IMAGE_TYPES } from '../rules/attachment.ts';
import { SECRECY_QUESTIONS } from '../rules/secrecy.ts';
import * as s from '../schemas.ts';
import { secrecySheet } from '../sheets/secrecy-sheet.ts';
import { signOffSheet } from '../sheets/sign-off-sheet.ts';
import { selectAttachments } from '../store/attachments.ts';
import { selectExplainable } from '../store/interpretations.ts';
import { DOCUMENT_TYPES } from '../types.ts';

const lists: Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/documents',
		summary: '政府信息列表',
		access: 'document.read',
		audit: 'none',
		query: s.listQuery,
		response: s.listAnswer,
		handler: async ({ context, query }) => {
			const { state, ...rest } = query;
			const { total, states, rows } = await listDocuments(reader(context), { ...rest, states: s.statesIn(state) });
			return { total, pageSize: PAGE_SIZE, states: Object.fromEntries(states), rows: rows.map(presentLine) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/due',
		summary: '本机关到期的公开义务',
		access: 'document.draft',
		audit: 'none',
		response: s.dueAnswer,
		handler: async ({ context }) => {
			const { actor } = context;
			const owed = actor.kind === 'person' ? await obligationsOf(reader(context), actor.officeId) : [];
			return { rows: owed.map((one) => ({ waits: false, ...one })) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/explainable',
		summary: '可以解读的文件',
		access: 'document.draft',
		audit: 'none',
		query: s.explainableQuery,
		response: s.explainableAnswer,
		handler: async ({ context, query: { officeId, ...wanted } }) => {
			if (!canOn(context.actor, officeId)('document.draft')) throw new AppError('forbidden');
			return await selectExplainable(reader(context), officeId, wanted);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/urgent',
		summary: '待补审的紧急发布信息',
		access: 'document.read',
		audit: 'none',
		response: s.urgentAnswer,
		handler: async ({ context }) => {
			const scope = scopeOf(context.actor);
			const owed = await urgentUnreviewed(reader(context), scope.kind === 'office' ? [scope.officeId] : undefined);
			return owed.map((one) => ({ ...one, mayReview: canOn(context.actor, one.officeId)('document.proofread') }));
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/reads',
		summary: '政府信息浏览统计',
		access: 'document.read',
		audit: 'none',
		query: s.readsQuery,
		response: s.readsAnswer,
		handler: async ({ context, query }) => await readFigures(reader(context), query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/options',
		summary: '政府信息填写选项',
		access: 'document.read',
		audit: 'none',
		response: s.optionsAnswer,
		handler: async () => ({
			types: Object.entries(DOCUMENT_TYPES).map(([value, { label, column, genre, numbered, made }]) => ({
				value,
				label,
				column,
				genre,
				numbered,
				made,
			})),
			genres: [...s.LISTS.GENRES],
			themes: [...s.LISTS.THEMES],
			attributes: s.choices(s.LISTS.ATTRIBUTES),
			grounds: s.GROUND_CHOICES,
			validities: s.choices(s.LISTS.VALIDITIES),
			states: s.choices(s.LISTS.STATES),
			conclusions: s.choices(s.LISTS.CONCLUSIONS),
			questions: [...SECRECY_QUESTIONS],
			origins: s.choices(s.LISTS.ORIGINS),
			opinions: s.choices(s.LISTS.OPINIONS),
		}),
	}),
];

const one: Route[] = [
	defineRoute({
		method: 'POST',
		path: '/api/documents',
		summary: '拟稿',
		access: 'document.draft',
		audit: 'document.create',
		body: s.createBody,
		response: s.idAnswer,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => createDocument(tx, body)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/:id',
		summary: '政府信息详情',
		access: 'document.read',
		audit: 'none',
		params: s.idParams,
		response: s.documentAnswer,
		handler: async ({ context, params }) => presentDocument(await documentInWork(reader(context), params.id)),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/documents/:id/draft',
		summary: '保存草稿',
		access: 'document.draft',
		audit: 'document.save',
		params: s.idParams,
		body: s.draftBody,
		response: s.savedAnswer,
		handler: async ({ context, params, body }) =>
			await transact(context, (tx) => saveDocumentDraft(tx, params.id, body)),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/:id/preview',
		summary: '按网站样式预览',
		access: 'document.read',
		audit: 'none',
		params: s.idParams,
		response: s.previewAnswer,
		handler: async ({ context, params, services }) => ({
			html: await previewPage(reader(context), services, params.id),
		}),
	}),
];

const suggestions = defineRoute({
	method: 'POST',
	path: '/api/documents/suggestions',
	summary: '关键词和内容概述建议',
	access: 'document.draft',
	audit: 'none',
	isQuestion: true,
	body: s.suggestBody,
	response: s.suggestAnswer,
	handler: async ({ context, body }) => await suggestionsFor(reader(context), body),
});

const interpretation = defineRoute({
	method: 'POST',
	path: '/api/documents/:id/interpretation',
	summary: '同步起草解读稿',
	access: 'document.draft',
	audit: 'document.draftInterpretation',
	params: s.idParams,
	response: s.idAnswer,
	handler: async ({ context, params }) => ({
		id: await transact(context, (tx) => draftInterpretation(tx, params.id)),
	}),
});

const files: Route[] = [
	defineRoute({
		method: 'POST',
		path: '/api/documents/:id/mask',
		summary: '隐去正文中的个人信息',
		access: 'document.draft',
		audit: 'document.mask',
		params: s.idParams,
		response: s.maskAnswer,
		handler: async ({ context, params }) => await transact(context, (tx) => maskBody(tx, params.id)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/documents/:id/attachments',
		summary: '上传附件',
		access: 'document.draft',
		audit: 'document.attach',
		params: s.idParams,
		upload: { maxFiles: 10, ownScreening: true },
		response: s.filesAnswer,
		handler: async ({ context, params, files: uploads, services }) => {
			const checked = await checkUploads(services.files, uploads);
			await readFileTexts(reader(context), services.files, checked);
			await refuseMarked(reader(context), services.files, checked);
			const added = await transact(context, (tx) => addAttachments(tx, params.id, checked));
			return added.map(presentAttachment);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/documents/:id/attachments/:fileId/masked-copy',
		summary: '制作隐去个人信息的附件副本',
		access: 'document.draft',
		audit: 'document.maskFile',
		params: s.fileParams,
		response: s.maskedCopyAnswer,
		handler: async ({ context, params, services }) => {
			const { copy, note } = await maskAttachment(context, services, params.id, params.fileId);
			return { copy: presentAttachment(copy), note };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/:id/attachments/:fileId',
		summary: '下载附件',
		access: 'document.read',
		audit: 'none',
		params: s.fileParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const read = reader(context);
			await readInWork(read, params.id);
			const file = (await selectAttachments(read, params.id)).find(({ id }) => id === params.fileId);
			if (!file) throw new AppError('notFound');
			const inline = IMAGE_TYPES.includes(file.mediaType);
			return new Download(services.files.read(file.sha256), file.mediaType, file.fileName, inline);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/:id/sign-off-sheet',
		summary: '信息发布审签表',
		access: 'document.read',
		audit: 'document.signOffSheet',
		params: s.idParams,
		query: s.paperQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const read = reader(context);
			const work = await documentInWork(read, params.id);
			const sheet = await signOffSheet(read, work, services.config.publicUrl ?? '');
			const name = `信息发布审签表（${work.document.indexNumber ?? params.id}）`;
			return await paperDownload(sheet, name, query.format, services);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/:id/secrecy-sheet',
		summary: '保密审查表',
		access: 'document.read',
		audit: 'document.secrecySheet',
		params: s.idParams,
		query: s.paperQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const read = reader(context);
			const work = await documentInWork(read, params.id);
			const review = work.reviews.at(-1);
			if (!review) throw new AppError('notFound', { message: '尚未进行保密审查。' });
			return await paperDownload(
				await secrecySheet(read, work, review),
				`保密审查表（${params.id}）`,
				query.format,
				services,
			);
		},
	}),
];

export const documentRoutes: readonly Route[] = [...lists, ...one, suggestions, interpretation, ...files];
