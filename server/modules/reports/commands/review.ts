import { nameOf } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { CountSources } from '../compile/sources.ts';
import { personIdOf } from '../policy.ts';
import { updateReport } from '../store/reports.ts';
import { liveStepFrom, record } from './step.ts';

/** A second person has read it. The fingerprint says what: a report that changes after this is not signed. */
export async function review(tx: Tx, reportId: number, sources: CountSources): Promise<void> {
	const { report, live } = await liveStepFrom(tx, reportId, 'review', sources);
	await updateReport(tx, reportId, {
		state: 'reviewed',
		reviewedSha256: live.fingerprint,
		reviewedBy: personIdOf(tx.actor),
		reviewedByName: nameOf(tx.actor),
	});
	await record(tx, report, 'review');
}
