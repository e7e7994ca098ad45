-- 答复情况公示: answered applications an office lists for everybody, under words of its own and without who asked or the number.
create table answer_listing (
	application_id bigint primary key references application (id),
	office_id bigint not null references office (id),
	title text not null check (title <> ''),
	listed_on date not null,
	-- Taken out again; the row stays.
	unlisted_on date
);
create index answer_listing_shown on answer_listing (listed_on desc, application_id desc) where unlisted_on is null;
