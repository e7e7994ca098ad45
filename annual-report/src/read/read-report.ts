import type { Report } from '../model/index.ts';
import { ReadError } from './errors.ts';
import { parseDocument } from './parse.ts';
import { reportOf } from './report.ts';

/**
 * Reads an annual report: txt, md, html, docx, xlsx, pdf with a text layer, doc, rtf, ofd. The format is recognised by content.
 *
 * Pure with respect to network and disk. `fileName` is kept as `report.file` and tells kinds of text apart.
 * Rejects with `ReadError` (one Chinese sentence) for what cannot be read; a file that can be read but is no annual
 * report gives a report of form `none`.
 */
export async function readReport(bytes: Uint8Array, fileName: string): Promise<Report> {
	try {
		return reportOf(await parseDocument(bytes, fileName), fileName);
	} catch (cause) {
		if (cause instanceof ReadError) throw cause;
		throw new ReadError('damaged', '这个文件已损坏或不完整，无法读取，请重新导出后再试。', { cause });
	}
}
