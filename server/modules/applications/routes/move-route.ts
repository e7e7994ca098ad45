import type { z } from 'zod';
import { defineRoute, type Route } from '../../../api/route.ts';
import type { Permission } from '../../../kernel/permissions.ts';
import { type Tx, transact } from '../../../platform/transaction.ts';
import { type CaseServices, caseServices } from '../commands/services.ts';
import type { Action } from '../rules/actions.ts';
import * as c from '../schemas/common.ts';
import { caseWorkflow } from '../workflow.ts';

/**
 * The route of a move: POST /api/applications/:id/<action>, with the permission the table asks for and the audit event of the
 * same name. The command behind it checks again, inside the lock.
 */
export function moveRoute<B extends z.ZodType<object>>(
	action: Action,
	body: B,
	work: (tx: Tx, services: CaseServices, input: { id: number } & z.output<B>) => Promise<unknown>,
): Route {
	return defineRoute({
		method: 'POST',
		path: `/api/applications/:id/${action}`,
		summary: labelOf(action),
		access: permissionOf(action),
		audit: `application.${action}`,
		params: c.idParams,
		body,
		response: c.done,
		handler: async ({ context, params, body: given, services }) => {
			const input = { ...(given as z.output<B>), id: params.id };
			await transact(context, (tx) => work(tx, caseServices(services), input));
			return { done: true as const };
		},
	});
}

function rowsOf(action: Action) {
	return caseWorkflow.transitions.filter((row) => row.action === action);
}

function labelOf(action: Action): string {
	return rowsOf(action)[0]?.label ?? '';
}

function permissionOf(action: Action): Permission {
	const permissions = new Set(rowsOf(action).map(({ permission }) => permission));
	const [only] = permissions;
	if (only === undefined || permissions.size > 1) throw new Error(`${action} has no single permission`);
	return only;
}
