-- 更正申请 (条例第四十一条): what came in asks that a record about the applicant be corrected. It is no application for information.
create table correction_case (
	application_id bigint primary key references application (id),
	office_id bigint not null references office (id),
	-- The record said to be wrong, and what is said to prove it.
	record text not null check (record <> ''),
	evidence text not null default '',
	received_on date not null,
	closed_on date,
	result text check (result in ('corrected', 'unfounded', 'forwarded', 'directed')),
	finding text not null default '',
	letter_id bigint references application_letter (id),
	check ((closed_on is null) = (result is null) and (closed_on is null) = (letter_id is null))
);
create index correction_case_open on correction_case (office_id) where closed_on is null;
