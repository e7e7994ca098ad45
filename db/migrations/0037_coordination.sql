-- 条例第十一条: what concerns other bodies is agreed with them, and what needs an approval has one, before it is signed.

-- What was said of a document in an edition; the last row of a document counts.
create table document_coordination (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	edition int not null,
	involves_others boolean not null,
	needs_approval boolean not null,
	authority text not null default '',
	approved_on date,
	approval_number text not null default '',
	at timestamptz not null,
	person_id bigint references person (id),
	person_name text not null,
	check (needs_approval or (authority = '' and approved_on is null and approval_number = ''))
);
create index document_coordination_document on document_coordination (document_id, id desc);
create trigger document_coordination_append_only before update or delete or truncate on document_coordination
	for each statement execute function refuse_change();

-- An office of the county, or a body outside of it known by its name, asked about one snapshot.
create table coordination_request (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	edition int not null,
	revision_id bigint not null references document_revision (id),
	-- Of what the other side was shown: title, text, files.
	text_hash text not null,
	office_id bigint references office (id),
	-- As it was called when it was asked.
	name text not null check (name <> ''),
	question text not null,
	reply_by date not null,
	at timestamptz not null,
	person_id bigint references person (id),
	person_name text not null
);
create index coordination_request_document on coordination_request (document_id);
create index coordination_request_office on coordination_request (office_id) where office_id is not null;
create trigger coordination_request_append_only before update or delete or truncate on coordination_request
	for each statement execute function refuse_change();

-- How a request ended: answered once, or taken back.
create table coordination_outcome (
	request_id bigint primary key references coordination_request (id),
	kind text not null check (kind in ('confirmed', 'objected', 'withdrawn')),
	words text not null default '',
	-- Day of the reply, which a body outside gives before it is entered here.
	on_day date not null,
	-- 文号 of the reply, or who said so; bodies outside only.
	reference text not null default '',
	at timestamptz not null,
	person_id bigint references person (id),
	person_name text not null
);
create trigger coordination_outcome_append_only before update or delete or truncate on coordination_outcome
	for each statement execute function refuse_change();
