import type { Reader } from '../../../platform/transaction.ts';
import { libraryCells } from '../compile/library.ts';
import { compileLive, type LiveReport } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { type Recount, unitsOf } from '../compile/units-of.ts';
import type { ReportForm } from '../model.ts';
import { listReports, type ReportRecord } from '../store/reports.ts';
import { requireReport } from './report-view.ts';

/**
 * A report counted anew in another form than its year's: a trial for comparison, never signed. Figures given by hand
 * stand where both forms have the cell. The county's adds each office counted anew as it stands today; an office that
 * reported on paper in another form is named and left out. @throws AppError `notFound`
 */
export async function inOtherForm(
	reader: Reader,
	reportId: number,
	form: ReportForm,
	sources: CountSources,
): Promise<LiveReport> {
	const report = { ...(await requireReport(reader, reportId)), form };
	if (report.covers === 'office') return await compileLive(reader, report, sources);
	const units = await unitsOf(reader, report, await recountIn(reader, report, sources));
	return await compileLive(reader, report, sources, { units });
}

/** Counts an office's report in the form of `report`. What the office signed stays as it was signed. */
async function recountIn(reader: Reader, { year, form }: ReportRecord, sources: CountSources): Promise<Recount> {
	// Whoever reads the county's report reads its offices' sums, though not what lies under them: nothing else leaves here.
	const counting: Reader = { ...reader, actor: { kind: 'system', name: '试编' } };
	const records = await listReports(counting, { kind: 'all' }, { year });
	return async (signed) => {
		const record = records.find(({ id }) => id === signed.reportId);
		if (!record || record.covers === 'county') return signed;
		const { cells, told } = await compileLive(counting, { ...record, form }, sources);
		return { ...signed, form, cells: libraryCells(cells), told };
	};
}
