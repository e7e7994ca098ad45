import type { Tx } from '../../../platform/transaction.ts';
import { unstopped } from '../letters/template.ts';
import { messages } from '../messages.zh.ts';
import { REFUND_GROUNDS, type RefundGround } from '../model.ts';
import { checkDay } from '../rules/days.ts';
import { checkRefund } from '../rules/fees.ts';
import { insertRefund } from '../store/fees.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

export interface RefundInput {
	id: number;
	/** Yuan. */
	amount: number;
	ground: RefundGround;
	reason: string;
	refundedOn: string;
}

/** 退费, in whole or in part, as often as something is left of what was paid. Appended; nothing of the notice changes. */
export async function refundFee(tx: Tx, input: RefundInput): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'refundFee');
	const { amount, ground, refundedOn } = input;
	const reason = unstopped(input.reason);
	const paid = record.fee ?? { amount: 0, paidOn: null, refunds: [] };
	const corrected = record.remedies.some(({ result }) => result === 'corrected');
	const day = checkDay('refundedOn', '退费日期', refundedOn, {
		today: tx.today,
		notBefore: paid.paidOn,
		before: '缴费日期',
	});
	refuseIf([...checkRefund(input, paid, corrected), ...(day ? [day] : [])]);
	await insertRefund(tx, input.id, { amount, ground, reason, refundedOn });
	await carryOut(tx, record, move, {
		on: refundedOn,
		data: { amount, ground },
		entry: messages.refunded(amount, REFUND_GROUNDS[ground], reason),
	});
}
