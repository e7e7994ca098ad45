-- Marks beside the words (server/modules/publishing/rules/search-marks.ts): when a document was first made public, as quarter, year and span of
-- four years, and where it stands. A question is asked of one stretch of time after the other, newest first.
update document_search s set
	words = s.words || array_to_tsvector(m.marks),
	grams = s.grams || array_to_tsvector(m.marks)
from (
	select p.document_id, array[
		e'\u0002q' || (d.year * 4 + (d.month - 1) / 3),
		e'\u0002y' || d.year,
		e'\u0002e' || d.year / 4,
		e'\u0002o' || p.office_id,
		e'\u0002c' || p.column_slug
	] as marks
	from publication p, lateral (
		select extract(year from p.published_at at time zone 'Asia/Shanghai')::int as year,
			extract(month from p.published_at at time zone 'Asia/Shanghai')::int as month
	) d
) m
where m.document_id = s.document_id;
