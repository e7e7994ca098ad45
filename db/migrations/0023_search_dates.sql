-- The day of publication beside the words: the newest of what answers are found from the two indexes, without unpacking the
-- words of every text on the way. It is the first publication, which never changes.
alter table document_search add column published_at timestamptz;
update document_search set published_at = publication.published_at
	from publication where publication.document_id = document_search.document_id;
delete from document_search where published_at is null;
alter table document_search alter column published_at set not null;
create index document_search_newest on document_search (published_at desc, document_id desc);

-- A row is public in the edition it was made of, or not there: nobody has to look again who asks this table alone.
delete from document_search where not exists (
	select 1 from publication
	where publication.document_id = document_search.document_id and publication.revision_id = document_search.revision_id
);
alter table document_search
	add foreign key (document_id) references publication (document_id) on delete cascade;
-- Words that are neither common nor rare decide whether dates or words are walked.
alter table document_search alter column words set statistics 1000;

-- The newest of a column of all offices, for the first page of the county.
create index publication_slug on publication (column_slug, published_at desc, document_id desc);

-- Names of a single character and a word are kept as one lexeme from now on: what was indexed before is indexed again.
insert into job (kind, payload)
	select 'publishing.reindex', '{"after": 0}' where exists (select 1 from publication);
