-- 队伍建设 (条例第四条、第四十八条): trainings and who came, exams on the Regulations, posts and their hand-over, and what clerks look up.

create table training (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	kind text not null check (kind in ('training', 'meeting', 'visit')),
	title text not null check (title <> ''),
	day date not null,
	-- As printed: 9:00—11:30.
	hours text not null default '',
	place text not null default '',
	speaker text not null default '',
	content text not null default '',
	minutes text not null default '',
	state text not null check (state in ('planned', 'notified', 'held', 'closed', 'cancelled')),
	-- The line of the register in which it is counted; the report reads registers only, so it is counted once.
	entry_id bigint references register_entry (id),
	revision int not null default 1,
	person_name text not null,
	created_at timestamptz not null
);
create index training_office_day on training (office_id, day desc);

create table training_office (
	training_id bigint not null references training (id),
	office_id bigint not null references office (id),
	confirmed_at timestamptz,
	confirmed_by text not null default '',
	entry_id bigint references register_entry (id),
	primary key (training_id, office_id)
);
create index training_office_office on training_office (office_id);

create table training_person (
	id bigint generated always as identity primary key,
	training_id bigint not null references training (id),
	office_id bigint not null references office (id),
	person_id bigint references person (id),
	name text not null check (name <> ''),
	position text not null default '',
	attended boolean,
	-- Whether they have given their opinion; what it was stands elsewhere and names nobody.
	rated boolean not null default false,
	unique (training_id, office_id, name, position)
);
create index training_person_person on training_person (person_id) where person_id is not null;

-- No person, no time and no running number: an opinion cannot be laid beside the audit trail.
create table training_rating (
	id uuid primary key default gen_random_uuid(),
	training_id bigint not null references training (id),
	scores jsonb not null,
	comment text not null default ''
);
create index training_rating_training on training_rating (training_id);

create table training_file (
	id bigint generated always as identity primary key,
	training_id bigint not null references training (id),
	file_sha256 text not null references file (sha256),
	file_name text not null,
	media_type text not null,
	size bigint not null,
	person_name text not null,
	created_at timestamptz not null
);
create index training_file_training on training_file (training_id);

create table exam_question (
	id bigint generated always as identity primary key,
	kind text not null check (kind in ('single', 'multiple', 'judge')),
	text text not null check (text <> ''),
	options jsonb not null,
	-- Places of the right options, from 0.
	answer jsonb not null,
	article int not null check (article between 1 and 56),
	level int not null check (level between 1 and 3),
	why text not null,
	retired_at timestamptz,
	revision int not null default 1,
	person_name text not null,
	created_at timestamptz not null
);

-- Questions that came with the product and that the county does not ask.
create table exam_question_off (
	key text primary key,
	person_name text not null,
	created_at timestamptz not null
);

create table exam (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	title text not null check (title <> ''),
	note text not null default '',
	mode text not null check (mode in ('fixed', 'random')),
	-- Keys of the questions of a fixed paper; quotas of a drawn one.
	chosen jsonb not null,
	quotas jsonb not null,
	-- Offices whose staff take it; empty = all.
	offices jsonb not null,
	-- A paper drawn again from the same seed is the same paper.
	seed text not null,
	-- The questions as they stood when it was announced: a bank changed later changes no paper.
	pool jsonb,
	opens_at timestamptz not null,
	closes_at timestamptz not null,
	minutes int not null check (minutes between 5 and 300),
	pass_mark int not null check (pass_mark between 1 and 100),
	tries int not null check (tries between 1 and 10),
	sealed boolean not null,
	state text not null check (state in ('draft', 'announced', 'withdrawn')),
	revision int not null default 1,
	person_name text not null,
	created_at timestamptz not null,
	check (opens_at < closes_at),
	check (state <> 'announced' or pool is not null)
);

-- Scores are not kept: they follow from the paper and the answers.
create table exam_attempt (
	id bigint generated always as identity primary key,
	exam_id bigint not null references exam (id),
	person_id bigint not null references person (id),
	office_id bigint not null references office (id),
	number int not null,
	keys jsonb not null,
	answers jsonb not null default '{}',
	started_at timestamptz not null,
	due_at timestamptz not null,
	submitted_at timestamptz,
	version int not null default 1,
	unique (exam_id, person_id, number)
);
create index exam_attempt_person on exam_attempt (person_id);

-- 领导小组、工作机构、联络员: who, in which office, from when until when.
create table post_holder (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	post text not null check (post in ('groupHead', 'groupDeputy', 'groupMember', 'agencyHead', 'agencyStaff', 'liaison')),
	name text not null check (name <> ''),
	person_id bigint references person (id),
	position text not null default '',
	phone text not null default '',
	since date not null,
	until date,
	revision int not null default 1,
	check (until is null or until >= since)
);
create index post_holder_office on post_holder (office_id, post);

create table post_duty (
	post text primary key,
	text text not null,
	person_name text not null,
	changed_at timestamptz not null
);

create table handover (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	from_person_id bigint not null references person (id),
	to_person_id bigint not null references person (id),
	reason text not null,
	note text not null default '',
	-- What was in hand on the day of the sheet: a paper two people sign does not change under their hands.
	items jsonb not null,
	gathered_at timestamptz not null,
	state text not null check (state in ('open', 'done', 'cancelled')),
	given_at timestamptz,
	taken_at timestamptz,
	revision int not null default 1,
	created_at timestamptz not null,
	check (from_person_id <> to_person_id),
	check ((state = 'done') = (given_at is not null and taken_at is not null))
);
create index handover_office on handover (office_id, created_at desc);

create table knowledge_article (
	key text primary key,
	title text not null check (title <> ''),
	category text not null,
	body text not null,
	articles jsonb not null,
	links jsonb not null,
	retired boolean not null default false,
	revision int not null default 1,
	person_name text not null,
	changed_at timestamptz not null
);
