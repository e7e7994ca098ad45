-- 考核评议 (条例第四十六条): what the county assesses, what people say of it, and who was called to account.

-- 指标体系: a tree of indicators of one year. Fixed, it never changes; a change is another version.
create table evaluation_tree (
	id bigint generated always as identity primary key,
	year int not null check (year between 2008 and 2200),
	version int not null check (version > 0),
	title text not null check (title <> ''),
	-- Total, limits of the grades, when a bonus counts, and the indicators in order.
	content jsonb not null,
	state text not null check (state in ('draft', 'fixed')),
	-- SHA-256 of the content as it was fixed.
	content_hash text,
	fixed_at timestamptz,
	fixed_by text,
	revision int not null default 1,
	created_at timestamptz not null,
	unique (year, version),
	check ((state = 'fixed') = (content_hash is not null))
);
create function refuse_fixed_tree() returns trigger language plpgsql as $$
begin
	if old.state = 'fixed' then
		raise exception 'a fixed evaluation tree does not change';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger evaluation_tree_fixed before update or delete on evaluation_tree
	for each row execute function refuse_fixed_tree();

-- 社会评议: a questionnaire. Fixed, its questions never change; another version follows under the same number.
create table survey_counter (
	year int primary key,
	last int not null
);
create table survey (
	id bigint generated always as identity primary key,
	number text not null,
	version int not null check (version > 0),
	title text not null check (title <> ''),
	intro text not null,
	questions jsonb not null,
	-- Each answer is about one office, which the reader chooses.
	by_office boolean not null,
	-- Only whoever holds a printed code answers.
	codes_only boolean not null,
	opens_on date not null,
	closes_on date not null check (closes_on >= opens_on),
	state text not null check (state in ('draft', 'fixed', 'ended')),
	content_hash text,
	result_note text not null default '',
	published_at timestamptz,
	revision int not null default 1,
	person_name text not null,
	created_at timestamptz not null,
	unique (number, version),
	check ((state = 'draft') = (content_hash is null)),
	check (published_at is null or state <> 'draft')
);

-- One answer. Who gave it is not known: a random id, a day instead of a moment, and of the form's token only a keyed hash.
create table survey_answer (
	id uuid primary key default gen_random_uuid(),
	survey_id bigint not null references survey (id),
	office_id bigint references office (id),
	origin text not null check (origin in ('portal', 'code', 'paper')),
	answers jsonb not null,
	submission_fingerprint text unique,
	answered_on date not null,
	-- Who typed a paper questionnaire in; nobody for the others.
	entered_by bigint references person (id),
	check ((origin = 'paper') = (entered_by is not null))
);
create index survey_answer_survey on survey_answer (survey_id, office_id);
create trigger survey_answer_append_only before update or delete or truncate on survey_answer
	for each statement execute function refuse_change();

-- A printed code admits one answer. Which one, nobody can tell.
create table survey_code (
	survey_id bigint not null references survey (id),
	fingerprint text not null,
	used boolean not null default false,
	primary key (survey_id, fingerprint)
);

-- 整改措施: what was changed because of what people said.
create table survey_measure (
	id bigint generated always as identity primary key,
	survey_id bigint not null references survey (id),
	done_on date not null,
	text text not null check (text <> ''),
	person_name text not null,
	created_at timestamptz not null
);
create index survey_measure_survey on survey_measure (survey_id, id);
create trigger survey_measure_append_only before update or delete or truncate on survey_measure
	for each statement execute function refuse_change();

-- 考核评估: one round by one tree.
create table evaluation_round (
	id bigint generated always as identity primary key,
	tree_id bigint not null references evaluation_tree (id),
	survey_id bigint references survey (id),
	title text not null check (title <> ''),
	period_from date not null,
	period_to date not null check (period_to >= period_from),
	state text not null check (state in ('draft', 'scoring', 'appeal', 'closed', 'published')),
	appeal_until date,
	drawn_at timestamptz,
	closed_on date,
	published_at timestamptz,
	revision int not null default 1,
	created_at timestamptz not null
);
create index evaluation_round_tree on evaluation_round (tree_id);
create index evaluation_round_survey on evaluation_round (survey_id);
create table evaluation_round_office (
	round_id bigint not null references evaluation_round (id),
	office_id bigint not null references office (id),
	primary key (round_id, office_id)
);
create index evaluation_round_office_office on evaluation_round_office (office_id);
create table evaluation_evaluator (
	round_id bigint not null references evaluation_round (id),
	person_id bigint not null references person (id),
	primary key (round_id, person_id)
);
create index evaluation_evaluator_person on evaluation_evaluator (person_id);

create table evaluation_round_step (
	id bigint generated always as identity primary key,
	round_id bigint not null references evaluation_round (id),
	action text not null,
	text text not null,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index evaluation_round_step_round on evaluation_round_step (round_id, id);
create trigger evaluation_round_step_append_only before update or delete or truncate on evaluation_round_step
	for each statement execute function refuse_change();

-- One fault (or merit, or veto) of one office under one indicator, with its evidence as it was taken. Never changed.
create table evaluation_deduction (
	id bigint generated always as identity primary key,
	round_id bigint not null,
	office_id bigint not null,
	code text not null,
	source text not null check (source in ('manual', 'automatic')),
	-- What an automatic one is about, so that counting again finds it: `document:7`.
	source_ref text,
	evidence_kind text not null check (evidence_kind in ('link', 'document', 'finding', 'file', 'text')),
	evidence_ref text not null,
	-- The words as they stood, and the hash of these words or of the file.
	evidence_text text not null,
	evidence_sha256 text not null check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
	evidence_at timestamptz not null,
	file_sha256 text references file (sha256),
	file_name text,
	media_type text,
	note text not null,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null,
	foreign key (round_id, office_id) references evaluation_round_office (round_id, office_id),
	check ((source = 'automatic') = (source_ref is not null)),
	check ((evidence_kind = 'file') = (file_sha256 is not null))
);
create index evaluation_deduction_round on evaluation_deduction (round_id, office_id);
create unique index evaluation_deduction_automatic on evaluation_deduction (round_id, office_id, code, source_ref)
	where source_ref is not null;
create trigger evaluation_deduction_append_only before update or delete or truncate on evaluation_deduction
	for each statement execute function refuse_change();

-- What became of it: the points that count are those of the last step that names some.
create table evaluation_step (
	id bigint generated always as identity primary key,
	deduction_id bigint not null references evaluation_deduction (id),
	action text not null check (action in ('record', 'recount', 'withdraw', 'appeal', 'uphold', 'change', 'remove')),
	points numeric(8, 2),
	text text not null,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index evaluation_step_deduction on evaluation_step (deduction_id, id);
create trigger evaluation_step_append_only before update or delete or truncate on evaluation_step
	for each statement execute function refuse_change();
create table evaluation_proof (
	id bigint generated always as identity primary key,
	step_id bigint not null references evaluation_step (id),
	file_sha256 text not null references file (sha256),
	file_name text not null,
	media_type text not null,
	size bigint not null
);
create index evaluation_proof_step on evaluation_proof (step_id);

-- The score as frozen, with the evidence list it was computed from and the hash of that list.
create table evaluation_result (
	round_id bigint not null,
	office_id bigint not null,
	score numeric(8, 2) not null,
	deducted numeric(8, 2) not null,
	bonus numeric(8, 2) not null,
	vetoed boolean not null,
	grade text not null check (grade in ('excellent', 'good', 'pass', 'fail')),
	rank int not null,
	evidence jsonb not null,
	evidence_hash text not null,
	primary key (round_id, office_id),
	foreign key (round_id, office_id) references evaluation_round_office (round_id, office_id)
);
create trigger evaluation_result_append_only before update or delete or truncate on evaluation_result
	for each statement execute function refuse_change();

-- 责任追究 (条例第四十七、五十二、五十三条). What is counted stands in the register of the office.
create table accountability_counter (
	year int primary key,
	last int not null
);
create table accountability (
	id bigint generated always as identity primary key,
	number text not null unique,
	office_id bigint not null references office (id),
	kind text not null check (kind in ('order', 'talk', 'circular', 'proposal', 'sanction', 'transfer')),
	basis text not null check (basis in ('47', '52', '53')),
	decided_by text not null check (decided_by <> ''),
	decided_on date not null,
	persons int not null check (persons >= 0),
	facts text not null check (facts <> ''),
	round_id bigint references evaluation_round (id),
	file_sha256 text references file (sha256),
	file_name text,
	media_type text,
	person_name text not null,
	created_at timestamptz not null
);
create index accountability_office on accountability (office_id, decided_on);
create trigger accountability_append_only before update or delete or truncate on accountability
	for each statement execute function refuse_change();
create table accountability_void (
	accountability_id bigint primary key references accountability (id),
	reason text not null check (reason <> ''),
	person_name text not null,
	created_at timestamptz not null
);
create trigger accountability_void_append_only before update or delete or truncate on accountability_void
	for each statement execute function refuse_change();
