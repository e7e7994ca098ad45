import type { Reader, Tx } from '../../../platform/transaction.ts';
import { handOf, tables } from './scope.ts';

/** Why a finding of an outside report is taken as it is. */
export interface Acceptance {
	reason: string;
	personName: string;
	createdAt: Date;
}

/** The finding an acceptance is about: of which office and year, and its key. */
export interface AcceptedFinding {
	organ: string;
	year: number | null;
	findingKey: string;
}

export async function insertAcceptance(
	tx: Tx,
	given: AcceptedFinding & {
		officeId: number;
		outsideReportId: number;
		rule: string;
		message: string;
		reason: string;
		withdrawn: boolean;
	},
): Promise<void> {
	await tables(tx)
		.insertInto('outside_acceptance')
		.values({
			office_id: given.officeId,
			outside_report_id: given.outsideReportId,
			organ: given.organ,
			year: given.year,
			finding_key: given.findingKey,
			rule: given.rule,
			message: given.message,
			reason: given.reason,
			withdrawn: given.withdrawn,
			...handOf(tx),
		})
		.execute();
}

/** What stands accepted of the reports that say they are of this office and year, by the key of the finding. */
export async function acceptancesOf(
	reader: Reader,
	officeId: number,
	{ organ, year }: Pick<AcceptedFinding, 'organ' | 'year'>,
): Promise<Map<string, Acceptance>> {
	const rows = await tables(reader)
		.selectFrom('outside_acceptance')
		.select(['finding_key as key', 'reason', 'withdrawn', 'person_name as personName', 'created_at as createdAt'])
		.where('office_id', '=', officeId)
		.where('organ', '=', organ)
		.where('year', year === null ? 'is' : '=', year)
		.orderBy('id')
		.execute();
	const standing = new Map<string, Acceptance>();
	for (const { key, withdrawn, ...acceptance } of rows) {
		if (withdrawn) standing.delete(key);
		else standing.set(key, acceptance);
	}
	return standing;
}
