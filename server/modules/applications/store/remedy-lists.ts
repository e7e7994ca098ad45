import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { RemedyResult, RemedyTrack } from '../model.ts';
import { officesIn, tablesOf } from './database.ts';

/** A review or suit with the application it is about; nothing that says who applied. */
export interface RemedySummary {
	id: number;
	applicationId: number;
	applicationNumber: string | null;
	applicationTitle: string;
	track: RemedyTrack;
	caseNumber: string;
	/** 复议机关 or 法院. */
	body: string;
	receivedOn: string;
	closedOn: string | null;
	result: RemedyResult | null;
}

/** Reviews and suits by id, within the scope; others are left out. */
export async function selectRemediesByIds(
	reader: Reader,
	scope: Scope,
	ids: readonly number[],
): Promise<RemedySummary[]> {
	if (ids.length === 0) return [];
	const offices = officesIn(scope);
	return await tablesOf(reader)
		.selectFrom('remedy_case as remedy')
		.innerJoin('application', 'application.id', 'remedy.application_id')
		.select(['remedy.id', 'remedy.application_id as applicationId', 'application.number as applicationNumber'])
		.select(['application.title as applicationTitle', 'remedy.track', 'remedy.case_number as caseNumber'])
		.select(['remedy.body', 'remedy.received_on as receivedOn', 'remedy.closed_on as closedOn', 'remedy.result'])
		.where('remedy.id', 'in', [...ids])
		.$if(offices !== null, (query) => query.where('remedy.office_id', 'in', offices?.length ? [...offices] : [-1]))
		.orderBy('remedy.id')
		.execute();
}
