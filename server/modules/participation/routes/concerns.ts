import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { moveConcern } from '../commands/move-concern.ts';
import { checkComplaint, respondToOpinion } from '../commands/record-on-concern.ts';
import { revealContact } from '../commands/reveal-contact.ts';
import { takeIn } from '../commands/take-in.ts';
import { KINDS, MEASURES, ORIGINS, STAGES, STATES, VERDICTS, WISHES } from '../model.ts';
import { concernView, listConcerns } from '../queries/concerns.ts';
import * as schemas from '../schemas/concerns.ts';
import { contactView, created, done, idParams, reasonBody } from '../schemas/shared.ts';
import { optionsOf } from './options.ts';

export const concernRoutes = [
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
			measures: optionsOf(MEASURES),
			stages: optionsOf(STAGES),
			wishes: optionsOf(WISHES),
			offices: (await listOffices(reader(context))).map(({ id, shortName }) => ({ value: id, label: shortName })),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/concerns/:id',
		summary: '公众诉求',
		access: 'concern.read',
		audit: 'none',
		params: idParams,
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
		response: created,
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
		response: done,
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
		params: idParams,
		body: reasonBody,
		response: contactView,
		handler: async ({ context, params, body, services }) =>
			await transact(context, (tx) => revealContact(tx, services.vault(), params.id, body.reason)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/concerns/:id/checks',
		summary: '登记投诉举报核查情况',
		access: 'concern.handle',
		audit: 'concern.check',
		params: idParams,
		body: schemas.check,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => checkComplaint(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/concerns/:id/responses',
		summary: '登记舆情发布和回应',
		access: 'concern.handle',
		audit: 'concern.respond',
		params: idParams,
		body: schemas.response,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => respondToOpinion(tx, params.id, { ...body, at: new Date(body.at) }));
			return {};
		},
	}),
];
