import { Download, defineRoute, type Route } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { type CheckedFile, checkUploads } from '../../publishing/index.ts';
import { moveProject } from '../commands/move-project.ts';
import { attachDocument, changeProject, openProject } from '../commands/projects.ts';
import { setWord } from '../commands/set-word.ts';
import { listProjects, projectView, stepFile } from '../queries/projects.ts';
import * as s from '../schemas.ts';
import { selectWords } from '../store/numbers.ts';

const projects: Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/normative/projects',
		summary: '规范性文件制发项目',
		access: 'normative.read',
		audit: 'none',
		query: s.listQuery,
		response: s.listAnswer,
		handler: async ({ context, query: { state, ...rest } }) =>
			await listProjects(reader(context), { ...rest, states: s.statesIn(state) }),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/normative/projects',
		summary: '规范性文件立项',
		access: 'normative.handle',
		audit: 'normative.open',
		body: s.projectBody,
		response: s.idAnswer,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => openProject(tx, body)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/normative/projects/:id',
		summary: '规范性文件制发情况',
		access: 'normative.read',
		audit: 'none',
		params: s.idParams,
		response: s.projectAnswer,
		handler: async ({ context, params }) => await projectView(reader(context), params.id),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/normative/projects/:id',
		summary: '修改立项内容',
		access: 'normative.handle',
		audit: 'normative.change',
		params: s.idParams,
		body: s.changeBody,
		response: s.done,
		handler: async ({ context, params, body: { revision, ...given } }) => {
			await transact(context, (tx) => changeProject(tx, params.id, revision, given));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/normative/projects/:id/document',
		summary: '关联规范性文件文本',
		access: 'normative.handle',
		audit: 'normative.attach',
		params: s.idParams,
		body: s.attachBody,
		response: s.idAnswer,
		handler: async ({ context, params, body }) => ({
			id: await transact(context, (tx) => attachDocument(tx, params.id, body)),
		}),
	}),
	// Which permission a step needs depends on the step, and the table says it.
	defineRoute({
		method: 'POST',
		path: '/api/normative/projects/:id/moves/:action',
		summary: '办理规范性文件制发步骤',
		access: 'normative.read',
		audit: 'normative.move',
		params: s.moveParams,
		upload: { maxFiles: 10 },
		body: s.moveBody,
		response: s.done,
		handler: async ({ context, params, body, files, services }) => {
			const { revision, onDay = null, text, ...data } = body;
			const checked: CheckedFile[] = files.length > 0 ? await checkUploads(services.files, files) : [];
			await transact(context, (tx) => moveProject(tx, { ...params, revision, onDay, text, data, files: checked }));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/normative/projects/:id/files/:fileId',
		summary: '下载制发步骤材料',
		access: 'normative.read',
		audit: 'normative.file',
		params: s.fileParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const file = await stepFile(reader(context), params.id, params.fileId);
			return new Download(services.files.read(file.sha256), file.mediaType, file.fileName);
		},
	}),
];

const words: Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/normative/words',
		summary: '各机关发文代字',
		access: 'normative.manage',
		audit: 'none',
		response: s.wordsAnswer,
		handler: async ({ context }) => {
			const known = await selectWords(reader(context));
			return (await listOffices(reader(context))).map(({ id, shortName }) => ({
				...{ officeId: id, officeName: shortName },
				word: known.get(id) ?? '',
			}));
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/normative/words/:id',
		summary: '设定发文代字',
		access: 'normative.manage',
		audit: 'normative.word',
		params: s.idParams,
		body: s.wordBody,
		response: s.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => setWord(tx, params.id, body.word));
			return {};
		},
	}),
];

export const projectRoutes: readonly Route[] = [...projects, ...words];
