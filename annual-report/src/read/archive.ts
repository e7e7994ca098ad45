import type { Report } from '../model/index.ts';
import { ReadError } from './errors.ts';
import { isOfficeFile } from './formats/container.ts';
import { openZip, type Zip } from './formats/zip.ts';
import { limits } from './limits.ts';
import { readReport } from './read-report.ts';
import { sniff } from './sniff.ts';

/** A file that was read, or the Chinese sentence that says why it was not. */
export type ReadMember = { file: string; report: Report } | { file: string; failed: string };

/** A file of its own or out of an archive, not read yet. */
export type Member = { file: string; bytes: Uint8Array } | { file: string; failed: string };

/**
 * Reads a file, or every report in a zip of files, one after the other: one that cannot be read never stops the others.
 * Members are named `archive.zip!/folder/member.docx`. Archives within the archive are not opened. Never throws.
 */
export async function* readReports(bytes: Uint8Array, fileName: string): AsyncGenerator<ReadMember> {
	for (const member of membersOf(bytes, fileName)) {
		yield 'failed' in member ? member : await readMember(member.bytes, member.file);
	}
}

/** The file itself, or what a zip of files holds, each unpacked when its turn comes. Never throws. */
export function* membersOf(bytes: Uint8Array, fileName: string): Generator<Member> {
	const opened = attempt(() => archiveOf(bytes, fileName));
	if ('failed' in opened) yield { file: fileName, failed: opened.failed };
	else if (!opened.value) yield { file: fileName, bytes };
	else yield* unpacked(opened.value, fileName);
}

function* unpacked(zip: Zip, fileName: string): Generator<Member> {
	let found = 0;
	for (const { name } of zip.entries) {
		if (isNoDocument(name)) continue;
		found++;
		const file = `${fileName}!/${readable(name)}`;
		const bytes = attempt(() => unpack(zip, name));
		yield 'failed' in bytes ? { file, failed: bytes.failed } : { file, bytes: bytes.value };
	}
	if (found === 0) yield { file: fileName, failed: '压缩包里没有任何文件。' };
}

/** Reads one file that is no archive. Never throws. */
export async function readMember(bytes: Uint8Array, file: string): Promise<ReadMember> {
	try {
		return { file, report: await readReport(bytes, file) };
	} catch (cause) {
		return { file, failed: sentenceOf(cause) };
	}
}

/** The zip when the bytes are an archive of files; nothing when they are a document of their own. */
function archiveOf(bytes: Uint8Array, fileName: string): Zip | undefined {
	if (bytes.length > limits.fileBytes || bytes.length === 0 || sniff(bytes, fileName) !== 'zip') return undefined;
	const zip = openZip(bytes, { entries: limits.archiveEntries, unpackedBytes: limits.archiveBytes });
	return isOfficeFile(zip) ? undefined : zip;
}

function unpack(zip: Zip, name: string): Uint8Array {
	if (name.split(/[\\/]/).includes('..') || /^([\\/]|[a-z]:)/i.test(name)) {
		throw new ReadError('damaged', '文件名指向压缩包之外，已拒绝读取。');
	}
	const bytes = zip.read(name);
	if (!bytes) throw new ReadError('damaged', '压缩包里的这个文件已损坏，无法解压。');
	if (sniff(bytes, name) === 'zip' && !isOfficeFile(openZip(bytes))) {
		throw new ReadError('unsupported', '压缩包里的压缩包不再展开，请解压后上传。');
	}
	return bytes;
}

/** Folders, and what systems leave in archives beside the files. */
function isNoDocument(name: string): boolean {
	return /\/$|^__MACOSX\/|(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name);
}

/** Names packed by Chinese Windows are GBK without saying so; they arrive as one character a byte. */
function readable(name: string): string {
	const codes = Array.from(name, (character) => character.codePointAt(0) ?? 0);
	if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
	return new TextDecoder('gb18030').decode(Uint8Array.from(codes));
}

function attempt<T>(work: () => T): { value: T } | { failed: string } {
	try {
		return { value: work() };
	} catch (cause) {
		return { failed: sentenceOf(cause) };
	}
}

function sentenceOf(cause: unknown): string {
	return cause instanceof ReadError ? cause.message : '这个文件无法读取，请检查后再试。';
}
