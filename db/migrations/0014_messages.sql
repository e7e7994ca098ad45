-- Messages to people outside the workbench, by e-mail or SMS. To whom and what it says is sealed, and is gone once it went out.
create table message (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	channel text not null check (channel in ('mail', 'sms')),
	purpose text not null,
	-- What it is about, for the history beside it.
	about_type text,
	about_id bigint,
	-- What brought it about: the same cause sends one message.
	cause text unique,
	key_id text,
	sealed bytea,
	state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'dropped')),
	attempts int not null default 0,
	-- Why the last attempt failed; nothing of the message.
	failure text not null default '',
	created_at timestamptz not null,
	sent_at timestamptz,
	check ((key_id is null) = (sealed is null)),
	check (state in ('waiting', 'failed') or sealed is null)
);
create index message_state on message (state, id desc);
create index message_about on message (about_type, about_id) where about_id is not null;

-- How an applicant wants to be told that something happened.
alter table application add column notify text not null default 'none' check (notify in ('none', 'mail', 'sms'));

-- Reminders of a report's deadline: those of the calendar, and those the county sent by hand (催办).
create table report_reminder (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	year int not null references report_year (year),
	kind text not null check (kind in ('before', 'late', 'urged')),
	day date not null,
	note text not null default '',
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index report_reminder_place on report_reminder (year, office_id, id);
-- The calendar reminds once a day, however often its job runs.
create unique index report_reminder_day on report_reminder (office_id, year, day) where kind <> 'urged';
create trigger report_reminder_append_only before update or delete or truncate on report_reminder
	for each statement execute function refuse_change();

-- The first mornings; each then asks for the next.
insert into job (kind, payload, unique_key, run_at)
	select kind, '{}', kind || ':first', (date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '32 hours') at time zone 'Asia/Shanghai'
	from unnest(array['reports.remind', 'applications.remind', 'messaging.sweep']) kind;
