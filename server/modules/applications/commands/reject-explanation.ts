import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { judgeExplanation } from '../store/tasks.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/** No reasons, or none that hold: the way to 「不予处理」 is open. Silence counts only after the period has passed. */
export async function rejectExplanation(tx: Tx, input: { id: number; given: string; finding: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'rejectExplanation');
	const { given, finding } = input;
	const until = record.explanation?.until ?? tx.today;
	refuseIf(
		collectIssues(
			finding.trim() === '' ? issue('explanation.finding', '请写明认定理由不合理的依据。', 'finding') : null,
			given.trim() === '' && tx.today <= until
				? issue(
						'explanation.running',
						`说明理由的期限至${chineseDay(until)}，申请人尚未说明的，届满后才能认定。`,
						'given',
					)
				: null,
		),
	);
	await judgeExplanation(tx, input.id, { given, reasonable: false, finding });
	await carryOut(tx, record, move, { data: { given: given.trim() !== '' } });
}
