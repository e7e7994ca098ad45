import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { personName } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { openHandover } from '../rules/handover.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/** 签收: who was given the case says that it has arrived; from then on it is theirs. */
export async function signFor(tx: Tx, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'signFor');
	await carryOut(tx, record, move, {});
}

/** 退回交接: the case goes back to the hand it came from, with a reason. */
export async function declineHandover(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'declineHandover');
	const reason = input.reason.trim();
	if (reason === '') refuseIf([issue('handover.reason', messages.declineReason, 'reason')]);
	const handover = openHandover(record.events);
	if (!handover) throw new AppError('conflict');
	const { from } = handover;
	await carryOut(tx, record, move, {
		data: { reason, handlerId: from },
		changes: { handlerId: from },
		entry: messages.declined(from === null ? '' : await personName(tx, from), reason),
	});
}
