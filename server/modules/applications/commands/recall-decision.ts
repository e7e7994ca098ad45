import type { Tx } from '../../../platform/transaction.ts';
import { closeDecision } from '../store/decisions.ts';
import { carryOut, openCase } from './move.ts';
import { pendingId } from './pending.ts';

/** Taken back by the handling side before it is signed. */
export async function recallDecision(tx: Tx, input: { id: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recall');
	await closeDecision(tx, pendingId(record), { status: 'recalled', note: '' });
	await carryOut(tx, record, move, {});
}
