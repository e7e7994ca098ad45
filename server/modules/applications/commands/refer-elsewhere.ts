import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { ELSEWHERE, type Elsewhere } from '../model.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface Referral {
	id: number;
	to: Elsewhere;
	/** The answer (D30), or for a correction the result (D29). */
	answer: string;
	/** For a correction: the record to be corrected. */
	record: string;
	/** How the body of the letter cites the law, when it does. */
	reason: string;
}

/** What came in is no application: answered as what it is, and counted in no row of table 3. */
export async function referElsewhere(tx: Tx, services: CaseServices, input: Referral): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'referElsewhere');
	const { to, answer } = input;
	const correction = to === 'correction';
	refuseIf([
		...(answer.trim() === ''
			? [issue('refer.answer', correction ? '请填写办理结果。' : '请填写回复内容。', 'answer')]
			: []),
		...(correction && input.record.trim() === '' ? [issue('refer.record', '请填写要求更正的记录。', 'record')] : []),
	]);
	await issueLetter(
		tx,
		services,
		record,
		correction
			? { template: 'D29', values: { record: input.record, result: answer } }
			: { template: 'D30', values: { answer } },
	);
	const registered = record.application.receivedOn !== null;
	await carryOut(tx, record, move, {
		clock: registered ? [{ type: 'ended', on: tx.today, reason: 'transferred' }] : [],
		data: { to, reason: input.reason },
		entry: `${ELSEWHERE[to]}${input.reason ? `：${input.reason}` : ''}`,
	});
}
