-- 互动回应 beyond single messages: drafts put to the public, proposals of deputies and committee members, orders of the hotline, what was
-- said in a sudden event, checks of complaints, and what became of a wish.

-- One row a kind and year: numbers without gap or double, as for messages.
create table participation_counter (
	kind text not null check (kind in ('consultation', 'comment', 'deputy', 'committee')),
	year int not null,
	last int not null,
	primary key (kind, year)
);

-- 意见征集: a draft, its days, what came of it.
create table consultation (
	id bigint generated always as identity primary key,
	office_id bigint not null references office (id),
	number text not null unique,
	kind text not null check (kind in ('decision', 'normative', 'plan', 'other')),
	title text not null,
	-- The draft: words of its own, a public document, files, or several of these.
	body text not null default '',
	document_id bigint references document (id),
	explanation text not null default '',
	how text not null default '',
	-- Null until it is signed: it then begins that day.
	from_day date,
	to_day date not null,
	-- 重大行政决策程序暂行条例第十五条: why there are fewer than thirty days.
	short_reason text not null default '',
	state text not null check (state in ('draft', 'toSign', 'open', 'resultToSign', 'published', 'withdrawn')),
	submitted_by bigint references person (id),
	opened_at timestamptz,
	-- Shown with the days: each extension and why.
	extension_note text not null default '',
	result text not null default '',
	result_at timestamptz,
	withdrawn_at timestamptz,
	withdraw_reason text not null default '',
	created_at timestamptz not null,
	revision int not null default 1,
	check (state in ('draft', 'toSign', 'withdrawn') or from_day is not null)
);
create index consultation_office on consultation (office_id, state);
create index consultation_public on consultation (to_day desc) where state in ('open', 'resultToSign', 'published');
create index consultation_document on consultation (document_id) where document_id is not null;

create table consultation_file (
	id bigint generated always as identity primary key,
	consultation_id bigint not null references consultation (id),
	sha256 text not null references file (sha256),
	file_name text not null,
	media_type text not null,
	size bigint not null,
	removed_at timestamptz
);
create index consultation_file_of on consultation_file (consultation_id);
create index consultation_file_sha on consultation_file (sha256);

-- What several comments say together, and what the office makes of it.
create table consultation_point (
	id bigint generated always as identity primary key,
	consultation_id bigint not null references consultation (id),
	summary text not null check (summary <> ''),
	verdict text check (verdict in ('adopted', 'partly', 'declined', 'unrelated')),
	reason text not null default '',
	revision int not null default 1
);
create index consultation_point_of on consultation_point (consultation_id);

create table consultation_comment (
	id bigint generated always as identity primary key,
	consultation_id bigint not null references consultation (id),
	number text not null unique,
	origin text not null check (origin in ('portal', 'letter', 'mail', 'meeting')),
	clause text not null default '',
	body text not null check (body <> ''),
	opinion_id bigint references consultation_point (id),
	query_fingerprint text,
	submission_fingerprint text unique,
	received_at timestamptz not null
);
create index consultation_comment_of on consultation_comment (consultation_id, id);
create index consultation_comment_opinion on consultation_comment (opinion_id);

create table consultation_contact (
	comment_id bigint primary key references consultation_comment (id),
	key_id text not null,
	sealed bytea not null
);

-- 人大代表建议、政协提案.
create table proposal (
	id bigint generated always as identity primary key,
	-- 主办机关.
	office_id bigint not null references office (id),
	number text not null unique,
	kind text not null check (kind in ('deputy', 'committee')),
	-- As the congress or committee wrote it: 县十八届人大五次会议, 第023号.
	session text not null,
	original_number text not null,
	title text not null,
	body text not null,
	delegate text not null,
	received_on date not null,
	limit_months int not null check (limit_months between 1 and 12),
	extension_note text not null default '',
	state text not null check (state in ('inHand', 'toSign', 'replied', 'published', 'withdrawn')),
	submitted_by bigint references person (id),
	reply_number text not null default '',
	reply text not null default '',
	replied_on date,
	-- A 已解决或者采纳, B 正在解决或者列入计划, C 暂不能解决.
	result text check (result in ('A', 'B', 'C')),
	satisfaction text check (satisfaction in ('satisfied', 'basically', 'unsatisfied')),
	-- 国办发〔2014〕46号: looked at together with the reply.
	publicity text check (publicity in ('full', 'summary', 'none')),
	publicity_reason text not null default '',
	public_text text not null default '',
	published_on date,
	revision int not null default 1,
	unique (kind, session, original_number)
);
create index proposal_lead on proposal (office_id, state);
create index proposal_public on proposal (published_on desc) where state = 'published';

create table proposal_joint (
	proposal_id bigint not null references proposal (id),
	office_id bigint not null references office (id),
	primary key (proposal_id, office_id)
);
create index proposal_joint_office on proposal_joint (office_id);

create table proposal_contact (
	proposal_id bigint primary key references proposal (id),
	key_id text not null,
	sealed bytea not null
);

-- Every hand on a consultation or a proposal.
create table participation_step (
	id bigint generated always as identity primary key,
	subject text not null check (subject in ('consultation', 'proposal')),
	subject_id bigint not null,
	action text not null,
	text text not null,
	person_id bigint references person (id),
	person_name text not null,
	created_at timestamptz not null
);
create index participation_step_of on participation_step (subject, subject_id, id);
create trigger participation_step_append_only before update or delete or truncate on participation_step
	for each statement execute function refuse_change();

-- 舆情: what was said, when, by which way. A clock stops at the first of its stage.
create table concern_response (
	id bigint generated always as identity primary key,
	concern_id bigint not null references concern (id),
	stage text not null check (stage in ('authoritative', 'conference', 'response', 'followUp')),
	at timestamptz not null,
	text text not null check (text <> ''),
	link text not null default '',
	person_name text not null,
	created_at timestamptz not null
);
create index concern_response_of on concern_response (concern_id, id);
create trigger concern_response_append_only before update or delete or truncate on concern_response
	for each statement execute function refuse_change();

-- 条例第四十七、五十一条: each check of a complaint; the newest holds.
create table concern_check (
	id bigint generated always as identity primary key,
	concern_id bigint not null references concern (id),
	-- 被反映的机关: the one that did not publish or answer, not always the one that checks.
	about_office_id bigint not null references office (id),
	checked_by text not null check (checked_by <> ''),
	checked_on date not null,
	finding text not null check (finding <> ''),
	basis text not null check (basis <> ''),
	verdict text not null check (verdict in ('true', 'partly', 'untrue')),
	measure text not null check (measure in ('urge', 'circular', 'none')),
	created_at timestamptz not null,
	check ((verdict = 'untrue') = (measure = 'none'))
);
create index concern_check_of on concern_check (concern_id, id desc);
create index concern_check_about on concern_check (about_office_id);
create trigger concern_check_append_only before update or delete or truncate on concern_check
	for each statement execute function refuse_change();

-- 热线工单号: the same order comes in once, however often its sheet is read.
alter table concern add column order_number text unique;
-- 点题公开: published, will be by a day, or not, and why.
alter table concern add column wish text check (wish in ('published', 'planned', 'refused'));
alter table concern add column wish_document bigint references document (id);
alter table concern add column wish_day date;
alter table concern add column wish_ground text not null default '';
create index concern_merged on concern (merged_into) where merged_into is not null;
