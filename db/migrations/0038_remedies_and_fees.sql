-- Table 4 counts every 行政复议 and 行政诉讼 of an office over its disclosure, not only those over an application.
alter table remedy_case
	alter column application_id drop not null,
	-- Published, or held not to have been (条例第十九至二十一条).
	add column document_id bigint references document (id),
	-- What it is about where that is no application: the title the document had, or the clerk's words.
	add column subject text not null default '',
	-- Whoever brought it: the applicant, a third party (条例第三十二条), or somebody else.
	add column claimant text not null default 'applicant' check (claimant in ('applicant', 'thirdParty', 'other')),
	-- Their name, as private as an applicant's: sealed.
	add column key_id text,
	add column sealed bytea,
	-- The review a suit was brought after, where no application tells it.
	add column follows_id bigint references remedy_case (id),
	-- What the office was ordered to do about a document; over an application that is redo_days.
	add column order_kind text check (order_kind in ('withdraw', 'publish', 'amend', 'other')),
	add column order_days int check (order_days > 0),
	add column order_unit text check (order_unit in ('workingDay', 'day')),
	add column order_done_on date,
	add column order_done_note text not null default '',
	add check ((key_id is null) = (sealed is null)),
	add check (case when application_id is null then subject <> '' else subject = '' and document_id is null end),
	add check (claimant <> 'applicant' or application_id is not null),
	add check (redo_days is null or application_id is not null),
	add check (order_kind is null or (application_id is null and closed_on is not null)),
	add check (order_kind is not null or (order_days is null and order_done_on is null)),
	add check ((order_days is null) = (order_unit is null)),
	add check (order_done_on is null or order_done_on >= closed_on);
-- An applicant has one case open at a time; third parties and others have theirs beside it.
drop index remedy_case_open;
create unique index remedy_case_open on remedy_case (application_id) where closed_on is null and claimant = 'applicant';
create index remedy_case_document on remedy_case (document_id) where document_id is not null;
-- Two clerks cannot enter one and the same case twice.
create unique index remedy_case_number on remedy_case (office_id, track, body, case_number)
	where application_id is null and case_number <> '';
create index remedy_case_follows on remedy_case (follows_id) where follows_id is not null;

-- 按件计收 adds up what one applicant filed in a natural month (国办函〔2020〕109号第四条): what the register counted, and why
-- the notice says otherwise where it does.
alter table application_fee
	add column counted_before int,
	add column before_reason text not null default '';

-- 退费 of a fee that was paid: in part or in whole, never more than was paid.
create table fee_refund (
	id bigint generated always as identity primary key,
	application_id bigint not null references application_fee (application_id),
	amount numeric(12, 2) not null check (amount > 0),
	ground text not null check (ground in ('setAside', 'other')),
	reason text not null check (reason <> ''),
	refunded_on date not null,
	at timestamptz not null,
	person_id bigint references person (id),
	person_name text not null
);
create index fee_refund_case on fee_refund (application_id);
create trigger fee_refund_append_only before update or delete or truncate on fee_refund
	for each statement execute function refuse_change();
