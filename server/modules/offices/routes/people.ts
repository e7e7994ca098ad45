import { z } from 'zod';
import { defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { addPerson } from '../commands/add-person.ts';
import { changePerson, disablePerson, enablePerson, removePerson, unlockPerson } from '../commands/change-person.ts';
import { resetPassword } from '../commands/reset-password.ts';
import { listPeople, personView } from '../queries/people.ts';
import { presentPerson } from '../queries/present-person.ts';
import {
	changePersonSchema,
	newPersonSchema,
	oneTimePasswordSchema,
	personDetailSchema,
	personSchema,
} from '../schemas/person.ts';
import { idParams, nothing } from '../schemas/session.ts';

/** The actions on an account that need nothing but its id. */
const ACTIONS: readonly { name: string; summary: string; audit: string; run(tx: Tx, id: number): Promise<void> }[] = [
	{ name: 'disable', summary: '停用账号', audit: 'person.disabled', run: disablePerson },
	{ name: 'enable', summary: '启用账号', audit: 'person.enabled', run: enablePerson },
	{ name: 'unlock', summary: '解除暂停登录', audit: 'person.unlocked', run: unlockPerson },
];

const actionRoutes = ACTIONS.map(({ name, summary, audit, run }) =>
	defineRoute({
		method: 'POST',
		path: `/api/people/:id/${name}`,
		summary,
		access: 'person.manage',
		audit,
		params: idParams,
		response: nothing,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => run(tx, params.id));
			return {};
		},
	}),
);

export const peopleRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/people',
		summary: '人员列表',
		access: 'person.manage',
		audit: 'none',
		query: z.object({ officeId: z.coerce.number().int().positive().optional(), text: z.string().max(60).optional() }),
		response: z.object({ people: z.array(personSchema) }),
		handler: async ({ context, query }) => ({
			people: (await listPeople(reader(context), query)).map(presentPerson),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/people/:id',
		summary: '人员详情',
		access: 'person.manage',
		audit: 'none',
		params: idParams,
		response: personDetailSchema,
		handler: async ({ context, params }) => {
			const view = await personView(reader(context), params.id);
			if (!view) throw new AppError('notFound');
			return { ...presentPerson(view), moves: view.moves, timeline: view.timeline };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/people',
		summary: '新增人员',
		access: 'person.manage',
		audit: 'person.created',
		body: newPersonSchema,
		response: oneTimePasswordSchema,
		handler: ({ context, body }) => addPerson(context, body),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/people/:id',
		summary: '修改人员',
		access: 'person.manage',
		audit: 'person.changed',
		params: idParams,
		body: changePersonSchema,
		response: nothing,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => changePerson(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/people/:id',
		summary: '删除人员',
		access: 'person.manage',
		audit: 'person.removed',
		params: idParams,
		response: nothing,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => removePerson(tx, params.id));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/people/:id/password',
		summary: '重置密码',
		access: 'person.manage',
		audit: 'person.passwordReset',
		params: idParams,
		response: oneTimePasswordSchema,
		handler: ({ context, params }) => resetPassword(context, params.id),
	}),
	...actionRoutes,
];
