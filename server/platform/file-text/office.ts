import { unzipSync } from 'fflate';
import type { Extracted } from './extract.ts';
import { ALL_BYTES, decodePart, isWorded, PART_BYTES } from './parts.ts';
import { LINE, lines, type Piece, piecesOf, sharedStrings } from './pieces.ts';

/** Smaller pictures are rules, logos and stamps of the layout. */
const PICTURE_BYTES = 20 * 1024;
const EMBEDDED = /^(?:word|xl|ppt)\/embeddings\//;
const PICTURE = /^(?:word|xl|ppt)\/media\//;
const SHARED = 'xl/sharedStrings.xml';

/**
 * Every text of the package: body, head and foot, notes, comments, deleted words, all sheets whether shown or hidden, links,
 * alternative texts, properties. Paragraphs and rows are parted by line ends. Embedded files and larger pictures are named as
 * unread.
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
			if (!isWorded(name)) return false;
			total += originalSize;
			if (originalSize <= PART_BYTES && total <= ALL_BYTES) return true;
			isCut = true;
			return false;
		},
	});
	const raw = packagePieces(new Map(Object.entries(parts).map(([name, part]) => [name, decodePart(part)])))
		.map(({ text }) => text)
		.join('');
	return {
		text: lines(raw)
			.map(({ from, to }) => raw.slice(from, to))
			.join('\n'),
		unread: [
			...(pictures.length > 0 ? [`文中有${pictures.length}张图片，其中的文字不能自动识别`] : []),
			...(embedded.length > 0 ? [`文中嵌入了${embedded.length}个其他文件，未能打开`] : []),
			...(isCut ? ['内容过多，没有读完'] : []),
		],
		hasPlace: false,
	};
}

/** The pieces of all parts by name. Shared strings stand in the rows that show them, and what no row shows at the end. */
export function packagePieces(parts: ReadonlyMap<string, string>): Piece[] {
	const strings = sharedStrings(SHARED, parts.get(SHARED) ?? '');
	const shown = new Set<number>();
	const shared = (index: number) => {
		shown.add(index);
		return strings[index] ?? [];
	};
	const pieces = [...parts.keys()]
		.filter((name) => name !== SHARED)
		.sort()
		.flatMap((name) => piecesOf(name, parts.get(name) ?? '', shared));
	return [...pieces, ...strings.flatMap((string, index) => (shown.has(index) ? [] : [...string, LINE]))];
}
