import { readFile } from 'node:fs/promises';
import type { Profile } from 'annual-report/audit';
import { IsolationError, type IsolationReason, isolate, isolateEach } from 'annual-report/isolate';
import { messages } from '../messages.zh.ts';
import type { AuditedPart, ReadPart } from './thread.ts';

/** What one file may cost: no honest report comes near. An archive of reports takes longer than one of them. */
const READ = { module: new URL('./thread.ts', import.meta.url), name: 'readOutside', timeoutMs: 45_000, memoryMb: 768 };
const ARCHIVE_TIMEOUT_MS = 600_000;
/** A stranger gets less. */
const VERIFY = { ...READ, name: 'verifyOutside', timeoutMs: 20_000, memoryMb: 512 };
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
 * Reads files one after another in a thread with limits for each. Whatever happens there, a file is answered with its
 * report (an archive with all of its reports) or one sentence.
 */
export async function readFilesApart(
	files: readonly OutsideFile[],
	limits: Partial<typeof READ> = {},
): Promise<ReadPart[][]> {
	const timeoutMs = files.some(({ fileName }) => /\.zip$/i.test(fileName)) ? ARCHIVE_TIMEOUT_MS : READ.timeoutMs;
	const inputs = files.map(({ path, fileName }) => async () => ({ bytes: await readFile(path), fileName }));
	const answers = await isolateEach<ReadPart[]>({ ...READ, timeoutMs, ...limits }, inputs);
	return answers.map((answer, at) => {
		if (!(answer instanceof IsolationError)) return answer;
		return [{ fileName: files[at]?.fileName ?? '', answer: { failure: FAILURES[answer.reason] } }];
	});
}

/** Reads and audits a file that is kept nowhere. Never throws for what the file is. */
export async function verifyApart(bytes: Uint8Array, fileName: string, profile: Profile): Promise<AuditedPart[]> {
	try {
		return await isolate<AuditedPart[]>(VERIFY, { bytes, fileName, profile });
	} catch (error) {
		if (!(error instanceof IsolationError)) throw error;
		return [{ fileName, answer: { failure: FAILURES[error.reason] }, findings: [], notChecked: [] }];
	}
}
