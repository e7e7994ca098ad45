import { createHash } from 'node:crypto';
import type { Authenticate } from '../../../api/session.ts';
import { personActor } from '../../../kernel/actor.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Sql } from '../../../platform/database.ts';
import { SEEN_EVERY_MS, SESSION_IDLE_MS, SESSION_MAX_MS } from '../config.ts';
import { isLocal } from '../rules/local.ts';
import { selectLiveSession, touchSession } from '../store/sessions.ts';
import { rolesOfPerson } from './roles.ts';

/** What the database keeps of a cookie. */
export function sessionIdOf(cookie: string): string {
	return createHash('sha256').update(cookie).digest('hex');
}

/** True when a session is too old or was not used for too long; computed, never stored. */
export function hasExpired(session: { createdAt: Date; lastSeenAt: Date }, at: Date): boolean {
	const now = at.getTime();
	return now - session.lastSeenAt.getTime() > SESSION_IDLE_MS || now - session.createdAt.getTime() > SESSION_MAX_MS;
}

/**
 * Looks sessions up in this database. Roles are read anew with each request: an ended assignment, a deputy whose days are
 * over or a disabled account is refused at once, on every node. `host` is the address served: the demo is for this machine only.
 */
export function authenticate(db: Sql, host = '127.0.0.1'): Authenticate {
	return async (cookie, seen) => {
		const session = await selectLiveSession(db, sessionIdOf(cookie));
		if (!session || hasExpired(session, seen.at)) return null;
		if (session.demo && !isLocal(host, seen.ip)) return null;
		const held = await rolesOfPerson({ sql: db }, session.personId, civilDay(seen.at));
		const here = held.find(({ officeId }) => officeId === session.officeId) ?? held[0];
		if (!here) return null;
		if (seen.at.getTime() - session.lastSeenAt.getTime() >= SEEN_EVERY_MS) await touchSession(db, session.id, seen);
		return {
			sessionId: session.id,
			actor: personActor({ id: session.personId, name: session.name }, here.officeId, here.roles),
			csrfToken: session.csrfToken,
			mustChangePassword: session.mustChangePassword,
		};
	};
}
