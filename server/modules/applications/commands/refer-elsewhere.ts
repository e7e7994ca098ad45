import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { ELSEWHERE, type Elsewhere } from '../model.ts';
import { insertCorrection } from '../store/corrections.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface Referral {
	id: number;
	to: Elsewhere;
	/** The answer (D30); a correction is answered when it has been checked. */
	answer: string;
	/** For a correction: the record said to be wrong, and what proves it. */
	record: string;
	evidence: string;
	/** Why it is no application; for the history. */
	reason: string;
}

/**
 * What came in is no application, and counts in no row of table 3. A correction (第四十一条) is checked as a case of its own;
 * everything else is answered as what it is.
 */
export async function referElsewhere(tx: Tx, services: CaseServices, input: Referral): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'referElsewhere');
	const { to, answer } = input;
	const { id, officeId, receivedOn } = record.application;
	const isCorrection = to === 'correction';
	refuseIf(
		collectIssues(
			!isCorrection && answer.trim() === '' ? issue('refer.answer', messages.referAnswer, 'answer') : null,
			isCorrection && input.record.trim() === '' ? issue('refer.record', messages.correctionRecord, 'record') : null,
		),
	);
	if (isCorrection) {
		const given = { record: input.record.trim(), evidence: input.evidence.trim() };
		await insertCorrection(tx, { applicationId: id, officeId, receivedOn: receivedOn ?? tx.today, ...given });
	} else await issueLetter(tx, services, record, { template: 'D30', values: { answer } });
	await carryOut(tx, record, move, {
		clock: receivedOn === null ? [] : [{ type: 'ended', on: tx.today, reason: 'transferred' }],
		data: { to, reason: input.reason },
		entry: `${ELSEWHERE[to]}${input.reason ? `：${input.reason}` : ''}`,
	});
}
