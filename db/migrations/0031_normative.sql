-- 行政规范性文件: how one is made before it is issued, the clean-ups of what is in force, and what is looked at before it ends.

-- The library (publishing). 三统一: under which number a normative document was registered, or why it needs none.
create table document_registration (
	document_id bigint primary key references document (id),
	kind text not null check (kind in ('process', 'old')),
	-- Of the process: the number it has to be published under; of an old document it stays empty.
	number text not null default '',
	reason text not null default '',
	at timestamptz not null,
	person_id bigint references person (id),
	check (case kind when 'process' then number <> '' else reason <> '' end)
);
create unique index document_registration_number on document_registration (number) where number <> '';
create trigger document_registration_append_only before update or delete or truncate on document_registration
	for each statement execute function refuse_change();

-- What was here before anybody asked stays publishable.
insert into document_registration (document_id, kind, reason, at)
	select document_id, 'old', '统一登记启用以前已有的文件', now() from document_draft where type = 'normative'
	union
	select document_id, 'old', '统一登记启用以前已有的文件', now() from publication where type = 'normative';

-- 继续有效目录: a document of these offices made until that day and not listed is no basis for administration.
create table validity_list (
	id bigint generated always as identity primary key,
	title text not null check (title <> ''),
	on_day date not null,
	at timestamptz not null,
	person_id bigint references person (id)
);
create table validity_list_office (
	list_id bigint not null references validity_list (id),
	office_id bigint not null references office (id),
	primary key (office_id, list_id)
);
create table validity_list_entry (
	list_id bigint not null references validity_list (id),
	document_id bigint not null references document (id),
	primary key (document_id, list_id)
);

-- The process (normative). 发文代字 of an office, such as 望政规.
create table normative_word (
	office_id bigint primary key references office (id),
	word text not null unique check (word <> '')
);
create table normative_counter (
	word text not null,
	year int not null,
	last int not null check (last > 0),
	primary key (word, year)
);

create table normative_project (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	title text not null check (title <> ''),
	basis text not null default '',
	-- 重大行政决策: thirty days of consultation.
	major boolean not null default false,
	state text not null check (state in ('planned', 'drafted', 'consulting', 'consulted', 'reviewed', 'discussed', 'signed',
		'numbered', 'submitted', 'filed', 'stopped')),
	document_id bigint unique references document (id),
	number text unique,
	created_at timestamptz not null,
	created_by bigint references person (id),
	revision int not null default 1
);
create index normative_project_office on normative_project (office_id, state);

create table normative_step (
	id bigint generated always as identity primary key,
	project_id bigint not null references normative_project (id),
	action text not null,
	from_state text not null,
	to_state text not null,
	on_day date not null,
	-- Opinion, ground, decision, whatever the step says.
	text text not null default '',
	data jsonb not null default '{}',
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index normative_step_project on normative_step (project_id, id);
create trigger normative_step_append_only before update or delete or truncate on normative_step
	for each statement execute function refuse_change();

create table normative_file (
	id bigint generated always as identity primary key,
	step_id bigint not null references normative_step (id),
	sha256 text not null references file (sha256),
	file_name text not null check (file_name <> ''),
	media_type text not null,
	size bigint not null
);
create index normative_file_step on normative_file (step_id);
create index normative_file_sha256 on normative_file (sha256);
create trigger normative_file_append_only before update or delete or truncate on normative_file
	for each statement execute function refuse_change();

-- 清理: every document in force on a day, each with a conclusion.
create table normative_batch (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	-- Over the whole county, or over the office that opened it.
	whole_county boolean not null,
	title text not null check (title <> ''),
	on_day date not null,
	state text not null check (state in ('open', 'signed', 'closed', 'cancelled')),
	effective_on date,
	-- The draft with the lists.
	document_id bigint references document (id),
	revision int not null default 1
);
create index normative_batch_office on normative_batch (office_id, state);

create table normative_batch_item (
	id bigint generated always as identity primary key,
	batch_id bigint not null references normative_batch (id),
	document_id bigint not null references document (id),
	office_id bigint not null references office (id),
	title text not null,
	document_number text not null,
	formed_on date not null,
	expires_on date,
	unique (batch_id, document_id)
);
create index normative_batch_item_document on normative_batch_item (document_id);

-- The last one counts; those before it stay.
create table normative_conclusion (
	id bigint generated always as identity primary key,
	item_id bigint not null references normative_batch_item (id),
	conclusion text not null check (conclusion in ('keep', 'revise', 'repeal', 'lapse')),
	reason text not null,
	person_id bigint references person (id),
	person_name text not null,
	at timestamptz not null
);
create index normative_conclusion_item on normative_conclusion (item_id, id desc);
create trigger normative_conclusion_append_only before update or delete or truncate on normative_conclusion
	for each statement execute function refuse_change();

create table normative_batch_step (
	id bigint generated always as identity primary key,
	batch_id bigint not null references normative_batch (id),
	action text not null,
	text text not null default '',
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index normative_batch_step_batch on normative_batch_step (batch_id, id);
create trigger normative_batch_step_append_only before update or delete or truncate on normative_batch_step
	for each statement execute function refuse_change();

-- 后评估: looked at before it ends, with what should become of it.
create table normative_evaluation (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	on_day date not null,
	-- The last day it had when it was looked at: a later term asks for another look.
	expires_on date,
	conclusion text not null check (conclusion in ('keep', 'revise', 'repeal', 'lapse')),
	text text not null check (text <> ''),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index normative_evaluation_document on normative_evaluation (document_id, id);
create trigger normative_evaluation_append_only before update or delete or truncate on normative_evaluation
	for each statement execute function refuse_change();
