import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { PURPOSES } from '../model.ts';
import { lockMessage, updateMessage } from '../store.ts';
import { messageWorkflow } from '../workflow.ts';
import { enqueueSending } from './queue-message.ts';

/** What becomes of a message that did not go out. @throws AppError `notFound`, `conflict`, `forbidden` */
export async function decideMessage(tx: Tx, id: number, action: 'retry' | 'drop'): Promise<void> {
	const message = await lockMessage(tx, id);
	if (!message) throw new AppError('notFound');
	const move = findMove(messageWorkflow, message.state, action);
	if (!move) throw new AppError('conflict', { message: messages.notFailed });
	requireMove(messageWorkflow, message.state, action, undefined, (permission) => can(tx.actor, permission));
	await updateMessage(tx, id, { state: move.to });
	if (action === 'retry') await enqueueSending(tx, id);
	const { officeId, purpose } = message;
	tx.about({ type: 'message', id, officeId, summary: `${move.label}：${PURPOSES[purpose]}` });
}
