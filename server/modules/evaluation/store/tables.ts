import type { ColumnType, Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type {
	AccountabilityBasis,
	AccountabilityKind,
	EvidenceKind,
	Grade,
	RoundState,
	StepAction,
	Tree,
	TreeContent,
} from '../model.ts';
import type { EvidenceLine } from '../rules/standing.ts';
import type { Answers, Origin, Question, SurveyState } from '../types.ts';

type Json<T> = ColumnType<T, string, string>;

interface Hand {
	person_id: number | null;
	person_name: string;
	created_at: Date;
}

export interface TreeTable {
	id: Generated<number>;
	year: number;
	version: number;
	title: string;
	content: Json<TreeContent>;
	state: Tree['state'];
	content_hash: string | null;
	fixed_at: Date | null;
	fixed_by: string | null;
	revision: Generated<number>;
	created_at: Date;
}

export interface RoundTable {
	id: Generated<number>;
	tree_id: number;
	survey_id: number | null;
	title: string;
	period_from: string;
	period_to: string;
	state: RoundState;
	appeal_until: string | null;
	drawn_at: Date | null;
	closed_on: string | null;
	published_at: Date | null;
	revision: Generated<number>;
	created_at: Date;
}

export interface DeductionTable extends Hand {
	id: Generated<number>;
	round_id: number;
	office_id: number;
	code: string;
	source: 'manual' | 'automatic';
	source_ref: string | null;
	evidence_kind: EvidenceKind;
	evidence_ref: string;
	evidence_text: string;
	evidence_sha256: string;
	evidence_at: Date;
	file_sha256: string | null;
	file_name: string | null;
	media_type: string | null;
	note: string;
}

export interface ResultTable {
	round_id: number;
	office_id: number;
	score: string;
	deducted: string;
	bonus: string;
	vetoed: boolean;
	grade: Grade;
	rank: number;
	evidence: Json<EvidenceLine[]>;
	evidence_hash: string;
}

export interface SurveyTable {
	id: Generated<number>;
	number: string;
	version: number;
	title: string;
	intro: string;
	questions: Json<Question[]>;
	by_office: boolean;
	codes_only: boolean;
	opens_on: string;
	closes_on: string;
	state: SurveyState;
	content_hash: string | null;
	result_note: Generated<string>;
	published_at: Date | null;
	revision: Generated<number>;
	person_name: string;
	created_at: Date;
}

export interface AccountabilityTable {
	id: Generated<number>;
	number: string;
	office_id: number;
	kind: AccountabilityKind;
	basis: AccountabilityBasis;
	decided_by: string;
	decided_on: string;
	persons: number;
	facts: string;
	round_id: number | null;
	file_sha256: string | null;
	file_name: string | null;
	media_type: string | null;
	person_name: string;
	created_at: Date;
}

export type Tables = {
	evaluation_tree: TreeTable;
	evaluation_round: RoundTable;
	evaluation_round_office: { round_id: number; office_id: number };
	evaluation_evaluator: { round_id: number; person_id: number };
	evaluation_round_step: Hand & { id: Generated<number>; round_id: number; action: string; text: string };
	evaluation_deduction: DeductionTable;
	evaluation_step: Hand & {
		id: Generated<number>;
		deduction_id: number;
		action: StepAction;
		points: string | null;
		text: string;
	};
	evaluation_proof: {
		id: Generated<number>;
		step_id: number;
		file_sha256: string;
		file_name: string;
		media_type: string;
		size: number;
	};
	evaluation_result: ResultTable;
	survey_counter: { year: number; last: number };
	survey: SurveyTable;
	survey_answer: {
		id: Generated<string>;
		survey_id: number;
		office_id: number | null;
		origin: Origin;
		answers: Json<Answers>;
		submission_fingerprint: string | null;
		answered_on: string;
		entered_by: number | null;
	};
	survey_code: { survey_id: number; fingerprint: string; used: Generated<boolean> };
	survey_measure: {
		id: Generated<number>;
		survey_id: number;
		done_on: string;
		text: string;
		person_name: string;
		created_at: Date;
	};
	accountability_counter: { year: number; last: number };
	accountability: AccountabilityTable;
	accountability_void: { accountability_id: number; reason: string; person_name: string; created_at: Date };
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
