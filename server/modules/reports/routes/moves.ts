import type { z } from 'zod';
import { defineRoute, type Route } from '../../../api/route.ts';
import type { Permission } from '../../../kernel/permissions.ts';
import { reader, type Tx, transact } from '../../../platform/transaction.ts';
import { correct } from '../commands/correct.ts';
import { accept, returnReport, submit } from '../commands/hand-over.ts';
import { preparePublication, publish } from '../commands/publish.ts';
import { type Reopening, reopen } from '../commands/reopen.ts';
import { review } from '../commands/review.ts';
import { signOff } from '../commands/sign-off.ts';
import { moduleSources as sources } from '../compile/module-sources.ts';
import { requireReport } from '../queries/report-view.ts';
import * as schemas from '../schemas.ts';
import { type ReportAction, reportWorkflow } from '../workflow.ts';

/** A move of the workflow as a route; label and permission are those of the table. */
function moveRoute<B extends z.ZodType>(
	action: ReportAction,
	body: B,
	run: (tx: Tx, id: number, body: z.output<B>) => Promise<unknown>,
): Route {
	return defineRoute({
		method: 'POST',
		path: `/api/reports/:id/${action}`,
		...declared(action),
		params: schemas.idParams,
		body,
		response: schemas.done,
		handler: async ({ context, params, body: given }) => {
			await transact(context, (tx) => run(tx, params.id, given));
			return {};
		},
	});
}

function declared(action: ReportAction): { summary: string; access: Permission; audit: string } {
	const move = reportWorkflow.transitions.find((transition) => transition.action === action);
	if (!move) throw new Error(`no move ${action}`);
	return { summary: `年度报告：${move.label}`, access: move.permission, audit: `report.${action}` };
}

function reopenRoute(action: Reopening): Route {
	return moveRoute(action, schemas.reasonBody, (tx, id, { reason }) => reopen(tx, id, action, reason));
}

/** Publication renders its files before the transaction, so that nobody waits at a lock for a document to be drawn. */
function publishRoute(action: 'publish' | 'publishFor'): Route {
	return defineRoute({
		method: 'POST',
		path: `/api/reports/:id/${action}`,
		...declared(action),
		params: schemas.idParams,
		response: schemas.done,
		handler: async ({ context, params: { id }, services }) => {
			await requireReport(reader(context), id);
			const publication = await preparePublication(reader(context), services, id);
			await transact(context, (tx) => publish(tx, id, action, publication));
			return {};
		},
	});
}

export const moveRoutes = [
	moveRoute('review', schemas.nothing, (tx, id) => review(tx, id, sources)),
	moveRoute('signOff', schemas.nothing, (tx, id) => signOff(tx, id, sources)),
	moveRoute('submit', schemas.nothing, (tx, id) => submit(tx, id)),
	moveRoute('accept', schemas.nothing, (tx, id) => accept(tx, id)),
	moveRoute('return', schemas.returnBody, (tx, id, body) => returnReport(tx, id, body)),
	reopenRoute('sendBack'),
	reopenRoute('declineSignature'),
	reopenRoute('recall'),
	reopenRoute('revise'),
	publishRoute('publish'),
	publishRoute('publishFor'),
	defineRoute({
		method: 'POST',
		path: '/api/reports/:id/correct',
		...declared('correct'),
		params: schemas.idParams,
		body: schemas.reasonBody,
		response: schemas.created,
		handler: async ({ context, params, body }) => ({
			id: await transact(context, (tx) => correct(tx, params.id, body.reason)),
		}),
	}),
];
