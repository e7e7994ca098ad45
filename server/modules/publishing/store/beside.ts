import { sql } from 'kysely';
import type { Sql } from '../../../platform/database.ts';
import { prepared } from '../../../platform/prepared.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Publication } from '../model.ts';
import { PUBLICATION } from './publications.ts';
import type { Tables } from './tables.ts';

// The documents on either side of one in its column, which its page shows.

/** Newer and older ones as many as these stand beside a document on its page. */
const BESIDE = { newer: 2, older: 3 };

type Place = Pick<Publication, 'officeId' | 'columnSlug' | 'publishedAt' | 'documentId'>;

function besideOf(db: Sql, { officeId, columnSlug, publishedAt, documentId }: Place, newer: boolean) {
	const direction = newer ? 'asc' : 'desc';
	return db
		.withTables<Tables>()
		.selectFrom('publication')
		.select(PUBLICATION)
		.where('office_id', '=', officeId)
		.where('column_slug', '=', columnSlug)
		.where(
			sql<boolean>`(published_at, document_id) ${sql.raw(newer ? '>' : '<')} (${publishedAt}::timestamptz, ${documentId}::bigint)`,
		)
		.orderBy('published_at', direction)
		.orderBy('document_id', direction);
}

const onEitherSide = prepared((sql, place: Place) => {
	const db = sql.withTables<Tables>();
	const newer = db.selectFrom(besideOf(sql, place, true).limit(BESIDE.newer).as('newer')).selectAll();
	const older = db.selectFrom(besideOf(sql, place, false).limit(BESIDE.older).as('older')).selectAll();
	return newer.unionAll(older).orderBy('publishedAt', 'desc').orderBy('documentId', 'desc');
});

/** The documents on either side of one in its column, newest first. */
export async function selectBeside(reader: Reader, place: Place): Promise<Publication[]> {
	return await onEitherSide(reader.sql, place);
}

/** Ids of the public documents on whose pages these stand, or would if they were public: those they lie beside. */
export async function selectShownBeside(reader: Reader, ids: readonly number[]): Promise<number[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{ id: number }>`
		select distinct beside.id from publication p, lateral (
			(select document_id as id from publication where office_id = p.office_id and column_slug = p.column_slug
				and (published_at, document_id) > (p.published_at, p.document_id)
				order by published_at, document_id limit ${BESIDE.older})
			union all
			(select document_id as id from publication where office_id = p.office_id and column_slug = p.column_slug
				and (published_at, document_id) < (p.published_at, p.document_id)
				order by published_at desc, document_id desc limit ${BESIDE.newer})
		) as beside
		where p.document_id = any(${[...ids]}::bigint[]) and beside.id <> all(${[...ids]}::bigint[])
	`.execute(reader.sql);
	return rows.map(({ id }) => id);
}
