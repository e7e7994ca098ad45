import { defineRoute } from '../../api/route.ts';
import { reader, transact } from '../../platform/transaction.ts';
import { listOffices } from '../offices/index.ts';
import { moveConcern } from './commands/move-concern.ts';
import { revealContact } from './commands/reveal-contact.ts';
import { takeIn } from './commands/take-in.ts';
import { KINDS, ORIGINS, STATES, VERDICTS } from './model.ts';
import { concernView, listConcerns } from './queries/concerns.ts';
import * as schemas from './schemas.ts';

const optionsOf = (table: Readonly<Record<string, string | { label: string }>>) =>
	Object.entries(table).map(([value, label]) => ({ value, label: typeof label === 'string' ? label : label.label }));

export const routes = [
	defineRoute({
		method: 'GET',
		path: '/api/concerns',
		summary: '公众诉求列表',
		access: 'concern.read',
		audit: 'none',
		query: schemas.listQuery,
		response: schemas.listAnswer,
		handler: async ({ context, query }) => await listConcerns(reader(context), query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/concerns/options',
		summary: '公众诉求的类别和状态',
		access: 'concern.read',
		audit: 'none',
		response: schemas.optionsView,
		handler: async ({ context }) => ({
			kinds: optionsOf(KINDS),
			origins: optionsOf(ORIGINS),
			states: optionsOf(STATES),
			verdicts: optionsOf(VERDICTS),
			offices: (await listOffices(reader(context))).map(({ id, shortName }) => ({ value: id, label: shortName })),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/concerns/:id',
		summary: '公众诉求',
		access: 'concern.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.view,
		handler: async ({ context, params }) => await concernView(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/concerns',
		summary: '登记公众诉求',
		access: 'concern.handle',
		audit: 'concern.enter',
		body: schemas.newConcern,
		response: schemas.created,
		handler: async ({ context, body, services }) => {
			const receivedAt = body.receivedAt ? new Date(body.receivedAt) : null;
			const taken = await transact(context, (tx) => takeIn(tx, services.vault(), { ...body, receivedAt, token: '' }));
			return { id: taken.id, number: taken.number };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/concerns/:id/moves/:action',
		summary: '办理公众诉求',
		access: 'concern.read',
		audit: 'concern.move',
		params: schemas.moveParams,
		body: schemas.moveBody,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveConcern(tx, { ...params, ...body }));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/concerns/:id/contact',
		summary: '查看诉求人联系方式',
		access: 'concern.handle',
		audit: 'concern.revealContact',
		params: schemas.idParams,
		body: schemas.reasonBody,
		response: schemas.contactView,
		handler: async ({ context, params, body, services }) =>
			await transact(context, (tx) => revealContact(tx, services.vault(), params.id, body.reason)),
	}),
];
