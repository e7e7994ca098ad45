import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { auditLive } from '../audit/run.ts';
import { compileLive } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { messages } from '../messages.zh.ts';
import { insertExplanation } from '../store/contents.ts';
import { record, stepFrom } from './step.ts';

const MAX = 1000;

/** Says why a finding stands although it is right as it is. Holds while rule, cells and figures stay the same. */
export async function explainFinding(
	tx: Tx,
	reportId: number,
	input: { key: string; explanation: string },
	sources: CountSources,
): Promise<void> {
	const report = await stepFrom(tx, reportId, 'edit');
	const explanation = input.explanation.trim();
	if (explanation === '' || explanation.length > MAX) {
		const message = explanation === '' ? messages.explanationMissing : messages.groundLong(MAX);
		throw new AppError('invalid', { issues: [issue('explanation', message, 'explanation')] });
	}
	const { findings } = await auditLive(tx, await compileLive(tx, report, sources), sources);
	const finding = findings.find((one) => one.key === input.key);
	if (!finding) throw new AppError('conflict', { message: messages.unknownFinding });
	if (finding.severity !== 'error') throw new AppError('invalid', { message: messages.explanationOnlyError });
	const { rule, message } = finding;
	await insertExplanation(tx, reportId, { findingKey: input.key, rule, message, explanation });
	await record(tx, report, 'explain', { rule, message, explanation });
}
