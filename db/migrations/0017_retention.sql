-- 保管期限: after it, who applied is erased and what the case shows stays. The bytes of an erased file are gone; its hash is not.
alter table file add column erased_at timestamptz;

alter table applicant alter column key_id drop not null;
alter table applicant alter column sealed drop not null;
alter table applicant add column erased_at timestamptz;
alter table applicant add constraint applicant_whole check (
	(sealed is null) = (erased_at is not null) and (sealed is null) = (key_id is null) and (erased_at is null or fingerprint is null)
);

-- Files nobody refers to, the first night; each run then asks for the next.
insert into job (kind, payload, unique_key, run_at)
	values ('offices.sweepFiles', '{}', 'offices.sweepFiles:first',
		(date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '28 hours') at time zone 'Asia/Shanghai');
