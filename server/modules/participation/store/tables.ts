import type { Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { CommentOrigin, ConsultationState, DraftKind, OpinionVerdict } from '../model/consultation.ts';
import type { ProposalKind, ProposalState, Publicity, Result, Satisfaction } from '../model/proposal.ts';
import type { Kind, Measure, Origin, Stage, State, Verdict, Wish } from '../model.ts';

export interface ConcernTable {
	id: Generated<number>;
	office_id: number;
	number: string;
	kind: Kind;
	origin: Origin;
	urgent: boolean;
	title: string;
	body: string;
	page: string;
	state: State;
	merged_into: number | null;
	query_fingerprint: string | null;
	submission_fingerprint: string | null;
	received_at: Date;
	answer: Generated<string>;
	verdict: Verdict | null;
	answered_at: Date | null;
	public_title: Generated<string>;
	public_body: Generated<string>;
	published_at: Date | null;
	order_number: string | null;
	wish: Wish | null;
	wish_document: number | null;
	wish_day: string | null;
	wish_ground: Generated<string>;
	revision: Generated<number>;
}

export interface ConsultationTable {
	id: Generated<number>;
	office_id: number;
	number: string;
	kind: DraftKind;
	title: string;
	body: string;
	document_id: number | null;
	explanation: string;
	how: string;
	from_day: string | null;
	to_day: string;
	short_reason: string;
	state: ConsultationState;
	submitted_by: number | null;
	opened_at: Date | null;
	extension_note: Generated<string>;
	result: Generated<string>;
	result_at: Date | null;
	withdrawn_at: Date | null;
	withdraw_reason: Generated<string>;
	personal_reason: Generated<string>;
	checked_by_hand: Generated<string>;
	created_at: Date;
	revision: Generated<number>;
}

export interface ProposalTable {
	id: Generated<number>;
	office_id: number;
	number: string;
	kind: ProposalKind;
	session: string;
	original_number: string;
	title: string;
	body: string;
	delegate: string;
	received_on: string;
	limit_months: number;
	extension_note: Generated<string>;
	state: ProposalState;
	submitted_by: number | null;
	reply_number: Generated<string>;
	reply: Generated<string>;
	replied_on: string | null;
	result: Result | null;
	satisfaction: Satisfaction | null;
	publicity: Publicity | null;
	publicity_reason: Generated<string>;
	public_text: Generated<string>;
	published_on: string | null;
	revision: Generated<number>;
}

interface StepColumns {
	id: Generated<number>;
	action: string;
	text: string;
	person_id: number | null;
	person_name: string;
	created_at: Date;
}

interface SealedColumns {
	key_id: string;
	sealed: Buffer;
}

export type Tables = {
	concern: ConcernTable;
	concern_counter: { year: number; last: number };
	concern_contact: SealedColumns & { concern_id: number };
	concern_step: StepColumns & { concern_id: number };
	concern_response: {
		id: Generated<number>;
		concern_id: number;
		stage: Stage;
		at: Date;
		text: string;
		link: string;
		person_name: string;
		created_at: Date;
	};
	concern_check: {
		id: Generated<number>;
		concern_id: number;
		about_office_id: number;
		checked_by: string;
		checked_on: string;
		finding: string;
		basis: string;
		verdict: Verdict;
		measure: Measure;
		created_at: Date;
	};
	participation_counter: { kind: string; year: number; last: number };
	participation_step: StepColumns & { subject: string; subject_id: number };
	consultation: ConsultationTable;
	consultation_file: {
		id: Generated<number>;
		consultation_id: number;
		sha256: string;
		file_name: string;
		media_type: string;
		size: number;
		removed_at: Date | null;
	};
	consultation_point: {
		id: Generated<number>;
		consultation_id: number;
		summary: string;
		verdict: OpinionVerdict | null;
		reason: string;
		revision: Generated<number>;
	};
	consultation_comment: {
		id: Generated<number>;
		consultation_id: number;
		number: string;
		origin: CommentOrigin;
		clause: string;
		body: string;
		opinion_id: number | null;
		query_fingerprint: string | null;
		submission_fingerprint: string | null;
		received_at: Date;
	};
	consultation_contact: SealedColumns & { comment_id: number };
	proposal: ProposalTable;
	proposal_joint: { proposal_id: number; office_id: number };
	proposal_contact: SealedColumns & { proposal_id: number };
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
