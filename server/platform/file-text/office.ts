import { strFromU8, unzipSync } from 'fflate';
import type { Extracted } from './extract.ts';

/** Largest part that is unpacked, and largest sum, in bytes; a file beyond them is left to a person. */
const PART_BYTES = 30 * 1024 * 1024;
const ALL_BYTES = 120 * 1024 * 1024;
/** Smaller pictures are rules, logos and stamps of the layout. */
const PICTURE_BYTES = 20 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const WORDS =
	/^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/(?:sharedStrings|comments\d*|worksheets\/[^/]+|threadedComments\/[^/]+|drawings\/[^/]+|charts\/[^/]+)|ppt\/(?:slides|notesSlides|comments)\/[^/]+|docProps\/(?:core|app|custom))\.xml$/;
const EMBEDDED = /^(?:word|xl|ppt)\/embeddings\//;
const PICTURE = /^(?:word|xl|ppt)\/media\//;

/** A docx, xlsx or pptx by its parts; other packages (ofd, plain zip) are none. */
export function isOffice(bytes: Uint8Array): boolean {
	if (!ZIP.every((byte, i) => bytes[i] === byte)) return false;
	const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return tail.includes('[Content_Types].xml');
}

/**
 * Every text of the package: body, head and foot, notes, comments, deleted words, all sheets whether shown or hidden,
 * properties. Cells and paragraphs are parted by line ends. Embedded files and larger pictures are named as unread.
 */
export function officeText(bytes: Uint8Array): Extracted {
	let total = 0;
	let isCut = false;
	const pictures: string[] = [];
	const embedded: string[] = [];
	const parts = unzipSync(bytes, {
		filter: ({ name, originalSize }) => {
			if (PICTURE.test(name) && originalSize > PICTURE_BYTES) pictures.push(name);
			if (EMBEDDED.test(name)) embedded.push(name);
			if (!WORDS.test(name)) return false;
			total += originalSize;
			if (originalSize <= PART_BYTES && total <= ALL_BYTES) return true;
			isCut = true;
			return false;
		},
	});
	const texts = Object.keys(parts)
		.sort()
		.map((name) => textOf(strFromU8(parts[name] ?? new Uint8Array())));
	return {
		text: texts.join('\n'),
		unread: [
			...(pictures.length > 0 ? [`文中有${pictures.length}张图片，其中的文字不能自动识别`] : []),
			...(embedded.length > 0 ? [`文中嵌入了${embedded.length}个其他文件，未能打开`] : []),
			...(isCut ? ['内容过多，没有读完'] : []),
		],
		hasPlace: false,
	};
}

const BREAK = /<\/(?:w:p|a:p|si|c|row|text|comment|dc:\w+|cp:\w+|vt:\w+|Company|Manager)>|<w:(?:br|tab|cr)\b[^>]*>/g;
/** 拼音 above characters of a spreadsheet is no text of its own. */
const PHONETIC = /<rPh\b[\s\S]*?<\/rPh>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text between the marks; a cell that refers to a shared string says only its number, which is dropped. */
function textOf(xml: string): string {
	return xml
		.replace(/<c\b[^>]*\bt="s"(?:[^>]*[^>/])?>[\s\S]*?<\/c>/g, '\n')
		.replace(PHONETIC, '')
		.replace(BREAK, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/gi, (_, decimal, hex, name) =>
			name
				? (ENTITIES[String(name).toLowerCase()] ?? '')
				: letterOf(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
		)
		.replace(/[ \t]*\n[\s]*/g, '\n')
		.trim();
}

function letterOf(code: number): string {
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
