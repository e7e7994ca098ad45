import type { Reader } from '../../../platform/transaction.ts';
import type { Office } from '../../offices/index.ts';
import { defaultNumbering, type NumberingRule } from '../rules/numbering.ts';
import { selectNumbering } from '../store/counters.ts';

/** How an office's numbers read: its own rule, or its short name in the usual pattern. */
export async function numberingOf(reader: Reader, office: Pick<Office, 'id' | 'shortName'>): Promise<NumberingRule> {
	return (await selectNumbering(reader, office.id)) ?? defaultNumbering(office.shortName);
}
