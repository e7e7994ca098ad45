import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import { defaultNumbering, formatNumber, type NumberingRule } from '../rules/numbering.ts';
import { selectAllNumbering, selectNumbering } from '../store/counters.ts';

/** How an office's numbers read: its own rule, or its short name in the usual pattern. */
export async function numberingOf(reader: Reader, office: Pick<Office, 'id' | 'shortName'>): Promise<NumberingRule> {
	return (await selectNumbering(reader, office.id)) ?? defaultNumbering(office.shortName);
}

export interface OfficeNumbering extends NumberingRule {
	officeId: number;
	officeName: string;
	/** The first number of a year under this rule. */
	example: string;
}

/** The rules of all offices, for the screen of the county. */
export async function listNumbering(reader: Reader): Promise<OfficeNumbering[]> {
	const set = new Map((await selectAllNumbering(reader)).map(({ officeId, ...rule }) => [officeId, rule]));
	const year = Number(reader.today.slice(0, 4));
	return (await listOffices(reader)).map(({ id, shortName }) => {
		const rule = set.get(id) ?? defaultNumbering(shortName);
		const example = formatNumber(rule.numberPattern, rule.mark, year, 1);
		return { officeId: id, officeName: shortName, ...rule, example };
	});
}
