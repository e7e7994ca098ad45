import { defineRoute, type Route } from '../../api/route.ts';
import { reader, transact } from '../../platform/transaction.ts';
import { decideMessage } from './commands/decide.ts';
import { sendTest } from './commands/send-test.ts';
import { messagesOf } from './queries/list.ts';
import * as schemas from './schemas.ts';

const decision = (action: 'retry' | 'drop', summary: string) =>
	defineRoute({
		method: 'POST',
		path: `/api/messages/:id/${action}`,
		summary,
		access: 'settings.manage',
		audit: `message.${action}`,
		params: schemas.idParams,
		response: schemas.done,
		handler: async ({ context, params: { id } }) => {
			await transact(context, (tx) => decideMessage(tx, id, action));
			return {};
		},
	});

export const routes: readonly Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/messages',
		summary: '消息发送记录',
		access: 'settings.manage',
		audit: 'none',
		query: schemas.listQuery,
		response: schemas.listView,
		handler: async ({ context, query, services }) => await messagesOf(reader(context), services.channels, query),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/messages/test',
		summary: '发送测试消息',
		access: 'settings.manage',
		audit: 'message.test',
		body: schemas.testBody,
		response: schemas.done,
		ratePerMinute: 10,
		handler: async ({ context, body, services }) => {
			await transact(context, (tx) => sendTest(tx, services, body));
			return {};
		},
	}),
	decision('retry', '重新发送消息'),
	decision('drop', '不再发送消息'),
];
