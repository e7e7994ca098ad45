import type { ColumnType, Generated } from 'kysely';
import type { Claimant, OrderUnit, RefundGround, RemedyOrderKind, RemedyResult, RemedyTrack } from '../model.ts';

export interface RemedyTable {
	id: Generated<number>;
	application_id: number | null;
	office_id: number;
	document_id: number | null;
	subject: Generated<string>;
	claimant: Generated<Claimant>;
	key_id: string | null;
	sealed: Buffer | null;
	follows_id: number | null;
	track: RemedyTrack;
	case_number: string;
	body: string;
	simple: boolean;
	received_on: string;
	replied_on: Generated<string | null>;
	reply_note: Generated<string>;
	joins_id: Generated<number | null>;
	closed_on: string | null;
	result: RemedyResult | null;
	note: Generated<string>;
	redo_days: number | null;
	redo_answered_on: string | null;
	order_kind: RemedyOrderKind | null;
	order_days: number | null;
	order_unit: OrderUnit | null;
	order_done_on: string | null;
	order_done_note: Generated<string>;
}

export interface RefundTable {
	id: Generated<number>;
	application_id: number;
	/** Yuan, as text: money is no floating number. */
	amount: ColumnType<string, number, number>;
	ground: RefundGround;
	reason: string;
	refunded_on: string;
	at: Date;
	person_id: number | null;
	person_name: string;
}

export interface FeeTable {
	application_id: number;
	tariff: 'item' | 'page';
	before_count: number;
	/** What the register counted when the notice went out; null by pages, and where the applicant cannot be told apart. */
	counted_before: number | null;
	/** Why the notice says otherwise. */
	before_reason: Generated<string>;
	quantity: number;
	/** Yuan, as text: money is no floating number. */
	amount: ColumnType<string, number, number>;
	payment: string;
	notified_on: string;
	delivered_on: string | null;
	paid_on: string | null;
	letter_id: number | null;
}
