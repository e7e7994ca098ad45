import type { Tx } from '../../../platform/transaction.ts';
import { checkDay } from '../rules/days.ts';
import { updateFee } from '../store/fees.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/** Paid in full: the limit starts anew the next day. */
export async function payFee(tx: Tx, input: { id: number; paidOn: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'payFee');
	const limits = { today: tx.today, notBefore: record.fee?.notifiedOn ?? null, before: '发出收费通知的日期' };
	const wrong = checkDay('paidOn', '缴费日期', input.paidOn, limits);
	refuseIf(wrong ? [wrong] : []);
	await updateFee(tx, input.id, { paidOn: input.paidOn });
	await carryOut(tx, record, move, { on: input.paidOn, clock: [{ type: 'feePaid', on: input.paidOn }] });
}
