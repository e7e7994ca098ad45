-- 文书格式: the county's own wording of a letter, edition by edition. A letter keeps the edition it was written from.
create table letter_wording (
	id bigint generated always as identity primary key,
	template text not null check (template ~ '^D[0-9]{2}$'),
	-- For a letter that reads otherwise by outcome; empty for all others.
	outcome text not null default '',
	edition int not null check (edition > 0),
	-- Null: from this edition on the wording of the product is used again.
	title text,
	source text,
	note text not null,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null,
	unique (template, outcome, edition),
	check ((title is null) = (source is null))
);
create trigger letter_wording_append_only before update or delete or truncate on letter_wording
	for each statement execute function refuse_change();

alter table application_letter add column wording_id bigint references letter_wording (id);
