-- Reports are published as .pdf too; letters are kept as .pdf beside the .docx, made when they were issued.
alter table report_file drop constraint report_file_format_check;
alter table report_file add constraint report_file_format_check
	check (format in ('html', 'docx', 'pdf', 'xlsx', 'csv', 'json'));

-- Letters of before have none: what was sent then was the .docx.
alter table application_letter add column pdf_original_sha256 text;
alter table application_letter add column pdf_sealed_sha256 text references file (sha256);
alter table application_letter add column pdf_masked_sha256 text references file (sha256);
alter table application_letter add constraint application_letter_pdf_whole
	check (num_nulls(pdf_original_sha256, pdf_sealed_sha256, pdf_masked_sha256) in (0, 3));
