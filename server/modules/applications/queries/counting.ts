import type { Reader } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { type Cells, type CountedForm, stat3, table3, table4 } from '../rules/counting.ts';
import { selectCountedCases } from '../store/counting.ts';
import { type FeeTotals, selectFeeTotals } from '../store/fees.ts';
import { selectRemedyCasesUpTo } from '../store/remedies.ts';

export interface CountQuery {
	officeId: number;
	year: number;
	form: CountedForm;
}

/** Ids of the applications behind every cell of table 3 (`t3.<row>.<column>`). The caller has checked its scope. */
export async function countTable3(reader: Reader, { officeId, year, form }: CountQuery): Promise<Cells> {
	return table3(await selectCountedCases(reader, officeId, year), year, form);
}

/** The same for part 3 of the 2014 statistics, by line; lines that have to be entered by hand are left out. */
export async function countStat3(reader: Reader, { officeId, year }: Omit<CountQuery, 'form'>): Promise<Cells> {
	return stat3(await selectCountedCases(reader, officeId, year), year);
}

/** Ids of the remedy cases behind every cell of table 4 (`t4.<group>.<column>`); the same in both forms. */
export async function countTable4(reader: Reader, { officeId, year }: Omit<CountQuery, 'form'>): Promise<Cells> {
	return table4(await selectRemedyCasesUpTo(reader, officeId, `${year}-12-31`), year);
}

/**
 * Fee notices of the year, yuan charged by them, yuan collected and gone back in the year, for section 六. Whether what was
 * collected is told before or after 退费 no text we could read says: the county decides.
 */
export async function feeTotals(
	reader: Reader,
	{ officeId, year }: { officeId: number; year: number },
): Promise<FeeTotals> {
	const totals = await selectFeeTotals(reader, officeId, year);
	const { feeRefunds } = (await countySettings(reader)).applications;
	const { collected, refunded } = totals;
	return feeRefunds === 'apart' ? totals : { ...totals, collected: Math.round((collected - refunded) * 100) / 100 };
}
