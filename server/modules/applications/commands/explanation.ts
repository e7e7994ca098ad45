import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkFutureDay } from '../rules/days.ts';
import { judgeExplanation, putExplanation } from '../store/tasks.ts';
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
	const values = { counts: counts.replace(/[。；，]+$/u, ''), period: chineseDay(until) };
	const letterId = await issueLetter(tx, services, record, { template: 'D05', values });
	await putExplanation(tx, input.id, { counts, until, letterId });
	await carryOut(tx, record, move, { data: { until }, entry: `要求说明理由，期限至${chineseDay(until)}` });
}

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
	const values = { reason: reason.replace(/[。；，]+$/u, ''), newDueDay: chineseDay(until) };
	await issueLetter(tx, services, record, { template: 'D27', values });
	await judgeExplanation(tx, input.id, { given, reasonable: true, finding: reason, delayedUntil: until });
	await carryOut(tx, record, move, {
		clock: [{ type: 'delayed', on: tx.today, until }],
		data: { until },
		entry: `理由合理，延迟至${chineseDay(until)}前答复`,
	});
}

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
