import type { Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { EntryContent, ModelOutcome, State } from '../model.ts';

export type Tables = {
	ask_entry: {
		id: Generated<number>;
		office_id: number;
		state: State;
		content: EntryContent;
		shown: EntryContent | null;
		shown_at: Date | null;
		asked_key: string | null;
		revision: Generated<number>;
		created_at: Date;
		changed_at: Date;
	};
	ask_entry_step: {
		id: Generated<number>;
		entry_id: number;
		action: string;
		text: string;
		shown: EntryContent | null;
		person_id: number | null;
		person_name: string;
		created_at: Date;
	};
	ask_passage: {
		id: Generated<number>;
		document_id: number | null;
		entry_id: number | null;
		office_id: number;
		published_at: Date;
		position: number;
		title: string;
		heading: string;
		file_name: string;
		body: string;
		words: string;
	};
	ask_log: {
		id: Generated<number>;
		question: string;
		key: string;
		found: boolean;
		passages: string;
		model_outcome: ModelOutcome;
		model_answer: string;
		took_ms: number;
		token_fingerprint: string | null;
		asked_at: Date;
	};
	ask_verdict: { log_id: number; useful: boolean; at: Date };
	ask_dismissal: { key: string; person_id: number | null; at: Date };
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
