import { readFile } from 'node:fs/promises';
import { IsolationError, type IsolationReason, isolate } from '../../../platform/isolate/index.ts';
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

/** Reads one file in a thread with limits. Whatever happens there, the answer is a report or one sentence. */
export async function readFileApart(file: OutsideFile, limits: Partial<typeof READ> = {}): Promise<ReadAnswer> {
	try {
		const input = { bytes: await readFile(file.path), fileName: file.fileName };
		return await isolate<ReadAnswer>({ ...READ, ...limits }, input);
	} catch (error) {
		if (error instanceof IsolationError) return { failure: FAILURES[error.reason] };
		throw error;
	}
}

/** Reads files two at a time, answers in their order. */
export async function readFilesApart(files: readonly OutsideFile[]): Promise<ReadAnswer[]> {
	const answers: ReadAnswer[] = [];
	const queue = files.map((file, i) => ({ file, i }));
	const work = async (): Promise<void> => {
		for (let next = queue.shift(); next; next = queue.shift()) answers[next.i] = await readFileApart(next.file);
	};
	await Promise.all([work(), work()]);
	return answers;
}
