import { chineseDay } from '../../../kernel/civil-day.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkDay } from '../rules/days.ts';
import { updateFee } from '../store/fees.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/** The day the applicant received the notice: the twenty working days run from the day after. */
export async function recordFeeDelivery(tx: Tx, input: { id: number; deliveredOn: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recordFeeDelivery');
	const limits = { today: tx.today, notBefore: record.fee?.notifiedOn ?? null, before: '发出收费通知的日期' };
	const wrong = checkDay('deliveredOn', '申请人收到日期', input.deliveredOn, limits);
	refuseIf(wrong ? [wrong] : []);
	await updateFee(tx, input.id, { deliveredOn: input.deliveredOn });
	await carryOut(tx, record, move, {
		on: input.deliveredOn,
		clock: [{ type: 'feeDelivered', on: input.deliveredOn }],
		entry: `申请人于${chineseDay(input.deliveredOn)}收到收费通知`,
	});
}
