import type { Tx } from '../../../platform/transaction.ts';
import { checkIntakeDays, receiptEvents, receivedOn } from '../rules/days.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import { afterRegistration, newCode } from './register.ts';
import type { CaseServices } from './services.ts';

/**
 * Confirms the receipt with the applicant and registers: the day of receipt is fixed (第三十一条) and the clock starts.
 * `how` says by which call or message. The code is given when the applicant has none yet.
 */
export async function confirmApplication(
	tx: Tx,
	services: CaseServices,
	input: { id: number; confirmedOn: string; how: string },
): Promise<{ receivedOn: string | null; code: string | null }> {
	const { record, move } = await openCase(tx, input.id, 'confirm');
	const { channel, submittedOn, arrivedOn, queryFingerprint } = record.application;
	const days = { submittedOn, arrivedOn, confirmedOn: input.confirmedOn };
	refuseIf(checkIntakeDays(channel, days, tx.today));
	const received = receivedOn(channel, days, record.calendar);
	const secret = queryFingerprint === null ? newCode(services) : null;
	await carryOut(tx, record, move, {
		on: input.confirmedOn,
		clock: receiptEvents(channel, days).filter(({ type }) => type === 'confirmed'),
		data: { how: input.how },
		changes: {
			confirmedOn: input.confirmedOn,
			...(received ? { receivedOn: received } : {}),
			...(secret ? { queryFingerprint: secret.fingerprint } : {}),
		},
		entry: `与申请人确认并登记${input.how ? `（${input.how}）` : ''}`,
	});
	await afterRegistration(tx, services, input.id, secret?.code ?? null);
	return { receivedOn: received, code: secret?.code ?? null };
}
