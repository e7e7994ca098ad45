import { labelOf, unitOf } from 'annual-report';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { compileLive } from '../compile/live.ts';
import type { CountSources, RecordSummary } from '../compile/sources.ts';
import type { ReportCell, ReportCells } from '../model.ts';
import { modelOf } from '../snapshot/model.ts';
import { jointsOf } from '../store/contents.ts';
import type { ReportRecord } from '../store/reports.ts';
import { latestSnapshot, signedCells } from '../store/snapshots.ts';
import { isLive } from '../workflow.ts';
import { requireReport } from './report-view.ts';

/** A cell opened: the records behind it, as many as it counts. */
export interface CellRecords {
	cell: ReportCell;
	label: string;
	unit: string;
	records: RecordSummary[];
	/** How many there are in all; `records` is one page of them. */
	total: number;
	/** In a report for the whole county: what each office brings, and where to look it up. */
	units: UnitRecord[];
}

/** An office's part in a cell of the county's report. */
export interface UnitRecord {
	officeId: number;
	officeName: string;
	value: number | null;
	joint: number;
	/** Why something was taken off. */
	note: string;
	/** Its report in this house; null where it was read from a file. */
	reportId: number | null;
}

/**
 * The records behind a cell, live or as they were counted when the report was signed. Read within the reader's own scope.
 * @throws AppError `notFound`
 */
export async function cellRecords(
	reader: Reader,
	at: { reportId: number; address: string; page: number; pageSize: number },
	sources: CountSources,
): Promise<CellRecords> {
	const report = await requireReport(reader, at.reportId);
	const cell = (await cellsOf(reader, report, sources))[at.address];
	if (!cell) throw new AppError('notFound');
	const all = cell.records?.ids ?? [];
	const ids = all.slice((at.page - 1) * at.pageSize, at.page * at.pageSize);
	const records = cell.records ? await sources.describe(reader, { type: cell.records.type, ids }) : [];
	const label = labelOf(at.address, report.form);
	const units = cell.madeUpOf ? await unitRecords(reader, report, cell) : [];
	return { cell, label, unit: unitOf(at.address, report.form), records, total: all.length, units };
}

async function unitRecords(reader: Reader, report: ReportRecord, cell: ReportCell): Promise<UnitRecord[]> {
	const names = new Map((await listOffices(reader, { merged: true })).map(({ id, name }) => [id, name]));
	const signed = await signedCells(reader, report.year);
	const joints = await jointsOf(reader, report.id);
	return (cell.madeUpOf?.units ?? []).map(({ officeId, value, joint }) => ({
		officeId,
		officeName: names.get(officeId) ?? '',
		value,
		joint,
		note: joints.find((one) => one.officeId === officeId && one.address === cell.address)?.note ?? '',
		reportId: signed.find((one) => one.officeId === officeId)?.reportId ?? null,
	}));
}

/** The cells alone: signed ones as signed, others compiled without an audit. */
async function cellsOf(reader: Reader, report: ReportRecord, sources: CountSources): Promise<ReportCells> {
	const snapshot = isLive(report.state) ? null : await latestSnapshot(reader, report.id);
	return snapshot ? modelOf(snapshot.model).cells : (await compileLive(reader, report, sources)).cells;
}
