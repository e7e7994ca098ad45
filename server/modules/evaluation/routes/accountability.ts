import { Download, defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { recordAccountability, voidAccountability } from '../commands/accountability.ts';
import { accountability, accountabilityPaper } from '../queries/accountability.ts';
import { created, done, idParams } from '../schemas/common.ts';
import * as schemas from '../schemas/surveys.ts';

/** 责任追究: recorded by the county; an office reads its own. */
export const accountabilityRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/accountability',
		summary: '责任追究记录',
		access: 'evaluation.read',
		audit: 'none',
		response: schemas.accountabilityView,
		handler: async ({ context }) => ({ rows: await accountability(reader(context)) }),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/accountability',
		summary: '登记责任追究',
		access: 'evaluation.manage',
		audit: 'accountability.record',
		upload: { maxFiles: 1 },
		body: schemas.accountabilityBody,
		response: created,
		handler: async ({ context, body, files: [file = null] }) => ({
			id: await transact(context, (tx) => recordAccountability(tx, { ...body, file })),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/accountability/:id/void',
		summary: '撤销责任追究记录',
		access: 'evaluation.manage',
		audit: 'accountability.void',
		params: idParams,
		body: schemas.voidBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => voidAccountability(tx, params.id, body.reason));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/accountability/:id/paper',
		summary: '下载责任追究文件',
		access: 'evaluation.read',
		audit: 'accountability.paper',
		params: idParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const paper = await accountabilityPaper(reader(context), params.id);
			return new Download(services.files.read(paper.sha256), paper.mediaType, paper.fileName);
		},
	}),
];
