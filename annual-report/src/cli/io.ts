import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { RenderInput } from '../render/index.ts';

/** What the command line touches of the world. The bin gives `out` and `err`; the rest is the file system by default. */
export interface ReportIo {
	out(text: string): void;
	err(text: string): void;
	readFile?(path: string): Promise<Uint8Array>;
	writeFile?(path: string, data: Uint8Array | string): Promise<void>;
	/** The files an argument stands for: itself, or what a folder holds. */
	expand?(path: string): Promise<string[]>;
	/** True where a person watches stderr: progress is then shown. */
	isTerminal?: boolean;
	/** Threads that read files; 0 reads in the caller's own, without limits of time and memory. All cores by default. */
	threads?: number;
	/** Makes a pdf, where the caller has a typesetter; the library itself has none. */
	renderPdf?(input: RenderInput): Promise<Uint8Array>;
}

/** {@link ReportIo} with the file system filled in. */
export type FullIo = ReportIo &
	Required<Pick<ReportIo, 'readFile' | 'writeFile' | 'expand' | 'isTerminal' | 'threads'>>;

const readable = /\.(html?|docx?|wps|pdf|ofd|xlsx|txt|md|rtf|zip)$/i;

/** Fills in what the caller left out. */
export function fullIo(io: ReportIo): FullIo {
	return {
		readFile: (path) => readFile(path),
		writeFile: (path, data) => writeFile(path, data),
		expand: filesOf,
		isTerminal: process.stderr.isTTY === true,
		threads: availableParallelism(),
		...io,
	};
}

/** A folder stands for the readable files in it and below, in the order of their names; hidden ones are left out. */
async function filesOf(path: string): Promise<string[]> {
	const found = await stat(path).catch(() => undefined);
	if (!found?.isDirectory()) return [path];
	const entries = await readdir(path, { withFileTypes: true });
	const visible = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
	const files = await Promise.all(
		visible.map((entry) => {
			const full = join(path, entry.name);
			if (entry.isDirectory()) return filesOf(full);
			return entry.isFile() && readable.test(entry.name) ? [full] : [];
		}),
	);
	return files.flat();
}
