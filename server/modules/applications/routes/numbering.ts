import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { setNumbering } from '../commands/set-numbering.ts';
import { listNumbering } from '../queries/numbering.ts';
import * as c from '../schemas/common.ts';
import * as inputs from '../schemas/inputs.ts';
import * as views from '../schemas/views.ts';

export const numberingRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/applications/numbering',
		summary: '各机关编号规则',
		access: 'settings.manage',
		audit: 'none',
		response: views.numberingView,
		handler: async ({ context }) => ({ rows: await listNumbering(reader(context)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/applications/numbering/:id',
		summary: '设置机关编号规则',
		access: 'settings.manage',
		audit: 'application.setNumbering',
		params: c.idParams,
		body: inputs.numbering,
		response: c.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => setNumbering(tx, { officeId: params.id, ...body }));
			return { done: true as const };
		},
	}),
];
