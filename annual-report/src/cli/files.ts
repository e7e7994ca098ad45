import type { Report } from '../model/index.ts';
import { ReadError, type ReadMember, readReports } from '../read/index.ts';
import type { FullIo } from './io.ts';

/** A file that was read, or the sentence that says why it was not. */
export type Loaded = ReadMember;

/** Progress is shown from this many files on. */
const many = 20;

/** Reads files one after the other; one that cannot be read never stops the others. Folders are walked. */
export async function* loadReports(paths: readonly string[], io: FullIo): AsyncGenerator<Loaded> {
	const files = (await Promise.all(paths.map((path) => io.expand(path)))).flat();
	let done = 0;
	for (const file of files) {
		if (io.isTerminal && files.length >= many) io.err(`\r正在读取 ${++done}/${files.length}`);
		yield* loadAll(file, io);
	}
	if (io.isTerminal && files.length >= many) io.err('\n');
}

/** Reads one file; of an archive, its first report. */
export async function load(file: string, io: FullIo): Promise<Loaded> {
	for await (const loaded of loadAll(file, io)) return loaded;
	return { file, failed: '压缩包里没有任何文件。' };
}

async function* loadAll(file: string, io: FullIo): AsyncGenerator<Loaded> {
	const bytes = await io.readFile(file).catch((cause: unknown) => whyNot(cause));
	if (typeof bytes === 'string') yield { file, failed: bytes };
	else yield* readReports(bytes, file);
}

function whyNot(cause: unknown): string {
	if (cause instanceof ReadError) return cause.message;
	const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
	if (code === 'ENOENT') return '没有这个文件，请检查路径。';
	if (code === 'EACCES' || code === 'EPERM') return '没有读取这个文件的权限。';
	if (code === 'EISDIR') return '这是一个文件夹，不是文件。';
	return '这个文件无法读取，请检查后再试。';
}

/** True for a file that was read. */
export function isRead(loaded: Loaded): loaded is Extract<Loaded, { report: Report }> {
	return 'report' in loaded;
}
