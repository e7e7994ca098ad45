import { z } from 'zod';
import { defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { changeOffice } from '../commands/change-office.ts';
import { createOffice } from '../commands/create-office.ts';
import { mergeOffices } from '../commands/merge-offices.ts';
import { removeOffice } from '../commands/remove-office.ts';
import { renameOffice } from '../commands/rename-office.ts';
import { officeView, visibleOfficeRows } from '../queries/office-view.ts';
import { listOffices } from '../queries/offices.ts';
import {
	changeOfficeSchema,
	mergeSchema,
	newOfficeSchema,
	officeDetailSchema,
	officeEntrySchema,
	officeSchema,
	renameSchema,
} from '../schemas/office.ts';
import { idParams, nothing } from '../schemas/session.ts';

const newId = z.object({ id: z.number() });

export const officeRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/offices',
		summary: '机关列表',
		access: 'office.read',
		audit: 'none',
		response: z.object({ offices: z.array(officeSchema) }),
		handler: async ({ context }) => ({ offices: await visibleOfficeRows(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/offices/directory',
		summary: '机关通讯录',
		access: 'signedIn',
		audit: 'none',
		response: z.object({ offices: z.array(officeEntrySchema) }),
		handler: async ({ context }) => ({ offices: await listOffices(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/offices/:id',
		summary: '机关详情',
		access: 'office.read',
		audit: 'none',
		params: idParams,
		response: officeDetailSchema,
		handler: async ({ context, params }) => {
			const view = await officeView(reader(context), params.id);
			if (!view) throw new AppError('notFound');
			return view;
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/offices',
		summary: '新增机关',
		access: 'office.manage',
		audit: 'office.created',
		body: newOfficeSchema,
		response: newId,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => createOffice(tx, body)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/offices/:id',
		summary: '修改机关',
		access: 'office.manage',
		audit: 'office.changed',
		params: idParams,
		body: changeOfficeSchema,
		response: nothing,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => changeOffice(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/offices/:id',
		summary: '删除机关',
		access: 'office.manage',
		audit: 'office.removed',
		params: idParams,
		response: nothing,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => removeOffice(tx, params.id));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/offices/:id/rename',
		summary: '机关更名',
		access: 'office.manage',
		audit: 'office.renamed',
		params: idParams,
		body: renameSchema,
		response: nothing,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => renameOffice(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/offices/merge',
		summary: '机关合并',
		access: 'office.manage',
		audit: 'office.merged',
		body: mergeSchema,
		response: nothing,
		handler: async ({ context, body }) => {
			await transact(context, (tx) => mergeOffices(tx, body.from, body.into));
			return {};
		},
	}),
];
