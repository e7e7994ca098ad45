import { type Issue, issue } from '../../../kernel/issue.ts';

/** Kinds of paper an office can open, by what their bytes say; `.txt` has no bytes of its own to go by. */
const ALLOWED: readonly string[] = [
	'application/pdf',
	'image/jpeg',
	'image/png',
	'image/tiff',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	// doc, xls, wps
	'application/x-cfb',
];
const BY_NAME: Readonly<Record<string, RegExp>> = {
	'application/zip': /\.ofd$/i,
	'application/octet-stream': /\.(txt|csv)$/i,
	'application/rtf': /\.rtf$/i,
};

export const ACCEPTED_FILES = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.doc,.docx,.xls,.xlsx,.wps,.ofd,.txt';
export const ACCEPTED_WORDS = 'PDF、OFD、Word、WPS、Excel、图片或者文本文件';

/** A file is judged by its content: a program renamed to .docx is a program. */
export function checkAttachments(
	files: readonly { readonly fileName: string; readonly mediaType: string; readonly size: number }[],
	field = 'files',
): Issue[] {
	return files.flatMap(({ fileName, mediaType, size }) => {
		if (size === 0) return [issue('files.empty', `附件“${fileName}”是空文件。`, field)];
		const allowed = ALLOWED.includes(mediaType) || BY_NAME[mediaType]?.test(fileName);
		if (allowed) return [];
		return [issue('files.kind', `附件“${fileName}”不是可以接收的文件，请上传${ACCEPTED_WORDS}。`, field)];
	});
}
