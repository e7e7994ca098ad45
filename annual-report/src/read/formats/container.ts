import type { SourceDocument } from '../document.ts';
import { ReadError } from '../errors.ts';
import { readDocx } from './docx.ts';
import { readOfd } from './ofd.ts';
import { readXlsx } from './xlsx.ts';
import { openZip, type Zip } from './zip.ts';

/** Whether a zip is one document, and not an archive of files. */
export function isOfficeFile(zip: Zip): boolean {
	return zip.has('word/document.xml') || zip.has('xl/workbook.xml') || zip.has('OFD.xml');
}

/** Reads what a zip holds: a Word document, a workbook or an OFD. Throws `ReadError` with the way out for anything else. */
export function readContainer(bytes: Uint8Array): SourceDocument {
	const zip = openZip(bytes);
	if (zip.has('word/document.xml')) return readDocx(zip);
	if (zip.has('xl/workbook.xml')) return readXlsx(zip);
	if (zip.has('OFD.xml')) return readOfd(zip);
	const files = zip.entries.filter((entry) => !entry.name.endsWith('/')).length;
	throw new ReadError('unsupported', `这是一个压缩包（内有 ${files} 个文件），请解压后逐个上传年度报告。`);
}
