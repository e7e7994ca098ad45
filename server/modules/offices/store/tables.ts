import type { ColumnType, Generated } from 'kysely';
import type { OfficeKind, SessionEnd } from '../model.ts';

/** `jsonb` is read as a value and written as text. */
type Json<T> = ColumnType<T, string, string>;

export interface OfficeTable {
	id: Generated<number>;
	slug: string;
	name: string;
	short_name: string;
	kind: OfficeKind;
	parent_id: number | null;
	code: string;
	area_code: string;
	address: string;
	postcode: string;
	phone: string;
	fax: string;
	email: string;
	office_hours: string;
	contact_office: string;
	review_body: string;
	court: string;
	review_url: string;
	head: string;
	position: number;
	status: Generated<'active' | 'merged'>;
	merged_into: number | null;
	merged_on: string | null;
	revision: Generated<number>;
	created_at: Generated<Date>;
}

export interface OfficeNameTable {
	id: Generated<number>;
	office_id: number;
	name: string;
	short_name: string;
	valid_from: string;
	valid_until: string | null;
}

export interface OfficeOldSlugTable {
	slug: string;
	office_id: number;
	until: string;
}

export interface PersonTable {
	id: Generated<number>;
	login_name: string;
	name: string;
	phone: string;
	password_hash: string;
	must_change_password: boolean;
	demo: boolean;
	disabled_at: Date | null;
	revision: Generated<number>;
	created_at: Generated<Date>;
}

export interface OldPasswordTable {
	id: Generated<number>;
	person_id: number;
	password_hash: string;
	replaced_at: Date;
}

export interface SignInAttemptTable {
	login_hash: string;
	failed: number;
	locked_until: Date | null;
	at: Date;
}

export interface AssignmentTable {
	id: Generated<number>;
	person_id: number;
	office_id: number;
	role: string;
	valid_from: string;
	valid_until: string | null;
	deputy_for: number | null;
	reason: string;
	created_at: Generated<Date>;
}

export interface SessionTable {
	id: string;
	person_id: number;
	office_id: number;
	csrf_token: string;
	created_at: Date;
	last_seen_at: Date;
	ip: string | null;
	user_agent: string;
	ended_at: Date | null;
	end_reason: SessionEnd | null;
}

/** One holiday as stored: the shape of `Arrangement` in the kernel. */
export interface StoredArrangement {
	holiday: string;
	off: [string, string];
	work: string[];
}

export interface HolidayNoticeTable {
	id: Generated<number>;
	notice_id: string;
	scope: 'national' | 'county';
	year: number;
	title: string;
	number: string;
	source: string;
	published: string;
	arrangements: Json<StoredArrangement[]>;
	stops_clocks: boolean;
	created_at: Generated<Date>;
	created_by: number | null;
	withdrawn_at: Date | null;
	withdrawn_by: number | null;
	withdraw_reason: Generated<string>;
}

export interface SettingTable {
	key: string;
	value: Json<unknown>;
	changed_at: Date;
	changed_by: number | null;
}

export type Tables = {
	office: OfficeTable;
	office_name: OfficeNameTable;
	office_old_slug: OfficeOldSlugTable;
	person: PersonTable;
	old_password: OldPasswordTable;
	sign_in_attempt: SignInAttemptTable;
	assignment: AssignmentTable;
	session: SessionTable;
	holiday_notice: HolidayNoticeTable;
	setting: SettingTable;
};
