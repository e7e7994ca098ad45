import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { RemedySubject, RemedyTrack } from '../model.ts';
import { officesIn, tablesOf } from './database.ts';
import { REMEDY_COLUMNS, type RemedyCase } from './remedies.ts';

/** A review or suit with the application it is about, if it is about one; nothing that says who brought it. */
export interface RemedySummary extends RemedyCase {
	applicationNumber: string | null;
	applicationTitle: string | null;
}

export interface RemedyFilters {
	/** Part of the case number, the body, the matter, or the number of the application. */
	q?: string;
	officeId?: number;
	track?: RemedyTrack;
	about?: RemedySubject;
	/** Those table 4 of this year counts: open in it, or closed in it. */
	year?: number;
	/** Only what is not closed; or closed with an order that waits to be followed. */
	standing?: 'pending' | 'ordered' | 'closed';
}

function remedies(reader: Reader, scope: Scope, filters: RemedyFilters = {}) {
	const offices = officesIn(scope);
	const { q, officeId, track, about, year, standing } = filters;
	const text = q?.trim();
	return tablesOf(reader)
		.selectFrom('remedy_case')
		.leftJoin('application', 'application.id', 'remedy_case.application_id')
		.$if(offices !== null, (query) => query.where('remedy_case.office_id', 'in', offices?.length ? [...offices] : [-1]))
		.$if(officeId !== undefined, (query) => query.where('remedy_case.office_id', '=', officeId ?? -1))
		.$if(track !== undefined, (query) => query.where('track', '=', track ?? 'review'))
		.$if(about === 'application', (query) => query.where('application_id', 'is not', null))
		.$if(about === 'document', (query) => query.where('document_id', 'is not', null))
		.$if(about === 'other', (query) => query.where('application_id', 'is', null).where('document_id', 'is', null))
		.$if(year !== undefined, (query) =>
			query
				.where('remedy_case.received_on', '<=', `${year}-12-31`)
				.where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', `${year}-01-01`)])),
		)
		.$if(standing === 'pending', (query) => query.where('closed_on', 'is', null))
		.$if(standing === 'closed', (query) => query.where('closed_on', 'is not', null))
		.$if(standing === 'ordered', (query) =>
			query.where('order_kind', 'is not', null).where('order_done_on', 'is', null),
		)
		.$if(Boolean(text), (query) => {
			const like = `%${(text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
			const columns = ['case_number', 'body', 'subject', 'application.number', 'application.title'] as const;
			return query.where((eb) => eb.or(columns.map((column) => eb(column, 'like', like))));
		});
}

const WITH_APPLICATION = [
	...REMEDY_COLUMNS,
	'application.number as applicationNumber',
	'application.title as applicationTitle',
] as const;

/** Reviews and suits by id, within the scope; others are left out. */
export async function selectRemediesByIds(
	reader: Reader,
	scope: Scope,
	ids: readonly number[],
): Promise<RemedySummary[]> {
	if (ids.length === 0) return [];
	return await remedies(reader, scope)
		.select(WITH_APPLICATION)
		.where('remedy_case.id', 'in', [...ids])
		.orderBy('remedy_case.id')
		.execute();
}

/** A page of the 复议诉讼登记簿, the newest first. */
export async function selectRemedyPage(
	reader: Reader,
	scope: Scope,
	filters: RemedyFilters,
	{ limit, offset }: { limit: number; offset: number },
): Promise<{ rows: RemedySummary[]; total: number }> {
	const found = remedies(reader, scope, filters);
	const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const rows = await found
		.select(WITH_APPLICATION)
		.orderBy('remedy_case.received_on', 'desc')
		.orderBy('remedy_case.id', 'desc')
		.limit(limit)
		.offset(offset)
		.execute();
	return { rows, total };
}

/** Suits brought after one of these reviews, by review. */
export async function selectFollowing(reader: Reader, reviewId: number): Promise<number[]> {
	const rows = await tablesOf(reader)
		.selectFrom('remedy_case')
		.select('id')
		.where('follows_id', '=', reviewId)
		.orderBy('id')
		.execute();
	return rows.map(({ id }) => id);
}
