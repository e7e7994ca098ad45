import { Download, defineRoute } from '../../../api/route.ts';
import { scopeOf } from '../../../kernel/actor.ts';
import { writeSheetTemplate, XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { importEntries } from '../commands/import-entries.ts';
import { matchByHand } from '../commands/match-documents.ts';
import { moveEntries } from '../commands/move-entries.ts';
import { publishEdition } from '../commands/publish-edition.ts';
import { addEntry, changeEntry } from '../commands/save-entry.ts';
import { AUDIENCES, CHANNELS, LEVELS, PERIODS, TARGETS, TRIMS, WAYS } from '../model.ts';
import { coverage, entryOfDocument, officeEntries } from '../queries/entries.ts';
import * as s from '../schemas.ts';
import { ENTRY_SHEET, readEntryRows, writeEntrySheet } from '../sheets/entry-sheet.ts';
import { FIELDS } from '../standard/fields.ts';
import { selectEntries } from '../store/entries.ts';
import { presentRows, uploadedRows } from './uploaded.ts';

const optionsOf = (table: Readonly<Record<string, string>>) =>
	Object.entries(table).map(([value, label]) => ({ value, label }));

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/entries/options',
		summary: '公开事项的领域、渠道和方式',
		access: 'document.read',
		audit: 'none',
		response: s.optionsAnswer,
		handler: async () => ({
			fields: FIELDS.map(({ code, name }) => ({ code, name })),
			channels: optionsOf(CHANNELS),
			levels: optionsOf(LEVELS),
			ways: optionsOf(WAYS),
			audiences: optionsOf(AUDIENCES),
			periods: optionsOf(PERIODS),
			targets: optionsOf(TARGETS),
			trims: optionsOf(TRIMS),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/entries/coverage',
		summary: '各领域公开情况',
		access: 'document.read',
		audit: 'none',
		response: s.coverageAnswer,
		handler: async ({ context }) => await coverage(reader(context)),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/entries/template',
		summary: '下载公开事项导入模板',
		access: 'document.read',
		audit: 'none',
		response: 'download',
		handler: async () => new Download(await writeSheetTemplate(ENTRY_SHEET), XLSX, '公开事项导入模板.xlsx'),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/offices/:officeId/entries',
		summary: '机关的公开事项',
		access: 'document.read',
		audit: 'none',
		params: s.officeParams,
		response: s.officeAnswer,
		handler: async ({ context, params }) => await officeEntries(reader(context), params.officeId),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/offices/:officeId/entries/sheet',
		summary: '导出机关的公开事项',
		access: 'document.read',
		audit: 'none',
		params: s.officeParams,
		response: 'download',
		handler: async ({ context, params }) => {
			const { office, entries } = await officeEntries(reader(context), params.officeId);
			const rows = entries.map(({ field, content, standingLabel, trimLabel, reason }) => ({
				...{ field, content, officeName: office.name },
				note: [standingLabel, trimLabel, reason].filter((part) => part !== '').join('：'),
			}));
			return new Download(await writeEntrySheet('公开事项', rows), XLSX, `${office.name}公开事项.xlsx`);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/documents/:documentId/entry',
		summary: '信息归入的公开事项',
		access: 'document.read',
		audit: 'none',
		params: s.documentParams,
		response: s.documentAnswer,
		handler: async ({ context, params }) => await entryOfDocument(reader(context), params.documentId),
	}),
];

const writes = [
	defineRoute({
		method: 'POST',
		path: '/api/offices/:officeId/entries',
		summary: '新增公开事项',
		access: 'document.read',
		audit: 'catalogEntry.add',
		params: s.officeParams,
		body: s.entryBody,
		response: s.idAnswer,
		handler: async ({ context, params, body }) => await transact(context, (tx) => addEntry(tx, params.officeId, body)),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/entries/:id',
		summary: '修改公开事项',
		access: 'document.read',
		audit: 'catalogEntry.change',
		params: s.idParams,
		body: s.entryChange,
		response: s.emptyAnswer,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => changeEntry(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/entries/moves',
		summary: '采用、更新或者登记不适用',
		access: 'document.read',
		audit: 'catalogEntry.move',
		body: s.moveBody,
		response: s.emptyAnswer,
		handler: async ({ context, body }) => {
			await transact(context, (tx) => moveEntries(tx, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/offices/:officeId/entries/publish',
		summary: '发布主动公开事项目录',
		access: 'document.read',
		audit: 'catalogEdition.publish',
		params: s.officeParams,
		body: s.noteBody,
		response: s.numberAnswer,
		handler: async ({ context, params, body }) =>
			await transact(context, (tx) => publishEdition(tx, params.officeId, body.note)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/offices/:officeId/entries/import',
		summary: '导入公开事项',
		access: 'document.read',
		audit: 'catalogEntry.import',
		upload: { maxFiles: 1 },
		params: s.officeParams,
		body: s.importBody,
		response: s.importAnswer,
		handler: async ({ context, params, body, files, services }) => {
			const rows = await uploadedRows(files, services);
			const known = await selectEntries(reader(context), scopeOf(context.actor), params.officeId);
			const checked = readEntryRows(
				rows,
				known.filter(({ standing }) => standing !== 'ended'),
			);
			const save = body.mode === 'save';
			const done = save ? await transact(context, (tx) => importEntries(tx, params.officeId, rows)) : null;
			return presentRows(checked, done?.imported ?? 0);
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/documents/:documentId/entry',
		summary: '将信息归入公开事项',
		access: 'document.read',
		audit: 'catalogEntry.match',
		params: s.documentParams,
		body: s.matchBody,
		response: s.emptyAnswer,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => matchByHand(tx, params.documentId, body));
			return {};
		},
	}),
];

export const officeRoutes = [...reads, ...writes];
