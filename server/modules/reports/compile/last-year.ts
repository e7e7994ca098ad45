import type { Report } from 'annual-report';
import type { Reader } from '../../../platform/transaction.ts';
import { modelOf } from '../snapshot/model.ts';
import { pastReport } from '../store/outside.ts';
import { signedModel } from '../store/snapshots.ts';
import type { LastYear } from './assemble.ts';

/**
 * Last year's report of the office: the one signed here, or the outside report somebody named as it. Its carried-over
 * applications are this year's, its stocks are where this year's begin.
 */
export async function lastYearReport(
	reader: Reader,
	officeId: number,
	year: number,
): Promise<{ report: Report; label: string } | null> {
	const model = await signedModel(reader, officeId, year - 1);
	if (model) return { report: modelOf(model).report, label: `取自本系统签发的${year - 1}年度报告` };
	const past = await pastReport(reader, officeId, year - 1);
	return past && { report: past.report, label: `取自导入的${year - 1}年度报告（${past.fileName}）` };
}

export async function lastYearOf(reader: Reader, officeId: number, year: number): Promise<LastYear | null> {
	const found = await lastYearReport(reader, officeId, year);
	return found && { cells: found.report.cells, label: found.label };
}
