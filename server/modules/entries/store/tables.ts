import type { ColumnType, Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { EditionEntry, EntryContent, Standing, Target, Trim } from '../model.ts';

/** `jsonb` is read as a value and written as text. */
type Json<T> = ColumnType<T, string, string>;

export interface StandardTable {
	id: Generated<number>;
	code: string;
	field: string;
	content: Json<EntryContent>;
	targets: Target[];
	office_ids: number[];
	position: number;
	ended_at: Date | null;
	revision: Generated<number>;
	created_at: Date;
}

export interface EntryTable {
	id: Generated<number>;
	office_id: number;
	standard_id: number | null;
	standard_revision: number | null;
	field: string;
	content: Json<EntryContent>;
	column_id: number | null;
	standing: Standing;
	trim: Trim | null;
	reason: string;
	since: string;
	position: number;
	revision: Generated<number>;
	created_at: Date;
}

export interface EditionTable {
	id: Generated<number>;
	/** Null: the county's standard catalog as it was handed down. */
	office_id: number | null;
	number: number;
	entries: Json<EditionEntry[]>;
	note: string;
	published_at: Date;
	published_by: number | null;
}

export interface MatchTable {
	document_id: number;
	office_id: number;
	/** Null: somebody said that it belongs to none. */
	entry_id: number | null;
	by_person: boolean;
	person_id: number | null;
	at: Date;
}

export type Tables = {
	catalog_standard: StandardTable;
	catalog_entry: EntryTable;
	catalog_edition: EditionTable;
	catalog_match: MatchTable;
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
