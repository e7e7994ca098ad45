import { labelOf } from 'annual-report';
import type { Reader } from '../../../platform/transaction.ts';
import { compileLive } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { modelOf } from '../snapshot/model.ts';
import { latestSnapshot } from '../store/snapshots.ts';
import { requireReport } from './report-view.ts';

/** A cell the registers would fill otherwise today. */
export interface Drift {
	address: string;
	label: string;
	signed: number | null;
	now: number | null;
}

/** Where the registers have moved on since the signature. The signed report itself does not move. */
export async function driftOf(reader: Reader, reportId: number, sources: CountSources): Promise<Drift[]> {
	const report = await requireReport(reader, reportId);
	const snapshot = await latestSnapshot(reader, reportId);
	if (!snapshot) return [];
	const signed = modelOf(snapshot.model).cells;
	const { cells } = await compileLive(reader, report, sources);
	return Object.values(cells)
		.filter((cell) => cell.value !== (signed[cell.address]?.value ?? null))
		.map(({ address, value }) => ({
			address,
			label: labelOf(address, report.form),
			signed: signed[address]?.value ?? null,
			now: value,
		}));
}
