import type { Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';

/** What the bytes of an upload are, as detected, and its first bytes for what has no signature. */
export interface Detected {
	mediaType: string;
	size: number;
	head: Uint8Array;
}

interface Kind {
	label: string;
	/** Media type it is served with. */
	mediaType: string;
	/** What its bytes may be detected as. */
	bytes: readonly string[];
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const CFB = 'application/x-cfb';
const ZIP = 'application/zip';

function kind(label: string, mediaType: string, ...bytes: string[]): Kind {
	return { label, mediaType, bytes: bytes.length > 0 ? bytes : [mediaType] };
}

/** Accepted kinds by extension. Names say little: the bytes must be of the same kind. */
const KINDS: Readonly<Record<string, Kind>> = {
	pdf: kind('PDF 文件', 'application/pdf'),
	docx: kind('Word 文档', `${OOXML}.wordprocessingml.document`),
	xlsx: kind('Excel 表格', `${OOXML}.spreadsheetml.sheet`),
	pptx: kind('PowerPoint 演示文稿', `${OOXML}.presentationml.presentation`),
	doc: kind('Word 97-2003 文档', 'application/msword', CFB),
	xls: kind('Excel 97-2003 表格', 'application/vnd.ms-excel', CFB),
	ppt: kind('PowerPoint 97-2003 演示文稿', 'application/vnd.ms-powerpoint', CFB),
	wps: kind('WPS 文字', 'application/vnd.ms-works', CFB),
	et: kind('WPS 表格', 'application/vnd.ms-excel', CFB),
	ofd: kind('OFD 版式文件', 'application/ofd', ZIP, 'application/ofd'),
	png: kind('PNG 图片', 'image/png'),
	jpg: kind('JPEG 图片', 'image/jpeg'),
	jpeg: kind('JPEG 图片', 'image/jpeg'),
	gif: kind('GIF 图片', 'image/gif'),
	webp: kind('WebP 图片', 'image/webp'),
	txt: kind('文本文件', 'text/plain; charset=utf-8', 'text'),
	csv: kind('CSV 文件', 'text/csv; charset=utf-8', 'text'),
};

/** Images that may stand in a body; browsers cannot run any of them. */
export const IMAGE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const EXECUTABLE =
	/msdownload|executable|x-elf|mach-binary|x-sh|x-msi|java-vm|x-dosexec|wasm|apple-diskimage|x-deb|x-rpm/;

/** The media type to store an upload under, or why it is refused. */
export function acceptFile(fileName: string, file: Detected): { mediaType: string } | { issue: Issue } {
	if (file.size === 0) return { issue: say('file.empty', 'file', fileName) };
	const bytes = bytesOf(file);
	if (EXECUTABLE.test(bytes)) return { issue: say('file.executable', 'file', fileName) };
	const named = KINDS[extension(fileName)];
	if (!named) return { issue: say('file.unknown', 'file', fileName) };
	if (named.bytes.includes(bytes)) return { mediaType: named.mediaType };
	return { issue: say('file.mismatch', 'file', fileName, labelOf(bytes)) };
}

function extension(fileName: string): string {
	return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Files without a signature are text when they hold no control characters, and scripts when they begin as one. */
function bytesOf({ mediaType, head }: Detected): string {
	if (head[0] === 0x4d && head[1] === 0x5a) return 'application/x-msdownload';
	if (head[0] === 0x23 && head[1] === 0x21) return 'application/x-sh';
	if (mediaType !== 'application/octet-stream') return mediaType;
	const control = head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));
	return control ? mediaType : 'text';
}

function labelOf(bytes: string): string {
	if (bytes === CFB) return '旧版 Office 文件';
	if (bytes === ZIP) return '压缩包';
	if (bytes === 'text') return '纯文本';
	const known = Object.values(KINDS).find((one) => one.mediaType === bytes);
	return known?.label ?? '无法识别的格式';
}
