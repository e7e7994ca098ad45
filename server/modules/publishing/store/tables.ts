import type { ColumnType, Generated } from 'kysely';
import type { DocumentContent, ImportFate, ImportPhase, ImportState } from '../model.ts';
import type { OutcomeKind } from '../rules/coordination.ts';
import type { Conclusion, SecrecySheet } from '../rules/secrecy.ts';
import type { TypeKey, Validity } from '../types.ts';
import type { State } from '../workflow.ts';

/** `jsonb` is read as a value and written as text. */
type Json<T> = ColumnType<T, string, string>;

export interface DocumentTable {
	id: Generated<number>;
	office_id: number;
	edition: Generated<number>;
	state: State;
	revision_id: number | null;
	index_number: string | null;
	publish_at: Date | null;
	first_published_at: Date | null;
	withdrawn_at: Date | null;
	withdraw_reason: Generated<string>;
	source: string | null;
	source_event: number | null;
	created_at: Date;
	created_by: number | null;
}

export interface DocumentDraftTable {
	document_id: number;
	version: Generated<number>;
	title: string;
	type: TypeKey;
	column_id: number;
	formed_on: string | null;
	changed_on: string | null;
	content: Json<DocumentContent>;
	editors: number[];
	saved_at: Date;
	saved_by: number | null;
}

export interface DocumentRevisionTable {
	id: Generated<number>;
	document_id: number;
	edition: number;
	number: number;
	content: Json<DocumentContent>;
	plain: string;
	hash: string;
	created_at: Date;
	created_by: number | null;
}

export interface DocumentStepTable {
	id: Generated<number>;
	document_id: number;
	edition: number;
	revision_id: number | null;
	action: string;
	from_state: State;
	to_state: State;
	at: Date;
	person_id: number | null;
	actor_name: string;
	comment: string;
	data: Json<Record<string, unknown>>;
}

export interface SecrecyReviewTable {
	id: Generated<number>;
	document_id: number;
	edition: number;
	revision_id: number;
	answers: Json<SecrecySheet['answers']>;
	conclusion: Conclusion;
	opinion: string;
	authority: string;
	authority_reply: string;
	reviewer_id: number | null;
	reviewer_name: string;
	at: Date;
}

export interface DocumentValidityTable {
	id: Generated<number>;
	document_id: number;
	validity: Validity;
	on_day: string;
	basis: string;
	at: Date;
	person_id: number | null;
}

export interface AttachmentTable {
	id: Generated<number>;
	document_id: number;
	sha256: string;
	file_name: string;
	media_type: string;
	size: number;
	added_at: Date;
	added_by: number | null;
	masked_from: Generated<number | null>;
}

export interface PublicationTable {
	document_id: number;
	revision_id: number;
	edition: number;
	office_id: number;
	column_id: number;
	column_slug: string;
	type: TypeKey;
	code: string;
	title: string;
	document_number: string;
	index_number: string;
	summary: string;
	formed_on: string;
	expires_on: string | null;
	published_at: Date;
	edition_at: Date;
	interprets: number | null;
}

export interface DocumentSearchTable {
	document_id: number;
	revision_id: number;
	published_at: Date;
	words: string;
	grams: string;
	exact: string;
	standings: string[] | null;
}

export interface FileTextTable {
	sha256: string;
	body: string;
	unread: Json<unknown>;
	has_place: boolean;
	read_at: Date;
}

export interface FileViewTable {
	sha256: string;
	version: number;
	view: Json<unknown>;
	made_at: Date;
}

export interface ImportRunTable {
	id: Generated<number>;
	sha256: string;
	file_name: string;
	name: string;
	office_id: number | null;
	column_name: string;
	create_columns: boolean;
	state: ImportState;
	stop_asked: Generated<boolean>;
	reason: Generated<string>;
	new_columns: ColumnType<unknown, string | undefined, string>;
	revision: Generated<number>;
	created_at: Date;
	created_by: number;
	changed_at: Date;
}

export interface ImportLineTable {
	run_id: number;
	phase: ImportPhase;
	number: number;
	place: string;
	title: string;
	became: ImportFate;
	notes: Json<unknown>;
}

export interface DocumentRegistrationTable {
	document_id: number;
	kind: 'process' | 'old';
	number: string;
	reason: string;
	at: Date;
	person_id: number | null;
}

export interface ValidityListTable {
	id: Generated<number>;
	title: string;
	on_day: string;
	at: Date;
	person_id: number | null;
}

export interface DocumentCoordinationTable {
	id: Generated<number>;
	document_id: number;
	edition: number;
	involves_others: boolean;
	needs_approval: boolean;
	authority: string;
	approved_on: string | null;
	approval_number: string;
	at: Date;
	person_id: number | null;
	person_name: string;
}

export interface CoordinationRequestTable {
	id: Generated<number>;
	document_id: number;
	edition: number;
	revision_id: number;
	text_hash: string;
	office_id: number | null;
	name: string;
	question: string;
	reply_by: string;
	at: Date;
	person_id: number | null;
	person_name: string;
}

export interface CoordinationOutcomeTable {
	request_id: number;
	kind: OutcomeKind;
	words: string;
	on_day: string;
	reference: string;
	at: Date;
	person_id: number | null;
	person_name: string;
}

export interface ImpactAssessmentTable {
	id: Generated<number>;
	document_id: number;
	edition: number;
	assessed_on: string;
	assessor: string;
	conclusion: string;
	file_name: string;
	media_type: string;
	size: number;
	sha256: string;
	at: Date;
	person_id: number | null;
	person_name: string;
}

export interface CoordinationProofTable {
	id: Generated<number>;
	request_id: number;
	file_name: string;
	media_type: string;
	size: number;
	sha256: string;
	at: Date;
	person_id: number | null;
	person_name: string;
}

export type Tables = {
	impact_assessment: ImpactAssessmentTable;
	coordination_proof: CoordinationProofTable;
	document_coordination: DocumentCoordinationTable;
	coordination_request: CoordinationRequestTable;
	coordination_outcome: CoordinationOutcomeTable;
	document_registration: DocumentRegistrationTable;
	validity_list: ValidityListTable;
	validity_list_office: { list_id: number; office_id: number };
	validity_list_entry: { list_id: number; document_id: number };
	file_text: FileTextTable;
	file_view: FileViewTable;
	import_run: ImportRunTable;
	import_line: ImportLineTable;
	document: DocumentTable;
	document_draft: DocumentDraftTable;
	document_revision: DocumentRevisionTable;
	document_step: DocumentStepTable;
	secrecy_review: SecrecyReviewTable;
	document_validity: DocumentValidityTable;
	attachment: AttachmentTable;
	index_sequence: { prefix: string; last: number };
	publication: PublicationTable;
	document_search: DocumentSearchTable;
	document_reads: { document_id: number; month: string; reads: number };
	search_word: { word: string; sound: string; loose: string };
};
