-- 行政复议答复 and 答辩 (行政复议法第四十八、五十四条, 行政诉讼法第六十七条): when ours went out, so that its limit can be minded.
alter table remedy_case
	add column replied_on date,
	add column reply_note text not null default '',
	-- One review or suit over several applications: each has its row, the others point to the first, and only that is counted.
	add column joins_id bigint references remedy_case (id),
	add check (replied_on >= received_on),
	add check (reply_note = '' or replied_on is not null),
	add check (joins_id is null or (application_id is not null and joins_id <> id));
create index remedy_case_joins on remedy_case (joins_id) where joins_id is not null;
-- An application has its place in one and the same case once.
create unique index remedy_case_joined on remedy_case (joins_id, application_id) where joins_id is not null;

-- What an applicant sent in that bears the mark of a state secret: kept for the clerk, never to be handed on.
create table marked_file (
	sha256 text primary key,
	found_at timestamptz not null
);

-- 个人信息保护影响评估 (个人信息保护法第五十五、五十六条), made before personal information is published; kept three years and longer.
create table impact_assessment (
	id bigint generated always as identity primary key,
	document_id bigint not null references document (id),
	edition int not null,
	assessed_on date not null,
	-- Who made it, and what it came to.
	assessor text not null check (assessor <> ''),
	conclusion text not null check (conclusion <> ''),
	file_name text not null,
	media_type text not null,
	size bigint not null,
	sha256 text not null references file (sha256),
	at timestamptz not null,
	person_id bigint references person (id),
	person_name text not null
);
create index impact_assessment_document on impact_assessment (document_id, id desc);
create index impact_assessment_file on impact_assessment (sha256);
create trigger impact_assessment_append_only before update or delete or truncate on impact_assessment
	for each statement execute function refuse_change();

-- The letter a body outside the county answered with (条例第十一条).
create table coordination_proof (
	id bigint generated always as identity primary key,
	request_id bigint not null references coordination_request (id),
	file_name text not null,
	media_type text not null,
	size bigint not null,
	sha256 text not null references file (sha256),
	at timestamptz not null,
	person_id bigint references person (id),
	person_name text not null
);
create index coordination_proof_request on coordination_proof (request_id);
create index coordination_proof_file on coordination_proof (sha256);
create trigger coordination_proof_append_only before update or delete or truncate on coordination_proof
	for each statement execute function refuse_change();
