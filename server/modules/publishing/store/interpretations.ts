import { sql } from 'kysely';
import { prepared } from '../../../platform/prepared.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Publication } from '../model.ts';
import { POLICIES } from '../types.ts';
import type { State } from '../workflow.ts';
import { PUBLICATION } from './publications.ts';
import type { Tables } from './tables.ts';

const interpretationsOf = prepared((sql, { documentId }: { documentId: number }) =>
	sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(PUBLICATION)
		.where('interprets', '=', documentId)
		.orderBy('published_at')
		.orderBy('document_id'),
);

/** Public interpretations of a document, the oldest first. */
export async function selectInterpretations(reader: Reader, documentId: number): Promise<Publication[]> {
	return await interpretationsOf(reader.sql, { documentId });
}

/** Policies public since a moment that nothing public explains. */
export async function selectUnexplained(reader: Reader, since: Date): Promise<Publication[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(PUBLICATION)
		.where('type', 'in', [...POLICIES])
		.where('published_at', '>=', since)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('publication as explaining')
						.select('explaining.document_id')
						.whereRef('explaining.interprets', '=', 'publication.document_id'),
				),
			),
		)
		.execute();
}

/** A document that can be explained, as it is offered. */
export interface Explainable {
	id: number;
	title: string;
	documentNumber: string;
	live: boolean;
}

const OFFERED = 20;

/**
 * Policies an interpretation of this office can explain: what is public anywhere in the county, and what the office itself
 * has in work, so that both can go out together. `q`: part of title or number; `id`: this one alone.
 */
export async function selectExplainable(
	reader: Reader,
	officeId: number,
	{ q = '', id }: { q?: string; id?: number },
): Promise<Explainable[]> {
	const like = `%${q.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
	const number = sql<string>`coalesce(w.content ->> 'documentNumber', '')`;
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('document_draft as w')
		.innerJoin('document as d', 'd.id', 'w.document_id')
		.leftJoin('publication as p', 'p.document_id', 'd.id')
		.select(['d.id', 'p.title as publicTitle', 'p.document_number as publicNumber', 'w.title'])
		.select(number.as('number'))
		.where('w.type', 'in', [...POLICIES])
		.where((eb) => eb.or([eb('p.document_id', 'is not', null), eb('d.office_id', '=', officeId)]))
		.where('d.state', '<>', 'discarded')
		.where((eb) => eb.or([eb('w.title', 'like', like), eb(number, 'like', like)]))
		.$if(id !== undefined, (query) => query.where('d.id', '=', id ?? 0))
		.orderBy('d.id', 'desc')
		.limit(OFFERED)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		title: row.publicTitle ?? row.title,
		documentNumber: row.publicNumber ?? row.number,
		live: row.publicTitle !== null,
	}));
}

/** An interpretation in work beside what it explains. */
export interface Companion {
	id: number;
	title: string;
	state: State;
}

const IN_WORK: readonly State[] = [
	'draft',
	'proofreading',
	'secrecyReview',
	'referred',
	'signOff',
	'signedOff',
	'scheduled',
];

/** Interpretations of a document that its own office has in work and that were never public, the oldest first. */
export async function selectCompanions(
	reader: Reader,
	{ id, officeId }: { id: number; officeId: number },
): Promise<Companion[]> {
	const interprets = sql<string>`w.content ->> 'interprets'`;
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('document_draft as w')
		.innerJoin('document as d', 'd.id', 'w.document_id')
		.select(['d.id', 'w.title', 'd.state'])
		.where('w.type', '=', 'interpretation')
		.where(interprets, '=', String(id))
		.where('d.office_id', '=', officeId)
		.where('d.first_published_at', 'is', null)
		.where('d.state', 'in', [...IN_WORK])
		.orderBy('d.id')
		.execute();
}
