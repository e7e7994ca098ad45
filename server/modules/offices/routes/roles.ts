import { z } from 'zod';
import { defineRoute } from '../../../api/route.ts';
import { COUNTY_ROLES, PERMISSIONS, ROLES, type Role } from '../../../kernel/permissions.ts';
import { transact } from '../../../platform/transaction.ts';
import { appointDeputy } from '../commands/appoint-deputy.ts';
import { assignRole } from '../commands/assign-role.ts';
import { endRole } from '../commands/end-role.ts';
import { newDeputySchema, newRoleSchema, roleListSchema } from '../schemas/person.ts';
import { idParams, nothing } from '../schemas/session.ts';

const newId = z.object({ id: z.number() });

export const roleRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/roles',
		summary: '角色与权限',
		access: 'signedIn',
		audit: 'none',
		response: roleListSchema,
		handler: async () => ({
			roles: (Object.keys(ROLES) as Role[]).map((role) => ({
				role,
				label: ROLES[role].label,
				countyOnly: COUNTY_ROLES.includes(role),
				permissions: ROLES[role].permissions.map((permission) => ({ permission, label: PERMISSIONS[permission] })),
			})),
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/people/:id/roles',
		summary: '分配角色',
		access: 'person.manage',
		audit: 'person.roleAssigned',
		params: idParams,
		body: newRoleSchema,
		response: newId,
		handler: async ({ context, params, body }) => ({
			id: await transact(context, (tx) => assignRole(tx, { personId: params.id, ...body })),
		}),
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/people/:id/roles/:roleId',
		summary: '结束角色或代理',
		access: 'person.manage',
		audit: 'person.roleEnded',
		params: idParams.extend({ roleId: z.coerce.number().int().positive() }),
		response: nothing,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => endRole(tx, params.id, params.roleId));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/people/:id/deputies',
		summary: '设置代理',
		access: 'person.manage',
		audit: 'person.deputyAppointed',
		params: idParams,
		body: newDeputySchema,
		response: newId,
		handler: async ({ context, params, body }) => ({
			id: await transact(context, (tx) => appointDeputy(tx, { deputyFor: params.id, ...body })),
		}),
	}),
];
