import { z } from 'zod';
import { defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { endOneSession } from '../commands/end-session.ts';
import { maySeeSessions } from '../policy.ts';
import { sessionsOf } from '../queries/session-list.ts';
import { nothing, sessionListSchema } from '../schemas/session.ts';
import { signedIn } from './session.ts';

export const sessionsRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/sessions',
		summary: '登录记录',
		access: 'signedIn',
		audit: 'none',
		/** Another person's, for those who manage people. */
		query: z.object({ personId: z.coerce.number().int().positive().optional() }),
		response: sessionListSchema,
		handler: async (request) => {
			const { actor, sessionId } = signedIn(request);
			const personId = request.query.personId ?? actor.personId;
			if (!maySeeSessions(actor, personId)) throw new AppError('notFound');
			return { sessions: await sessionsOf(reader(request.context), personId, sessionId) };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/sessions/:id',
		summary: '结束登录',
		access: 'signedIn',
		audit: 'session.ended',
		params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
		response: nothing,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => endOneSession(tx, params.id));
			return {};
		},
	}),
];
