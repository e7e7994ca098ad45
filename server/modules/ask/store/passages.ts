import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { Passage, Source } from '../model.ts';
import { tables } from './tables.ts';

// A row stands here for what is public now, in the edition that is: it goes with its publication, and with its edition.

/** A passage with the words it is found by, a literal of the database. */
export type IndexedPassage = Omit<Passage, 'source'> & { words: string };

const columnOf = ({ kind }: Source) => (kind === 'document' ? ('document_id' as const) : ('entry_id' as const));

/** Puts the passages of a source in the place of those it had. The caller holds the source until commit. */
export async function savePassages(reader: Reader, source: Source, passages: readonly IndexedPassage[]): Promise<void> {
	await dropPassages(reader, source);
	if (passages.length === 0) return;
	await tables(reader)
		.insertInto('ask_passage')
		.values(
			passages.map((passage) => ({
				document_id: null,
				entry_id: null,
				[columnOf(source)]: source.id,
				office_id: passage.officeId,
				published_at: passage.publishedAt,
				position: passage.position,
				title: passage.title,
				heading: passage.heading,
				file_name: passage.fileName,
				body: passage.body,
				words: sql<string>`${passage.words}::tsvector`,
			})),
		)
		.execute();
}

export async function dropPassages(reader: Reader, source: Source): Promise<void> {
	await tables(reader).deleteFrom('ask_passage').where(columnOf(source), '=', source.id).execute();
}

/** Counting ends here: what stands in more passages is common, and its exact number says nothing more. */
const COMMON = 50_000;

/** How many passages there are, and how many have each of these, a tsquery literal each; counted up to `most`. */
export async function countPassages(
	reader: Reader,
	queries: readonly string[],
	most = COMMON,
): Promise<{ all: number; found: number[] }> {
	const { rows } = await sql<{ all: number; found: number[] }>`
		select (select count(*)::int from ask_passage) as all, coalesce((
			select array_agg(hits.count order by asked.place)
			from unnest(${[...queries]}::text[]) with ordinality as asked (query, place), lateral (
				select count(*)::int from (select 1 from ask_passage where words @@ asked.query::tsquery limit ${most}) as counted
			) as hits (count)
		), '{}') as found
	`.execute(reader.sql);
	return rows[0] ?? { all: 0, found: [] };
}

/** A tsquery literal and what meeting it is worth. */
export interface Wanted {
	query: string;
	weight: number;
}

const SOURCE = sql`coalesce('d' || document_id, 'e' || entry_id)`;

/**
 * Passages worth a closer look: those with the most of what is wanted, and all of the sources they stand in, up to `each` of one.
 * `any` is a tsquery literal that every one of the first must meet.
 */
export async function selectCandidates(
	reader: Reader,
	any: string,
	wanted: readonly Wanted[],
	{ passages, sources, each }: { passages: number; sources: number; each: number },
): Promise<Passage[]> {
	const worth: RawBuilder<unknown> = sql.join(
		wanted.map(({ query, weight }) => sql`(words @@ ${query}::tsquery)::int * ${weight}::float8`),
		sql` + `,
	);
	const { rows } = await sql<PassageRow>`
		with best as (
			select ${SOURCE} as source, ${worth} as worth, id from ask_passage where words @@ ${any}::tsquery
			order by worth desc, id desc limit ${passages}
		),
		source as (
			select source, max(worth) as worth, max(id) as id from best group by source order by worth desc, id desc limit ${sources}
		)
		select p.document_id as "documentId", p.entry_id as "entryId", p.office_id as "officeId", p.published_at as "publishedAt",
			p.position, p.title, p.heading, p.file_name as "fileName", p.body
		from source cross join lateral (
			select * from ask_passage
			where document_id = case when source.source like 'd%' then substr(source.source, 2)::bigint end
				or entry_id = case when source.source like 'e%' then substr(source.source, 2)::bigint end
			order by (id in (select id from best)) desc, position limit ${each}
		) as p
	`.execute(reader.sql);
	return rows.map(({ documentId, entryId, ...rest }) => ({
		...rest,
		source: documentId === null ? { kind: 'entry', id: entryId ?? 0 } : { kind: 'document', id: documentId },
	}));
}

type PassageRow = Omit<Passage, 'source'> & { documentId: number | null; entryId: number | null };
