import WordExtractor from 'word-extractor';
import type { SourceDocument, TextBlock } from '../document.ts';
import { ReadError } from '../errors.ts';
import { normalise } from '../normalise.ts';
import { chainsEnd } from './ole-chains.ts';

const damaged = 'Word 文件已损坏或不完整，请另存为 docx 后再上传。';

/**
 * Reads an old Word file (.doc). Its tables come as tabbed lines without spans; the rows are found by their labels.
 * Throws `ReadError` for a file with a password and for other files in the same container (xls, ppt).
 */
export async function readDoc(bytes: Uint8Array): Promise<SourceDocument> {
	if (containsUtf16(bytes, 'EncryptedPackage') || containsUtf16(bytes, 'EncryptionInfo')) {
		throw new ReadError('encrypted', '文件有密码保护，请去除密码后再上传。');
	}
	if (containsUtf16(bytes, 'Workbook') && !containsUtf16(bytes, 'WordDocument')) {
		throw new ReadError('unsupported', '这是旧版 Excel 文件（xls），请另存为 xlsx 后再上传。');
	}
	if (!chainsEnd(bytes)) throw new ReadError('damaged', damaged);
	const body = await extract(bytes);
	const blocks = body
		.split(/\r\n|\n|\r/)
		.map((line, i): TextBlock => ({ kind: 'text', text: normalise(line), at: { paragraph: i + 1 } }));
	return { blocks, loose: false, warnings: [] };
}

async function extract(bytes: Uint8Array): Promise<string> {
	try {
		const document = await new WordExtractor().extract(Buffer.from(bytes));
		return document.getBody();
	} catch (cause) {
		throw new ReadError('damaged', damaged, { cause });
	}
}

/** Whether the bytes hold the words in UTF-16, as the directory of a compound file spells its streams. */
function containsUtf16(bytes: Uint8Array, words: string): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(words, 'utf16le'));
}
