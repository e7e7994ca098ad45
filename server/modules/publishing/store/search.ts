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

/** Makes or replaces the words of a public document. */
export async function saveSearchRow(
	reader: Reader,
	row: { documentId: number; revisionId: number; words: string; grams: string; exact: string },
): Promise<void> {
	await sql`
		insert into document_search (document_id, revision_id, words, grams, exact)
		values (${row.documentId}, ${row.revisionId}, ${row.words}::tsvector, ${row.grams}::tsvector, ${row.exact})
		on conflict (document_id) do update set
			revision_id = excluded.revision_id, words = excluded.words, grams = excluded.grams, exact = excluded.exact
	`.execute(reader.sql);
}

/** What a public document is indexed from, its row locked against withdrawal until commit; null when not public. */
export async function selectForIndex(
	reader: Reader,
	documentId: number,
): Promise<
	| (Pick<Publication, 'revisionId' | 'title' | 'documentNumber' | 'indexNumber' | 'summary'> & {
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
		.select(['publication.revision_id as revisionId', 'publication.title', 'publication.summary'])
		.select(['publication.document_number as documentNumber', 'publication.index_number as indexNumber'])
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

/** A document meets a term by its words, or by its title or numbers containing it; a phrase must stand in the text. */
function meets({ words, grams, needle, phrase, text }: Term): RawBuilder<boolean> {
	const ways: RawBuilder<boolean>[] = [];
	const like = `%${needle}%`;
	if (grams) ways.push(sql`(s.grams @@ ${grams}::tsquery and s.exact like ${like})`);
	if (words && !phrase) ways.push(sql`s.words @@ ${words}::tsquery`);
	if (words && phrase) ways.push(sql`(s.words @@ ${words}::tsquery and strpos(lower(r.plain), lower(${text})) > 0)`);
	return sql`(${sql.join(ways, sql` or `)})`;
}

function where(terms: readonly Term[], { officeIds, columnSlug, year }: SearchFilter): RawBuilder<boolean> {
	const parts: RawBuilder<boolean>[] = terms.map(meets);
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
 * At most `cap` + 1 documents that answer, in no order. Without an order the planner cannot choose to walk the dates of a
 * million documents for a rare word.
 */
export async function selectHits(
	reader: Reader,
	terms: readonly Term[],
	filter: SearchFilter,
	cap: number,
): Promise<Hit[]> {
	const { rows } = await sql<Hit>`
		with m as materialized (
			select p.document_id as id, p.published_at as at from ${from(terms)} where ${where(terms, filter)} limit ${cap + 1}
		) select id, at from m
	`.execute(reader.sql);
	return rows;
}

/** The newest that answer, by walking the dates: for words so common that this ends soon. */
export async function selectNewestHits(
	reader: Reader,
	terms: readonly Term[],
	filter: SearchFilter,
	page: { limit: number; offset: number },
): Promise<Hit[]> {
	const { rows } = await sql<Hit>`
		select p.document_id as id, p.published_at as at from ${from(terms)} where ${where(terms, filter)}
		order by p.published_at desc, p.document_id desc limit ${page.limit} offset ${page.offset}
	`.execute(reader.sql);
	return rows;
}

const WEIGHTS = '{0.05, 0.2, 0.4, 1.0}';

/** The given documents by how well they answer: a title that contains the question first, then words by their weight. */
export async function rankHits(reader: Reader, terms: readonly Term[], ids: readonly number[]): Promise<number[]> {
	const queries = terms.flatMap(({ words }) => words ?? []);
	const any = queries.length > 0 ? queries.map((query) => `(${query})`).join(' | ') : "'\u0001'";
	const whole = `%${terms.map(({ needle }) => needle).join('')}%`;
	const each = terms.map(({ needle }) => sql`(exact like ${`%${needle}%`})::int`);
	const { rows } = await sql<{ id: number }>`
		select s.document_id as id from document_search s join publication p on p.document_id = s.document_id
		where s.document_id = any(${[...ids]}::bigint[])
		order by ts_rank(${WEIGHTS}, words, ${any}::tsquery) + (exact like ${whole})::int * 2 + (${sql.join(each, sql` + `)}) desc,
			p.published_at desc, s.document_id desc
	`.execute(reader.sql);
	return rows.map(({ id }) => id);
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
