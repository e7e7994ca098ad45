import { Download, defineRoute } from '../../../api/route.ts';
import { PAPER_TYPES } from '../../../platform/documents/index.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { setWording } from '../commands/set-wording.ts';
import { listWordings, printSample, wordingView } from '../queries/wordings.ts';
import * as c from '../schemas/common.ts';
import * as schemas from '../schemas/wordings.ts';

/** 文书格式: how the county words its letters. */
export const wordingRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/applications/wordings',
		summary: '文书格式',
		access: 'settings.manage',
		audit: 'none',
		response: schemas.list,
		handler: async ({ context }) => ({ rows: await listWordings(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/wordings/:name',
		summary: '一种文书的格式和历次修改',
		access: 'settings.manage',
		audit: 'none',
		params: schemas.params,
		response: schemas.view,
		handler: async ({ context, params: { name } }) => await wordingView(reader(context), name),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/applications/wordings/:name',
		summary: '修改文书格式',
		access: 'settings.manage',
		audit: 'application.setWording',
		params: schemas.params,
		body: schemas.change,
		response: c.done,
		handler: async ({ context, params: { name }, body }) => {
			await transact(context, (tx) => setWording(tx, { name, ...body }));
			return { done: true as const };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/wordings/:name/sample',
		summary: '按格式打印样张',
		access: 'settings.manage',
		audit: 'application.sampleWording',
		params: schemas.params,
		query: schemas.sampleFormat,
		body: schemas.sample,
		response: 'download',
		ratePerMinute: 30,
		handler: async ({ context, params: { name }, query: { format }, body, services }) => {
			const bytes = await printSample(reader(context), name, body, format, services.config.fontDir);
			return new Download(bytes, PAPER_TYPES[format], `${body.title || name}（样张）.${format}`);
		},
	}),
];
