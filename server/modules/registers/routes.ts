import { Download, defineRoute } from '../../api/route.ts';
import type { Actor } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { reader, transact } from '../../platform/transaction.ts';
import { addEntry } from './commands/add-entry.ts';
import { addEvidence } from './commands/add-evidence.ts';
import { correctEntry } from './commands/correct-entry.ts';
import { importSheet } from './commands/import-sheet.ts';
import { reportZero } from './commands/report-zero.ts';
import { voidEntry } from './commands/void-entry.ts';
import { REGISTER_GROUPS } from './kinds/index.ts';
import { messages } from './messages.zh.ts';
import { requireKind } from './policy.ts';
import { entryDetail, evidenceFile, listEntries } from './queries/entries.ts';
import { periodTotals } from './queries/totals.ts';
import * as schemas from './schemas.ts';
import { readUploadedSheet } from './sheet/read.ts';
import { writeExport, writeTemplate, XLSX } from './sheet/write.ts';

/** The office somebody writes for: their own. */
function ownOffice(actor: Actor): number {
	if (actor.kind !== 'person') throw new AppError('forbidden');
	return actor.officeId;
}

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/registers/kinds',
		summary: '台账种类',
		access: 'register.read',
		audit: 'none',
		response: schemas.kindsView,
		handler: async () => ({
			groups: REGISTER_GROUPS.map((group) => ({
				...group,
				kinds: group.kinds.map((kind) => ({
					...kind,
					fields: kind.fields.map((field) => ({ ...field, choices: field.choices && [...field.choices] })),
					feeds: kind.feeds.map(({ form, address }) => ({ form, address })),
				})),
			})),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/registers/totals',
		summary: '台账年度合计',
		access: 'register.read',
		audit: 'none',
		query: schemas.totalsQuery,
		response: schemas.totalsView,
		handler: async ({ context, query }) => {
			const officeId = query.officeId ?? ownOffice(context.actor);
			const totals = await periodTotals(reader(context), officeId, query.year);
			return {
				year: query.year,
				officeId,
				totals: totals.map(({ ids, derived, ...total }) => ({
					...total,
					entries: ids.length,
					derived: derived !== undefined,
				})),
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/registers/entries',
		summary: '台账登记列表',
		access: 'register.read',
		audit: 'none',
		query: schemas.entryQuery,
		response: schemas.entryPage,
		handler: async ({ context, query }) =>
			await listEntries(reader(context), {
				...query,
				all: query.all === 'true',
				officeId: query.officeId ?? ownOffice(context.actor),
			}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/registers/entries/:id',
		summary: '台账登记详情',
		access: 'register.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.entryDetailView,
		handler: async ({ context, params }) => await entryDetail(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/registers/entries/:id/evidence/:evidenceId',
		summary: '下载佐证材料',
		access: 'register.read',
		audit: 'register.evidence.read',
		params: schemas.idParams.extend({ evidenceId: schemas.id }),
		response: 'download',
		handler: async ({ context, params, services }) => {
			const paper = await evidenceFile(reader(context), params.id, params.evidenceId);
			return new Download(services.files.read(paper.sha256), paper.mediaType, paper.fileName);
		},
	}),
];

const sheets = [
	defineRoute({
		method: 'GET',
		path: '/api/registers/template',
		summary: '下载台账导入模板',
		access: 'register.read',
		audit: 'none',
		query: schemas.kindQuery,
		response: 'download',
		handler: async ({ query }) => {
			const kind = requireKind(query.kind);
			return new Download(await writeTemplate(kind), XLSX, `${kind.label}台账模板.xlsx`);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/registers/export',
		summary: '导出台账',
		access: 'register.read',
		audit: 'register.export',
		query: schemas.exportQuery,
		response: 'download',
		handler: async ({ context, query }) => {
			const kind = requireKind(query.kind);
			const officeId = query.officeId ?? ownOffice(context.actor);
			const all = { ...query, officeId, all: true, page: 1, pageSize: 100_000 };
			const { rows } = await listEntries(reader(context), all);
			const title = `${query.year}年${kind.label}`;
			return new Download(await writeExport(kind, title, rows), XLSX, `${title}台账.xlsx`);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/registers/import',
		summary: '导入台账',
		access: 'register.write',
		audit: 'register.import',
		upload: { maxFiles: 1 },
		body: schemas.importBody,
		response: schemas.importView,
		handler: async ({ context, body, files, services }) => {
			const [file] = files;
			if (!file) throw new AppError('invalid', { message: messages.noFile });
			const cells = await readUploadedSheet({ path: services.files.path(file.sha256), size: file.size });
			const { sha256, fileName } = file;
			const officeId = ownOffice(context.actor);
			return await transact(context, (tx) => importSheet(tx, { officeId, kind: body.kind, sha256, fileName, cells }));
		},
	}),
];

const writes = [
	defineRoute({
		method: 'POST',
		path: '/api/registers/entries',
		summary: '登记台账',
		access: 'register.write',
		audit: 'register.add',
		body: schemas.newEntry,
		response: schemas.created,
		handler: async ({ context, body }) => {
			const officeId = ownOffice(context.actor);
			return { id: await transact(context, (tx) => addEntry(tx, { ...body, officeId })) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/registers/entries/:id/correct',
		summary: '更正台账登记',
		access: 'register.write',
		audit: 'register.correct',
		params: schemas.idParams,
		body: schemas.correction,
		response: schemas.created,
		handler: async ({ context, params, body }) => ({
			id: await transact(context, (tx) => correctEntry(tx, params.id, body)),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/registers/entries/:id/void',
		summary: '作废台账登记',
		access: 'register.write',
		audit: 'register.void',
		params: schemas.idParams,
		body: schemas.reasonBody,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => voidEntry(tx, params.id, body.reason));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/registers/entries/:id/evidence',
		summary: '附佐证材料',
		access: 'register.write',
		audit: 'register.evidence',
		params: schemas.idParams,
		upload: { maxFiles: 10 },
		response: schemas.done,
		handler: async ({ context, params, files }) => {
			await transact(context, (tx) => addEvidence(tx, params.id, files));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/registers/zero',
		summary: '零报告',
		access: 'register.write',
		audit: 'register.zero',
		body: schemas.zeroBody,
		response: schemas.created,
		handler: async ({ context, body }) => {
			const officeId = ownOffice(context.actor);
			return { id: await transact(context, (tx) => reportZero(tx, { ...body, officeId })) };
		},
	}),
];

export const routes = [...reads, ...sheets, ...writes];
