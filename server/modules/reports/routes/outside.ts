import { Download, defineRoute } from '../../../api/route.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { type Reader, reader, transact } from '../../../platform/transaction.ts';
import { acceptFinding } from '../commands/accept-finding.ts';
import { adoptMatching } from '../commands/adopt-matching.ts';
import { adoptOutside } from '../commands/adopt-outside.ts';
import { keepOutside } from '../commands/read-outside.ts';
import { messages } from '../messages.zh.ts';
import { outsideMatrix, outsideReport, outsideReports } from '../queries/outside.ts';
import { readFilesApart } from '../reader/read.ts';
import * as schemas from '../schemas.ts';
import { type FindingFormat, type FindingSheet, findingsDocx, findingsJson, findingsXlsx } from '../sheets/findings.ts';

const WRITERS = { docx: findingsDocx, xlsx: findingsXlsx, json: findingsJson } as const;
const TYPES: Readonly<Record<FindingFormat, string>> = {
	docx: DOCX_TYPE,
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	json: 'application/x-ndjson',
};

async function findingsFile(read: Reader, id: number, format: FindingFormat): Promise<Download> {
	const { report, findings, ...outside } = await outsideReport(read, id);
	if (!report) throw new AppError('conflict', { message: messages.notRead });
	const sheet: FindingSheet = {
		fileName: outside.fileName,
		organ: outside.organ,
		year: outside.year,
		form: report.form,
		day: chineseDay(read.today),
		findings: findings.map(({ accepted, key: _key, ...finding }) => ({
			...finding,
			acceptedFor: accepted?.reason ?? null,
		})),
	};
	const content = await WRITERS[format](sheet);
	return new Download(content, TYPES[format], `退回修改意见 ${outside.organ ?? outside.fileName}.${format}`);
}

function ownOffice(actor: Actor): number {
	if (actor.kind !== 'person') throw new AppError('forbidden');
	return actor.officeId;
}

export const outsideRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/outside-reports',
		summary: '读取过的外部报告',
		access: 'report.readOutside',
		audit: 'none',
		query: schemas.pageQuery,
		response: schemas.outsideRows,
		handler: async ({ context, query }) => await outsideReports(reader(context), query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/outside-reports/matrix',
		summary: '外部报告的机关年度一览',
		access: 'report.readOutside',
		audit: 'none',
		response: schemas.outsideMatrix,
		handler: async ({ context }) => await outsideMatrix(reader(context)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/outside-reports',
		summary: '读取外部报告',
		access: 'report.readOutside',
		audit: 'report.outside.read',
		upload: { maxFiles: 20 },
		response: schemas.outsideCreated,
		ratePerMinute: 30,
		handler: async ({ context, files, services }) => {
			if (files.length === 0) throw new AppError('invalid', { message: messages.noFile });
			const sources = files.map(({ sha256, fileName }) => ({ path: services.files.path(sha256), fileName }));
			const answers = await readFilesApart(sources);
			const read = files.flatMap(({ sha256 }, i) => (answers[i] ?? []).map((part) => ({ sha256, ...part })));
			const officeId = ownOffice(context.actor);
			return { ids: await transact(context, (tx) => keepOutside(tx, officeId, read)) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/outside-reports/:id',
		summary: '外部报告的读取结果',
		access: 'report.readOutside',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.outsideView,
		handler: async ({ context, params }) => {
			const { report, ...outside } = await outsideReport(reader(context), params.id);
			const { findings } = outside;
			return {
				...outside,
				errors: findings.filter((finding) => finding.severity === 'error').length,
				warnings: findings.filter((finding) => finding.severity === 'warning').length,
				period: report?.period ?? null,
				signedOn: report?.signedOn ?? null,
				cells: report?.cells ?? {},
				sections: report?.sections ?? [],
				lines: report?.lines ?? [],
				readWarnings: report?.warnings ?? [],
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/outside-reports/:id/file',
		summary: '下载外部报告原件',
		access: 'report.readOutside',
		audit: 'report.outside.download',
		params: schemas.idParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const { sha256, fileName } = await outsideReport(reader(context), params.id);
			return new Download(services.files.read(sha256), 'application/octet-stream', fileName);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/outside-reports/:id/accept',
		summary: '认可外部报告的问题',
		access: 'report.readOutside',
		audit: 'report.outside.accept',
		params: schemas.idParams,
		body: schemas.acceptBody,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => acceptFinding(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/outside-reports/:id/findings',
		summary: '导出外部报告的问题',
		access: 'report.readOutside',
		audit: 'report.outside.exportFindings',
		params: schemas.idParams,
		query: schemas.findingsQuery,
		response: 'download',
		handler: async ({ context, params, query }) => await findingsFile(reader(context), params.id, query.format),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/outside-reports/adopt-matching',
		summary: '按机关名称作为往年报告',
		access: 'report.readOutside',
		audit: 'report.outside.adoptMatching',
		response: schemas.adoptedView,
		handler: async ({ context }) => await transact(context, (tx) => adoptMatching(tx)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/outside-reports/:id/adopt',
		summary: '作为往年报告',
		access: 'report.readOutside',
		audit: 'report.outside.adopt',
		params: schemas.idParams,
		body: schemas.adoptBody,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			const officeId = body.officeId ?? ownOffice(context.actor);
			await transact(context, (tx) => adoptOutside(tx, params.id, { officeId, year: body.year }));
			return {};
		},
	}),
];
