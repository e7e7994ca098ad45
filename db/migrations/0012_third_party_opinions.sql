-- 第三方 answers on the portal with a code of its own (条例第三十二条). Only the fingerprint of the code is kept.
alter table application_consultation add column code_fingerprint text;

-- What the third party itself wrote. The office records the reply and judges the reasons; these words stay as they came.
create table consultation_opinion (
	consultation_id bigint primary key references application_consultation (id),
	opinion text not null check (opinion in ('agree', 'refuse')),
	reasons text not null,
	given_on date not null,
	given_at timestamptz not null
);
create trigger consultation_opinion_append_only before update or delete or truncate on consultation_opinion
	for each statement execute function refuse_change();
