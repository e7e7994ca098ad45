import { type FileView, isViewable, VIEW_VERSION, viewOfFile } from '../../../platform/file-view/index.ts';
import type { FileStore } from '../../../platform/files.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Attachment } from '../model.ts';
import { IMAGE_TYPES } from '../rules/attachment.ts';
import { saveFileView, selectFileView } from '../store/file-views.ts';

/** Whether a file has a page that shows it: pictures, and what words can be read of. */
export function hasView({ fileName, mediaType }: Pick<Attachment, 'fileName' | 'mediaType'>): boolean {
	return IMAGE_TYPES.includes(mediaType) || isViewable(fileName);
}

/** A file that could not be read is tried again after so long. */
const TRY_AGAIN_MS = 3_600_000;

/** What a file shows as words and tables: read once by whoever looks first, then kept. */
export async function fileView(
	reader: Reader,
	files: FileStore,
	{ sha256, fileName }: Pick<Attachment, 'sha256' | 'fileName'>,
): Promise<FileView> {
	const kept = await selectFileView(reader, sha256, VIEW_VERSION);
	const isOld = kept && reader.now.getTime() - kept.madeAt.getTime() > TRY_AGAIN_MS;
	if (kept && !(kept.view.isPassing && isOld)) return kept.view;
	const view = await viewOfFile({ path: files.path(sha256), fileName });
	await saveFileView(reader, sha256, VIEW_VERSION, view);
	return view;
}
