import type { Tx } from '../../../platform/transaction.ts';
import { checkDay, receiptEvents } from '../rules/days.ts';
import type { Entered } from './enter-application.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import { afterRegistration, newCode, takeApplicationNumber } from './register.ts';
import type { CaseServices } from './services.ts';

/** The applicant has read what was written down for them and signed: handed in on that day, registered at once. */
export async function submitDraft(
	tx: Tx,
	services: CaseServices,
	input: { id: number; submittedOn: string },
): Promise<Entered> {
	const { record, move } = await openCase(tx, input.id, 'submitDraft');
	const { submittedOn } = input;
	const wrong = checkDay('submittedOn', '申请人确认日期', submittedOn, { today: tx.today });
	refuseIf(wrong ? [wrong] : []);
	const { code, fingerprint } = newCode(services);
	const number = await takeApplicationNumber(tx, record.office);
	await carryOut(tx, record, move, {
		on: submittedOn,
		clock: receiptEvents(record.application.channel, { submittedOn, arrivedOn: null, confirmedOn: null }),
		changes: { number, queryFingerprint: fingerprint, submittedOn, receivedOn: submittedOn },
		entry: `申请人确认代填内容并提交，编号${number.text}`,
	});
	await afterRegistration(tx, services, input.id, code);
	return { applicationId: input.id, number: number.text, code };
}
