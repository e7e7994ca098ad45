import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { reasonIssues } from '../rules/reason.ts';
import { updateReport } from '../store/reports.ts';
import { record, stepFrom } from './step.ts';

/** The ways back into the draft, and whether the one who goes says why. */
export const REOPENINGS = { sendBack: true, declineSignature: true, recall: true, revise: false } as const;
export type Reopening = keyof typeof REOPENINGS;

/** Puts a report back into the hands of who writes it. Earlier signatures stay in the history. */
export async function reopen(tx: Tx, reportId: number, action: Reopening, reason = ''): Promise<void> {
	const report = await stepFrom(tx, reportId, action);
	const issues = REOPENINGS[action] ? reasonIssues(reason) : [];
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateReport(tx, reportId, { state: 'draft', reviewedSha256: null, reviewedBy: null, reviewedByName: null });
	await record(tx, report, action, reason.trim() === '' ? {} : { reason: reason.trim() });
}
