-- 监测: what a round did and kept. Scans carry the version of what looked; an older one is done again. What a finding was seen
-- on is kept as it was served, and sites elsewhere are visited.

alter table edition_scan add column version int not null default 1;

-- How much a round read anew, and how long each part took.
alter table monitor_round add column work jsonb not null default '{}';

create index monitor_finding_rule on monitor_finding (rule, office_id, first_seen);
create index rectification_item_finding on rectification_item (finding_id) where finding_id is not null;
create index rectification_item_rule on rectification_item (office_id, rule);

-- The public page a finding was first seen on, as everybody got it; personal data is masked in what is kept.
create table finding_snapshot (
	finding_id bigint primary key references monitor_finding (id),
	path text not null,
	file_sha256 text not null references file (sha256),
	size bigint not null,
	-- Places masked in it.
	masked int not null,
	taken_at timestamptz not null
);
create index finding_snapshot_file on finding_snapshot (file_sha256);

-- Visits to sites elsewhere: whether the home page opened, and how fast.
create table outside_visit (
	id bigint generated always as identity primary key,
	host text not null,
	at timestamptz not null,
	opened boolean not null,
	status int,
	milliseconds int not null,
	fault text not null default ''
);
create index outside_visit_host on outside_visit (host, at);

-- Pages of sites elsewhere as last read: what makes asking again cheap, and what stood in them.
create table outside_page (
	host text not null,
	url text not null,
	depth int not null,
	status int not null,
	etag text not null default '',
	modified text not null default '',
	hash text not null default '',
	-- When its words were last seen to be others than before.
	changed_at timestamptz not null,
	fetched_at timestamptz not null,
	seen jsonb not null,
	primary key (host, url)
);

-- An appeal that was upheld: the finding may stand on, and counts no more.
alter table monitor_finding add column waived_by bigint references rectification_item (id);

-- 责任人: who in the office sees to it, as the office says.
alter table rectification_item add column owner text not null default '';

-- The first visits; each then asks for the next.
insert into job (kind, payload, unique_key, run_at) values
	('supervision.visitHomes', '{}', 'supervision.visitHomes:first', date_trunc('hour', now()) + interval '1 hour'),
	('supervision.visitAll', '{}', 'supervision.visitAll:first',
		(date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '23 hours') at time zone 'Asia/Shanghai');
