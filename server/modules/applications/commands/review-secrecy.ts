import type { Tx } from '../../../platform/transaction.ts';
import { passSecrecyReview } from '../store/decisions.ts';
import { carryOut, openCase } from './move.ts';
import { pendingId } from './pending.ts';

/** 保密审查 by somebody who did not draft (第十七条). A refusal is a return of the draft. */
export async function reviewSecrecy(tx: Tx, input: { id: number; note: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'reviewSecrecy');
	await passSecrecyReview(tx, pendingId(record), input.note);
	await carryOut(tx, record, move, {
		data: { note: input.note },
		entry: `保密审查：可以公开${input.note ? `（${input.note}）` : ''}`,
	});
}
