import type { Tx } from '../../../platform/transaction.ts';
import { carryOut, openCase } from './move.ts';

/** The applicant takes the application back: ended, in row (六)3 when it was registered. */
export async function withdrawApplication(
	tx: Tx,
	input: { id: number; reason: string },
	as: 'staff' | 'applicant' = 'staff',
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'withdraw', as);
	await carryOut(tx, record, move, {
		clock: [{ type: 'ended', on: tx.today, reason: 'withdrawn' }],
		// Before registration there is nothing that table 3 could count.
		changes: record.application.receivedOn === null ? {} : { concluded: { outcome: 'O23', on: tx.today } },
		data: { reason: input.reason },
		entry: `申请人撤回申请${input.reason ? `：${input.reason}` : ''}`,
	});
}
