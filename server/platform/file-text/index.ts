import { readFile } from 'node:fs/promises';
import { IsolationError, isolateEach } from 'annual-report/isolate';
import type { Extracted } from './extract.ts';

export type { Extracted } from './extract.ts';

/** What reading one upload may cost; a file that needs more is one nobody has looked into. */
const READ = {
	module: new URL('./extract.ts', import.meta.url),
	name: 'extractText',
	timeoutMs: 20_000,
	memoryMb: 512,
};

/**
 * Every word of stored files: hidden sheets, rows and comments too, since whoever opens the file finds them. What cannot
 * be read is named in `unread`, never passed over in silence. Runs in a thread of its own; never throws for what a file is.
 */
export async function textsOfFiles(files: readonly { path: string; fileName: string }[]): Promise<Extracted[]> {
	return await textsOf(
		files.map(({ path, fileName }) => async () => ({ bytes: await readFile(path), fileName })),
	);
}

/** The same of files held in memory. */
export async function textsOfBytes(files: readonly { bytes: Uint8Array; fileName: string }[]): Promise<Extracted[]> {
	return await textsOf(
		files.map(({ bytes, fileName }) => async () => ({ bytes: new Uint8Array(bytes), fileName })),
	);
}

async function textsOf(inputs: (() => Promise<{ bytes: Uint8Array; fileName: string }>)[]): Promise<Extracted[]> {
	const answers = await isolateEach<Extracted>(READ, inputs);
	return answers.map((answer) =>
		answer instanceof IsolationError
			? { text: '', unread: ['文件过于复杂或者已损坏，未能打开'], hasPlace: false }
			: answer,
	);
}
