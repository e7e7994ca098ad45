import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeFromFile } from 'file-type';
import { sql } from 'kysely';
import { AppError } from '../kernel/errors.ts';
import type { Sql } from './database.ts';

/** A stored file: its content hash is its name, its kind is what its bytes say, not what it was called. */
export interface StoredFile {
	sha256: string;
	size: number;
	mediaType: string;
}

/** Where bytes live. The default is a folder; another place needs only these seven. */
export interface FileStore {
	put(content: Readable | Uint8Array, limit: number): Promise<StoredFile>;
	read(sha256: string): Readable;
	path(sha256: string): string;
	has(sha256: string): Promise<boolean>;
	/** Hashes of all that is there, in no order. */
	names(): AsyncIterable<string>;
	/** Removes a file last written before `before`; answers whether it did. */
	remove(sha256: string, before: Date): Promise<boolean>;
	/** Removes what uploads killed in the middle left before `before`; answers how many. */
	clearIncoming(before: Date): Promise<number>;
}

/** Content-addressed files under `folder`: written aside, flushed to disk, then renamed, so no half file ever has a name. */
export function folderStore(folder: string): FileStore {
	const path = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
	return {
		path,
		read: (sha256) => createReadStream(path(sha256)),
		has: async (sha256) => (await stat(path(sha256)).catch(() => null)) !== null,
		put: (content, limit) => putFile(folder, path, content, limit),
		names: () => namesIn(folder),
		remove: (sha256, before) => removeOlder(path(sha256), before),
		clearIncoming: async (before) => {
			let removed = 0;
			for (const name of await namesOf(join(folder, 'incoming')))
				if (await removeOlder(join(folder, 'incoming', name), before)) removed += 1;
			return removed;
		},
	};
}

const PART = /^[0-9a-f]{2}$/;
const HASH = /^[0-9a-f]{64}$/;

async function* namesIn(folder: string): AsyncIterable<string> {
	for (const first of (await namesOf(folder)).filter((name) => PART.test(name))) {
		for (const second of await namesOf(join(folder, first))) {
			for (const name of await namesOf(join(folder, first, second))) if (HASH.test(name)) yield name;
		}
	}
}

/** Names in a folder; none where there is no such folder. */
async function namesOf(folder: string): Promise<string[]> {
	return await readdir(folder).catch(() => []);
}

async function removeOlder(path: string, before: Date): Promise<boolean> {
	const found = await stat(path).catch(() => null);
	if (!found || found.mtime >= before) return false;
	await rm(path, { force: true });
	return true;
}

async function putFile(
	folder: string,
	path: (sha256: string) => string,
	content: Readable | Uint8Array,
	limit: number,
): Promise<StoredFile> {
	await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
	const temporary = join(folder, 'incoming', randomUUID());
	try {
		const { sha256, size } = await writeHashed(content, temporary, limit);
		const found = await fileTypeFromFile(temporary);
		const target = path(sha256);
		await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
		await rename(temporary, target);
		return { sha256, size, mediaType: found?.mime ?? 'application/octet-stream' };
	} finally {
		await rm(temporary, { force: true });
	}
}

async function writeHashed(content: Readable | Uint8Array, temporary: string, limit: number) {
	const hash = createHash('sha256');
	let size = 0;
	// Opened before the first byte is read: a stream that opens its file by itself can make it after a refusal removed it.
	const handle = await open(temporary, 'wx', 0o600);
	try {
		for await (const chunk of content instanceof Uint8Array ? [content] : content) {
			size += chunk.length;
			if (size > limit)
				throw new AppError('tooLarge', { message: `文件超过 ${Math.floor(limit / 1024 / 1024)} MB，无法上传` });
			hash.update(chunk);
			await handle.writeFile(chunk);
		}
		await handle.sync();
	} finally {
		await handle.close();
	}
	return { sha256: hash.digest('hex'), size };
}

/** Notes a stored file in the database; the same content twice is one row, and content erased before is there again. */
export async function noteFile(db: Sql, file: StoredFile): Promise<void> {
	await sql`
		insert into file (sha256, size, media_type) values (${file.sha256}, ${file.size}, ${file.mediaType}) 
		on conflict (sha256) do update set erased_at = null where file.erased_at is not null
	`.execute(db);
}
