import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkFutureDay } from '../rules/days.ts';
import { insertSupplement } from '../store/tasks.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export const SUPPLEMENT_EFFECT =
	'无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。答复期限自本机关收到补正的申请之日起计算。';

/** The one supplement notice (第三十条): what is missing, by when, and what follows. */
export async function requestSupplement(
	tx: Tx,
	services: CaseServices,
	input: { id: number; items: string; until: string },
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'requestSupplement');
	const { items, until } = input;
	refuseIf(
		collectIssues(
			items.trim() === '' ? issue('supplement.items', '请写明需要补正的事项。', 'items') : null,
			checkFutureDay('until', '补正期限', until, tx.today),
		),
	);
	const values = { items, period: chineseDay(until), effect: SUPPLEMENT_EFFECT };
	const letterId = await issueLetter(tx, services, record, { template: 'D04', values });
	await insertSupplement(tx, input.id, { items, until, letterId });
	await carryOut(tx, record, move, {
		clock: [{ type: 'supplementRequested', on: tx.today, until }],
		data: { until },
		entry: `要求补正，期限至${chineseDay(until)}`,
	});
}
