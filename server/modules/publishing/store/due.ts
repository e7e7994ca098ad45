import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { STATES, type State } from '../workflow.ts';
import type { Tables } from './tables.ts';

export interface OpenDocument {
	id: number;
	officeId: number;
	title: string;
	state: State;
	publishAt: Date | null;
	createdBy: number | null;
}

const OPEN = (Object.keys(STATES) as State[]).filter(
	(state) => !['published', 'withdrawn', 'discarded'].includes(state),
);

/** Documents in work: drafts, those on their way to be signed, and those that wait for their hour. */
export async function selectOpenDocuments(reader: Reader, scope: Scope): Promise<OpenDocument[]> {
	let query = reader.sql
		.withTables<Tables>()
		.selectFrom('document')
		.innerJoin('document_draft', 'document_draft.document_id', 'document.id')
		.select(['document.id', 'document.office_id as officeId', 'document_draft.title', 'document.state'])
		.select(['document.publish_at as publishAt', 'document.created_by as createdBy'])
		.where('document.state', 'in', OPEN)
		.where('document.source', 'is', null);
	if (scope.kind !== 'all')
		query = query.where('document.office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
	return await query.orderBy('document.id').execute();
}
