-- 依申请公开: cases, who applied (sealed), what happened (appended), the sub-tasks of a case, and its letters.

-- Numbers without gaps: the row is locked until the transaction that took the number commits.
create table application_counter (
	office_id bigint not null references office (id),
	series text not null check (series in ('application', 'letter')),
	year int not null,
	last int not null,
	primary key (office_id, series, year)
);

-- How an office's numbers read: 机关代字 and the two patterns. Without a row the short name of the office stands in.
create table application_numbering (
	office_id bigint primary key references office (id),
	mark text not null check (mark <> ''),
	number_pattern text not null,
	letter_pattern text not null
);

create table application (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	state text not null,
	-- Null for a draft. The text is as printed; the parts say whose turn it was.
	number text,
	number_year int,
	number_seq int,
	-- HMAC of the query code: reading this table answers for nobody.
	query_fingerprint text,
	-- HMAC of the form's own token: the same form sent twice is one application.
	submission_fingerprint text unique,
	channel text not null check (channel in ('portal', 'counter', 'oral', 'post', 'registeredPost', 'fax', 'email')),
	applicant_kind text not null
		check (applicant_kind in ('natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg')),
	title text not null,
	document_number text not null default '',
	features text not null default '',
	form text not null check (form in ('paper', 'electronic', 'disc', 'other')),
	delivery text not null check (delivery in ('post', 'email', 'pickup', 'onSite', 'fax', 'online')),
	assisted boolean not null default false,
	assistance text not null default '',
	on_behalf boolean not null default false,
	-- 条例第三十一条 keeps these apart; which one is the day of receipt depends on the channel.
	submitted_on date not null,
	arrived_on date,
	confirmed_on date,
	-- As first fixed; it is registered under this day, and its year is the one table 3 counts it in as new.
	received_on date,
	handler_id bigint references person (id),
	-- How it first ended, and when: its one row in table 3. Set once; an answer after review changes neither.
	outcome text,
	concluded_on date,
	entered_by bigint references person (id),
	created_at timestamptz not null default now(),
	unique (office_id, number_year, number_seq),
	check ((number is null) = (number_seq is null) and (number is null) = (number_year is null)),
	check ((outcome is null) = (concluded_on is null)),
	check (concluded_on is null or received_on is null or concluded_on >= received_on)
);
create index application_number on application (number);
create index application_office on application (office_id, id desc);
create index application_open on application (office_id) where concluded_on is null;
create index application_received on application (office_id, received_on);
create index application_concluded on application (office_id, concluded_on);

-- Who applied, sealed (AES-256-GCM) with a key that is not in the database. The fingerprint finds the same applicant.
create table applicant (
	application_id bigint primary key references application (id),
	key_id text not null,
	sealed bytea not null,
	fingerprint text
);
create index applicant_fingerprint on applicant (fingerprint) where fingerprint is not null;

-- What happened, in order. `clock` holds what counts for the statutory limits; due dates are recomputed from it.
create table application_event (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	action text not null,
	from_state text,
	to_state text not null,
	-- Civil day it happened on, which may lie before the day it was entered.
	day date not null,
	clock jsonb not null default '[]',
	data jsonb not null default '{}',
	person_id bigint references person (id),
	actor_kind text not null check (actor_kind in ('person', 'applicant', 'system')),
	at timestamptz not null
);
create index application_event_case on application_event (application_id, id);
create trigger application_event_append_only before update or delete or truncate on application_event
	for each statement execute function refuse_change();

-- Letters as issued. The original names the applicant and lies sealed in the file store; the masked copy is for everyone else.
create table application_letter (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	office_id bigint not null references office (id),
	template text not null check (template ~ '^D[0-9]{2}$'),
	title text not null,
	recipient text not null check (recipient in ('applicant', 'thirdParty', 'agency', 'file')),
	number text,
	number_year int,
	number_seq int,
	issued_on date not null,
	issued_by bigint references person (id),
	-- SHA-256 of the original before sealing: proves what was sent.
	original_sha256 text not null,
	key_id text not null,
	sealed_sha256 text not null references file (sha256),
	masked_sha256 text not null references file (sha256),
	size int not null,
	issued_at timestamptz not null,
	unique (office_id, number_year, number_seq),
	check ((number is null) = (number_seq is null))
);
create index application_letter_case on application_letter (application_id, id);
create trigger application_letter_append_only before update or delete or truncate on application_letter
	for each statement execute function refuse_change();

-- 送达: by post the day of posting counts (国办公开办函〔2016〕235号).
create table letter_service (
	id bigint generated always as identity primary key,
	letter_id bigint not null references application_letter (id),
	way text not null check (way in ('post', 'counter', 'entrusted', 'email', 'fax', 'online')),
	served_on date not null,
	-- Day it reached the reader, where known; a fee notice's period runs from it.
	received_on date,
	post_number text not null default '',
	note text not null default '',
	recorded_by bigint references person (id),
	recorded_at timestamptz not null
);
create index letter_service_letter on letter_service (letter_id);

-- The one supplement (条例第三十条) and what the applicant answered.
create table application_supplement (
	application_id bigint primary key references application (id),
	letter_id bigint references application_letter (id),
	items text not null,
	until date not null,
	answered_on date,
	answer text not null default ''
);

create table application_extension (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	days int not null check (days > 0),
	reason text not null,
	proposed_by bigint references person (id),
	proposed_at timestamptz not null,
	decided_by bigint references person (id),
	decided_at timestamptz,
	approved boolean,
	note text not null default '',
	check ((decided_at is null) = (approved is null))
);
create unique index application_extension_pending on application_extension (application_id) where decided_at is null;
create unique index application_extension_once on application_extension (application_id) where approved;

-- A third party's name and contact are as private as the applicant's: sealed. Offices are named openly.
create table application_consultation (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	kind text not null check (kind in ('thirdParty', 'jointMaker', 'agency')),
	agency text not null default '',
	key_id text,
	sealed bytea,
	information text not null,
	sent_on date not null,
	delivered_on date,
	returned_on date,
	reply text check (reply in ('agree', 'refuse', 'refuseWithoutReason', 'silent', 'answered')),
	reasons text not null default '',
	letter_id bigint references application_letter (id),
	check ((returned_on is null) = (reply is null)),
	check (kind = 'thirdParty' or agency <> '')
);
create index application_consultation_case on application_consultation (application_id);

-- Art 35: asked for reasons, and what came of it.
create table application_explanation (
	application_id bigint primary key references application (id),
	counts text not null,
	until date not null,
	letter_id bigint references application_letter (id),
	asked_on date not null,
	given text not null default '',
	reasonable boolean,
	finding text not null default '',
	delayed_until date
);

create table application_fee (
	application_id bigint primary key references application (id),
	tariff text not null check (tariff in ('item', 'page')),
	before_count int not null default 0,
	quantity int not null,
	amount numeric(12, 2) not null check (amount > 0),
	payment text not null,
	notified_on date not null,
	delivered_on date,
	paid_on date,
	letter_id bigint references application_letter (id)
);

-- 检索记录: the proof a 「不存在」 has to stand on (who, where, with which words, when).
create table application_search (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	searched_on date not null,
	place text not null,
	keywords text not null,
	result text not null,
	person_id bigint references person (id),
	at timestamptz not null
);
create index application_search_case on application_search (application_id);

-- An answer on its way to two signatures. Returned and recalled drafts stay.
create table application_decision (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	outcome text not null,
	details jsonb not null,
	status text not null check (status in ('pending', 'recalled', 'returned', 'approved')),
	drafted_by bigint references person (id),
	drafted_at timestamptz not null,
	secrecy_by bigint references person (id),
	secrecy_at timestamptz,
	secrecy_note text not null default '',
	decided_by bigint references person (id),
	decided_at timestamptz,
	note text not null default '',
	letter_id bigint references application_letter (id)
);
create unique index application_decision_pending on application_decision (application_id) where status = 'pending';
create index application_decision_case on application_decision (application_id, id);

-- Papers: what came with the application or the supplement, what is handed out, proofs of service.
create table application_file (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	purpose text not null check (purpose in ('request', 'supplement', 'enclosure', 'material', 'proof')),
	sha256 text not null references file (sha256),
	file_name text not null,
	media_type text not null,
	size bigint not null,
	added_by bigint references person (id),
	added_at timestamptz not null
);
create index application_file_case on application_file (application_id);

-- 行政复议、行政诉讼 over a case: what table 4 counts.
create table remedy_case (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	office_id bigint not null references office (id),
	track text not null check (track in ('review', 'direct', 'afterReview')),
	case_number text not null default '',
	body text not null,
	simple boolean not null default false,
	received_on date not null,
	closed_on date,
	result text check (result in ('maintained', 'corrected', 'other')),
	note text not null default '',
	-- 责令重作: working days from the order.
	redo_days int check (redo_days > 0),
	redo_answered_on date,
	check ((closed_on is null) = (result is null)),
	check (closed_on is null or closed_on >= received_on),
	check (redo_days is null or closed_on is not null)
);
create index remedy_case_application on remedy_case (application_id);
create index remedy_case_office on remedy_case (office_id, closed_on);
create unique index remedy_case_open on remedy_case (application_id) where closed_on is null;
