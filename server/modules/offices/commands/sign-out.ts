import type { Tx } from '../../../platform/transaction.ts';
import { endSession } from '../store/sessions.ts';

/** Ends the session the request came with. */
export async function signOut(tx: Tx, sessionId: string): Promise<void> {
	tx.about({ summary: '退出登录' });
	await endSession(tx, sessionId, 'signedOut');
}
