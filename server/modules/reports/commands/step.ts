import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { type Audited, auditLive } from '../audit/run.ts';
import { compileLive, type LiveReport } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { timelineEntries } from '../messages.zh.ts';
import { canFor } from '../policy.ts';
import { baseFacts, liveFacts } from '../queries/facts.ts';
import { lockReport, type ReportRecord } from '../store/reports.ts';
import { type ReportAction, reportWorkflow } from '../workflow.ts';

/** Locks a report in the actor's scope. @throws AppError notFound */
export async function lockInScope(tx: Tx, id: number): Promise<ReportRecord> {
	const report = await lockReport(tx, scopeOf(tx.actor), id);
	if (!report) throw new AppError('notFound');
	return report;
}

/**
 * Locks a report and looks a move up that does not depend on its figures. The check stands inside the lock, so the second
 * of two people is told what the first has done.
 * @throws AppError notFound, conflict, forbidden, invalid
 */
export async function stepFrom(tx: Tx, id: number, action: ReportAction): Promise<ReportRecord> {
	const report = await lockInScope(tx, id);
	const facts = await baseFacts(tx, report);
	requireMove(reportWorkflow, report.state, action, facts, canFor(tx.actor, report.officeId));
	return report;
}

export interface LiveStep {
	report: ReportRecord;
	live: LiveReport;
	audited: Audited;
}

/** The same for review and signature: compiles and audits what is about to be approved, under the lock. */
export async function liveStepFrom(
	tx: Tx,
	id: number,
	action: 'review' | 'signOff',
	sources: CountSources,
): Promise<LiveStep> {
	const report = await lockInScope(tx, id);
	const can = canFor(tx.actor, report.officeId);
	// Whoever may not act, or comes too late, is told so before anything is computed.
	const plain = await baseFacts(tx, report);
	const early = { ...plain, personId: null, asReviewed: true };
	requireMove(reportWorkflow, report.state, action, early, can);
	const live = await compileLive(tx, report, sources);
	const audited = await auditLive(tx, live, sources);
	requireMove(reportWorkflow, report.state, action, liveFacts(plain, live, audited), can);
	return { report, live, audited };
}

/** A line in the report's history, and what the audit trail says of it. */
export async function record(
	tx: Tx,
	report: { id: number; officeId: number; year: number },
	entry: keyof typeof timelineEntries,
	data: Record<string, unknown> = {},
): Promise<void> {
	const { id, officeId, year } = report;
	await tx.timeline({ type: 'report', id, officeId }, timelineEntries[entry], data);
	tx.about({ type: 'report', id, officeId, summary: `${year}年度报告 ${timelineEntries[entry]}`, data });
}
