import { type RawBuilder, sql } from 'kysely';
import { quoteLexeme, type Term } from '../../../platform/search/index.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { DocumentContent, Publication } from '../model.ts';
import { placeMarks, quartersOf, type Span, stretchesOf } from '../rules/search-marks.ts';
import type { Standing } from '../rules/validity.ts';
import type { TypeKey, Validity } from '../types.ts';
import { PUBLICATION } from './publications.ts';
import type { Tables } from './tables.ts';
import { isWorth } from './worth.ts';

// A row stands here for what is public now, in the edition that is: it goes with its publication, and with its edition
// (`upsertPublication`). A document whose new edition is not indexed yet is not found.

export interface SearchFilter {
	officeIds?: readonly number[] | undefined;
	columnSlug?: string | undefined;
	year?: number | undefined;
	type?: TypeKey | undefined;
	/** On the day the question is asked. */
	validity?: Validity | undefined;
}

/** What one public document is found by, as literals of the database. */
export interface SearchRow {
	documentId: number;
	revisionId: number;
	/** First publication. */
	publishedAt: Date;
	words: string;
	grams: string;
	exact: string;
	/** Days on which its validity changes; none for what is in force on every day. */
	standings: readonly Standing[];
}

/** Makes or replaces the words of public documents. */
export async function saveSearchRows(reader: Reader, rows: readonly SearchRow[]): Promise<void> {
	if (rows.length === 0) return;
	const values = rows.map(
		({ documentId, revisionId, publishedAt, words, grams, exact, standings }) =>
			sql`(${documentId}::bigint, ${revisionId}::bigint, ${publishedAt}::timestamptz, ${words}::tsvector, ${grams}::tsvector, ${exact}, ${written(standings)}::text[])`,
	);
	await sql`
		insert into document_search (document_id, revision_id, published_at, words, grams, exact, standings) values ${sql.join(values)}
		on conflict (document_id) do update set
			revision_id = excluded.revision_id, published_at = excluded.published_at, words = excluded.words,
			grams = excluded.grams, exact = excluded.exact, standings = excluded.standings
	`.execute(reader.sql);
}

/** `2024-05-01 repealed`: text that sorts by its day. Null, for nearly all, costs no byte and no look. */
function written(standings: readonly Standing[]): string[] | null {
	return standings.length === 0 ? null : standings.map(({ fromDay, validity }) => `${fromDay} ${validity}`);
}

/** What a public document is indexed from, its row locked against withdrawal until commit; null when not public. */
export async function selectForIndex(
	reader: Reader,
	documentId: number,
): Promise<
	| (Pick<
			Publication,
			'revisionId' | 'indexNumber' | 'publishedAt' | 'officeId' | 'columnSlug' | 'type' | 'expiresOn'
	  > & {
			content: DocumentContent;
			plain: string;
	  })
	| null
> {
	// Commands lock the document before its publication; taking them the other way round would be a deadlock.
	await sql`select 1 from document where id = ${documentId} for key share`.execute(reader.sql);
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.innerJoin('document_revision', 'document_revision.id', 'publication.revision_id')
		.select(['publication.revision_id as revisionId', 'publication.index_number as indexNumber'])
		.select(['publication.published_at as publishedAt', 'publication.office_id as officeId'])
		.select(['publication.column_slug as columnSlug', 'publication.type', 'publication.expires_on as expiresOn'])
		.select(['document_revision.content', 'document_revision.plain'])
		.where('publication.document_id', '=', documentId)
		.forUpdate('publication')
		.executeTakeFirst();
	return row ?? null;
}

/** Public documents with an id above `after`, for indexing all of them in steps. */
export async function selectPublicIds(reader: Reader, after: number, limit: number): Promise<number[]> {
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select('document_id')
		.where('document_id', '>', after)
		.orderBy('document_id')
		.limit(limit)
		.execute();
	return rows.map((row) => row.document_id);
}

/** In the title or one of the numbers: found by bigrams, then compared as a whole. */
function inTitle({ grams, needle }: Term): RawBuilder<boolean> | null {
	return grams ? sql`(s.grams @@ (w.marks && ${grams}::tsquery) and s.exact like ${`%${needle}%`})` : null;
}

/** In the words of the text; a phrase must also stand there letter by letter. */
function inText({ words, phrase, text }: Term): RawBuilder<boolean> | null {
	if (!words) return null;
	const found = sql<boolean>`s.words @@ (w.marks && ${words}::tsquery)`;
	return phrase ? sql`(${found} and strpos(lower(r.plain), lower(${text})) > 0)` : found;
}

type Way = (term: Term) => RawBuilder<boolean> | null;

/** Every term met in one way, or in the other where the first cannot say. */
function all(terms: readonly Term[], first: Way, second: Way): RawBuilder<boolean> {
	return sql.join(
		terms.map((term) => first(term) ?? second(term) ?? sql`false`),
		sql` and `,
	);
}

/** The stretches of time to ask, newest first, each with where the documents must stand, as queries of marks. */
function stretches({ year, validity, ...place }: SearchFilter, span: Span): string[] {
	const isDated = validity !== undefined && validity !== 'valid';
	const places = placeMarks({ ...place, isDated }).map((group) => `(${group.map(quoteLexeme).join(' | ')})`);
	const times = year === undefined ? stretchesOf(span) : quartersOf(year);
	return times.map((time) => [quoteLexeme(time), ...places].join(' & '));
}

/** Null while nothing can be found. How much there is stands in the database's own estimate: to count takes as long as to search. */
export async function selectSpan(reader: Reader): Promise<Span | null> {
	const { rows } = await sql<{ newest: Date | null; oldest: Date | null; documents: number }>`
		select max(published_at) as newest, min(published_at) as oldest, (
			select greatest(reltuples, 0)::int from pg_class where oid = 'document_search'::regclass
		) as documents
		from document_search
	`.execute(reader.sql);
	const { newest, oldest, documents = 0 } = rows[0] ?? {};
	return newest && oldest ? { newest, oldest, documents } : null;
}

const WEIGHTS = '{0.05, 0.2, 0.4, 1.0}';
/** A lexeme no text has. */
const NOTHING = "'\u0001'";

/** Which part of the answers is wanted, and how far they are looked through. */
export interface Reach {
	/** As many of the newest answers are looked at; more are «more than». */
	cap: number;
	/** As many have their words weighed: titles decide the rest. A multiple of `limit`. */
	weighed: number;
	order: 'relevance' | 'date';
	limit: number;
	/** A multiple of `limit`. */
	offset: number;
}

/**
 * A page of what answers, and how many there are; more than `cap` stands for more. By relevance: those whose title or number
 * contains more of the question first, then by the weight of their words, the newest first among equals.
 *
 * Text and title are asked apart: an «or» of the two would unpack the words of every hit, which the index alone answers in a
 * hundredth of the time. Both are asked of one stretch of time after the other (`rules/search-marks.ts`), newest first, and end as soon
 * as there is enough: what a question costs is what it shows, not how much the county has.
 */
export async function selectHits(
	reader: Reader,
	terms: readonly Term[],
	filter: SearchFilter,
	reach: Reach & Span,
): Promise<{ total: number; ids: number[] }> {
	const { rows } = await sql<{ id: number | null; total: number }>`
		with hit as materialized (
			${hitsOf(reader, terms, filter, reach, inText, inTitle)} union ${hitsOf(reader, terms, filter, reach, inTitle, inText)}
		),
		page as (${pageOf(terms, reach)})
		select page.id, total.total from (select count(*)::int as total from hit) total left join page on true order by page.place
	`.execute(reader.sql);
	return { total: rows[0]?.total ?? 0, ids: rows.flatMap(({ id }) => id ?? []) };
}

const TITLES = sql`hit.title desc, hit.at desc, hit.id desc`;
const NEWEST = sql`hit.at desc, hit.id desc`;

/** What stands on a page, with its place: a page lies before what is weighed ends, or behind. */
function pageOf(terms: readonly Term[], { weighed, order, limit, offset }: Reach) {
	if (order === 'date' || offset >= weighed) {
		const by = order === 'date' ? NEWEST : TITLES;
		return sql`
			select id, row_number() over (order by ${by}) as place from hit order by place limit ${limit}::int offset ${offset}::int
		`;
	}
	return sql`
		select best.id, row_number() over (
			order by best.title + ts_rank(${WEIGHTS}, s.words, ${anyOf(terms)}::tsquery) desc, best.at desc, best.id desc
		) as place
		from (select * from hit order by ${TITLES} limit ${weighed}::int) best
			join document_search s on s.document_id = best.id
		order by place limit ${limit}::int offset ${offset}::int
	`;
}

/** The newest that answer in one way, with how much of the question their titles contain. */
function hitsOf(
	{ today }: Reader,
	terms: readonly Term[],
	filter: SearchFilter,
	reach: Reach & Span,
	first: Way,
	second: Way,
) {
	const each = terms.map(({ needle }) => sql`(s.exact like ${`%${needle}%`})::int`);
	const whole = `%${terms.map(({ needle }) => needle).join('')}%`;
	const together = terms.length > 1 ? sql`(s.exact like ${whole})::int * 2` : sql`0`;
	// Texts only where something is asked of them.
	const read = terms.some(({ phrase }) => phrase) ? sql`join document_revision r on r.id = s.revision_id` : sql``;
	return sql`(
		select found.* from unnest(${stretches(filter, reach)}::text[]::tsquery[]) as w (marks), lateral (
			select s.document_id as id, s.published_at as at, ${together} + ${sql.join(each, sql` + `)} as title
			from document_search s ${read} where ${all(terms, first, second)} and ${isWorth(filter.validity, today)}
			order by s.published_at desc, s.document_id desc limit ${reach.cap + 1}
		) found limit ${reach.cap + 1}
	)`;
}

function anyOf(terms: readonly Term[]): string {
	const queries = terms.flatMap(({ words }) => words ?? []);
	return queries.length > 0 ? queries.map((query) => `(${query})`).join(' | ') : NOTHING;
}

/** The found documents with their texts, in the order asked for. */
export async function selectFound(
	reader: Reader,
	ids: readonly number[],
): Promise<(Publication & { plain: string })[]> {
	if (ids.length === 0) return [];
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.innerJoin('document_revision', 'document_revision.id', 'publication.revision_id')
		.select(PUBLICATION)
		.select(sql<string>`left(document_revision.plain, 50000)`.as('plain'))
		.where('publication.document_id', 'in', ids)
		.execute();
	const by = new Map(rows.map((row) => [row.documentId, row]));
	return ids.flatMap((id) => by.get(id) ?? []);
}

const DICTIONARY = 'search.dictionary';

/** Fingerprint of the words the index was last made with; empty before the first. */
export async function selectDictionary(reader: Reader): Promise<string> {
	const { rows } = await sql<{ value: unknown }>`select value from setting where key = ${DICTIONARY}`.execute(
		reader.sql,
	);
	return typeof rows[0]?.value === 'string' ? rows[0].value : '';
}

export async function saveDictionary(tx: Tx, fingerprint: string): Promise<void> {
	await sql`
		insert into setting (key, value, changed_at) values (${DICTIONARY}, ${JSON.stringify(fingerprint)}, ${tx.now})
		on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at
	`.execute(tx.sql);
}
