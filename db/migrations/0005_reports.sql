-- Registers (台账) and annual reports: what was done and counted, and the figures, words and signatures made of it.

-- One uploaded sheet of entries. The same sheet is not taken twice for one register of one office.
create table register_import (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	kind text not null,
	file_sha256 text not null references file (sha256),
	file_name text not null,
	entries int not null check (entries > 0),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null,
	unique (office_id, kind, file_sha256)
);

-- A line of a register. A correction is a new line that names the one it replaces; nothing is overwritten.
-- A zero report (零报告) states on what ground a register has no line in a year: quantity 0, day = 31 December.
create table register_entry (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	kind text not null,
	entry_type text not null default 'entry' check (entry_type in ('entry', 'zero')),
	day date not null,
	quantity numeric(20, 6) not null check (quantity >= 0),
	fields jsonb not null default '{}',
	note text not null default '',
	corrects bigint unique references register_entry (id),
	reason text not null default '',
	import_id bigint references register_import (id),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null,
	check ((corrects is null) = (reason = '')),
	check (entry_type = 'entry' or quantity = 0)
);
create index register_entry_place on register_entry (office_id, kind, day);
create trigger register_entry_append_only before update or delete or truncate on register_entry
	for each statement execute function refuse_change();

-- A line that should never have been there, struck out with a reason.
create table register_void (
	entry_id bigint primary key references register_entry (id),
	reason text not null check (reason <> ''),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create trigger register_void_append_only before update or delete or truncate on register_void
	for each statement execute function refuse_change();

-- 佐证材料 of a line.
create table register_evidence (
	id bigint generated always as identity primary key,
	entry_id bigint not null references register_entry (id),
	file_sha256 text not null references file (sha256),
	file_name text not null,
	media_type text not null,
	size bigint not null,
	person_name text not null,
	created_at timestamptz not null
);
create index register_evidence_entry on register_evidence (entry_id);

-- The lines that count: neither struck out nor replaced.
create view register_standing as
	select e.* from register_entry e
	where not exists (select 1 from register_void v where v.entry_id = e.id)
		and not exists (select 1 from register_entry later where later.corrects = e.id);

-- A year opened by the county, with the last days it sets. The law caps 31 January for departments and 31 March for
-- the county's own report (条例第四十九条); townships are not named there, the county arranges them.
create table report_year (
	year int primary key check (year between 2008 and 2100),
	form text not null check (form in ('2014', '2019', '2021')),
	submit_by date not null,
	publish_by_department date not null,
	publish_by_township date not null,
	publish_by_county date not null,
	revision int not null default 1,
	opened_at timestamptz not null,
	opened_by text not null
);

-- An office's report for a year; a correction after publication is a new edition with its reason.
create table report (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	year int not null references report_year (year),
	edition int not null default 1 check (edition >= 1),
	form text not null check (form in ('2014', '2019', '2021')),
	state text not null check (state in
		('draft', 'reviewed', 'signedOff', 'submitted', 'returned', 'accepted', 'published', 'superseded')),
	correction_reason text not null default '',
	-- Fingerprint of the figures and words the reviewer saw: what is signed must be what was reviewed.
	reviewed_sha256 text,
	reviewed_by bigint references person (id),
	reviewed_by_name text,
	submitted_at timestamptz,
	published_at timestamptz,
	created_at timestamptz not null,
	created_by text not null,
	unique (office_id, year, edition),
	check ((edition = 1) = (correction_reason = ''))
);
create index report_year_state on report (year, state);
-- One edition at work at a time.
create unique index report_one_open on report (office_id, year) where state not in ('published', 'superseded');
create unique index report_one_published on report (office_id, year) where state = 'published';

-- Figures given by hand: entered where no register holds them, or put over a computed one. The last line of an address
-- holds; `action` clear takes it back.
create table report_figure (
	id bigint generated always as identity primary key,
	report_id bigint not null references report (id),
	address text not null,
	action text not null check (action in ('enter', 'override', 'clear')),
	value numeric(20, 6),
	-- What was computed when it was overridden; kept so that a later reader sees both.
	computed numeric(20, 6),
	-- Source of an entered figure, reason of an override.
	ground text not null check (ground <> ''),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null,
	check ((action = 'clear') = (value is null))
);
create index report_figure_report on report_figure (report_id, address, id);
create trigger report_figure_append_only before update or delete or truncate on report_figure
	for each statement execute function refuse_change();

-- The words of a section as saved; the last one holds. 0 is the opening paragraph.
create table report_section (
	id bigint generated always as identity primary key,
	report_id bigint not null references report (id),
	section int not null check (section between 0 and 6),
	content jsonb not null,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index report_section_report on report_section (report_id, section, id);
create trigger report_section_append_only before update or delete or truncate on report_section
	for each statement execute function refuse_change();

-- Why a finding of the audit stands although it is right as it is; holds for exactly this finding.
create table report_explanation (
	id bigint generated always as identity primary key,
	report_id bigint not null references report (id),
	finding_key text not null,
	rule text not null,
	message text not null,
	explanation text not null check (explanation <> ''),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index report_explanation_report on report_explanation (report_id, finding_key, id);
create trigger report_explanation_append_only before update or delete or truncate on report_explanation
	for each statement execute function refuse_change();

-- What was signed, byte for byte. Never changes whatever the registers say later.
create table report_snapshot (
	id bigint generated always as identity primary key,
	report_id bigint not null references report (id),
	model text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	person_id bigint references person (id),
	person_name text not null,
	signed_at timestamptz not null
);
create index report_snapshot_report on report_snapshot (report_id, id);
create trigger report_snapshot_append_only before update or delete or truncate on report_snapshot
	for each statement execute function refuse_change();

-- What the county sent back, and why.
create table report_return (
	id bigint generated always as identity primary key,
	report_id bigint not null references report (id),
	snapshot_id bigint not null references report_snapshot (id),
	reason text not null check (reason <> ''),
	findings jsonb not null default '[]',
	person_id bigint references person (id),
	person_name text not null,
	returned_at timestamptz not null
);
create index report_return_report on report_return (report_id, id);

-- The files of a published edition, as they were made on that day.
create table report_file (
	report_id bigint not null references report (id),
	format text not null check (format in ('html', 'docx', 'xlsx', 'csv', 'json')),
	file_sha256 text not null references file (sha256),
	size bigint not null,
	created_at timestamptz not null,
	primary key (report_id, format)
);

-- A report of another making (外部报告) as the library read it; also last year's report of an office that was not yet here.
create table outside_report (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	batch uuid not null,
	file_sha256 text not null references file (sha256),
	file_name text not null,
	state text not null check (state in ('read', 'failed')),
	failure text not null default '',
	title text not null default '',
	organ text,
	year int,
	form text,
	report jsonb,
	findings jsonb not null default '[]',
	not_checked jsonb not null default '[]',
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null,
	check ((state = 'failed') = (report is null))
);
create index outside_report_office on outside_report (office_id, id desc);

-- Which outside report stands for an office's report of a past year (carry-over, stocks). The last line holds.
create table past_report (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	year int not null,
	outside_report_id bigint not null references outside_report (id),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index past_report_office on past_report (office_id, year, id desc);
