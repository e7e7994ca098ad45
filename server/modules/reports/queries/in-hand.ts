import type { InHand } from '../../../module.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listYears } from '../store/years.ts';
import { reportMatrix } from './matrix.ts';

/** The report of the newest year while the office has not published it, for a hand-over sheet. */
export async function reportsInHand(reader: Reader, officeId: number): Promise<InHand[]> {
	const [latest] = (await listYears(reader)).sort((a, b) => b.year - a.year);
	if (!latest) return [];
	const { rows } = await reportMatrix(reader, latest.year);
	return rows
		.filter((row) => row.officeId === officeId && row.publishedAt === null)
		.map(({ report, due }) => ({
			...{ group: '年度报告', title: `${latest.year}年度报告`, state: report?.stateLabel ?? '没有开始编制' },
			...{ due: due.submitBy, personId: null },
		}));
}
