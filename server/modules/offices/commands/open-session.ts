import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/transaction.ts';
import { sessionIdOf } from '../queries/sessions.ts';
import { insertSession } from '../store/sessions.ts';

export interface OpenedSession {
	/** The cookie's value: known to the browser alone, the database keeps its hash. */
	cookie: string;
	sessionId: string;
	csrfToken: string;
}

/** Opens a session for a person whose right to it has been checked. */
export async function openSession(
	tx: Tx,
	who: { personId: number; officeId: number; ip?: string | undefined; userAgent?: string },
): Promise<OpenedSession> {
	const cookie = randomBytes(32).toString('base64url');
	const csrfToken = randomBytes(24).toString('base64url');
	const sessionId = sessionIdOf(cookie);
	const { personId, officeId, ip = null, userAgent = '' } = who;
	await insertSession(tx, { id: sessionId, personId, officeId, csrfToken, ip, userAgent });
	return { cookie, sessionId, csrfToken };
}
