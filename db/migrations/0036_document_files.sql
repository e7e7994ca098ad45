-- The files of a document: copies in which personal data is masked, what a file shows on the portal, and documents taken in from
-- a file by the county office.

-- A copy with personal data masked knows what it was made of: the original stays with the office and is never shown again.
alter table attachment add column masked_from bigint references attachment (id);
create index on attachment (masked_from) where masked_from is not null;

-- What a public file shows as words and tables; by content, made when somebody first looks. Gone with the file.
create table file_view (
	sha256 text primary key references file (sha256),
	version int not null,
	view jsonb not null,
	made_at timestamptz not null
);

-- More of an office file is read than before: links, alternative texts, rows as rows. The worker reads them again.
delete from file_text t using attachment a
	where a.sha256 = t.sha256 and a.media_type like 'application/vnd.openxmlformats-officedocument.%';
insert into job (kind, payload, unique_key)
	select 'publishing.readAttachments', '{}', 'publishing.readAttachments:0036' where exists (select 1 from attachment);

-- 批量导入: one file of another system's documents, looked through and then taken in.
create table import_run (
	id bigint generated always as identity primary key,
	sha256 text not null references file (sha256),
	file_name text not null,
	-- Tells the source from others: the same document of the same source is taken in once.
	name text not null,
	office_id bigint references office (id),
	column_name text not null,
	create_columns boolean not null,
	state text not null check (state in ('checking', 'checked', 'importing', 'stopped', 'done', 'failed')),
	-- Somebody asked for it to stop; the job looks at this between two batches.
	stop_asked boolean not null default false,
	-- Why it failed, as a sentence.
	reason text not null default '',
	new_columns jsonb not null default '[]',
	revision int not null default 1,
	created_at timestamptz not null,
	created_by bigint not null references person (id),
	changed_at timestamptz not null
);

-- What became of each record, when it was looked through and when it was taken in.
create table import_line (
	run_id bigint not null references import_run (id),
	phase text not null check (phase in ('check', 'import')),
	-- Order in the source.
	number int not null,
	place text not null,
	title text not null,
	became text not null check (became in ('ready', 'published', 'draft', 'known', 'refused')),
	notes jsonb not null,
	primary key (run_id, phase, number)
);
create index on import_line (run_id, phase, became);
