import type { FastifyRequest } from 'fastify';
import type { Actor } from '../kernel/actor.ts';

export const SESSION_COOKIE = 'gk_session';

/** A valid session: the person in the office they act in, and the token that changes must carry. */
export interface SignedIn {
	sessionId: string;
	actor: Extract<Actor, { kind: 'person' }>;
	csrfToken: string;
	/** The person has to set a new password before anything else. */
	mustChangePassword: boolean;
}

/** Looks a session cookie up; null when it is unknown, ended or too old. Given by the offices module. */
export type Authenticate = (
	cookie: string,
	seen: { ip: string; userAgent: string; at: Date },
) => Promise<SignedIn | null>;

/** True when a request that changes something carries the session's token, so that no foreign page can have sent it. */
export function carriesToken(request: FastifyRequest, signedIn: SignedIn): boolean {
	return request.headers['x-csrf-token'] === signedIn.csrfToken;
}
