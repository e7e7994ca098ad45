-- The report of the county itself speaks for the whole county: its own figures and those its offices signed.
alter table report add column covers text not null default 'office' check (covers in ('office', 'county'));

-- 联合办理: an application several offices handled is counted by the one that answered and taken off the figures of
-- the others. The last line of an office and a cell holds; zero takes an earlier one back.
create table report_joint (
	id bigint generated always as identity primary key,
	report_id bigint not null references report (id),
	-- The office whose figures hold the case once too often.
	office_id bigint not null references office (id),
	address text not null,
	count int not null check (count >= 0),
	note text not null check (note <> ''),
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index report_joint_report on report_joint (report_id, office_id, address);
create trigger report_joint_append_only before update or delete or truncate on report_joint
	for each statement execute function refuse_change();
