-- 公开事项: what the county's standard catalog asks for in the 26 fields (国办发〔2019〕54号), what each office took over from it, the
-- catalogs as they were published, and the documents behind each entry.

-- 县级标准目录.
create table catalog_standard (
	id bigint generated always as identity primary key,
	-- F07-003; never given to another.
	code text not null unique check (code ~ '^F\d\d-\d{3}$'),
	field text not null check (field ~ '^F\d\d$'),
	content jsonb not null,
	-- Kinds of offices it is meant for, and single offices besides.
	targets text[] not null default '{}',
	office_ids bigint[] not null default '{}',
	position int not null default 0,
	ended_at timestamptz,
	revision int not null default 1,
	created_at timestamptz not null
);

-- 公开事项 of one office. `standing` changes through the workflow table only.
create table catalog_entry (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	standard_id bigint references catalog_standard (id),
	standard_revision int,
	field text not null check (field ~ '^F\d\d$'),
	content jsonb not null,
	column_id bigint references catalog_column (id),
	standing text not null check (standing in ('proposed', 'adopted', 'trimmed', 'ended')),
	-- «本机关无此类信息», or another office's.
	trim text check (trim in ('none', 'elsewhere')),
	reason text not null default '',
	-- No period that ended before this day is asked for.
	since date not null,
	position int not null default 0,
	revision int not null default 1,
	created_at timestamptz not null,
	unique (office_id, standard_id),
	check ((standing = 'trimmed') = (trim is not null)),
	check ((standard_id is null) = (standard_revision is null))
);
create index catalog_entry_field on catalog_entry (field, office_id);

-- The catalog of an office as published, edition by edition; of no office: the standard as it was handed down.
create table catalog_edition (
	id bigint generated always as identity primary key,
	office_id bigint references office (id),
	number int not null,
	entries jsonb not null,
	note text not null default '',
	published_at timestamptz not null,
	published_by bigint references person (id),
	unique nulls not distinct (office_id, number)
);
create trigger catalog_edition_append_only before update or delete or truncate on catalog_edition
	for each statement execute function refuse_change();

-- Which entry a public document belongs to. What a person said is not changed by the rule.
create table catalog_match (
	document_id bigint primary key references document (id),
	office_id bigint not null references office (id),
	entry_id bigint references catalog_entry (id),
	by_person boolean not null,
	person_id bigint references person (id),
	at timestamptz not null
);
create index catalog_match_entry on catalog_match (entry_id, document_id);
create index catalog_match_office on catalog_match (office_id);
