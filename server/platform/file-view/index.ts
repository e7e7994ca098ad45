import { readFile } from 'node:fs/promises';
import { IsolationError, isolate } from 'annual-report/isolate';
import { DOWNLOAD, type FileView, refused } from './view.ts';

export { type FileView, MOST, type ViewBlock, type ViewCell } from './view.ts';

/** What showing one file may cost; one that needs more is for the program it was made with. */
const READ = { module: new URL('./read.ts', import.meta.url), name: 'readView', timeoutMs: 20_000, memoryMb: 512 };

/** Grows when a view shows more or otherwise: what was kept by an older one is made again. */
export const VIEW_VERSION = 1;

const READABLE = /\.(?:pdf|docx|xlsx|pptx|doc|ofd|csv|txt)$/i;

/** Whether the words of a file can be shown beside it. */
export function isViewable(fileName: string): boolean {
	return READABLE.test(fileName);
}

/** What a stored file shows, as words and tables. Runs in a thread of its own; never throws for what a file is. */
export async function viewOfFile({ path, fileName }: { path: string; fileName: string }): Promise<FileView> {
	try {
		return await isolate<FileView>(READ, { bytes: await readFile(path), fileName });
	} catch (error) {
		if (!(error instanceof IsolationError)) throw error;
		return { ...refused(`文件过于复杂，网页上不能显示，${DOWNLOAD}。`), isPassing: true };
	}
}
