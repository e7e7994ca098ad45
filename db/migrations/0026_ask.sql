-- 智能问答: passages of what is public, the entries of 问答库, and what was asked.

-- 问答库: a question of many with the office's answer. `content` is the working copy, `shown` what everybody reads.
create table ask_entry (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	state text not null check (state in ('draft', 'published', 'withdrawn')),
	content jsonb not null,
	shown jsonb,
	shown_at timestamptz,
	-- The question nothing answered from which it was made.
	asked_key text unique,
	revision int not null default 1,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	check ((state = 'published') = (shown is not null)),
	check ((shown is null) = (shown_at is null))
);
create index ask_entry_office on ask_entry (office_id, state, changed_at desc);
create index ask_entry_public on ask_entry (office_id, shown_at desc) where state = 'published';

create table ask_entry_step (
	id bigint generated always as identity primary key,
	entry_id bigint not null references ask_entry (id),
	action text not null,
	text text not null,
	-- What was shown from this step on; null where the step changed nothing public.
	shown jsonb,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index ask_entry_step_entry on ask_entry_step (entry_id, id);
create trigger ask_entry_step_append_only before update or delete or truncate on ask_entry_step
	for each statement execute function refuse_change();

-- What answers are quoted from: pieces of public documents and entries. A row is public in the edition it was made of, or
-- not there: it goes with its publication, and with its edition.
create table ask_passage (
	id bigint generated always as identity primary key,
	document_id bigint references publication (document_id) on delete cascade,
	entry_id bigint references ask_entry (id),
	office_id bigint not null references office (id),
	published_at timestamptz not null,
	position int not null,
	title text not null,
	-- The nearest heading above it, and the file it stands in; empty for none.
	heading text not null,
	file_name text not null default '',
	body text not null check (body <> ''),
	words tsvector not null,
	check ((document_id is null) <> (entry_id is null))
);
create index ask_passage_words on ask_passage using gin (words);
create unique index ask_passage_document on ask_passage (document_id, position) where document_id is not null;
create unique index ask_passage_entry on ask_passage (entry_id, position) where entry_id is not null;

create function drop_old_passages() returns trigger language plpgsql as $$
begin
	delete from ask_passage where document_id = new.document_id;
	return null;
end $$;
create trigger publication_drops_passages after update of revision_id on publication
	for each row when (old.revision_id is distinct from new.revision_id) execute function drop_old_passages();

-- What was asked, with personal data masked before it came here, and what was shown for it. Nobody's address or name.
create table ask_log (
	id bigint generated always as identity primary key,
	question text not null,
	-- The question without punctuation and blanks: the same question is counted once.
	key text not null,
	found boolean not null,
	-- Document or entry, position and text of each passage shown.
	passages jsonb not null,
	-- none, shown, unreachable, late, ungrounded: what became of the model's words.
	model_outcome text not null check (model_outcome in ('none', 'shown', 'unreachable', 'late', 'ungrounded')),
	model_answer text not null default '',
	took_ms int not null,
	token_fingerprint text unique,
	asked_at timestamptz not null
);
create index ask_log_key on ask_log (key, asked_at desc);
create index ask_log_asked on ask_log (asked_at desc);

-- 有用/没用, once an answer.
create table ask_verdict (
	log_id bigint primary key references ask_log (id) on delete cascade,
	useful boolean not null,
	at timestamptz not null
);

-- Questions nobody wants an entry for.
create table ask_dismissal (
	key text primary key,
	person_id bigint references person (id),
	at timestamptz not null
);

-- Documents of before are cut into passages by the worker.
insert into job (kind, payload) select 'ask.reindex', '{"after": 0}' where exists (select 1 from publication);
-- The first morning; it then asks for the next.
insert into job (kind, payload, unique_key, run_at) values (
	'ask.forget', '{}', 'ask.forget:first',
	(date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '32 hours') at time zone 'Asia/Shanghai'
);
