import type { ColumnType, Generated } from 'kysely';
import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { PageSize } from '../../../platform/redaction/index.ts';
import type { ApplicantKind, Channel, ConsultationKind, Delivery, Form, NotifyWay, Reply, State } from '../model.ts';
import type { ClockEntry } from '../rules/history.ts';
import type { OpinionKind } from '../rules/opinion.ts';
import type { GroundedBox } from '../rules/redaction.ts';
import type { CorrectionTable, LetterTable, ListingTable, ServiceTable, WordingTable } from './letter-tables.ts';
import type { FeeTable, RefundTable, RemedyTable } from './remedy-tables.ts';

/** `jsonb` is read as a value and written as text. */
type Json<T> = ColumnType<T, string, string>;

export interface CounterTable {
	office_id: number;
	series: 'application' | 'letter';
	year: number;
	last: number;
}

export interface NumberingTable {
	office_id: number;
	mark: string;
	number_pattern: string;
	letter_pattern: string;
}

export interface ApplicationTable {
	id: Generated<number>;
	office_id: number;
	state: State;
	number: string | null;
	number_year: number | null;
	number_seq: number | null;
	query_fingerprint: string | null;
	submission_fingerprint: string | null;
	channel: Channel;
	applicant_kind: ApplicantKind;
	title: string;
	document_number: string;
	features: string;
	form: Form;
	delivery: Delivery;
	notify: Generated<NotifyWay>;
	assisted: boolean;
	assistance: string;
	on_behalf: boolean;
	submitted_on: string;
	arrived_on: string | null;
	confirmed_on: string | null;
	received_on: string | null;
	handler_id: number | null;
	outcome: OutcomeCode | null;
	concluded_on: string | null;
	entered_by: number | null;
	created_at: Date;
}

export interface ApplicantTable {
	application_id: number;
	key_id: string | null;
	sealed: Buffer | null;
	fingerprint: string | null;
	erased_at: Date | null;
}

export interface EventTable {
	id: Generated<number>;
	application_id: number;
	action: string;
	from_state: State | null;
	to_state: State;
	day: string;
	clock: Json<ClockEntry[]>;
	data: Json<Record<string, unknown>>;
	person_id: number | null;
	actor_kind: 'person' | 'applicant' | 'system';
	at: Date;
}

export interface SupplementTable {
	application_id: number;
	letter_id: number | null;
	items: string;
	until: string;
	answered_on: string | null;
	answer: Generated<string>;
}

export interface ExtensionTable {
	id: Generated<number>;
	application_id: number;
	days: number;
	reason: string;
	proposed_by: number | null;
	proposed_at: Date;
	decided_by: number | null;
	decided_at: Date | null;
	approved: boolean | null;
	note: Generated<string>;
}

export interface ConsultationTable {
	id: Generated<number>;
	application_id: number;
	kind: ConsultationKind;
	agency: string;
	key_id: string | null;
	sealed: Buffer | null;
	information: string;
	sent_on: string;
	delivered_on: string | null;
	returned_on: string | null;
	reply: Reply | null;
	reasons: Generated<string>;
	letter_id: number | null;
	code_fingerprint: string | null;
}

export interface OpinionTable {
	consultation_id: number;
	opinion: OpinionKind;
	reasons: string;
	given_on: string;
	given_at: Date;
}

export interface SavedFormTable {
	code_fingerprint: string;
	office_id: number;
	key_id: string;
	sealed: Buffer;
	saved_at: Date;
	expires_on: string;
}

export interface ExplanationTable {
	application_id: number;
	counts: string;
	until: string;
	letter_id: number | null;
	asked_on: string;
	given: Generated<string>;
	reasonable: boolean | null;
	finding: Generated<string>;
	delayed_until: string | null;
}

export interface SearchTable {
	id: Generated<number>;
	application_id: number;
	searched_on: string;
	place: string;
	keywords: string;
	result: string;
	person_id: number | null;
	at: Date;
}

export interface DecisionTable {
	id: Generated<number>;
	application_id: number;
	outcome: OutcomeCode;
	details: Json<unknown>;
	status: 'pending' | 'recalled' | 'returned' | 'approved';
	drafted_by: number | null;
	drafted_at: Date;
	secrecy_by: number | null;
	secrecy_at: Date | null;
	secrecy_note: Generated<string>;
	decided_by: number | null;
	decided_at: Date | null;
	note: Generated<string>;
	letter_id: number | null;
}

export interface FileTable {
	id: Generated<number>;
	application_id: number;
	purpose: 'request' | 'supplement' | 'enclosure' | 'material' | 'proof';
	sha256: string;
	file_name: string;
	media_type: string;
	size: number;
	added_by: number | null;
	added_at: Date;
}

// A type, not an interface: the query builder asks for an index signature.
export interface RedactionTable {
	id: Generated<number>;
	application_id: number;
	file_id: number;
	pages: ColumnType<PageSize[], string, never>;
	boxes: ColumnType<GroundedBox[], string | undefined, string>;
	revision: Generated<number>;
	result_file_id: number | null;
	person_id: number | null;
	person_name: string;
	created_at: Date;
	released_by: string | null;
	released_at: Date | null;
}

export type Tables = {
	application_counter: CounterTable;
	application_numbering: NumberingTable;
	application: ApplicationTable;
	applicant: ApplicantTable;
	application_event: EventTable;
	application_letter: LetterTable;
	letter_service: ServiceTable;
	application_supplement: SupplementTable;
	application_extension: ExtensionTable;
	application_consultation: ConsultationTable;
	consultation_opinion: OpinionTable;
	saved_form: SavedFormTable;
	application_explanation: ExplanationTable;
	application_fee: FeeTable;
	application_search: SearchTable;
	application_decision: DecisionTable;
	application_file: FileTable;
	application_redaction: RedactionTable;
	letter_wording: WordingTable;
	correction_case: CorrectionTable;
	answer_listing: ListingTable;
	remedy_case: RemedyTable;
	fee_refund: RefundTable;
};
