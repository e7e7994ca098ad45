import type { Tx } from '../../../platform/transaction.ts';
import type { CountSources } from '../compile/sources.ts';
import { modelText, type SnapshotModel } from '../snapshot/model.ts';
import { updateReport } from '../store/reports.ts';
import { insertSnapshot } from '../store/snapshots.ts';
import { type LiveStep, liveStepFrom, record } from './step.ts';

/**
 * Signs a report: figures, words, audit and printed form are stored as they are at this moment and never change again.
 * State and snapshot are one transaction, so that there is never one without the other. Answers the hash.
 */
export async function signOff(tx: Tx, reportId: number, sources: CountSources): Promise<string> {
	const step = await liveStepFrom(tx, reportId, 'signOff', sources);
	const { model, sha256 } = modelText(snapshotOf(step, tx.today));
	const snapshotId = await insertSnapshot(tx, { reportId, model, sha256 });
	await updateReport(tx, reportId, { state: 'signedOff' });
	await record(tx, step.report, 'signOff', { snapshotId, sha256 });
	return sha256;
}

function snapshotOf({ report, live, audited }: LiveStep, signedOn: string): SnapshotModel {
	const { officeId, year, edition, form } = report;
	return {
		version: 1,
		officeId,
		officeName: live.officeName,
		year,
		edition,
		form,
		title: live.document.title,
		signedOn,
		cells: live.cells,
		told: live.told,
		sections: Object.fromEntries(live.sections),
		document: { ...live.document, signedOn },
		report: { ...audited.report, signedOn },
		audit: { findings: audited.findings, notChecked: audited.notChecked },
	};
}
