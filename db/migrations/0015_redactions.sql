-- 遮盖: where a paper of a case is blacked out before it is handed out, with the ground of each place, and the paper made of it.
create table application_redaction (
	id bigint generated always as identity primary key,
	application_id bigint not null references application (id),
	-- The paper worked on; it stays as it is.
	file_id bigint not null references application_file (id),
	-- Pixels of each page, as it is drawn.
	pages jsonb not null,
	boxes jsonb not null default '[]',
	revision int not null default 1,
	-- The paper handed out; set once.
	result_file_id bigint references application_file (id),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null,
	released_by text,
	released_at timestamptz,
	check ((result_file_id is null) = (released_at is null))
);
create index application_redaction_case on application_redaction (application_id, id);
