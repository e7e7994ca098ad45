import type { Tx } from '../../../platform/transaction.ts';
import { carryOut, openCase } from './move.ts';

// Steps that record one fact and need nothing else: each is one row of the table and one event.

/** A draft that will not be handed in. */
export async function discardDraft(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'discardDraft');
	await carryOut(tx, record, move, { data: { reason: input.reason }, entry: `作废草稿：${input.reason}` });
}
