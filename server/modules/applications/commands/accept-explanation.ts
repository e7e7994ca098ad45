import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkFutureDay } from '../rules/days.ts';
import { judgeExplanation } from '../store/tasks.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

/** The reasons hold, but not within the limit: a reasonable later day, told to the applicant. */
export async function acceptExplanation(
	tx: Tx,
	services: CaseServices,
	input: { id: number; given: string; reason: string; until: string },
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'acceptExplanation');
	const { given, reason, until } = input;
	const due = record.facts.clock.dueOn;
	refuseIf(
		collectIssues(
			reason.trim() === '' ? issue('delay.reason', '请写明不能按期答复的原因。', 'reason') : null,
			checkFutureDay('until', '延迟答复的期限', until, tx.today),
			due !== null && until <= due
				? issue('delay.early', `延迟答复的期限应当晚于原答复期限（${chineseDay(due)}）。`, 'until')
				: null,
		),
	);
	const values = { reason, newDueDay: chineseDay(until) };
	await issueLetter(tx, services, record, { template: 'D27', values });
	await judgeExplanation(tx, input.id, { given, reasonable: true, finding: reason, delayedUntil: until });
	await carryOut(tx, record, move, {
		clock: [{ type: 'delayed', on: tx.today, until }],
		data: { until },
		entry: `理由合理，延迟至${chineseDay(until)}前答复`,
	});
}
