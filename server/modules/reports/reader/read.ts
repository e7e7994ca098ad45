import { readFile } from 'node:fs/promises';
import { IsolationError, type IsolationReason, isolateEach } from '../../../platform/isolate/index.ts';
import { messages } from '../messages.zh.ts';
import type { ReadAnswer } from './thread.ts';

/** What one file may cost: no honest report comes near. */
const READ = { module: new URL('./thread.ts', import.meta.url), name: 'readOutside', timeoutMs: 45_000, memoryMb: 768 };
const FAILURES: Readonly<Record<IsolationReason, string>> = {
	timeout: messages.readTimeout,
	memory: messages.readMemory,
	failed: messages.readFailed,
};

export interface OutsideFile {
	/** Where the stored bytes lie. */
	path: string;
	fileName: string;
}

/**
 * Reads files one after another in a thread with limits for each. Whatever happens there, the answer to a file is its
 * report or one sentence.
 */
export async function readFilesApart(
	files: readonly OutsideFile[],
	limits: Partial<typeof READ> = {},
): Promise<ReadAnswer[]> {
	const inputs = files.map(({ path, fileName }) => async () => ({ bytes: await readFile(path), fileName }));
	const answers = await isolateEach<ReadAnswer>({ ...READ, ...limits }, inputs);
	return answers.map((answer) => (answer instanceof IsolationError ? { failure: FAILURES[answer.reason] } : answer));
}
