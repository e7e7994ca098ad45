-- 公开渠道: through what an office makes public beside the portal (条例第二十三条), where people can read it (第二十五条), and by e-mail.

create table channel (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	kind text not null,
	name text not null check (name <> ''),
	-- Account, frequency, page or place: what somebody needs to find it.
	address text not null default '',
	-- AppID of a WeChat account whose drafts this house may write.
	app_id text not null default '',
	-- 责任人 inside the office.
	keeper text not null default '',
	-- 查阅点: in what house it is, what stands there, when it is open.
	place_kind text check (place_kind in ('archive', 'library', 'service', 'own', 'village')),
	equipment text not null default '',
	hours text not null default '',
	opened_on date not null,
	closed_on date,
	revision int not null default 1,
	check ((kind = 'accessPoint') = (place_kind is not null)),
	check (closed_on is null or closed_on >= opened_on)
);
create index channel_office on channel (office_id, kind);

-- What was put out through a channel without this house: an account lives by more than documents.
create table channel_activity (
	id bigint generated always as identity primary key,
	channel_id bigint not null references channel (id),
	day date not null,
	title text not null check (title <> ''),
	link text not null default '',
	person_name text not null,
	created_at timestamptz not null
);
create index channel_activity_channel on channel_activity (channel_id, day desc);
create trigger channel_activity_append_only before update or delete or truncate on channel_activity
	for each statement execute function refuse_change();

-- Visitors of an access point in a month; the newest line of a month counts.
create table channel_visit (
	id bigint generated always as identity primary key,
	channel_id bigint not null references channel (id),
	month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	visitors int not null check (visitors >= 0),
	person_name text not null,
	created_at timestamptz not null
);
create index channel_visit_channel on channel_visit (channel_id, month, id desc);
create trigger channel_visit_append_only before update or delete or truncate on channel_visit
	for each statement execute function refuse_change();

-- One document on its way through one channel.
create table dispatch (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	channel_id bigint not null references channel (id),
	document_id bigint not null references document (id),
	-- The edition that was sent; another one public now asks for an update.
	revision_id bigint not null,
	-- As that edition has it; what is withdrawn can still be named where it has to be taken down.
	title text not null,
	state text not null check (state in ('prepared', 'sent', 'failed', 'removed', 'cancelled')),
	link text not null default '',
	place text not null default '',
	-- A notice board shows from one day to another.
	shown_from date,
	shown_to date,
	sent_at timestamptz,
	removed_at timestamptz,
	reason text not null default '',
	-- The draft at WeChat: asked for, made, or why not.
	draft_state text not null default 'none' check (draft_state in ('none', 'asked', 'made', 'failed')),
	draft_id text not null default '',
	draft_failure text not null default '',
	revision int not null default 1,
	created_at timestamptz not null,
	check (state not in ('sent', 'removed') or sent_at is not null),
	check (shown_from is null or shown_to is null or shown_from <= shown_to)
);
create unique index dispatch_once on dispatch (channel_id, document_id) where state in ('prepared', 'failed', 'sent');
create index dispatch_document on dispatch (document_id);
create index dispatch_office on dispatch (office_id, state, id desc);

create table dispatch_proof (
	id bigint generated always as identity primary key,
	dispatch_id bigint not null references dispatch (id),
	moment text not null check (moment in ('posting', 'removal')),
	sha256 text not null references file (sha256),
	file_name text not null,
	media_type text not null,
	size bigint not null,
	added_at timestamptz not null
);
create index dispatch_proof_dispatch on dispatch_proof (dispatch_id);
create index dispatch_proof_file on dispatch_proof (sha256);

-- 政府公报.
create table gazette_issue (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	title text not null check (title <> ''),
	year int not null,
	number int not null check (number > 0),
	-- 总第 … 期.
	total int not null check (total > 0),
	issued_on date not null,
	foreword text not null default '',
	state text not null check (state in ('draft', 'published', 'withdrawn', 'discarded')),
	copies int not null default 0 check (copies >= 0),
	published_at timestamptz,
	reason text not null default '',
	revision int not null default 1,
	created_at timestamptz not null
);
create unique index gazette_issue_number on gazette_issue (office_id, year, number) where state <> 'discarded';
create unique index gazette_issue_total on gazette_issue (office_id, total) where state <> 'discarded';
create index gazette_issue_public on gazette_issue (year desc, number desc) where state = 'published';

create table gazette_item (
	issue_id bigint not null references gazette_issue (id),
	position int not null,
	section text not null default '',
	document_id bigint not null references document (id),
	-- Set at publication: a later edition is marked as such.
	revision_id bigint,
	primary key (issue_id, position),
	unique (issue_id, document_id)
);
create index gazette_item_document on gazette_item (document_id);

create table gazette_copy (
	id bigint generated always as identity primary key,
	issue_id bigint not null references gazette_issue (id),
	place text not null check (place <> ''),
	copies int not null check (copies > 0),
	delivered_on date not null,
	received_by text not null default '',
	received_on date
);
create index gazette_copy_issue on gazette_copy (issue_id);

-- 向国家档案馆、公共图书馆、政务服务场所提供主动公开的政府信息 (条例第二十五条).
create table delivery (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	channel_id bigint not null references channel (id),
	year int not null,
	number int not null,
	carrier text not null check (carrier in ('paper', 'electronic', 'both')),
	state text not null check (state in ('prepared', 'delivered', 'received', 'cancelled')),
	delivered_on date,
	received_by text not null default '',
	received_on date,
	reason text not null default '',
	revision int not null default 1,
	created_at timestamptz not null,
	unique (office_id, year, number)
);
create index delivery_channel on delivery (channel_id, id desc);

create table delivery_item (
	delivery_id bigint not null references delivery (id),
	position int not null,
	document_id bigint not null references document (id),
	revision_id bigint not null,
	title text not null,
	index_number text not null,
	primary key (delivery_id, position),
	unique (delivery_id, document_id)
);
create index delivery_item_document on delivery_item (document_id);

-- E-mail subscriptions. The address and the token of its links are sealed; fingerprints find them without opening anything.
create table subscription (
	id bigint generated always as identity primary key,
	office_id bigint references office (id),
	column_slug text not null default '',
	words text not null default '',
	key_id text,
	sealed bytea,
	address_fingerprint text,
	token_fingerprint text not null unique,
	state text not null check (state in ('pending', 'active', 'ended')),
	created_at timestamptz not null,
	confirmed_at timestamptz,
	ended_at timestamptz,
	check ((key_id is null) = (sealed is null)),
	check ((state = 'ended') = (sealed is null)),
	check (state <> 'active' or confirmed_at is not null)
);
create index subscription_address on subscription (address_fingerprint, created_at) where address_fingerprint is not null;
create index subscription_active on subscription (id) where state = 'active';

-- What a subscription was told of; never told twice.
create table subscription_sent (
	subscription_id bigint not null references subscription (id),
	document_id bigint not null references document (id),
	sent_at timestamptz not null,
	primary key (subscription_id, document_id)
);

-- Seven in the morning; each then asks for the next.
insert into job (kind, payload, unique_key, run_at)
	select 'channels.digest', '{}', 'channels.digest:first',
		(date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '31 hours') at time zone 'Asia/Shanghai';
