import type { Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { Kind, Origin, State, Verdict } from '../model.ts';

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
	revision: Generated<number>;
}

export type Tables = {
	concern: ConcernTable;
	concern_counter: { year: number; last: number };
	concern_contact: { concern_id: number; key_id: string; sealed: Buffer };
	concern_step: {
		id: Generated<number>;
		concern_id: number;
		action: string;
		text: string;
		person_id: number | null;
		person_name: string;
		created_at: Date;
	};
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
