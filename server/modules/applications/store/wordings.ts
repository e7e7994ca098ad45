import { sql } from 'kysely';
import { nameOf } from '../../../kernel/actor.ts';
import type { LetterId } from '../../../law/codes.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { WordingText } from '../letters/wording.ts';
import { lockedTables, personId, tablesOf } from './database.ts';

/** An edition of a letter's wording; `text` is null where the county went back to that of the product. */
export interface WordingEdition {
	id: number;
	template: LetterId;
	outcome: string;
	edition: number;
	text: WordingText | null;
	note: string;
	personName: string;
	createdAt: Date;
}

const COLUMNS = [
	'id',
	'template',
	'outcome',
	'edition',
	'title',
	'source',
	'note',
	'person_name',
	'created_at',
] as const;

/** Editions of one letter, the newest first. */
export async function selectEditions(reader: Reader, template: LetterId, outcome: string): Promise<WordingEdition[]> {
	const rows = await tablesOf(reader)
		.selectFrom('letter_wording')
		.select(COLUMNS)
		.where('template', '=', template)
		.where('outcome', '=', outcome)
		.orderBy('edition', 'desc')
		.execute();
	return rows.map(editionOf);
}

export async function selectNewestEdition(
	reader: Reader,
	template: LetterId,
	outcome: string,
): Promise<WordingEdition | null> {
	const row = await tablesOf(reader)
		.selectFrom('letter_wording')
		.select(COLUMNS)
		.where('template', '=', template)
		.where('outcome', '=', outcome)
		.orderBy('edition', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ? editionOf(row) : null;
}

/** The newest edition of every letter that has one. */
export async function selectNewestEditions(reader: Reader): Promise<WordingEdition[]> {
	const rows = await tablesOf(reader)
		.selectFrom('letter_wording')
		.select(COLUMNS)
		.distinctOn(['template', 'outcome'])
		.orderBy('template')
		.orderBy('outcome')
		.orderBy('edition', 'desc')
		.execute();
	return rows.map(editionOf);
}

export async function insertEdition(
	tx: Tx,
	{ text, ...edition }: Pick<WordingEdition, 'template' | 'outcome' | 'edition' | 'text' | 'note'>,
): Promise<void> {
	await lockedTables(tx)
		.insertInto('letter_wording')
		.values({
			...edition,
			title: text?.title ?? null,
			source: text?.source ?? null,
			person_id: personId(tx),
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.execute();
}

/** Who words letters waits for whoever is at it, so that each sees the edition of the other. */
export async function lockWordings(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('letter_wording'))`.execute(tx.sql);
}

interface Row extends Pick<WordingEdition, 'id' | 'template' | 'outcome' | 'edition' | 'note'> {
	title: string | null;
	source: string | null;
	person_name: string;
	created_at: Date;
}

function editionOf({ title, source, person_name, created_at, ...rest }: Row): WordingEdition {
	const text = title === null || source === null ? null : { title, source };
	return { ...rest, text, personName: person_name, createdAt: created_at };
}
