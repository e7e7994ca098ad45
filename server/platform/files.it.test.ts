import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { type FileStore, folderStore } from './files.ts';

const MIB = 1024 * 1024;
let folder: string;
let files: FileStore;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'gongkai-files-'));
	files = folderStore(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const leftovers = () => readdirSync(join(folder, 'incoming'));

test('a file is found under the hash of its bytes and comes back whole', async () => {
	const content = Buffer.from('公开内容');
	const stored = await files.put(content, MIB);
	expect(stored).toEqual({
		sha256: createHash('sha256').update(content).digest('hex'),
		size: 12,
		mediaType: 'application/octet-stream',
	});
	expect(await buffer(files.read(stored.sha256))).toEqual(content);
	expect(await files.has(stored.sha256)).toBe(true);
	expect(await files.has('0'.repeat(64))).toBe(false);
	const inParts = await files.put(Readable.from(['公', '开', '内容'].map((part) => Buffer.from(part))), MIB);
	expect(inParts.sha256).toBe(stored.sha256);
	expect(await buffer(files.read(inParts.sha256))).toEqual(content);
});

test('its kind is what its bytes say', async () => {
	const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
	expect((await files.put(program, MIB)).mediaType).toBe('application/x-msdownload');
	expect((await files.put(Buffer.from('%PDF-1.7\n'), MIB)).mediaType).toBe('application/pdf');
});

test('only its owner can read it, and nothing half written has a name', async () => {
	const { sha256 } = await files.put(Readable.from([Buffer.alloc(MIB, 1)]), 2 * MIB);
	expect(statSync(files.path(sha256)).mode & 0o077).toBe(0);
	expect(leftovers()).toEqual([]);
});

test('one byte over the limit is refused with the limit in words, and leaves nothing', async () => {
	const failing = files.put(Readable.from([Buffer.alloc(MIB), Buffer.alloc(1)]), MIB);
	await expect(failing).rejects.toThrow(AppError);
	await expect(files.put(Buffer.alloc(MIB + 1), MIB)).rejects.toMatchObject({
		status: 413,
		userMessage: '文件超过 1 MB，无法上传',
	});
	expect((await files.put(Buffer.alloc(MIB), MIB)).size).toBe(MIB);
	expect(leftovers()).toEqual([]);
});

test('a hundred refusals at once leave nothing, however quickly they are refused', async () => {
	const refused = Array.from({ length: 100 }, () => files.put(Buffer.alloc(10), 9));
	expect((await Promise.allSettled(refused)).every(({ status }) => status === 'rejected')).toBe(true);
	expect(leftovers()).toEqual([]);
});

test('an upload cut off half way leaves nothing', async () => {
	const cut = Readable.from(
		(async function* () {
			yield Buffer.alloc(1000);
			throw new Error('aborted');
		})(),
	);
	await expect(files.put(cut, MIB)).rejects.toThrow('aborted');
	expect(leftovers()).toEqual([]);
});

test('the same file from twenty people at once is one file', async () => {
	const content = Buffer.alloc(50_000, 7);
	const stored = await Promise.all(Array.from({ length: 20 }, () => files.put(content, MIB)));
	expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1);
	expect(readFileSync(files.path(stored[0]?.sha256 ?? ''))).toEqual(content);
});
