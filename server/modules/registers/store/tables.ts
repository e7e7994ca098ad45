import type { ColumnType, Generated } from 'kysely';
import type { FieldValues } from '../model.ts';

type Json<T> = ColumnType<T, string, never>;

interface Hand {
	person_id: number | null;
	person_name: string;
	created_at: Date;
}

export interface EntryRow extends Hand {
	id: Generated<number>;
	office_id: number;
	kind: string;
	entry_type: 'entry' | 'zero';
	day: string;
	quantity: string;
	fields: Json<FieldValues>;
	note: string;
	corrects: number | null;
	reason: string;
	import_id: number | null;
}

export interface VoidRow extends Hand {
	entry_id: number;
	reason: string;
}

export interface EvidenceRow {
	id: Generated<number>;
	entry_id: number;
	file_sha256: string;
	file_name: string;
	media_type: string;
	size: number;
	person_name: string;
	created_at: Date;
}

export interface ImportRow extends Hand {
	id: Generated<number>;
	office_id: number;
	kind: string;
	file_sha256: string;
	file_name: string;
	entries: number;
}

export type Tables = {
	register_entry: EntryRow;
	register_standing: EntryRow;
	register_void: VoidRow;
	register_evidence: EvidenceRow;
	register_import: ImportRow;
};
