import { AppError } from '../../../kernel/errors.ts';
import { hasSecretMark, hasSecretMarkInName } from '../../../law/secret-mark.ts';
import type { FileStore } from '../../../platform/files.ts';
import { forgetFiles } from '../../../platform/marked-files.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { say } from '../messages.zh.ts';
import { selectFileTexts } from '../store/file-texts.ts';
import type { CheckedFile } from './add-attachments.ts';

/**
 * Turns away files that bear the mark of a state secret, and keeps neither their bytes nor their words. Called once they were read,
 * before any transaction; what is referred to elsewhere already stays, for it is there anyway.
 * @throws AppError `unsupported` naming each
 */
export async function refuseMarked(reader: Reader, store: FileStore, files: readonly CheckedFile[]): Promise<void> {
	const texts = await selectFileTexts(
		reader,
		files.map(({ sha256 }) => sha256),
	);
	const marked = files.filter(
		({ sha256, fileName }) => hasSecretMarkInName(fileName) || hasSecretMark(texts.get(sha256)?.text ?? ''),
	);
	await forgetFiles(
		reader.sql,
		store,
		marked.map(({ sha256 }) => sha256),
	);
	if (marked.length > 0)
		throw new AppError('unsupported', { issues: marked.map(({ fileName }) => say('file.secret', 'file', fileName)) });
}
