-- Search by sound, by type and by validity, and how often documents are read.

-- Words of titles by how they are said, for questions that nothing answers. A word stays when its last title goes: whoever suggests
-- one looks first whether a title that is public now has it (server/modules/publishing/store/search-words.ts).
create table search_word (
	word text not null,
	-- Syllables without tone, one after the other; a word with several readings has several rows.
	sound text not null,
	-- The same with zh/z, n/l, ang/an and the like as one.
	loose text not null,
	primary key (sound, word)
);
create index search_word_loose on search_word (loose);

-- `2024-05-01 repealed`: the days on which validity changes. What it is on a day is read off them; null = in force on every day.
alter table document_search add column standings text[];

update document_search s set standings = d.standings
from (
	select c.document_id, array_agg(to_char(c.day, 'YYYY-MM-DD') || ' ' || c.validity order by c.day) as standings
	from (
		select p.document_id, e.day, case when p.expires_on < e.day and m.declared in ('valid', 'revised') then 'expired' else m.declared end as validity,
			lag(case when p.expires_on < e.day and m.declared in ('valid', 'revised') then 'expired' else m.declared end, 1, 'valid')
				over (partition by p.document_id order by e.day) as before
		from publication p
		cross join lateral (
			select v.on_day as day from document_validity v where v.document_id = p.document_id
			union
			select p.expires_on + 1 where p.expires_on < '9999-12-31'
		) e
		cross join lateral (
			select coalesce((
				select v.validity from document_validity v where v.document_id = p.document_id and v.on_day <= e.day
				order by v.on_day desc, v.id desc limit 1
			), 'valid') as declared
		) m
	) c
	where c.validity <> c.before
	group by c.document_id
) d
where d.document_id = s.document_id;

-- What kind of document it is, and whether its validity changes at all, beside the marks of 0033.
update document_search s set
	words = s.words || array_to_tsvector(m.marks),
	grams = s.grams || array_to_tsvector(m.marks)
from (
	select p.document_id, array_remove(array[e'\u0002t' || p.type, case when i.standings is not null then e'\u0002d' end], null) as marks
	from publication p join document_search i on i.document_id = p.document_id
) m
where m.document_id = s.document_id;

-- Words and initials are made by whoever can cut a text.
insert into job (kind, payload)
	select 'publishing.reindex', '{"after": 0}' where exists (select 1 from publication);

-- 浏览次数: how often a document was read in a month (`2026-05`). No row says who read, or when on a day.
create table document_reads (
	document_id bigint not null references document (id),
	month text not null check (month ~ '^\d{4}-\d{2}$'),
	reads bigint not null check (reads > 0),
	primary key (document_id, month)
);
create index document_reads_month on document_reads (month, reads desc);
