import { sql } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { DocumentContent, Publication } from '../model.ts';
import type { TypeKey } from '../types.ts';
import { PUBLICATION } from './publications.ts';
import type { Tables } from './tables.ts';

/** Of every column in which something is public: how much, and when last. */
export async function selectColumnActivity(
	reader: Reader,
): Promise<{ officeId: number; columnId: number; count: number; lastAt: Date }[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(['office_id as officeId', 'column_id as columnId'])
		.select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('published_at').as('lastAt')])
		.groupBy(['office_id', 'column_id'])
		.$castTo<{ officeId: number; columnId: number; count: number; lastAt: Date }>()
		.execute();
}

/** First made public since a moment, by hand: what the system makes itself has no limit of its own. */
export async function selectPublishedSince(reader: Reader, since: Date): Promise<Publication[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.innerJoin('document', 'document.id', 'publication.document_id')
		.select(PUBLICATION)
		.where('published_at', '>=', since)
		.where('document.source', 'is', null)
		.execute();
}

export interface WaitingDocument {
	id: number;
	officeId: number;
	title: string;
	type: TypeKey;
	formedOn: string;
	changedOn: string | null;
}

/** To be made public and not yet: the clock of the law runs. */
export async function selectUnpublished(reader: Reader): Promise<WaitingDocument[]> {
	const { rows } = await sql<WaitingDocument>`
		select d.id, d.office_id as "officeId", w.title, w.type, w.formed_on as "formedOn", w.changed_on as "changedOn"
		from document d join document_draft w on w.document_id = d.id
		where d.first_published_at is null and d.state not in ('discarded', 'withdrawn') and d.source is null
			and w.formed_on is not null and w.content ->> 'attribute' = 'active'
	`.execute(reader.sql);
	return rows;
}

/** Public documents that may tell how something is applied for: of an item of the Regulations, or 指南 by their title. */
export async function selectServiceTitles(reader: Reader, code: string): Promise<{ title: string; code: string }[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(['title', 'code'])
		.where((eb) => eb.or([eb('code', '=', code), eb('title', 'like', '%指南%')]))
		.execute();
}

/** The edition each public document stands in, in steps of ids. */
export async function selectPublicEditions(
	reader: Reader,
	after: number,
	limit: number,
): Promise<{ documentId: number; revisionId: number; officeId: number; title: string }[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(['document_id as documentId', 'revision_id as revisionId', 'office_id as officeId', 'title'])
		.where('document_id', '>', after)
		.orderBy('document_id')
		.limit(limit)
		.execute();
}

/** Public editions handed on by the urgent path that nobody has read since. */
export async function selectUrgentUnread(reader: Reader): Promise<Publication[]> {
	const handedOn = sql<string>`(
		select s.action from document_step s where s.document_id = publication.document_id
			and s.edition = publication.edition and s.action in ('submit', 'skipProofreading', 'submitUrgent')
		order by s.id desc limit 1
	)`;
	const read = sql<boolean>`exists (
		select from document_step s where s.document_id = publication.document_id
			and s.edition = publication.edition and s.action = 'postReview'
	)`;
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(PUBLICATION)
		.where(handedOn, '=', 'submitUrgent')
		.where(({ not }) => not(read))
		.execute();
}

/** A public edition with what looking it through needs. */
export interface EditionToScan {
	documentId: number;
	revisionId: number;
	type: TypeKey;
	indexNumber: string;
	content: DocumentContent;
	/** Why personal data may stand in it, as its signer said; null when nobody did. */
	personalReason: string | null;
}

export async function selectEditionsToScan(reader: Reader, documentIds: readonly number[]): Promise<EditionToScan[]> {
	const { rows } = await sql<EditionToScan>`
		select p.document_id as "documentId", p.revision_id as "revisionId", p.type, p.index_number as "indexNumber", r.content,
			(select s.data ->> 'personalReason' from document_step s
				where s.document_id = p.document_id and s.edition = p.edition and s.action = 'signOff'
				order by s.id desc limit 1) as "personalReason"
		from publication p join document_revision r on r.id = p.revision_id
		where p.document_id = any(${[...documentIds]}::bigint[])
	`.execute(reader.sql);
	return rows;
}

/** First made public within days of the Chinese calendar; both ends counted. */
const publishedWithin = ({ from, to }: { from: string; to: string }) => sql<boolean>`(
	published_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
		and published_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
)`;

/** Documents first made public by office and month. */
export async function selectPublishedByMonth(
	reader: Reader,
	days: { from: string; to: string },
): Promise<{ officeId: number; month: string; count: number }[]> {
	const { rows } = await sql<{ officeId: number; month: string; count: number }>`
		select office_id as "officeId", to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as count
		from publication where ${publishedWithin(days)}
		group by 1, 2 order by 2, 1
	`.execute(reader.sql);
	return rows;
}

/** The same documents themselves, of some offices, the newest first; and how many there are. */
export async function selectPublishedWithin(
	reader: Reader,
	officeIds: readonly number[],
	days: { from: string; to: string },
	page: { limit: number; offset: number },
): Promise<{ rows: Publication[]; total: number }> {
	if (officeIds.length === 0) return { rows: [], total: 0 };
	const query = reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.where('office_id', 'in', officeIds)
		.where(publishedWithin(days));
	const { n } = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
	const rows = await query
		.select(PUBLICATION)
		.orderBy('published_at', 'desc')
		.orderBy('document_id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return { rows, total: Number(n) };
}
