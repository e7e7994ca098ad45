import { renderCsv, renderDocx, renderHtml, renderXlsx, reportJson } from 'annual-report/render';
import { PDF_TYPE, writePdf } from '../../../platform/documents/index.ts';
import { noteFile } from '../../../platform/files.ts';
import type { Services } from '../../../services.ts';
import { reportPaper } from '../sheets/report-paper.ts';
import type { ReportFormat } from '../store/tables.ts';
import type { SnapshotModel } from './model.ts';

export const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
	html: 'text/html; charset=utf-8',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: PDF_TYPE,
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
};

/** What is rendered: a signed model, or the parts of a draft for a preview. */
export type Renderable = Pick<SnapshotModel, 'document' | 'report'>;

/** A report in one of its formats, made by the library from what was signed. */
export async function renderAs(
	format: ReportFormat,
	{ document, report }: Renderable,
	fontDir?: string,
): Promise<Uint8Array> {
	const text = new TextEncoder();
	switch (format) {
		case 'html':
			return text.encode(renderHtml(document, { page: true }));
		case 'docx':
			return await renderDocx(document);
		case 'pdf':
			return await writePdf(reportPaper(document), fontDir);
		case 'xlsx':
			return await renderXlsx(document);
		case 'csv':
			return text.encode(renderCsv(document));
		case 'json':
			return text.encode(`${JSON.stringify(reportJson(report), null, '\t')}\n`);
	}
}

export function fileNameOf(title: string, format: ReportFormat): string {
	return `${title}.${format}`;
}

export interface StoredFormat {
	format: ReportFormat;
	sha256: string;
	size: number;
}

/** Makes and stores the files of a signed report. Content-addressed: doing it twice stores nothing twice. */
export async function storeFiles(
	services: Services,
	formats: readonly ReportFormat[],
	source: Renderable,
): Promise<StoredFormat[]> {
	const stored: StoredFormat[] = [];
	for (const format of formats) {
		const file = await services.files.put(
			await renderAs(format, source, services.config.fontDir),
			services.config.maxUpload,
		);
		await noteFile(services.database.sql, { ...file, mediaType: MEDIA_TYPES[format] });
		stored.push({ format, sha256: file.sha256, size: file.size });
	}
	return stored;
}
