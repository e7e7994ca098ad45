-- 监测和整改: what the county looks after, what it found, and what became of it.

create table monitor_round (
	id bigint generated always as identity primary key,
	started_at timestamptz not null,
	finished_at timestamptz not null,
	started_by text not null,
	offices int not null,
	-- What this round found that was not known, and what it no longer found.
	appeared int not null,
	cleared int not null,
	-- Score of the site with its grounds, as it was on that day.
	score jsonb not null
);

-- One finding lives from the round that saw it first to the round that saw it last; evidence is that of the last.
create table monitor_finding (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	rule text not null,
	-- What it is about within the rule: a column, a document, a case.
	subject text not null,
	severity text not null check (severity in ('veto', 'error', 'warning')),
	message text not null,
	evidence jsonb not null,
	first_round bigint not null references monitor_round (id),
	last_round bigint not null references monitor_round (id),
	first_seen date not null,
	last_seen date not null,
	cleared_on date
);
create unique index monitor_finding_open on monitor_finding (office_id, rule, subject) where cleared_on is null;
create index monitor_finding_office on monitor_finding (office_id, cleared_on, id);

-- What was found in a public edition, looked through once: its words do not change.
create table leak_scan (
	revision_id bigint primary key references document_revision (id),
	leaks jsonb not null,
	scanned_at timestamptz not null
);

-- 整改清单: issued by the county, one item an office and matter.
create table rectification (
	id bigint generated always as identity primary key,
	title text not null check (title <> ''),
	note text not null,
	issued_on date not null,
	due_on date not null check (due_on >= issued_on),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);

create table rectification_item (
	id bigint generated always as identity primary key,
	rectification_id bigint not null references rectification (id),
	office_id bigint not null references office (id),
	-- Null for a matter entered by hand, such as one of a third-party evaluation.
	finding_id bigint references monitor_finding (id),
	rule text not null,
	message text not null check (message <> ''),
	basis text not null,
	evidence jsonb not null,
	state text not null check (state in ('issued', 'replied', 'appealed', 'closed', 'withdrawn', 'circulated')),
	due_on date not null,
	revision int not null default 1
);
create index rectification_item_office on rectification_item (office_id, state);
create index rectification_item_list on rectification_item (rectification_id, id);

-- Every hand that was laid on an item: reply, appeal, check, decision, circular.
create table rectification_step (
	id bigint generated always as identity primary key,
	item_id bigint not null references rectification_item (id),
	action text not null,
	text text not null,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index rectification_step_item on rectification_step (item_id, id);
create trigger rectification_step_append_only before update or delete or truncate on rectification_step
	for each statement execute function refuse_change();

create table rectification_proof (
	id bigint generated always as identity primary key,
	step_id bigint not null references rectification_step (id),
	file_sha256 text not null references file (sha256),
	file_name text not null,
	media_type text not null,
	size bigint not null
);

-- The first round of the night to come; each round then asks for the next.
insert into job (kind, payload, unique_key, run_at)
	values ('supervision.nightly', '{}', 'supervision.nightly:first',
		(date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '26 hours') at time zone 'Asia/Shanghai');
