import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { type Entry, entryOf } from './manifest.ts';

/** Thrown for an archive that cannot be used; the message is for people. */
export class BadArchive extends Error {}

export const DAMAGED = '备份文件不完整或已损坏，没有恢复任何内容。请换一份备份。';
const FOREIGN = '这不是 gongkai 的备份文件。';

export interface ArchiveEntry {
	entry: Entry;
	/** Must be read to its end before the next entry is asked for. */
	content: AsyncIterable<Buffer>;
}

/** The entries of an archive in order. @throws BadArchive, also while `content` is read */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
	const file = createReadStream(path);
	const gunzip = createGunzip();
	const tar = extract();
	const fail = (error: Error) => tar.destroy(error);
	file.on('error', fail);
	gunzip.on('error', fail);
	file.pipe(gunzip).pipe(tar as unknown as NodeJS.WritableStream);
	try {
		for await (const found of guarded(tar, path)) {
			const entry = found.header.type === 'file' ? entryOf(found.header.name) : null;
			if (!entry) throw new BadArchive(FOREIGN);
			yield { entry, content: guarded(found as AsyncIterable<Buffer>, path) };
		}
	} finally {
		file.destroy();
	}
}

async function* guarded<T>(source: AsyncIterable<T>, path: string): AsyncGenerator<T> {
	try {
		yield* source;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') throw new BadArchive(`没有找到备份文件：${path}`);
		throw new BadArchive(code === 'Z_DATA_ERROR' ? FOREIGN : DAMAGED, { cause: error });
	}
}
