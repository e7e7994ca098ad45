import { textsOfFiles } from '../../../platform/file-text/index.ts';
import type { FileStore } from '../../../platform/files.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { saveFileText, selectFileTexts } from '../store/file-texts.ts';

/** Reads what stands in files that nobody has read yet and keeps it. Called outside a transaction: reading takes seconds. */
export async function readFileTexts(
	reader: Reader,
	files: FileStore,
	wanted: readonly { sha256: string; fileName: string }[],
): Promise<void> {
	const known = await selectFileTexts(
		reader,
		wanted.map(({ sha256 }) => sha256),
	);
	const unknown = wanted.filter(({ sha256 }) => !known.has(sha256));
	const texts = await textsOfFiles(unknown.map(({ sha256, fileName }) => ({ path: files.path(sha256), fileName })));
	for (const [i, { sha256 }] of unknown.entries()) {
		const text = texts[i];
		if (text) await saveFileText(reader, sha256, text);
	}
}
