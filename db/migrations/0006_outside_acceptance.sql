-- Why a finding in an outside report is taken as it is; holds for exactly this finding and these figures, in every file
-- of the office that shows it again.
create table outside_acceptance (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	outside_report_id bigint not null references outside_report (id),
	-- What the file says of itself: the same finding of another office or year is another one.
	organ text not null,
	year int,
	finding_key text not null,
	rule text not null,
	message text not null,
	reason text not null check (reason <> ''),
	-- A later row with `withdrawn` takes it back.
	withdrawn boolean not null default false,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index outside_acceptance_finding on outside_acceptance (office_id, organ, year, finding_key, id);
create trigger outside_acceptance_append_only before update or delete or truncate on outside_acceptance
	for each statement execute function refuse_change();
