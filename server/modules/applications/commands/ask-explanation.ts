import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkFutureDay } from '../rules/days.ts';
import { putExplanation } from '../store/tasks.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

/** Asks for the reasons of applications that exceed a reasonable number or frequency (第三十五条). */
export async function askExplanation(
	tx: Tx,
	services: CaseServices,
	input: { id: number; counts: string; until: string },
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'askExplanation');
	const { counts, until } = input;
	refuseIf(
		collectIssues(
			counts.trim() === '' ? issue('explanation.counts', '请写明申请的数量、频次及统计期间。', 'counts') : null,
			checkFutureDay('until', '说明理由的期限', until, tx.today),
		),
	);
	const values = { counts, period: chineseDay(until) };
	const letterId = await issueLetter(tx, services, record, { template: 'D05', values });
	await putExplanation(tx, input.id, { counts, until, letterId });
	await carryOut(tx, record, move, { data: { until }, entry: `要求说明理由，期限至${chineseDay(until)}` });
}
