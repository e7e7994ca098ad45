import type { Block, SourceDocument } from '../document.ts';
import { ReadError } from '../errors.ts';
import { limits } from '../limits.ts';
import { localName, numbers, readOfdPage } from './ofd-page.ts';
import { pageBlocks } from './pdf-page.ts';
import { parseXml, type XmlNode } from './xml.ts';
import type { Zip } from './zip.ts';

/** Height of a page that does not say it, A4 in millimetres. */
const usualHeight = 297;
/** A page with fewer characters than this on average is a picture of text. */
const leastCharacters = 10;

/**
 * Reads an OFD (GB/T 33190) with text: lines as `{page,line}`, tables rebuilt from the lines that are drawn, as in a pdf.
 * A scan has pictures only and is refused with a sentence that says so. Signatures and annotations are not read.
 */
export function readOfd(zip: Zip): SourceDocument {
	const root = rootOf(zip);
	const document = part(zip, root);
	const usual = heightOf(all(document, 'CommonData')[0]) ?? usualHeight;
	const pages = all(document, 'Page').filter(({ attributes }) => attributes.BaseLoc);
	if (pages.length > limits.pages)
		throw new ReadError('too-large', `OFD 有 ${pages.length} 页，远多于一份年度报告，已拒绝读取。`);
	const blocks: Block[] = [];
	let characters = 0;
	pages.forEach(({ attributes }, i) => {
		const content = part(zip, resolve(root, attributes.BaseLoc ?? ''));
		const page = readOfdPage(content, heightOf(content) ?? usual);
		characters += page.items.reduce((sum, { text }) => sum + text.trim().length, 0);
		if (page.items.length > 0) blocks.push(...pageBlocks(page.items, page.rules, i + 1, page.height));
	});
	if (characters < leastCharacters * Math.max(pages.length, 1)) {
		throw new ReadError(
			'no-text',
			'这份 OFD 是扫描件或图片，没有文字，无法读取；请上传由 Word 或 WPS 直接导出的文件。',
		);
	}
	return { blocks, loose: true, warnings: [] };
}

function rootOf(zip: Zip): string {
	const entry = part(zip, 'OFD.xml');
	const root = all(entry, 'DocRoot')[0]
		?.children.map(({ text }) => text)
		.join('')
		.trim();
	if (!root) throw new ReadError('damaged', 'OFD 文件已损坏，没有正文，请重新导出后再试。');
	return resolve('', root);
}

function part(zip: Zip, name: string): XmlNode {
	const xml = zip.text(name);
	if (xml === undefined) throw new ReadError('damaged', 'OFD 文件已损坏或不完整，请重新导出后再试。');
	return parseXml(xml);
}

/** A location is given from the folder of the part that names it, or from the root of the package. */
function resolve(from: string, location: string): string {
	const folder = location.startsWith('/') ? [] : from.split('/').slice(0, -1);
	const parts = [...folder];
	for (const step of location.split('/')) {
		if (step === '..') parts.pop();
		else if (step !== '' && step !== '.') parts.push(step);
	}
	return parts.join('/');
}

function heightOf(node: XmlNode | undefined): number | undefined {
	const box = node && (all(node, 'PhysicalBox')[0] ?? all(node, 'ApplicationBox')[0]);
	return box ? numbers(box.children.map(({ text }) => text).join(''))[3] : undefined;
}

/** Elements of that name at any depth. */
function all(node: XmlNode, name: string): XmlNode[] {
	return node.children.flatMap((item) => (localName(item) === name ? [item] : all(item, name)));
}
