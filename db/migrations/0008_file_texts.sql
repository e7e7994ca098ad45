-- What stands in an uploaded file, for the check before publishing and for search; by content, so that a file is read once.
create table file_text (
	sha256 text primary key references file (sha256),
	body text not null,
	-- Parts only a person can check, in words; empty when the whole file was read.
	unread jsonb not null,
	has_place boolean not null,
	read_at timestamptz not null
);

-- Attachments of before are read once by the worker.
insert into job (kind, payload, unique_key)
	select 'publishing.readAttachments', '{}', 'publishing.readAttachments:0008' where exists (select 1 from attachment);
