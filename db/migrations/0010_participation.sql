-- 互动回应: what people ask, complain of, want published or find wrong, and what became of it.

create table concern_counter (
	year int primary key,
	last int not null
);

create table concern (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	number text not null unique,
	kind text not null check (kind in ('question', 'complaint', 'wanted', 'siteError', 'opinion')),
	origin text not null check (origin in ('portal', 'hotline', 'letter', 'visit', 'media')),
	-- 特别重大、重大突发事件: five hours and a day instead of two.
	urgent boolean not null default false,
	title text not null check (title <> ''),
	body text not null check (body <> ''),
	-- The address of the page a 找错 is about.
	page text not null default '',
	state text not null check (state in ('received', 'inHand', 'answered', 'published', 'declined', 'merged')),
	merged_into bigint references concern (id),
	-- HMAC of the query code: reading this table opens nobody's message.
	query_fingerprint text,
	submission_fingerprint text unique,
	received_at timestamptz not null,
	answer text not null default '',
	-- For a complaint (条例第五十一条): what the check found.
	verdict text check (verdict in ('true', 'partly', 'untrue')),
	answered_at timestamptz,
	-- As shown to everybody: may say less than what was written.
	public_title text not null default '',
	public_body text not null default '',
	published_at timestamptz,
	revision int not null default 1,
	check ((merged_into is null) = (state <> 'merged'))
);
create index concern_office on concern (office_id, state, received_at);
create index concern_public on concern (published_at desc, id desc) where state = 'published';

-- Who wrote, sealed as applicants are; absent when nobody said.
create table concern_contact (
	concern_id bigint primary key references concern (id),
	key_id text not null,
	sealed bytea not null
);

create table concern_step (
	id bigint generated always as identity primary key,
	concern_id bigint not null references concern (id),
	action text not null,
	text text not null,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index concern_step_concern on concern_step (concern_id, id);
create trigger concern_step_append_only before update or delete or truncate on concern_step
	for each statement execute function refuse_change();
