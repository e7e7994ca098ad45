import type { SourceDocument } from './document.ts';
import { ReadError } from './errors.ts';
import { readMarkdown, readText } from './formats/text.ts';
import { limits } from './limits.ts';
import { sniff } from './sniff.ts';

/** Loads a module with its first file and keeps it: asking the module loader again costs more than reading a page. */
function kept<T>(load: () => Promise<T>): () => Promise<T> {
	let loaded: Promise<T> | undefined;
	return () => {
		loaded ??= load();
		return loaded;
	};
}

const html = kept(() => import('./formats/html.ts'));
const pdf = kept(() => import('./formats/pdf.ts'));
const rtf = kept(() => import('./formats/rtf.ts'));
const doc = kept(() => import('./formats/doc.ts'));
const container = kept(() => import('./formats/container.ts'));

/** Turns a file into blocks of text and tables by its format. Heavy readers are loaded when a file needs them. */
export async function parseDocument(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
	if (bytes.length > limits.fileBytes) throw tooLarge(limits.fileBytes);
	const format = sniff(bytes, fileName);
	const isText = format === 'txt' || format === 'md' || format === 'html';
	if (isText && bytes.length > limits.textBytes) throw tooLarge(limits.textBytes);
	switch (format) {
		case 'txt':
			return readText(bytes);
		case 'md':
			return readMarkdown(bytes);
		case 'html':
			return (await html()).readHtml(bytes);
		case 'pdf':
			return (await pdf()).readPdf(bytes);
		case 'rtf':
			return (await rtf()).readRtf(bytes);
		case 'doc':
			return (await doc()).readDoc(bytes);
		case 'zip':
			return (await container()).readContainer(bytes);
	}
}

function tooLarge(limit: number): ReadError {
	return new ReadError('too-large', `文件超过 ${Math.round(limit / 1024 / 1024)} MB，远大于一份年度报告，已拒绝读取。`);
}
