import { type RawBuilder, sql } from 'kysely';
import type { Term } from '../../../platform/search/index.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { DocumentContent, Publication } from '../model.ts';
import { PUBLICATION } from './publications.ts';
import type { Tables } from './tables.ts';

// Everything is read through `publication` and only in the revision that stands there: a withdrawn document, or one whose
// new edition is not indexed yet, is not found.

export interface SearchFilter {
	officeIds?: readonly number[] | undefined;
	columnSlug?: string | undefined;
	year?: number | undefined;
}

/** What one public document is found by, as literals of the database. */
export interface SearchRow {
	documentId: number;
	revisionId: number;
	words: string;
	grams: string;
	exact: string;
}

/** Makes or replaces the words of public documents. */
export async function saveSearchRows(reader: Reader, rows: readonly SearchRow[]): Promise<void> {
	if (rows.length === 0) return;
	const values = rows.map(
		({ documentId, revisionId, words, grams, exact }) =>
			sql`(${documentId}::bigint, ${revisionId}::bigint, ${words}::tsvector, ${grams}::tsvector, ${exact})`,
	);
	await sql`
		insert into document_search (document_id, revision_id, words, grams, exact) values ${sql.join(values)}
		on conflict (document_id) do update set
			revision_id = excluded.revision_id, words = excluded.words, grams = excluded.grams, exact = excluded.exact
	`.execute(reader.sql);
}

/** What a public document is indexed from, its row locked against withdrawal until commit; null when not public. */
export async function selectForIndex(
	reader: Reader,
	documentId: number,
): Promise<
	| (Pick<Publication, 'revisionId' | 'indexNumber'> & {
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
	return grams ? sql`(s.grams @@ ${grams}::tsquery and s.exact like ${`%${needle}%`})` : null;
}

/** In the words of the text; a phrase must also stand there letter by letter. */
function inText({ words, phrase, text }: Term): RawBuilder<boolean> | null {
	if (!words) return null;
	const found = sql<boolean>`s.words @@ ${words}::tsquery`;
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

function limits({ officeIds, columnSlug, year }: SearchFilter): RawBuilder<boolean> {
	const parts: RawBuilder<boolean>[] = [sql`true`];
	if (officeIds) parts.push(sql`p.office_id = any(${[...officeIds]}::bigint[])`);
	if (columnSlug) parts.push(sql`p.column_slug = ${columnSlug}`);
	if (year) {
		parts.push(sql`p.published_at >= ${new Date(`${year}-01-01T00:00:00+08:00`)}`);
		parts.push(sql`p.published_at < ${new Date(`${year + 1}-01-01T00:00:00+08:00`)}`);
	}
	return sql.join(parts, sql` and `);
}

function from(terms: readonly Term[]): RawBuilder<unknown> {
	const joined = sql`document_search s join publication p on p.document_id = s.document_id and p.revision_id = s.revision_id`;
	return terms.some(({ phrase }) => phrase) ? sql`${joined} join document_revision r on r.id = s.revision_id` : joined;
}

/** A document that answers, and when it was published: enough to order by. */
export interface Hit {
	id: number;
	at: Date;
}

/**
 * Documents that answer, in no order; more than `cap` when there are more. Without an order the planner cannot choose to walk
 * the dates of a million documents for a rare word. Text and title are asked apart: an «or» of the two would unpack the words
 * of every hit, which the index alone answers in a hundredth of the time.
 */
export async function selectHits(
	reader: Reader,
	terms: readonly Term[],
	filter: SearchFilter,
	cap: number,
): Promise<Hit[]> {
	const part = (first: Way, second: Way) => sql`(
		select p.document_id as id, p.published_at as at from ${from(terms)}
		where ${all(terms, first, second)} and ${limits(filter)} limit ${cap + 1}
	)`;
	const { rows } = await sql<Hit>`${part(inText, inTitle)} union ${part(inTitle, inText)}`.execute(reader.sql);
	return rows;
}

/** Row by row both ways can be asked at once: the row is unpacked anyhow. */
function either(term: Term): RawBuilder<boolean> {
	const ways = [inTitle(term), inText(term)].filter((way) => way !== null);
	return sql`(${sql.join(ways, sql` or `)})`;
}

const never: Way = () => null;

/** The newest that answer, by walking the dates: for words so common that this ends soon. */
export async function selectNewestHits(
	reader: Reader,
	terms: readonly Term[],
	filter: SearchFilter,
	page: { limit: number; offset: number },
): Promise<Hit[]> {
	const { rows } = await sql<Hit>`
		select p.document_id as id, p.published_at as at from ${from(terms)} where ${all(terms, either, never)} and ${limits(filter)}
		order by p.published_at desc, p.document_id desc limit ${page.limit} offset ${page.offset}
	`.execute(reader.sql);
	return rows;
}

const WEIGHTS = '{0.05, 0.2, 0.4, 1.0}';

/**
 * The given documents by how well they answer: those whose title or number contains more of the question first, the newest
 * first among equals. The words of the first `ranked` are weighed too; weighing all would unpack a vector for each.
 */
export async function rankHits(
	reader: Reader,
	terms: readonly Term[],
	ids: readonly number[],
	ranked: number,
): Promise<number[]> {
	const queries = terms.flatMap(({ words }) => words ?? []);
	const any = queries.length > 0 ? queries.map((query) => `(${query})`).join(' | ') : NOTHING;
	const whole = `%${terms.map(({ needle }) => needle).join('')}%`;
	const each = terms.map(({ needle }) => sql`(s.exact like ${`%${needle}%`})::int`);
	const { rows } = await sql<{ id: number }>`
		with candidate as (
			select s.document_id as id, p.published_at as at, (s.exact like ${whole})::int * 2 + ${sql.join(each, sql` + `)} as title
			from document_search s join publication p on p.document_id = s.document_id
			where s.document_id = any(${[...ids]}::bigint[])
		), best as (
			select * from candidate order by title desc, at desc, id desc limit ${ranked}
		), weighed as (
			select best.*, ts_rank(${WEIGHTS}, s.words, ${any}::tsquery) as weight
			from best join document_search s on s.document_id = best.id
		)
		select c.id from candidate c left join weighed w on w.id = c.id
		order by w.id is null, c.title + coalesce(w.weight, 0) desc, c.at desc, c.id desc
	`.execute(reader.sql);
	return rows.map(({ id }) => id);
}

/** A lexeme no text has. */
const NOTHING = "'\u0001'";

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
