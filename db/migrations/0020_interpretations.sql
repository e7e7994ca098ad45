-- 政策解读: which document an interpretation explains, so that each leads to the other.
alter table publication add column interprets bigint references document (id);
create index publication_interprets on publication (interprets) where interprets is not null;
