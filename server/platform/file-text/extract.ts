import { ReadError, sourceText } from 'annual-report';
import { officeText } from './office.ts';
import { isOffice } from './parts.ts';
import { patiently } from './patiently.ts';
import { isPhoto, takenAt } from './photo.ts';

/** What stands in a file, and what of it could not be read. */
export interface Extracted {
	text: string;
	/** Parts that nobody but a person can check, each in a few Chinese words; empty when the whole file was read. */
	unread: string[];
	/** A photograph that tells where it was taken. */
	hasPlace: boolean;
}

/** Runs in a thread; see `index.ts`. */
export async function extractText({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Promise<Extracted> {
	if (isPhoto(bytes)) return { text: '', unread: ['图片，其中的文字不能自动识别'], hasPlace: takenAt(bytes) };
	try {
		if (isOffice(bytes)) return officeText(bytes);
		const { text, isPartial } = await patiently(() => sourceText(bytes, fileName));
		return { text, unread: isPartial ? ['有的页面是图片，其中的文字不能自动识别'] : [], hasPlace: false };
	} catch (cause) {
		return { text: '', unread: [whyNot(cause)], hasPlace: false };
	}
}

function whyNot(cause: unknown): string {
	if (!(cause instanceof ReadError)) return '文件已损坏或者格式特殊，未能打开';
	if (cause.reason === 'no-text') return '扫描件或者图片，其中的文字不能自动识别';
	if (cause.reason === 'encrypted') return '文件有密码，未能打开';
	return '这种格式未能打开';
}
