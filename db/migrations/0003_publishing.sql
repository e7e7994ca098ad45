-- The public catalog (columns, guides) and the life of a document, from the first draft to the portal and its search.
-- What the public sees is read from `publication` alone: a row stands there as long as its document is public.

-- 栏目: the fixed ones of 国办公开办函〔2019〕61号, the items of 条例第二十、二十一条, and those an office uses besides.
create table catalog_column (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	parent_id bigint references catalog_column (id),
	slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 40),
	name text not null check (name <> ''),
	description text not null default '',
	keywords text not null default '',
	kind text not null check (kind in ('guide', 'rules', 'statutory', 'reports', 'apply', 'item', 'usual')),
	-- ColumnType of the page tags, as printed.
	type text not null,
	-- A20-01 …, A21-T1 …: what the law calls for. On a usual column: the code its documents take when they name none.
	code text not null default '',
	-- Longest pause between two updates; null = as things happen.
	update_days int check (update_days > 0),
	-- «本机关无此类信息», said on this day, with an explanation.
	absent_since date,
	absent_note text not null default '',
	position int not null default 0,
	closed_at timestamptz,
	revision int not null default 1,
	created_at timestamptz not null default now(),
	unique (office_id, slug),
	check ((kind = 'item') <= (code <> '')),
	check (absent_since is null or kind = 'item')
);
create unique index catalog_column_fixed on catalog_column (office_id, kind)
	where kind in ('guide', 'rules', 'statutory', 'reports', 'apply');
create unique index catalog_column_item on catalog_column (office_id, code) where kind = 'item';
create index catalog_column_parent on catalog_column (parent_id);

-- 公开指南 in the making; one a body (条例第十二条).
create table guide_draft (
	office_id bigint primary key references office (id),
	content jsonb not null,
	version int not null default 1,
	saved_at timestamptz not null,
	saved_by bigint references person (id)
);

-- 公开指南 as it was published, edition by edition.
create table guide_edition (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	number int not null,
	content jsonb not null,
	published_at timestamptz not null,
	published_by bigint references person (id),
	unique (office_id, number)
);
create trigger guide_edition_append_only before update or delete or truncate on guide_edition
	for each statement execute function refuse_change();

-- 政府信息: where its current edition stands. `state` changes through the workflow table only.
create table document (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	edition int not null default 1,
	state text not null check (state in ('draft', 'proofreading', 'secrecyReview', 'referred', 'signOff', 'signedOff', 'scheduled', 'published', 'withdrawn', 'discarded')),
	-- The snapshot being reviewed, signed or shown; null while the first draft is written.
	revision_id bigint,
	index_number text unique,
	publish_at timestamptz,
	first_published_at timestamptz,
	withdrawn_at timestamptz,
	withdraw_reason text not null default '',
	-- Made by another module: `report:12`, and the last event of it that was taken in.
	source text unique,
	source_event bigint,
	created_at timestamptz not null,
	created_by bigint references person (id),
	check ((state = 'scheduled') = (publish_at is not null)),
	check ((state = 'withdrawn') <= (withdrawn_at is not null))
);
create index document_office on document (office_id, state, id desc);
create index document_scheduled on document (publish_at) where publish_at is not null;

-- The working copy, overwritten by autosave; `version` is what a save must have seen.
create table document_draft (
	document_id bigint primary key references document (id),
	version int not null default 1,
	title text not null default '',
	type text not null,
	column_id bigint not null references catalog_column (id),
	formed_on date,
	changed_on date,
	content jsonb not null,
	-- Everybody who wrote in this edition: none of them may review or sign it.
	editors bigint[] not null default '{}',
	saved_at timestamptz not null,
	saved_by bigint references person (id)
);
create index document_draft_column on document_draft (column_id);

-- A snapshot of the working copy, made when it is handed on. What was reviewed and signed is exactly this.
create table document_revision (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	edition int not null,
	number int not null,
	content jsonb not null,
	plain text not null,
	hash text not null check (hash ~ '^[0-9a-f]{64}$'),
	created_at timestamptz not null,
	created_by bigint references person (id),
	unique (document_id, number)
);
create trigger document_revision_append_only before update or delete or truncate on document_revision
	for each statement execute function refuse_change();
alter table document add foreign key (revision_id) references document_revision (id);

-- Every move of the workflow: who, when, on which snapshot, with which words.
create table document_step (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	edition int not null,
	revision_id bigint references document_revision (id),
	action text not null,
	from_state text not null,
	to_state text not null,
	at timestamptz not null,
	person_id bigint references person (id),
	actor_name text not null,
	comment text not null default '',
	data jsonb not null default '{}'
);
create index document_step_document on document_step (document_id, id);
create trigger document_step_append_only before update or delete or truncate on document_step
	for each statement execute function refuse_change();

-- 保密审查 (条例第十七条): its own sheet, by a second person, of one snapshot.
create table secrecy_review (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	edition int not null,
	revision_id bigint not null references document_revision (id),
	answers jsonb not null,
	conclusion text not null check (conclusion in ('agree', 'disagree', 'refer')),
	opinion text not null default '',
	-- Who decided when it was unsure, and what they answered (报请确定).
	authority text not null default '',
	authority_reply text not null default '',
	reviewer_id bigint references person (id),
	reviewer_name text not null,
	at timestamptz not null
);
create index secrecy_review_document on secrecy_review (document_id, id);
create trigger secrecy_review_append_only before update or delete or truncate on secrecy_review
	for each statement execute function refuse_change();

-- 废止, 失效, 修改: from which day, on which ground. The text stays.
create table document_validity (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	validity text not null check (validity in ('valid', 'revised', 'repealed', 'expired')),
	on_day date not null,
	basis text not null,
	at timestamptz not null,
	person_id bigint references person (id)
);
create index document_validity_document on document_validity (document_id, id);
create trigger document_validity_append_only before update or delete or truncate on document_validity
	for each statement execute function refuse_change();

-- Files of a document. A revision names those that belong to it; the bytes are in `file`.
create table attachment (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	sha256 text not null references file (sha256),
	file_name text not null check (file_name <> ''),
	media_type text not null,
	size bigint not null,
	added_at timestamptz not null,
	added_by bigint references person (id)
);
create index attachment_document on attachment (document_id);
create index attachment_file on attachment (sha256);
create trigger attachment_append_only before update or delete or truncate on attachment
	for each statement execute function refuse_change();

-- 索引号 sequences, one a prefix. Counted in the transaction that uses the number: no gaps, and none used twice.
create table index_sequence (
	prefix text primary key,
	last bigint not null check (last > 0)
);

-- What is public now. Withdrawal deletes the row: every public page, list, file, feed and search reads through it.
create table publication (
	document_id bigint primary key references document (id),
	revision_id bigint not null references document_revision (id),
	edition int not null,
	office_id bigint not null references office (id),
	column_id bigint not null references catalog_column (id),
	column_slug text not null,
	type text not null,
	code text not null,
	title text not null,
	document_number text not null,
	index_number text not null,
	summary text not null,
	formed_on date not null,
	expires_on date,
	-- First made public; the edition shown may be younger.
	published_at timestamptz not null,
	edition_at timestamptz not null
);
create index publication_newest on publication (published_at desc, document_id desc);
create index publication_office on publication (office_id, published_at desc, document_id desc);
create index publication_column on publication (office_id, column_slug, published_at desc, document_id desc);
create index publication_code on publication (code, published_at desc, document_id desc) where code <> '';
create index publication_type on publication (office_id, type, formed_on);

-- Words and bigrams of what is public. Made by a job; a row whose revision is no longer public is never shown.
create table document_search (
	document_id bigint primary key references document (id),
	revision_id bigint not null references document_revision (id),
	words tsvector not null,
	-- Bigrams of title, document number and index number: finds any piece of them.
	grams tsvector not null,
	exact text not null
);
create index document_search_words on document_search using gin (words);
create index document_search_grams on document_search using gin (grams);
