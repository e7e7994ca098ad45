import type { Scope } from '../../../kernel/actor.ts';
import { groupBy } from '../../../kernel/group.ts';
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
	standing?: 'pending' | 'unanswered' | 'ordered' | 'closed';
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
		.$if(standing === 'unanswered', (query) => query.where('closed_on', 'is', null).where('replied_on', 'is', null))
		.$if(standing === 'closed', (query) => query.where('closed_on', 'is not', null))
		.$if(standing === 'ordered', (query) =>
			query.where('order_kind', 'is not', null).where('order_done_on', 'is', null),
		)
		.$if(Boolean(text), (query) => {
			const like = `%${(text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
			const columns = ['case_number', 'body', 'subject', 'application.number', 'application.title'] as const;
			return query.where((eb) =>
				eb.or([
					...columns.map((column) => eb(column, 'like', like)),
					eb.exists(
						eb
							.selectFrom('remedy_case as joined')
							.innerJoin('application as also', 'also.id', 'joined.application_id')
							.select('joined.id')
							.whereRef('joined.joins_id', '=', 'remedy_case.id')
							.where((inner) => inner.or([inner('also.number', 'like', like), inner('also.title', 'like', like)])),
					),
				]),
			);
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
	// One case over several applications is one line, as it is one in table 4.
	const found = remedies(reader, scope, filters).where('joins_id', 'is', null);
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

/** The other applications each of these cases is about, by the row that is counted. */
export async function selectJoined(
	reader: Reader,
	rows: readonly Pick<RemedyCase, 'id'>[],
): Promise<Map<number, Pick<RemedySummary, 'applicationId' | 'applicationNumber' | 'applicationTitle' | 'subject'>[]>> {
	if (rows.length === 0) return new Map();
	const found = await tablesOf(reader)
		.selectFrom('remedy_case')
		.innerJoin('application', 'application.id', 'remedy_case.application_id')
		.select(['joins_id as joinsId', 'application_id as applicationId', 'subject'])
		.select(['application.number as applicationNumber', 'application.title as applicationTitle'])
		.where(
			'joins_id',
			'in',
			rows.map(({ id }) => id),
		)
		.orderBy('remedy_case.id')
		.execute();
	return groupBy(found, ({ joinsId }) => joinsId ?? 0);
}

/** Every application each of these cases is about, by the row that is counted. */
export async function selectCompanions(
	reader: Reader,
	rows: readonly Pick<RemedyCase, 'id' | 'joinsId'>[],
): Promise<Map<number, { id: number; number: string | null }[]>> {
	if (rows.length === 0) return new Map();
	const leads = rows.map(({ id, joinsId }) => joinsId ?? id);
	const found = await tablesOf(reader)
		.selectFrom('remedy_case')
		.innerJoin('application', 'application.id', 'remedy_case.application_id')
		.select(['remedy_case.id as remedyId', 'joins_id as joinsId', 'application.id', 'application.number'])
		.where((eb) => eb.or([eb('remedy_case.id', 'in', leads), eb('joins_id', 'in', leads)]))
		.orderBy('application.id')
		.execute();
	const grouped = groupBy(found, ({ joinsId, remedyId }) => joinsId ?? remedyId);
	return new Map([...grouped].map(([lead, all]) => [lead, all.map(({ id, number }) => ({ id, number }))]));
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
