import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { reasonIssues } from '../rules/reason.ts';
import { updateReport } from '../store/reports.ts';
import { insertReturn, latestSnapshot, type ReturnRecord } from '../store/snapshots.ts';
import { record, stepFrom } from './step.ts';

/** The office hands its signed report in to the county. */
export async function submit(tx: Tx, reportId: number): Promise<void> {
	const report = await stepFrom(tx, reportId, 'submit');
	await updateReport(tx, reportId, { state: 'submitted', submittedAt: tx.now });
	await record(tx, report, 'submit');
	await tx.emit('report.submitted', { reportId, officeId: report.officeId });
}

/** The county takes it in. */
export async function accept(tx: Tx, reportId: number): Promise<void> {
	const report = await stepFrom(tx, reportId, 'accept');
	await updateReport(tx, reportId, { state: 'accepted' });
	await record(tx, report, 'accept');
	await tx.emit('report.accepted', { reportId, officeId: report.officeId });
}

/** The county sends it back with what it found; kept with the signature it was found in. */
export async function returnReport(
	tx: Tx,
	reportId: number,
	input: { reason: string; findings: ReturnRecord['findings'] },
): Promise<void> {
	const report = await stepFrom(tx, reportId, 'return');
	const issues = reasonIssues(input.reason);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const snapshot = await latestSnapshot(tx, reportId);
	if (!snapshot) throw new AppError('conflict', { message: messages.noSnapshot });
	const reason = input.reason.trim();
	await insertReturn(tx, { reportId, snapshotId: snapshot.id, reason, findings: input.findings });
	await updateReport(tx, reportId, { state: 'returned' });
	await record(tx, report, 'return', { reason, findings: input.findings.length });
	await tx.emit('report.returned', { reportId, officeId: report.officeId });
}
