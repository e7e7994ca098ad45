import { chineseDay } from '../../../kernel/civil-day.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { CONSULTATIONS } from '../model.ts';
import { checkDay } from '../rules/days.ts';
import { updateConsultation } from '../store/consultations.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import { openConsultation } from './open-consultation.ts';

/** The day the other side received the letter: their fifteen working days run from it. */
export async function recordDelivery(
	tx: Tx,
	input: { id: number; consultationId: number; deliveredOn: string },
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recordDelivery');
	const found = openConsultation(record, input.consultationId);
	const limits = { today: tx.today, notBefore: found.sentOn, before: '发出征求意见书的日期' };
	const wrong = checkDay('deliveredOn', '对方收到日期', input.deliveredOn, limits);
	refuseIf(wrong ? [wrong] : []);
	await updateConsultation(tx, found.id, { deliveredOn: input.deliveredOn });
	await carryOut(tx, record, move, {
		on: input.deliveredOn,
		clock: [{ type: 'consultationDelivered', on: input.deliveredOn, id: String(found.id) }],
		data: { consultationId: found.id },
		entry: `${CONSULTATIONS[found.kind].label}于${chineseDay(input.deliveredOn)}收到征求意见书`,
	});
}
