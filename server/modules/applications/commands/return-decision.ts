import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { closeDecision } from '../store/decisions.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import { pendingId } from './pending.ts';

export async function returnDecision(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'returnDraft');
	if (input.reason.trim() === '') refuseIf([issue('return.reason', '请写明退回修改的意见。', 'reason')]);
	await closeDecision(tx, pendingId(record), { status: 'returned', note: input.reason });
	await carryOut(tx, record, move, { data: { reason: input.reason }, entry: `退回修改：${input.reason}` });
}
