import { readFile } from 'node:fs/promises';
import { IsolationError, isolate } from 'annual-report/isolate';
import { AppError } from '../../../kernel/errors.ts';
import { messages } from '../messages.zh.ts';
import { MAX_ROWS } from './thread.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const READ = {
	module: new URL('./thread.ts', import.meta.url),
	name: 'readWorkbook',
	timeoutMs: 20_000,
	memoryMb: 256,
};

/** The rows of an uploaded sheet. @throws AppError `unsupported` with one sentence for whatever cannot be read. */
export async function readUploadedSheet(file: { path: string; size: number }): Promise<string[][]> {
	if (file.size > MAX_BYTES) throw new AppError('tooLarge', { message: messages.sheetTooLong(MAX_ROWS) });
	const read = await isolate<{ cells: string[][] } | { failed: string }>(READ, await readFile(file.path)).catch(
		(error: unknown) => {
			if (error instanceof IsolationError) return { failed: error.reason };
			throw error;
		},
	);
	if ('cells' in read) return read.cells;
	const message = read.failed === 'tooLong' ? messages.sheetTooLong(MAX_ROWS) : messages.sheetUnreadable;
	throw new AppError('unsupported', { message });
}
