import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { StoredFile } from '../../../platform/files.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkDay, checkFutureDay } from '../rules/days.ts';
import { insertFiles } from '../store/files.ts';
import { insertSupplement, answerSupplement as keepAnswer } from '../store/tasks.ts';
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

export interface SupplementAnswer {
	id: number;
	/** Day the supplemented application was received; the limit starts anew from it. */
	on: string;
	text: string;
	files: readonly (StoredFile & { fileName: string })[];
}

/**
 * The applicant has supplemented: by query code on the portal (both sides have it at that moment), or on paper.
 * @param as `applicant` when number and query code were shown.
 */
export async function answerSupplement(
	tx: Tx,
	input: SupplementAnswer,
	as: 'staff' | 'applicant' = 'staff',
): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'supplement', as);
	const askedOn = record.events.findLast(({ action }) => action === 'requestSupplement')?.day ?? null;
	refuseIf(
		collectIssues(
			input.text.trim() === '' ? issue('supplement.text', '请填写补正的内容。', 'text') : null,
			input.text.length > 5000
				? issue('text.long', `补正内容不超过5000字，现有${input.text.length}字。`, 'text')
				: null,
			checkDay('on', '收到补正日期', input.on, { today: tx.today, notBefore: askedOn, before: '要求补正的日期' }),
		),
	);
	await keepAnswer(tx, input.id, input.on, input.text);
	await insertFiles(tx, input.id, 'supplement', input.files);
	await carryOut(tx, record, move, { on: input.on, clock: [{ type: 'supplemented', on: input.on }] });
}
