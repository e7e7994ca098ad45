import type { ColumnType, Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { Evidence, Severity } from '../model.ts';
import type { SeenPage } from '../rules/outside-page.ts';
import type { RoundScore } from '../rules/score.ts';
import type { ItemState } from '../workflow.ts';

type Json<T> = ColumnType<T, string, string>;

export interface RoundTable {
	id: Generated<number>;
	started_at: Date;
	finished_at: Date;
	started_by: string;
	offices: number;
	appeared: number;
	cleared: number;
	score: Json<RoundScore>;
	work: ColumnType<RoundWork, string | undefined, string>;
}

/** How much a round read anew, and how long each part took, in milliseconds. */
export interface RoundWork {
	scanned?: number;
	milliseconds?: Readonly<Record<string, number>>;
}

export interface FindingTable {
	id: Generated<number>;
	office_id: number;
	rule: string;
	subject: string;
	severity: Severity;
	message: string;
	evidence: Json<Evidence>;
	/** Null for what came between two rounds. */
	first_round: number | null;
	last_round: number | null;
	first_seen: string;
	last_seen: string;
	cleared_on: string | null;
	/** Item whose appeal was upheld. */
	waived_by: Generated<number | null>;
}

export interface EditionScanTable {
	revision_id: number;
	leaks: Json<{ kind: string; count: number; files?: string[] }[]>;
	scanned_at: Date;
	/** Null for what was looked through before hints were. */
	hints: unknown;
	links: unknown;
	/** What looked: an older scan is done again. */
	version: number;
}

export interface VisitTable {
	id: Generated<number>;
	host: string;
	at: Date;
	opened: boolean;
	status: number | null;
	milliseconds: number;
	fault: string;
}

export interface OutsidePageTable {
	host: string;
	url: string;
	depth: number;
	status: number;
	etag: string;
	modified: string;
	hash: string;
	changed_at: Date;
	fetched_at: Date;
	seen: Json<SeenPage>;
}

export interface SnapshotTable {
	finding_id: number;
	path: string;
	file_sha256: string;
	size: number;
	masked: number;
	taken_at: Date;
}

interface Hand {
	person_id: number | null;
	person_name: string;
	created_at: Date;
}

export interface RectificationTable extends Hand {
	id: Generated<number>;
	title: string;
	note: string;
	issued_on: string;
	due_on: string;
}

export interface ItemTable {
	id: Generated<number>;
	rectification_id: number;
	office_id: number;
	finding_id: number | null;
	rule: string;
	message: string;
	basis: string;
	evidence: Json<Evidence>;
	state: ItemState;
	due_on: string;
	owner: Generated<string>;
	revision: Generated<number>;
}

export interface StepTable extends Hand {
	id: Generated<number>;
	item_id: number;
	action: string;
	text: string;
}

export interface ProofTable {
	id: Generated<number>;
	step_id: number;
	file_sha256: string;
	file_name: string;
	media_type: string;
	size: number;
}

export type Tables = {
	monitor_round: RoundTable;
	monitor_finding: FindingTable;
	edition_scan: EditionScanTable;
	finding_snapshot: SnapshotTable;
	outside_visit: VisitTable;
	outside_page: OutsidePageTable;
	rectification: RectificationTable;
	rectification_item: ItemTable;
	rectification_step: StepTable;
	rectification_proof: ProofTable;
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
