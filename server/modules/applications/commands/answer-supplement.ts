import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { StoredFile } from '../../../platform/files.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkDay } from '../rules/days.ts';
import { insertFiles } from '../store/files.ts';
import { answerSupplement as keepAnswer } from '../store/tasks.ts';
import { lookThroughLater } from './look-through-files.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

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
	if (as === 'applicant') await lookThroughLater(tx, input.id, input.files);
	await carryOut(tx, record, move, { on: input.on, clock: [{ type: 'supplemented', on: input.on }] });
}
