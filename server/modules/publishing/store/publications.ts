import { sql } from 'kysely';
import { prepared } from '../../../platform/prepared.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { DocumentContent, Publication } from '../model.ts';
import type { TypeKey, Validity } from '../types.ts';
import type { Tables } from './tables.ts';
import { isWorth } from './worth.ts';

// What is public now. Reading it needs no scope: a row that may not be seen by everybody does not stand here.

export const PUBLICATION = [
	'publication.document_id as documentId',
	'publication.revision_id as revisionId',
	'publication.edition',
	'publication.office_id as officeId',
	'publication.column_id as columnId',
	'publication.column_slug as columnSlug',
	'publication.type',
	'publication.code',
	'publication.title',
	'publication.document_number as documentNumber',
	'publication.index_number as indexNumber',
	'publication.summary',
	'publication.formed_on as formedOn',
	'publication.expires_on as expiresOn',
	'publication.published_at as publishedAt',
	'publication.edition_at as editionAt',
	'publication.interprets',
] as const;

/** Which public documents a list shows. `officeIds`: an office and those merged into it. */
export interface PublicFilter {
	officeIds?: readonly number[] | undefined;
	columnSlug?: string | undefined;
	/** Item of the Regulations. */
	code?: string | undefined;
	type?: TypeKey | undefined;
	/** Year of first publication, in China. */
	year?: number | undefined;
	/** On the day of the reader. */
	validity?: Validity | undefined;
	/** Only what was first given out on an application. */
	onRequest?: boolean | undefined;
}

export function filtered(reader: Reader, filter: PublicFilter) {
	let query = reader.sql.withTables<Tables>().selectFrom('publication');
	const { officeIds, columnSlug, code, type, year } = filter;
	// One office is the rule; `=` keeps the order of the index where `in` would sort.
	const [only, ...others] = officeIds ?? [];
	if (only !== undefined && others.length === 0) query = query.where('office_id', '=', only);
	else if (officeIds) query = query.where('office_id', 'in', officeIds);
	if (columnSlug !== undefined) query = query.where('column_slug', '=', columnSlug);
	if (code !== undefined) query = query.where('code', '=', code);
	if (type !== undefined) query = query.where('type', '=', type);
	if (filter.validity !== undefined) {
		const worth = isWorth(filter.validity, reader.today);
		const known = sql<boolean>`exists (select 1 from document_search s where s.document_id = publication.document_id and ${worth})`;
		query = query.where(known);
	}
	if (filter.onRequest) {
		query = query.where('document_id', 'in', (eb) =>
			eb.selectFrom('document').select('id').where('source', 'like', 'application:%'),
		);
	}
	if (year !== undefined) {
		query = query
			.where('published_at', '>=', new Date(`${year}-01-01T00:00:00+08:00`))
			.where('published_at', '<', new Date(`${year + 1}-01-01T00:00:00+08:00`));
	}
	return query;
}

/** Newest first. */
export async function selectPublications(
	reader: Reader,
	filter: PublicFilter,
	page: { limit: number; offset?: number },
): Promise<Publication[]> {
	if (filter.officeIds?.length === 0) return [];
	return await filtered(reader, filter)
		.select(PUBLICATION)
		.orderBy('published_at', 'desc')
		.orderBy('document_id', 'desc')
		.limit(page.limit)
		.offset(page.offset ?? 0)
		.execute();
}

export async function countPublications(reader: Reader, filter: PublicFilter): Promise<number> {
	if (filter.officeIds?.length === 0) return 0;
	const { count } = await filtered(reader, filter)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** The newest few of each column at once, of an office or of the county (null): column slug → documents. */
export async function selectLatestByColumn(
	reader: Reader,
	officeIds: readonly number[] | null,
	slugs: readonly string[],
	each: number,
): Promise<Map<string, Publication[]>> {
	const latest = new Map<string, Publication[]>();
	if (officeIds?.length === 0 || slugs.length === 0) return latest;
	const db = reader.sql.withTables<Tables>();
	// One step into the index a column: numbering all documents of an office to keep six took most of the time of its page.
	const rows = await db
		.selectFrom(sql<{ slug: string }>`unnest(${[...slugs]}::text[])`.as<'wanted'>(sql`wanted (slug)`))
		.innerJoinLateral(
			(eb) => {
				const newest = eb.selectFrom('publication').select(PUBLICATION).whereRef('column_slug', '=', 'wanted.slug');
				const [only, ...others] = officeIds ?? [];
				const isOne = only !== undefined && others.length === 0;
				const own = isOne ? newest.where('office_id', '=', only) : newest;
				const owned = officeIds && !isOne ? own.where('office_id', 'in', officeIds) : own;
				return owned.orderBy('published_at', 'desc').orderBy('document_id', 'desc').limit(each).as('newest');
			},
			(join) => join.onTrue(),
		)
		.selectAll('newest')
		.execute();
	for (const row of rows) latest.set(row.columnSlug, [...(latest.get(row.columnSlug) ?? []), row]);
	return latest;
}

/** Columns of these offices in which something public stands. */
export async function selectFilledColumns(reader: Reader, officeIds: readonly number[]): Promise<Set<string>> {
	// From one column to the next by the index, whatever stands in each.
	const { rows } = await sql<{ slug: string }>`
		select distinct slug from unnest(${[...officeIds]}::bigint[]) as office (id), lateral (
			with recursive filled (slug) as (
				select min(column_slug) from publication where office_id = office.id
				union all
				select (select min(column_slug) from publication where office_id = office.id and column_slug > filled.slug)
				from filled where filled.slug is not null
			)
			select slug from filled where slug is not null
		) as each
	`.execute(reader.sql);
	return new Set(rows.map(({ slug }) => slug));
}

/** How many public documents carry each item of the Regulations. */
export async function countByCode(reader: Reader, officeIds?: readonly number[]): Promise<Map<string, number>> {
	let query = reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select((eb) => ['code', eb.fn.countAll<number>().as('count')])
		.where('code', '<>', '')
		.groupBy('code');
	if (officeIds) query = query.where('office_id', 'in', officeIds);
	return new Map((await query.execute()).map(({ code, count }) => [code, Number(count)]));
}

const publicationById = prepared((sql, { documentId }: { documentId: number }) =>
	sql.withTables<Tables>().selectFrom('publication').select(PUBLICATION).where('document_id', '=', documentId),
);

export async function selectPublication(reader: Reader, documentId: number): Promise<Publication | null> {
	const [row] = await publicationById(reader.sql, { documentId });
	return row ?? null;
}

const editionById = prepared((sql, { documentId }: { documentId: number }) =>
	sql
		.withTables<Tables>()
		.selectFrom('publication')
		.innerJoin('document_revision as revision', 'revision.id', 'publication.revision_id')
		.select([...PUBLICATION, 'revision.content'])
		.where('publication.document_id', '=', documentId),
);

/** What is public of a document with its content, in one step: each page of a document begins with it. */
export async function selectPublicEdition(
	reader: Reader,
	documentId: number,
): Promise<(Publication & { content: DocumentContent }) | null> {
	const [row] = await editionById(reader.sql, { documentId });
	return row ?? null;
}

/** What a withdrawn document's address still says. Nothing of its content. */
export async function selectWithdrawn(
	reader: Reader,
	documentId: number,
): Promise<{ officeId: number; withdrawnAt: Date; reason: string } | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('document')
		.select(['office_id as officeId', 'withdrawn_at as withdrawnAt', 'withdraw_reason as reason'])
		.where('id', '=', documentId)
		.where('withdrawn_at', 'is not', null)
		.executeTakeFirst();
	return row?.withdrawnAt ? { ...row, withdrawnAt: row.withdrawnAt } : null;
}

function rowOf(row: Publication) {
	return {
		document_id: row.documentId,
		revision_id: row.revisionId,
		edition: row.edition,
		office_id: row.officeId,
		column_id: row.columnId,
		column_slug: row.columnSlug,
		type: row.type,
		code: row.code,
		title: row.title,
		document_number: row.documentNumber,
		index_number: row.indexNumber,
		summary: row.summary,
		formed_on: row.formedOn,
		expires_on: row.expiresOn,
		published_at: row.publishedAt,
		edition_at: row.editionAt,
		interprets: row.interprets,
	};
}

/** Documents whose address says that they were withdrawn. */
export async function selectWithdrawnIds(reader: Reader): Promise<number[]> {
	const { rows } = await sql<{ id: number }>`
		select id from document where withdrawn_at is not null
			and not exists (select 1 from publication where publication.document_id = document.id) order by id
	`.execute(reader.sql);
	return rows.map(({ id }) => id);
}

/** Puts an edition on the portal, in the place of the one before. */
export async function upsertPublication(tx: Tx, row: Publication): Promise<void> {
	const { document_id: _, ...values } = rowOf(row);
	await tx.sql
		.withTables<Tables>()
		.insertInto('publication')
		.values(rowOf(row))
		.onConflict((conflict) => conflict.column('document_id').doUpdateSet(values))
		.execute();
	// The words of the edition before must not find this one.
	await tx.sql
		.withTables<Tables>()
		.deleteFrom('document_search')
		.where('document_id', '=', row.documentId)
		.where('revision_id', '<>', row.revisionId)
		.execute();
}

/** Puts first editions on the portal. */
export async function insertPublications(tx: Tx, rows: readonly Publication[]): Promise<void> {
	if (rows.length === 0) return;
	await tx.sql.withTables<Tables>().insertInto('publication').values(rows.map(rowOf)).execute();
}

/** Takes a document off the portal, its search words with it. */
export async function deletePublication(tx: Tx, documentId: number): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	await db.deleteFrom('publication').where('document_id', '=', documentId).execute();
}

/** The next number of a sequence, held until commit: nobody else gets it, and a rollback gives it back. */
export async function nextSerial(tx: Tx, prefix: string): Promise<number> {
	const { last } = await tx.sql
		.withTables<Tables>()
		.insertInto('index_sequence')
		.values({ prefix, last: 1 })
		.onConflict((conflict) =>
			conflict.column('prefix').doUpdateSet((eb) => ({ last: eb('index_sequence.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return last;
}

/** Whether a document has this index number: after a change of pattern an old number may come up again. */
export async function indexNumberTaken(tx: Tx, indexNumber: string): Promise<boolean> {
	const db = tx.sql.withTables<Tables>();
	return Boolean(
		await db.selectFrom('document').select('id').where('index_number', '=', indexNumber).executeTakeFirst(),
	);
}
