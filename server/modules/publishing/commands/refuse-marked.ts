import { AppError } from '../../../kernel/errors.ts';
import { eraseFiles } from '../../../platform/file-sweep.ts';
import type { FileStore } from '../../../platform/files.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { say } from '../messages.zh.ts';
import { hasSecretMark } from '../rules/secret-mark.ts';
import { selectFileTexts } from '../store/file-texts.ts';
import type { CheckedFile } from './add-attachments.ts';

/** Longer than a clock of a file system can differ from ours. */
const A_MINUTE = 60_000;

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
		({ sha256, fileName }) => hasSecretMark(fileName) || hasSecretMark(texts.get(sha256)?.text ?? ''),
	);
	for (const { sha256 } of marked) {
		const isGone = (await eraseFiles(reader.sql, new Map([[sha256, 0]]))) > 0;
		if (isGone) await store.remove(sha256, new Date(Date.now() + A_MINUTE));
	}
	if (marked.length > 0)
		throw new AppError('unsupported', { issues: marked.map(({ fileName }) => say('file.secret', 'file', fileName)) });
}
