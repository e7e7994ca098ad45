import { formatSize } from './format.ts';

export interface FileRules {
	/** Endings that are taken, with the dot: ['.docx', '.xlsx']; all when left out. */
	accept?: readonly string[];
	/** Largest size in bytes. */
	maxBytes?: number;
}

/** Largest file the server takes unless a screen says less. */
export const MAX_BYTES = 100 * 1024 * 1024;

/** Why a chosen file is refused before it is sent, as one sentence; null when it is taken. The server checks the content. */
export function refusalOf(
	file: { name: string; size: number },
	{ accept, maxBytes = MAX_BYTES }: FileRules,
): string | null {
	if (file.size === 0) return `「${file.name}」是空文件，请核对后重新选择。`;
	if (file.size > maxBytes) {
		return `「${file.name}」有${formatSize(file.size)}，超过${formatSize(maxBytes)}的上限，请压缩或拆分后再上传。`;
	}
	const ending = /\.[^.]+$/.exec(file.name)?.[0]?.toLowerCase() ?? '';
	if (accept && !accept.includes(ending)) return `「${file.name}」不是可用的格式，请选择${accept.join('、')}文件。`;
	return null;
}
