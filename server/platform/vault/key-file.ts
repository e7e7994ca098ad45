import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const KEY_BYTES = 32;
const key = z
	.base64()
	.transform((text) => Buffer.from(text, 'base64'))
	.refine((bytes) => bytes.length === KEY_BYTES);

const schema = z.strictObject({
	/** Id of the key new records are sealed with. */
	current: z.string().min(1),
	/** All keys that records may still be sealed with, by id. */
	keys: z.record(z.string().min(1), key),
	/** Key of the blind index and of query codes; it never changes, or the same applicant is not found again. */
	index: key,
});

export type KeyFile = z.output<typeof schema>;

/** Where the keys lie: outside the database, so that a copy of the one opens nothing without the other. */
export function keyPath(dataDir: string): string {
	return join(dataDir, 'keys', 'identity.key');
}

/** Reads the keys; makes the file at first use. @throws Error when it is there and cannot be used: never replaced. */
export function readKeyFile(dataDir: string): KeyFile {
	const path = keyPath(dataDir);
	const text = read(path) ?? create(path);
	const parsed = schema.safeParse(parseJson(text));
	if (!parsed.success || !parsed.data.keys[parsed.data.current]) {
		throw new Error(`身份密钥文件 ${path} 已损坏，请从备份恢复；不要删除它，否则已登记的申请人身份将无法读出。`);
	}
	return parsed.data;
}

/** Adds a new key and makes it current; records sealed before stay readable. A node seals with it from its next start. */
export function rotateKey(dataDir: string): string {
	const file = readKeyFile(dataDir);
	const id = newId(Object.keys(file.keys).length + 1);
	const keys = Object.fromEntries(Object.entries(file.keys).map(([name, bytes]) => [name, bytes.toString('base64')]));
	const text = write({ current: id, keys: { ...keys, [id]: newKey() }, index: file.index.toString('base64') });
	const path = keyPath(dataDir);
	const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
	// Whole or not at all: half a file would lose every identity in the house.
	writeFileSync(aside, text, { mode: 0o600, flag: 'wx', flush: true });
	renameSync(aside, path);
	return id;
}

/** Which keys there are, oldest first, and which is in use; nothing of the keys themselves. */
export function keyIds(dataDir: string): { current: string; ids: string[] } {
	const { current, keys } = readKeyFile(dataDir);
	return { current, ids: Object.keys(keys) };
}

function read(path: string): string | null {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

// Written aside and linked into place: of two processes starting together one wins, and both use the winner's keys.
function create(path: string): string {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const id = newId(1);
	const text = write({ current: id, keys: { [id]: newKey() }, index: newKey() });
	const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
	writeFileSync(aside, text, { mode: 0o600, flag: 'wx', flush: true });
	try {
		linkSync(aside, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		rmSync(aside, { force: true });
	}
	return readFileSync(path, 'utf8');
}

function write(value: { current: string; keys: Record<string, string>; index: string }): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}

function newKey(): string {
	return randomBytes(KEY_BYTES).toString('base64');
}

function newId(n: number): string {
	return `k${n}-${randomBytes(4).toString('hex')}`;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
