import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { CORRECTION_RESULTS, type CorrectionResult } from '../model.ts';
import { closeCorrection as close } from '../store/corrections.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface CorrectionClosing {
	id: number;
	result: CorrectionResult;
	/** What was found and done, or to whom it was passed on; stands in the letter. */
	finding: string;
}

/** 更正 (第四十一条): checked and corrected, found right as it is, or passed on to who may correct it; told by letter (D29). */
export async function closeCorrection(tx: Tx, services: CaseServices, input: CorrectionClosing): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'closeCorrection');
	const { correction } = record;
	if (!correction) throw new AppError('conflict');
	const finding = input.finding.trim();
	refuseIf(collectIssues(finding === '' ? issue('correction.finding', messages.correctionFinding, 'finding') : null));
	const letterId = await issueLetter(tx, services, record, {
		template: 'D29',
		values: { record: correction.record, result: `${CORRECTION_RESULTS[input.result]}。${finding}` },
	});
	await close(tx, input.id, { result: input.result, finding, letterId });
	await carryOut(tx, record, move, {
		data: { result: input.result },
		entry: `更正申请办结：${CORRECTION_RESULTS[input.result]}`,
	});
}
