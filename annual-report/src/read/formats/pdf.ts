import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, SourceDocument } from '../document.ts';
import { ReadError } from '../errors.ts';
import { limits } from '../limits.ts';
import { pageBlocks } from './pdf-page.ts';
import { readRules } from './pdf-rules.ts';
import { readItems } from './pdf-text.ts';
import { damaged, inTime } from './pdf-wait.ts';

/** A page with fewer characters than this on average is a picture of text. */
const leastCharacters = 10;

/**
 * Reads a pdf with a text layer: lines as `{page,line}`, tables rebuilt from their ruling lines. A scan has no text and
 * is refused with a sentence that says so. Nothing is fetched, no script runs, pictures are not decoded.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
	const task = getDocument({
		data: new Uint8Array(bytes),
		verbosity: 0,
		isEvalSupported: false,
		useSystemFonts: false,
		disableFontFace: true,
		maxImageSize: 1,
		cMapUrl: `${join(packageFolder(), 'cmaps')}/`,
		cMapPacked: true,
	});
	try {
		const pdf = await inTime(task.promise).catch(refuse);
		if (pdf.numPages > limits.pages)
			throw new ReadError('too-large', `PDF 有 ${pdf.numPages} 页，远多于一份年度报告，已拒绝读取。`);
		const { blocks, isPartial } = await readPages(pdf);
		return { blocks, loose: true, warnings: [], ...(isPartial ? { isPartial } : {}) };
	} finally {
		await task.destroy();
	}
}

async function readPages(pdf: PDFDocumentProxy): Promise<{ blocks: Block[]; isPartial: boolean }> {
	const blocks: Block[] = [];
	let characters = 0;
	let pictures = 0;
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await inTime(pdf.getPage(number));
		const [, bottom = 0, , top = 0] = page.view;
		const items = readItems((await inTime(page.getTextContent())).items, top);
		const own = items.reduce((sum, item) => sum + item.text.trim().length, 0);
		characters += own;
		if (own < leastCharacters) pictures++;
		if (items.length > 0)
			blocks.push(...pageBlocks(items, readRules(await inTime(page.getOperatorList()), top), number, top - bottom));
		page.cleanup();
	}
	if (characters < leastCharacters * pdf.numPages) {
		throw new ReadError(
			'no-text',
			'这份 PDF 是扫描件或图片，没有文字层，无法读取；请上传由 Word 或 WPS 直接导出的 PDF。',
		);
	}
	return { blocks, isPartial: pictures > 0 };
}

function refuse(cause: unknown): never {
	if (cause instanceof Error && cause.name === 'PasswordException') {
		throw new ReadError('encrypted', '文件有密码保护，请去除密码后再上传。', { cause });
	}
	throw new ReadError('damaged', damaged, { cause });
}

/** Character maps of fonts that are not embedded come with pdfjs and are read from its own folder. */
function packageFolder(): string {
	return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}
