import type { ColumnType, Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { BatchState, Conclusion, State, StepData } from '../model.ts';

/** `jsonb` is read as a value and written as text. */
type Json<T> = ColumnType<T, string, string>;

export type Tables = {
	normative_word: { office_id: number; word: string };
	normative_counter: { word: string; year: number; last: number };
	normative_project: {
		id: Generated<number>;
		office_id: number;
		title: string;
		basis: string;
		major: boolean;
		state: State;
		document_id: number | null;
		number: string | null;
		created_at: Date;
		created_by: number | null;
		revision: Generated<number>;
	};
	normative_step: {
		id: Generated<number>;
		project_id: number;
		action: string;
		from_state: State;
		to_state: State;
		on_day: string;
		text: string;
		data: Json<StepData>;
		person_id: number | null;
		person_name: string;
		created_at: Date;
	};
	normative_file: {
		id: Generated<number>;
		step_id: number;
		sha256: string;
		file_name: string;
		media_type: string;
		size: number;
	};
	normative_batch: {
		id: Generated<number>;
		office_id: number;
		whole_county: boolean;
		title: string;
		on_day: string;
		state: BatchState;
		effective_on: string | null;
		document_id: number | null;
		revision: Generated<number>;
	};
	normative_batch_item: {
		id: Generated<number>;
		batch_id: number;
		document_id: number;
		office_id: number;
		title: string;
		document_number: string;
		formed_on: string;
		expires_on: string | null;
	};
	normative_conclusion: {
		id: Generated<number>;
		item_id: number;
		conclusion: Conclusion;
		reason: string;
		person_id: number | null;
		person_name: string;
		at: Date;
	};
	normative_batch_step: {
		id: Generated<number>;
		batch_id: number;
		action: string;
		text: string;
		person_id: number | null;
		person_name: string;
		created_at: Date;
	};
	normative_evaluation: {
		id: Generated<number>;
		document_id: number;
		on_day: string;
		expires_on: string | null;
		conclusion: Conclusion;
		text: string;
		person_id: number | null;
		person_name: string;
		created_at: Date;
	};
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
