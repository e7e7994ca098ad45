import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyPath, readKeyFile, rotateKey } from './key-file.ts';
import { openVault } from './vault.ts';

let dataDir: string;

beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'gongkai-keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('first use', () => {
	test('makes the file outside the database, readable by its owner alone', () => {
		readKeyFile(dataDir);
		expect(keyPath(dataDir)).toBe(join(dataDir, 'keys', 'identity.key'));
		expect(statSync(keyPath(dataDir)).mode & 0o777).toBe(0o600);
		expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o700);
	});

	test('leaves no half-written file beside it', () => {
		readKeyFile(dataDir);
		expect(readdirSync(join(dataDir, 'keys'))).toEqual(['identity.key']);
	});

	test('two that start together use the same keys', () => {
		const first = readKeyFile(dataDir);
		const second = readKeyFile(dataDir);
		expect(second.current).toBe(first.current);
		expect(second.index.equals(first.index)).toBe(true);
	});

	test('makes keys of 256 bits, no two alike', () => {
		const { keys, index, current } = readKeyFile(dataDir);
		expect(index).toHaveLength(32);
		expect(keys[current]).toHaveLength(32);
		expect(keys[current]?.equals(index)).toBe(false);
	});
});

describe('rotation', () => {
	test('adds a key and keeps the old ones and the index', () => {
		const before = readKeyFile(dataDir);
		const id = rotateKey(dataDir);
		const after = readKeyFile(dataDir);
		expect(after.current).toBe(id);
		expect(Object.keys(after.keys)).toEqual([before.current, id]);
		expect(after.index.equals(before.index)).toBe(true);
	});

	test('records sealed before stay readable after several rotations', () => {
		const sealed = openVault(dataDir).seal(Buffer.from('王小雨'), 'a');
		for (let n = 0; n < 5; n += 1) rotateKey(dataDir);
		expect(openVault(dataDir).open(sealed, 'a').toString()).toBe('王小雨');
		expect(Object.keys(readKeyFile(dataDir).keys)).toHaveLength(6);
	});

	test('a node that has not been started again opens what another sealed with the new key, and seals with its own', () => {
		const here = openVault(dataDir);
		const before = readKeyFile(dataDir).current;
		rotateKey(dataDir);
		const there = openVault(dataDir).seal(Buffer.from('王小雨'), 'a');
		expect(here.open(there, 'a').toString()).toBe('王小雨');
		expect(here.seal(Buffer.from('x'), 'b').keyId).toBe(before);
		expect(() => here.open({ ...there, keyId: 'k99' }, 'a')).toThrow('unavailable');
	});

	test('leaves nothing beside the file', () => {
		readKeyFile(dataDir);
		rotateKey(dataDir);
		expect(readdirSync(dirname(keyPath(dataDir)))).toEqual(['identity.key']);
	});

	test('keeps the file to its owner', () => {
		readKeyFile(dataDir);
		rotateKey(dataDir);
		expect(statSync(keyPath(dataDir)).mode & 0o777).toBe(0o600);
	});
});

describe('a file that cannot be used', () => {
	const broken: Record<string, (text: string) => string> = {
		'is empty': () => '',
		'is no JSON': () => 'not json',
		'was cut off': (text) => text.slice(0, text.length / 2),
		'has a key of the wrong length': (text) => text.replace(/[A-Za-z0-9+/]{40}=*/, 'AAAA'),
		'names a key it does not hold': (text) => text.replace(/"current": "[^"]+"/, '"current": "k9"'),
		'has something more in it': (text) => text.replace('{', '{"extra": 1,'),
	};
	for (const [what, change] of Object.entries(broken)) {
		test(`that ${what} stops the start, and is not replaced`, () => {
			readKeyFile(dataDir);
			const path = keyPath(dataDir);
			const changed = change(readFileSync(path, 'utf8'));
			writeFileSync(path, changed);
			expect(() => readKeyFile(dataDir)).toThrow('已损坏');
			expect(readFileSync(path, 'utf8')).toBe(changed);
		});
	}

	test('the message names the file and no key', () => {
		readKeyFile(dataDir);
		const path = keyPath(dataDir);
		const text = readFileSync(path, 'utf8');
		writeFileSync(path, text.slice(0, -10));
		expect(() => readKeyFile(dataDir)).toThrow(path);
		const key = /"index": "([^"]+)"/.exec(text)?.[1] ?? 'none';
		expect(() => readKeyFile(dataDir)).not.toThrow(key);
	});
});
