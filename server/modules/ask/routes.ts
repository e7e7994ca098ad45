import { defineRoute } from '../../api/route.ts';
import { reader, transact } from '../../platform/transaction.ts';
import { dismissAsked, growEntry } from './commands/grow.ts';
import { moveEntry } from './commands/move-entry.ts';
import { createEntry, saveEntry } from './commands/save-entry.ts';
import { entryView, listAsked, listEntries } from './queries/entries.ts';
import * as schemas from './schemas.ts';

export const routes = [
	defineRoute({
		method: 'GET',
		path: '/api/faq',
		summary: '问答库列表',
		access: 'faq.read',
		audit: 'none',
		query: schemas.listQuery,
		response: schemas.listAnswer,
		handler: async ({ context, query }) => await listEntries(reader(context), query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/faq/:id',
		summary: '问答',
		access: 'faq.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.view,
		handler: async ({ context, params }) => await entryView(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/faq',
		summary: '新建问答',
		access: 'faq.write',
		audit: 'faq.create',
		body: schemas.draftBody,
		response: schemas.created,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => createEntry(tx, body)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/faq/:id',
		summary: '修改问答',
		access: 'faq.write',
		audit: 'faq.save',
		params: schemas.idParams,
		body: schemas.saveBody,
		response: schemas.saved,
		handler: async ({ context, params, body: { revision, ...draft } }) => ({
			revision: await transact(context, (tx) => saveEntry(tx, params.id, revision, draft)),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/faq/:id/moves/:action',
		summary: '发布或者撤下问答',
		access: 'faq.read',
		audit: 'faq.move',
		params: schemas.moveParams,
		body: schemas.moveBody,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveEntry(tx, { ...params, ...body }));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/asked',
		summary: '公众提问统计',
		access: 'ask.read',
		audit: 'none',
		query: schemas.askedQuery,
		response: schemas.askedAnswer,
		handler: async ({ context, query }) => await listAsked(reader(context), query),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/asked/entry',
		summary: '将公众提问转为问答',
		access: 'ask.read',
		audit: 'faq.grow',
		body: schemas.keyBody,
		response: schemas.created,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => growEntry(tx, body.key)) }),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/asked/dismissal',
		summary: '不处理公众提问',
		access: 'ask.read',
		audit: 'ask.dismiss',
		body: schemas.keyBody,
		response: schemas.done,
		handler: async ({ context, body }) => {
			await transact(context, (tx) => dismissAsked(tx, body.key));
			return {};
		},
	}),
];
