import { IsolationError, type IsolationReason, Seats } from '../isolate/index.ts';
import type { Report } from '../model/index.ts';
import { type Member, membersOf, ReadError, type ReadMember, readMember } from '../read/index.ts';
import type { FullIo } from './io.ts';
import type { ReadableMember } from './thread.ts';

/** A file that was read, or the sentence that says why it was not. */
export type Loaded = ReadMember;

/** Progress is shown from this many files on. */
const many = 20;

/** What one file may take: no honest report comes near. */
const APART = { module: new URL('./thread.ts', import.meta.url), name: 'readApart', timeoutMs: 10_000, memoryMb: 1024 };
/** Files unpacked ahead of those at work, so that no thread waits and memory stays flat. */
const AHEAD = 2;

const failures: Readonly<Record<IsolationReason, string>> = {
	timeout: '这个文件读了十秒还没有读完，已停止读取，请检查文件是否损坏。',
	memory: '读取这个文件要占用太多内存，已停止读取，请检查文件是否损坏。',
	failed: '这个文件无法读取，请检查后再试。',
};

/**
 * Reads files on all cores and hands them out in the order given; one that cannot be read, hangs or fills memory never
 * stops the others. Folders are walked, archives opened.
 */
export async function* loadReports(paths: readonly string[], io: FullIo): AsyncGenerator<Loaded> {
	const files = (await Promise.all(paths.map((path) => io.expand(path)))).flat();
	const isShown = io.isTerminal && files.length >= many;
	const seats = io.threads > 0 ? new Seats<Loaded>(APART, io.threads) : undefined;
	const reading: Promise<Loaded>[] = [];
	let done = 0;
	try {
		for (const file of files) {
			if (isShown) io.err(`\r正在读取 ${++done}/${files.length}`);
			for await (const member of loadMembers(file, io)) {
				reading.push('failed' in member ? Promise.resolve(member) : readWith(seats, member));
				const first = reading.length > io.threads * AHEAD ? reading.shift() : undefined;
				if (first) yield await first;
			}
		}
		for (const last of reading) yield await last;
	} finally {
		await seats?.end();
	}
	if (isShown) io.err('\n');
}

/** Reads one file; of an archive, its first report. */
export async function load(file: string, io: FullIo): Promise<Loaded> {
	for await (const loaded of loadReports([file], { ...io, threads: Math.min(io.threads, 1) })) return loaded;
	return { file, failed: '文件夹里没有可以读取的文件。' };
}

async function* loadMembers(file: string, io: FullIo): AsyncGenerator<Member> {
	const bytes = await io.readFile(file).catch((cause: unknown) => whyNot(cause));
	if (typeof bytes === 'string') yield { file, failed: bytes };
	else yield* membersOf(bytes, file);
}

async function readWith(seats: Seats<Loaded> | undefined, member: ReadableMember): Promise<Loaded> {
	if (!seats) return readMember(member.bytes, member.file);
	const answer = await seats.run(member);
	return answer instanceof IsolationError ? { file: member.file, failed: failures[answer.reason] } : answer;
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
