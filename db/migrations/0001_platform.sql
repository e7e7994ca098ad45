-- What every module stands on: the audit trail, the timeline, the outbox, jobs, files, settings.
-- SQL floor: PostgreSQL 15.

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% is append-only', tg_table_name;
end $$;

-- Who did what, when and from where. Security record; read only by those who may.
create table audit_entry (
	id bigint generated always as identity primary key,
	at timestamptz not null default now(),
	actor_kind text not null check (actor_kind in ('person', 'public', 'system')),
	person_id bigint,
	actor_name text not null,
	office_id bigint,
	event text not null,
	subject_type text,
	subject_id bigint,
	summary text not null default '',
	outcome text not null default 'done' check (outcome in ('done', 'refused', 'failed')),
	ip inet,
	request_id text,
	data jsonb not null default '{}'
);
create index audit_entry_at on audit_entry (at desc);
create index audit_entry_person on audit_entry (person_id, at desc);
create index audit_entry_subject on audit_entry (subject_type, subject_id, at desc);
create index audit_entry_office on audit_entry (office_id, at desc);
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
	for each statement execute function refuse_change();

-- The history people read beside a document, an application, a report.
create table timeline (
	id bigint generated always as identity primary key,
	subject_type text not null,
	subject_id bigint not null,
	office_id bigint,
	at timestamptz not null default now(),
	person_id bigint,
	actor_name text not null,
	entry text not null,
	data jsonb not null default '{}'
);
create index timeline_subject on timeline (subject_type, subject_id, id);
create trigger timeline_append_only before update or delete or truncate on timeline
	for each statement execute function refuse_change();

-- What happened, written in the transaction in which it happened; each listener gets a job.
create table event (
	id bigint generated always as identity primary key,
	type text not null,
	office_id bigint,
	payload jsonb not null,
	created_at timestamptz not null default now()
);
create index event_type on event (type, id);
create trigger event_append_only before update or delete or truncate on event
	for each statement execute function refuse_change();

-- The one place for retries and schedules.
create table job (
	id bigint generated always as identity primary key,
	kind text not null,
	payload jsonb not null default '{}',
	unique_key text unique,
	run_at timestamptz not null default now(),
	attempts int not null default 0,
	max_attempts int not null default 8,
	locked_until timestamptz,
	last_error text,
	done_at timestamptz,
	failed_at timestamptz,
	created_at timestamptz not null default now()
);
create index job_due on job (run_at, id) where done_at is null and failed_at is null;

-- Bytes by content; who may see them is decided by what refers to them.
create table file (
	sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
	size bigint not null,
	media_type text not null,
	created_at timestamptz not null default now()
);

-- Settings of the county that are no rows of a module, as key and JSON.
create table setting (
	key text primary key,
	value jsonb not null,
	changed_at timestamptz not null default now(),
	changed_by bigint
);
