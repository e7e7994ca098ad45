-- Offices, the people who act for them, their sessions, and the holiday notices a county loads itself.

-- 机关. The county office (县政务公开主管部门) is the one root; a merged office keeps its row, its slug and its history.
create table office (
	id bigint generated always as identity primary key,
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 40),
	name text not null check (name <> ''),
	short_name text not null check (short_name <> ''),
	kind text not null check (kind in ('county', 'department', 'township')),
	parent_id bigint references office (id),
	code text not null default '',
	area_code text not null default '',
	address text not null default '',
	postcode text not null default '',
	phone text not null default '',
	fax text not null default '',
	email text not null default '',
	office_hours text not null default '',
	contact_office text not null default '',
	review_body text not null default '',
	court text not null default '',
	review_url text not null default '',
	head text not null default '',
	position int not null default 0,
	status text not null default 'active' check (status in ('active', 'merged')),
	merged_into bigint references office (id),
	merged_on date,
	revision int not null default 1,
	created_at timestamptz not null default now(),
	check ((kind = 'county') = (parent_id is null)),
	check ((status = 'merged') = (merged_into is not null)),
	check (merged_into <> id)
);
create unique index office_one_county on office (kind) where kind = 'county';
create unique index office_active_name on office (name) where status = 'active';
create unique index office_active_code on office (code) where status = 'active' and code <> '';
create index office_parent on office (parent_id);
create index office_merged_into on office (merged_into) where merged_into is not null;

-- What an office was called on which days: an old document is printed with the name of its day.
create table office_name (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id) on delete cascade,
	name text not null,
	short_name text not null,
	valid_from date not null,
	valid_until date,
	check (valid_until is null or valid_until >= valid_from)
);
create unique index office_name_current on office_name (office_id) where valid_until is null;
create index office_name_days on office_name (office_id, valid_from);

-- Addresses an office had before; they lead to it for ever.
create table office_old_slug (
	slug text primary key,
	office_id bigint not null references office (id) on delete cascade,
	until date not null
);

create table person (
	id bigint generated always as identity primary key,
	login_name text not null unique check (login_name = lower(login_name)),
	name text not null check (name <> ''),
	phone text not null default '',
	password_hash text not null,
	must_change_password boolean not null default true,
	demo boolean not null default false,
	disabled_at timestamptz,
	revision int not null default 1,
	created_at timestamptz not null default now()
);

-- Sign-in attempts since the last success, by the hash of the name typed in: a name nobody has is counted and locked like a
-- real one, so that the answers do not tell which names exist.
create table sign_in_attempt (
	login_hash text primary key check (login_hash ~ '^[0-9a-f]{64}$'),
	failed int not null,
	locked_until timestamptz,
	at timestamptz not null
);
create index sign_in_attempt_at on sign_in_attempt (at);

-- Hashes of passwords set before, so that they are not used again.
create table old_password (
	id bigint generated always as identity primary key,
	person_id bigint not null references person (id) on delete cascade,
	password_hash text not null,
	replaced_at timestamptz not null default now()
);
create index old_password_person on old_password (person_id, id desc);

-- Who holds which role in which office, and from when until when. Ended, never removed: it says who could sign on a day.
-- A deputy holds the role of a person on leave, between two days, and only while that person holds it.
create table assignment (
	id bigint generated always as identity primary key,
	person_id bigint not null references person (id) on delete cascade,
	office_id bigint not null references office (id),
	role text not null,
	valid_from date not null,
	valid_until date,
	deputy_for bigint references person (id),
	reason text not null default '',
	created_at timestamptz not null default now(),
	check (valid_until is null or valid_until >= valid_from - 1),
	check (deputy_for is null or (valid_until is not null and reason <> '' and deputy_for <> person_id))
);
create unique index assignment_current on assignment (person_id, office_id, role)
	where valid_until is null and deputy_for is null;
create index assignment_person on assignment (person_id);
create index assignment_office on assignment (office_id, role);

-- Signed-in browsers. The id is the SHA-256 of the cookie: reading this table signs nobody in.
create table session (
	id text primary key check (id ~ '^[0-9a-f]{64}$'),
	person_id bigint not null references person (id) on delete cascade,
	office_id bigint not null references office (id),
	csrf_token text not null,
	created_at timestamptz not null,
	last_seen_at timestamptz not null,
	ip inet,
	user_agent text not null default '',
	ended_at timestamptz,
	end_reason text check (end_reason in ('signedOut', 'ended', 'passwordChanged', 'passwordReset', 'disabled', 'noRole')),
	check ((ended_at is null) = (end_reason is null))
);
create index session_person on session (person_id, created_at desc);

-- Holiday notices the county loaded itself: next year's, a changed one, a correction of ours (national), or local days off (county).
-- Withdrawn, never removed: a limit that was shown stood on it.
create table holiday_notice (
	id bigint generated always as identity primary key,
	notice_id text not null check (notice_id <> ''),
	scope text not null check (scope in ('national', 'county')),
	year int not null check (year between 2000 and 2099),
	title text not null,
	number text not null default '',
	source text not null default '',
	published date not null,
	arrangements jsonb not null,
	-- Whether local days off stop statutory clocks; the law does not say, the county decides (放假办法第四条).
	stops_clocks boolean not null default true,
	created_at timestamptz not null default now(),
	created_by bigint references person (id),
	withdrawn_at timestamptz,
	withdrawn_by bigint references person (id),
	withdraw_reason text not null default ''
);
create unique index holiday_notice_current on holiday_notice (notice_id) where withdrawn_at is null;
