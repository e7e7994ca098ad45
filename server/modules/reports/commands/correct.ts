import { nameOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { reasonIssues } from '../rules/reason.ts';
import { copyContents } from '../store/contents.ts';
import { insertReport } from '../store/reports.ts';
import { record, stepFrom } from './step.ts';

/** Begins a correction of a published report: a new edition with its reason; the old one stays public until it is out. */
export async function correct(tx: Tx, reportId: number, reason: string): Promise<number> {
	const report = await stepFrom(tx, reportId, 'correct');
	const issues = reasonIssues(reason);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const { officeId, year, form, covers } = report;
	const edition = report.edition + 1;
	const given = { officeId, year, edition, form, covers, correctionReason: reason.trim(), createdBy: nameOf(tx.actor) };
	const id = await insertReport(tx, given);
	await copyContents(tx, reportId, id);
	await record(tx, { ...report, id }, 'correct', { reason: reason.trim(), of: reportId });
	await record(tx, report, 'correct', { reason: reason.trim(), edition });
	return id;
}
