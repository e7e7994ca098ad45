import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { compileLive, type LiveReport } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { messages } from '../messages.zh.ts';
import type { ReportForm } from '../model.ts';
import { requireReport } from './report-view.ts';

/**
 * A report counted anew in another form than its year's: a trial for comparison, never signed. Figures given by hand
 * stand where both forms have the cell. @throws AppError `notFound`, `conflict` for the county's, whose offices signed one form
 */
export async function inOtherForm(
	reader: Reader,
	reportId: number,
	form: ReportForm,
	sources: CountSources,
): Promise<LiveReport> {
	const report = await requireReport(reader, reportId);
	if (report.covers === 'county' && form !== report.form) {
		throw new AppError('conflict', { message: messages.otherFormCounty });
	}
	return await compileLive(reader, { ...report, form }, sources);
}
