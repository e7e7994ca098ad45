-- Which cached pages became stale, for those who keep pages elsewhere: the site written out as files asks from here what has
-- changed since it was last written. `transaction` orders them: a number alone could be passed by a slower commit.
create table page_drop (
	id bigint generated always as identity primary key,
	transaction xid8 not null default pg_current_xact_id(),
	tags text[] not null,
	at timestamptz not null default now()
);
create index page_drop_transaction on page_drop (transaction);
