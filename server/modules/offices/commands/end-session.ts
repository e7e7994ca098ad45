import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { mayEndSession } from '../policy.ts';
import { endSession, selectSession } from '../store/sessions.ts';

/** Ends a session of one's own, or, for those who manage people, of anybody. @throws AppError `notFound` for other people's */
export async function endOneSession(tx: Tx, id: string): Promise<void> {
	const session = await selectSession(tx, id);
	if (!session || !mayEndSession(tx.actor, session.personId)) throw new AppError('notFound');
	tx.about({ type: 'person', id: session.personId, summary: '结束登录' });
	await endSession(tx, id, 'ended');
}
