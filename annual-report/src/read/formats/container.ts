import type { SourceDocument } from '../document.ts';
import { ReadError } from '../errors.ts';
import { readDocx } from './docx.ts';
import { readXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

/** Reads what a zip holds: a Word document or a workbook. Throws `ReadError` with the way out for anything else. */
export function readContainer(bytes: Uint8Array): SourceDocument {
	const zip = openZip(bytes);
	if (zip.has('word/document.xml')) return readDocx(zip);
	if (zip.has('xl/workbook.xml')) return readXlsx(zip);
	if (zip.has('OFD.xml')) {
		throw new ReadError('unsupported', '暂不支持 OFD 文件，请另存为 docx 或 pdf 后再上传。');
	}
	const files = zip.entries.filter((entry) => !entry.name.endsWith('/')).length;
	throw new ReadError('unsupported', `这是一个压缩包（内有 ${files} 个文件），请解压后逐个上传年度报告。`);
}
