import { sql } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { State } from '../workflow.ts';
import type { Tables } from './tables.ts';

/** Titles that stand more than once in a column of an office under one day; what comes every year stands there in its own right. */
export async function selectAlikeGroups(
	reader: Reader,
): Promise<{ officeId: number; id: number; title: string; count: number }[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(['office_id as officeId', 'title'])
		.select((eb) => [eb.fn.max('document_id').as('id'), eb.fn.countAll<number>().as('count')])
		.where('type', '<>', 'report')
		.groupBy(['office_id', 'column_id', 'title', 'formed_on'])
		.having((eb) => eb(eb.fn.countAll(), '>', 1))
		.$castTo<{ officeId: number; id: number; title: string; count: number }>()
		.execute();
}

/** Public normative documents in force for ever. */
export async function selectUndated(reader: Reader): Promise<{ officeId: number; id: number; title: string }[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(['office_id as officeId', 'document_id as id', 'title'])
		.where('type', '=', 'normative')
		.where('expires_on', 'is', null)
		.execute();
}

interface Named {
	officeId: number;
	id: number;
	title: string;
}

/** To be published at a moment that has passed. */
export async function selectMissedSchedules(reader: Reader, before: Date): Promise<(Named & { publishAt: Date })[]> {
	const { rows } = await sql<Named & { publishAt: Date }>`
		select d.office_id as "officeId", d.id, w.title, d.publish_at as "publishAt"
		from document d join document_draft w on w.document_id = d.id
		where d.state = 'scheduled' and d.publish_at < ${before} order by d.id
	`.execute(reader.sql);
	return rows;
}

/** Penalties declared withdrawn that still stand on the portal, with the day from which. */
export async function selectRepealedPenalties(reader: Reader): Promise<(Named & { onDay: string })[]> {
	const { rows } = await sql<Named & { onDay: string }>`
		select p.office_id as "officeId", p.document_id as id, p.title, min(v.on_day) as "onDay"
		from publication p join document_validity v on v.document_id = p.document_id
		where p.type = 'penalty' and v.validity = 'repealed' group by p.document_id order by p.document_id
	`.execute(reader.sql);
	return rows;
}

type Shared = Named & { number: string; count: number };

/** 文号 borne by public documents of one office that are not the same; the newest of each. */
export async function selectSharedNumbers(reader: Reader): Promise<Shared[]> {
	const { rows } = await sql<Shared>`
		select p.office_id as "officeId", max(p.document_id) as id, (array_agg(p.title order by p.document_id desc))[1] as title,
			p.document_number as number, count(*)::int as count
		from publication p where p.document_number <> ''
		group by p.office_id, p.document_number having count(distinct p.title) > 1 order by 2
	`.execute(reader.sql);
	return rows;
}

/** Index numbers more than one public document bears; the newest of each. */
export async function selectSharedIndexes(reader: Reader): Promise<Shared[]> {
	const { rows } = await sql<Shared>`
		select g.office_id as "officeId", s.id, g.title, s.number, s.count from (
			select max(document_id) as id, index_number as number, count(*)::int as count
			from publication where index_number <> '' group by index_number having count(*) > 1
		) s join publication g on g.document_id = s.id order by s.id
	`.execute(reader.sql);
	return rows;
}

/** Public editions whose secrecy was reviewed by somebody who wrote in them (条例第十七条). */
export async function selectOwnReviews(reader: Reader): Promise<(Named & { reviewer: string })[]> {
	const { rows } = await sql<Named & { reviewer: string }>`
		select distinct on (p.document_id) p.office_id as "officeId", p.document_id as id, p.title, s.reviewer_name as reviewer
		from publication p
		join secrecy_review s on s.document_id = p.document_id and s.edition = p.edition and s.conclusion = 'agree'
		join document_revision r on r.id = s.revision_id
		join document d on d.id = p.document_id
		left join document_draft w on w.document_id = p.document_id and d.edition = p.edition
		where s.reviewer_id is not null and (s.reviewer_id = r.created_by or s.reviewer_id = any(w.editors))
		order by p.document_id, s.id desc
	`.execute(reader.sql);
	return rows;
}

/** Written here, public, and reviewed for secrecy by nobody. What came from another site or another module was elsewhere. */
export async function selectUnreviewed(reader: Reader): Promise<Named[]> {
	const { rows } = await sql<Named>`
		select p.office_id as "officeId", p.document_id as id, p.title
		from publication p join document d on d.id = p.document_id
		where d.source is null and not exists (
			select 1 from secrecy_review s where s.document_id = p.document_id and s.edition = p.edition and s.conclusion <> 'disagree')
		order by p.document_id
	`.execute(reader.sql);
	return rows;
}

/** In somebody's hand for review or signature, and since when. */
export async function selectStuck(reader: Reader): Promise<(Named & { state: State; since: Date })[]> {
	const { rows } = await sql<Named & { state: State; since: Date }>`
		select d.office_id as "officeId", d.id, w.title, d.state,
			(select max(at) from document_step s where s.document_id = d.id) as since
		from document d join document_draft w on w.document_id = d.id
		where d.state in ('proofreading', 'secrecyReview', 'referred', 'signOff', 'signedOff') order by d.id
	`.execute(reader.sql);
	return rows.filter(({ since }) => since !== null);
}

/** Sequences that gave more numbers than documents bear. A pattern with something behind its serial is left out. */
export async function selectIndexGaps(
	reader: Reader,
): Promise<{ officeId: number; prefix: string; last: number; given: number }[]> {
	const { rows } = await sql<{ officeId: number; prefix: string; last: number; given: number }>`
		with sequence as (
			select split_part(prefix, '{serial:', 1) as head, split_part(prefix, '{serial:', 2) as tail, last from index_sequence
		), used as (
			select left(d.index_number, -p.places) as head, p.places, count(*)::int as given, min(d.office_id) as office_id
			from document d, (select distinct left(tail, 1)::int as places from sequence where tail ~ '^[1-9][}]$') p
			where d.index_number is not null group by 1, 2
		)
		select u.office_id as "officeId", s.head as prefix, s.last::int as last, u.given
		from sequence s join used u on u.head = s.head and s.tail = u.places || '}' where s.last > u.given order by s.head
	`.execute(reader.sql);
	return rows;
}
