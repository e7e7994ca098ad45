import { AppError } from '../../../kernel/errors.ts';
import { whyNot } from '../../../kernel/workflow.ts';
import { enqueue } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say } from '../messages.zh.ts';
import { factsOf } from '../queries/facts.ts';
import { selectDue } from '../store/scheduled.ts';
import { workflow } from '../workflow.ts';
import { type Case, makeMove, openCase, refuseWith, requireAction } from './case.ts';
import { lateIssues } from './late-issues.ts';
import { release } from './release.ts';

const A_YEAR = 366 * 86_400_000;

/** Publishes a signed document now. @throws AppError `invalid` when late without a reason */
export async function publishNow(tx: Tx, documentId: number, lateReason: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'publish');
	refuseWith(await lateIssues(tx, open, lateReason));
	await publishCase(tx, open, lateReason);
}

/** Sets the time at which a signed document publishes itself. */
export async function schedule(tx: Tx, documentId: number, publishAt: Date, lateReason: string): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'schedule');
	refuseWith(await lateIssues(tx, open, lateReason));
	await scheduleCase(tx, open, publishAt, lateReason);
}

export async function unschedule(tx: Tx, documentId: number): Promise<void> {
	const open = await openCase(tx, documentId);
	await requireAction(tx, open, 'unschedule');
	await makeMove(tx, open, 'unschedule', { change: { publishAt: null } });
}

/** The release itself, by whoever was entitled: the clerk, the signature, or the clock. */
export async function publishCase(tx: Tx, open: Case, lateReason = ''): Promise<void> {
	await requireOpen(tx, open);
	if (!open.revision) throw new AppError('internal', { detail: `document ${open.document.id} has no revision` });
	const data = lateReason ? { lateReason } : {};
	const published = await makeMove(tx, open, 'publish', { data, change: { publishAt: null } });
	await release(tx, published, open.revision);
}

/** Sets the hour and the job that keeps it. @throws AppError `invalid` for an hour that has passed */
export async function scheduleCase(tx: Tx, open: Case, publishAt: Date | null, lateReason = ''): Promise<void> {
	await requireOpen(tx, open);
	const past = publishAt === null || publishAt <= tx.now;
	const far = publishAt !== null && publishAt.getTime() > tx.now.getTime() + A_YEAR;
	if (past || far)
		throw new AppError('invalid', { issues: [say(past ? 'schedule.past' : 'schedule.far', 'publishAt')] });
	const data = { publishAt: publishAt.toISOString(), ...(lateReason ? { lateReason } : {}) };
	await makeMove(tx, open, 'schedule', { data, change: { publishAt } });
	await enqueue(tx.sql, { kind: 'publishing.publishDue', runAt: publishAt });
}

/** What is not to be opened cannot be released, whoever asks: the guards without the permission. */
async function requireOpen(tx: Tx, { document, draft, content }: Case): Promise<void> {
	const facts = await factsOf(tx, document, draft, content);
	refuseWith(whyNot(workflow, document.state, 'publish', facts, () => true));
}

/** Publishes every scheduled document whose time has come. Each is locked and looked at again: somebody may have stopped it. */
export async function publishDue(tx: Tx): Promise<number> {
	let published = 0;
	for (const id of await selectDue(tx)) {
		const open = await openCase(tx, id);
		if (open.document.state !== 'scheduled' || !open.document.publishAt || open.document.publishAt > tx.now) continue;
		await publishCase(tx, open);
		published += 1;
	}
	return published;
}
