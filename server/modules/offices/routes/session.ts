import { z } from 'zod';
import { defineRoute, type RouteRequest, WithSession } from '../../../api/route.ts';
import type { PersonActor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { changePassword } from '../commands/change-password.ts';
import { signIn } from '../commands/sign-in.ts';
import { signOut } from '../commands/sign-out.ts';
import { switchOffice } from '../commands/switch-office.ts';
import { SESSION_MAX_MS, SIGN_INS_PER_MINUTE } from '../config.ts';
import { sessionView } from '../queries/session-view.ts';
import { isLocal } from '../rules/local.ts';
import { credentialsSchema, newPasswordSchema, nothing, sessionSchema } from '../schemas/session.ts';

type AnyRequest = Pick<RouteRequest<unknown, unknown, unknown>, 'context' | 'services' | 'sessionId'>;

/** The person and session of a route that only signed-in people reach. */
export function signedIn({ context, sessionId }: AnyRequest): { actor: PersonActor; sessionId: string } {
	if (context.actor.kind !== 'person' || !sessionId) throw new AppError('unauthenticated');
	return { actor: context.actor, sessionId };
}

const isLocalRequest = ({ context, services }: AnyRequest) => isLocal(services.config.host, context.ip);

const view = (request: AnyRequest) =>
	sessionView(reader(request.context), request.context.actor, request.sessionId, isLocalRequest(request));

export const sessionRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/session',
		summary: '当前登录',
		access: 'public',
		audit: 'none',
		response: sessionSchema,
		handler: view,
	}),
	defineRoute({
		method: 'POST',
		path: '/api/session',
		summary: '登录',
		access: 'public',
		audit: 'session.signedIn',
		ratePerMinute: SIGN_INS_PER_MINUTE,
		body: credentialsSchema,
		response: sessionSchema,
		handler: async (request) => {
			const { context, body, userAgent } = request;
			const opened = await signIn(context, { ...body, userAgent, local: isLocalRequest(request) });
			const answer = await sessionView(reader(context), opened.actor, opened.sessionId, isLocalRequest(request));
			return new WithSession(answer, { id: opened.cookie, maxAgeSeconds: SESSION_MAX_MS / 1000 });
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/session',
		summary: '退出登录',
		access: 'signedIn',
		audit: 'session.signedOut',
		response: nothing,
		handler: async (request) => {
			const { sessionId } = signedIn(request);
			await transact(request.context, (tx) => signOut(tx, sessionId));
			return new WithSession({}, null);
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/session/office',
		summary: '切换机关',
		access: 'signedIn',
		audit: 'session.officeSwitched',
		body: z.object({ officeId: z.int().positive() }),
		response: sessionSchema,
		handler: async (request) => {
			const { actor, sessionId } = signedIn(request);
			await transact(request.context, (tx) => switchOffice(tx, actor, sessionId, request.body.officeId));
			return await view(request);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/session/password',
		summary: '修改密码',
		access: 'signedIn',
		audit: 'person.passwordChanged',
		ratePerMinute: SIGN_INS_PER_MINUTE,
		body: newPasswordSchema,
		response: sessionSchema,
		handler: async (request) => {
			const { actor, sessionId } = signedIn(request);
			await changePassword(request.context, actor, { sessionId, ...request.body });
			return await view(request);
		},
	}),
];
