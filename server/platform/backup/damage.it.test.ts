import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDrill, type Drill, type Place } from '../../../test/backup-drill.ts';
import { everythingIn } from '../../../test/everything.ts';
import { BadArchive } from './archive.ts';
import { restoreBackup } from './restore.ts';

// Whole databases are filled, written and compared; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let drill: Drill;
let place: Place;
let before: Record<string, string>;
beforeAll(async () => {
	drill = await createDrill();
	place = await drill.emptyPlace();
	before = await everythingIn(place.url);
});
afterAll(() => drill.close());

type Change = (bytes: Buffer) => Buffer;

/** Changes the tar inside the gzip, so that only our own hashes can notice. */
const inside =
	(change: Change): Change =>
	(bytes) =>
		gzipSync(change(gunzipSync(bytes)), { level: 1 });

const flip = (text: string) =>
	inside((tar) => {
		const at = tar.indexOf(text);
		expect(at).toBeGreaterThan(0);
		tar[at] = (tar[at] ?? 0) ^ 1;
		return tar;
	});

const replace = (from: string, to: string) =>
	inside((tar) => {
		const at = tar.lastIndexOf(from);
		expect(at).toBeGreaterThan(0);
		return Buffer.concat([tar.subarray(0, at), Buffer.from(to), tar.subarray(at + Buffer.byteLength(from))]);
	});

/** Where an entry stands in a tar: a header block and the content, padded to 512 bytes. */
function spanOf(tar: Buffer, name: string): [number, number] {
	const at = tar.indexOf(`${name}\0`);
	expect(at).toBeGreaterThanOrEqual(0);
	const size = Number.parseInt(tar.toString('ascii', at + 124, at + 135), 8);
	return [at, at + 512 + Math.ceil(size / 512) * 512];
}

const without = (name: string) =>
	inside((tar) => {
		const [from, to] = spanOf(tar, name);
		return Buffer.concat([tar.subarray(0, from), tar.subarray(to)]);
	});

const twice = (name: string) =>
	inside((tar) => {
		const [from, to] = spanOf(tar, name);
		return Buffer.concat([tar.subarray(0, to), tar.subarray(from, to), tar.subarray(to)]);
	});

const renamed = (from: string, to: string) =>
	inside((tar) => {
		const [at] = spanOf(tar, from);
		tar.fill(0, at, at + 100).write(to, at);
		const sum = tar
			.subarray(at, at + 512)
			.reduce((total, byte, place) => total + (place >= 148 && place < 156 ? 32 : byte), 0);
		tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148);
		return tar;
	});

const DAMAGED = '不完整或已损坏';
const FOREIGN = '不是 gongkai 的备份';
const NEWER = '更新版本的程序';

test.each<[string, Change, string]>([
	['cut off', (bytes) => bytes.subarray(0, bytes.length / 2), DAMAGED],
	['without its last bytes', (bytes) => bytes.subarray(0, bytes.length - 4), DAMAGED],
	['empty', () => Buffer.alloc(0), DAMAGED],
	['one bit of a table', flip('行行行'), DAMAGED],
	['one bit of a file', flip('通知正文'), DAMAGED],
	['one figure of the manifest', replace('"rows": 1', '"rows": 2'), DAMAGED],
	['a table left out', without('tables/person/000000'), DAMAGED],
	['a part in the middle left out', without('tables/timeline/000001'), DAMAGED],
	['a part twice', twice('tables/person/000000'), DAMAGED],
	['no manifest', without('manifest.json'), DAMAGED],
	['a table nobody declared', replace('"name": "person"', '"name": "persom"'), DAMAGED],
	['a path out of the folder', renamed('tables/person/000000', '../../etc/passwd'), FOREIGN],
	['a column that is SQL', replace('"login_name"', '"a);drop--"'), DAMAGED],
	['not an archive', () => Buffer.from('这是一份普通的文件'), FOREIGN],
	['a tar of something else', () => gzipSync(Buffer.from('x'.repeat(2000))), DAMAGED],
	['of a newer format', replace('"format": 1', '"format": 2'), NEWER],
	['from a newer program', replace('0001_platform.sql', '9001_platform.sql'), NEWER],
])('an archive is refused before anything is changed: %s', async (name, change, sentence) => {
	const path = join(drill.folder, `${name}.tar.gz`);
	writeFileSync(path, change(readFileSync(drill.archive)));
	const restoring = restoreBackup(path, place);
	await expect(restoring).rejects.toThrow(BadArchive);
	await expect(restoring).rejects.toThrow(sentence);
	expect(await everythingIn(place.url)).toEqual(before);
});

test('one that is not there', async () => {
	await expect(restoreBackup(join(drill.folder, 'none.tar.gz'), place)).rejects.toThrow('没有找到备份文件');
});
