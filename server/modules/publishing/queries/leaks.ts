import type { Reader } from '../../../platform/transaction.ts';
import type { Attachment, DocumentContent } from '../model.ts';
import { plainText } from '../rules/body.ts';
import { findPersonalData, type PersonalFinding } from '../rules/personal/index.ts';
import { selectAttachments } from '../store/attachments.ts';
import { selectFileTexts } from '../store/file-texts.ts';

/** Something personal, and in which part of the document it stands. */
export interface Leak extends PersonalFinding {
	/** Name of the attachment; empty for title, summary and body. */
	fileName: string;
}

/** What would become public with a document, looked through: what was found, and what nobody but a person can check. */
export interface LeakCheck {
	leaks: Leak[];
	unread: { fileName: string; why: string }[];
}

/** Said of a file whose content the worker has not looked at yet. */
export const NOT_READ = '还没有检查';

/** What is known of files, by hash. */
export type FileTexts = Awaited<ReturnType<typeof selectFileTexts>>;

/** Looks through the words of a document and every file it shows (个人信息保护法第二十五条; 条例第十五条). */
export async function checkLeaks(reader: Reader, documentId: number, content: DocumentContent): Promise<LeakCheck> {
	const files = await selectAttachments(reader, documentId);
	const texts = await selectFileTexts(
		reader,
		files.map(({ sha256 }) => sha256),
	);
	return leaksIn([content.title, content.summary, plainText(content.body)].join('\n'), content, files, texts);
}

/** The same of what has been read already. `words`: title, summary and body as plain text. */
export function leaksIn(
	words: string,
	content: DocumentContent,
	files: readonly Attachment[],
	texts: FileTexts,
): LeakCheck {
	const own = findPersonalData(words).map((found) => ({ ...found, fileName: '' }));
	const shown = files.filter(({ id }) => isShown(content, id));
	const { leaks, unread } = leaksInFiles(shown, texts);
	return { leaks: [...own, ...leaks], unread };
}

/** Attachments that are listed, and pictures that stand in the body: both are public under their own address. */
function isShown({ attachments, body }: DocumentContent, id: number): boolean {
	return attachments.includes(id) || body.includes(`attachment:${id}"`);
}

/** Looks through files that are to be shown. */
export async function checkFiles(
	reader: Reader,
	shown: readonly Pick<Attachment, 'sha256' | 'fileName'>[],
): Promise<LeakCheck> {
	const texts = await selectFileTexts(
		reader,
		shown.map(({ sha256 }) => sha256),
	);
	return leaksInFiles(shown, texts);
}

function leaksInFiles(shown: readonly Pick<Attachment, 'sha256' | 'fileName'>[], texts: FileTexts): LeakCheck {
	const leaks: Leak[] = [];
	const unread: LeakCheck['unread'] = [];
	for (const { sha256, fileName } of shown) {
		const known = texts.get(sha256);
		if (!known) unread.push({ fileName, why: NOT_READ });
		else {
			leaks.push(...findPersonalData(known.text).map((found) => ({ ...found, fileName })));
			unread.push(...known.unread.map((why) => ({ fileName, why })));
			if (known.hasPlace) leaks.push({ kind: 'place', masked: '经纬度', around: '照片属性中记有拍摄位置', fileName });
		}
	}
	return { leaks, unread };
}
