import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import type { KeyFile } from './key-file.ts';
import { vaultOf } from './vault.ts';

function keys(...ids: string[]): KeyFile {
	const made = Object.fromEntries(ids.map((id) => [id, randomBytes(32)]));
	return { current: ids.at(-1) ?? '', keys: made, index: randomBytes(32) };
}

function codeOf(work: () => unknown): string {
	try {
		work();
		return 'none';
	} catch (error) {
		return error instanceof AppError ? error.code : 'other';
	}
}

const secret = Buffer.from('王小雨 110101199003077379');

describe('sealing', () => {
	test('opens what it sealed, for the record it was sealed for', () => {
		const vault = vaultOf(keys('k1'));
		expect(vault.open(vault.seal(secret, 'applicant 7'), 'applicant 7')).toEqual(secret);
	});

	test('leaves nothing of the plain text in the sealed bytes', () => {
		const { bytes } = vaultOf(keys('k1')).seal(secret, 'applicant 7');
		expect(bytes.includes(secret)).toBe(false);
		expect(bytes.toString('utf8')).not.toContain('王小雨');
		expect(bytes.toString('latin1')).not.toContain('110101');
	});

	test('never seals the same text to the same bytes', () => {
		const vault = vaultOf(keys('k1'));
		const sealed = Array.from({ length: 50 }, () => vault.seal(secret, 'a').bytes.toString('base64'));
		expect(new Set(sealed).size).toBe(50);
	});

	test('does not open for another record: bytes cannot be moved from case to case', () => {
		const vault = vaultOf(keys('k1'));
		const sealed = vault.seal(secret, 'applicant 7');
		expect(codeOf(() => vault.open(sealed, 'applicant 8'))).toBe('internal');
	});

	test('notices every flipped bit', () => {
		const vault = vaultOf(keys('k1'));
		const { keyId, bytes } = vault.seal(secret, 'a');
		for (let at = 0; at < bytes.length; at += 1) {
			const changed = Buffer.from(bytes);
			changed[at] = (changed[at] ?? 0) ^ 1;
			expect(codeOf(() => vault.open({ keyId, bytes: changed }, 'a'))).toBe('internal');
		}
	});

	test('refuses bytes that are too short to be anything', () => {
		const vault = vaultOf(keys('k1'));
		for (const length of [0, 1, 12, 27]) {
			expect(codeOf(() => vault.open({ keyId: 'k1', bytes: Buffer.alloc(length) }, 'a'))).toBe('internal');
		}
	});

	test('seals an empty text too', () => {
		const vault = vaultOf(keys('k1'));
		expect(vault.open(vault.seal(Buffer.alloc(0), 'a'), 'a')).toHaveLength(0);
	});

	test('the error of a changed record tells nothing of it', () => {
		const vault = vaultOf(keys('k1'));
		const sealed = vault.seal(secret, 'a');
		try {
			vault.open(sealed, 'b');
			expect.unreachable();
		} catch (error) {
			expect(
				JSON.stringify({ message: (error as AppError).message, user: (error as AppError).userMessage }),
			).not.toMatch(/王小雨|110101/);
		}
	});
});

describe('keys change', () => {
	test('what an older key sealed opens with the newer file, and new records take the newer key', () => {
		const before = keys('k1');
		const sealed = vaultOf(before).seal(secret, 'a');
		const after: KeyFile = { ...before, current: 'k2', keys: { ...before.keys, k2: randomBytes(32) } };
		const vault = vaultOf(after);
		expect(vault.open(sealed, 'a')).toEqual(secret);
		expect(vault.seal(secret, 'a').keyId).toBe('k2');
	});

	test('says in words when the key of a record is not here', () => {
		const sealed = vaultOf(keys('k1')).seal(secret, 'a');
		const other = vaultOf(keys('k9'));
		expect(codeOf(() => other.open(sealed, 'a'))).toBe('unavailable');
		expect(() => other.open(sealed, 'a')).toThrow(AppError);
	});
});

describe('fingerprints', () => {
	test('are the same for the same text and kind, and differ in everything else', () => {
		const vault = vaultOf(keys('k1'));
		expect(vault.fingerprint('person', 'x')).toBe(vault.fingerprint('person', 'x'));
		expect(vault.fingerprint('person', 'x')).not.toBe(vault.fingerprint('organisation', 'x'));
		expect(vault.fingerprint('person', 'x')).not.toBe(vault.fingerprint('person', 'y'));
	});

	test('kind and text cannot run into each other', () => {
		const vault = vaultOf(keys('k1'));
		expect(vault.fingerprint('a', 'b\nc')).not.toBe(vault.fingerprint('a\nb', 'c').slice(1));
	});

	test('depend on the index key, not on the sealing key', () => {
		const file = keys('k1');
		const rotated: KeyFile = { ...file, current: 'k2', keys: { ...file.keys, k2: randomBytes(32) } };
		expect(vaultOf(rotated).fingerprint('person', 'x')).toBe(vaultOf(file).fingerprint('person', 'x'));
		expect(vaultOf(keys('k1')).fingerprint('person', 'x')).not.toBe(vaultOf(file).fingerprint('person', 'x'));
	});

	test('match only their own text, and never a text of another length', () => {
		const vault = vaultOf(keys('k1'));
		const known = vault.fingerprint('query', 'ABCDE23456');
		expect(vault.matches('query', 'ABCDE23456', known)).toBe(true);
		expect(vault.matches('query', 'ABCDE23457', known)).toBe(false);
		expect(vault.matches('person', 'ABCDE23456', known)).toBe(false);
		expect(vault.matches('query', 'ABCDE23456', '')).toBe(false);
		expect(vault.matches('query', 'ABCDE23456', `${known}=`)).toBe(false);
	});
});
