import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
	CODE_LENGTH,
	codeFingerprint,
	codeMatches,
	newQueryCode,
	printCode,
	queryCodeOf,
	typedCode,
} from './query-code.ts';
import { vaultOf } from './vault.ts';

const vault = vaultOf({ current: 'k1', keys: { k1: randomBytes(32) }, index: randomBytes(32) });

describe('new codes', () => {
	test('are ten characters that cannot be taken for each other', () => {
		for (let n = 0; n < 500; n += 1) {
			const code = newQueryCode();
			expect(code).toHaveLength(CODE_LENGTH);
			expect(code).not.toMatch(/[01OILU]/);
			expect(code).toMatch(/^[2-9A-Z]+$/);
		}
	});

	test('do not repeat', () => {
		const codes = new Set(Array.from({ length: 5000 }, newQueryCode));
		expect(codes.size).toBe(5000);
	});

	test('use every letter about equally often', () => {
		const counts = new Map<string, number>();
		for (const letter of Array.from({ length: 3000 }, newQueryCode).join('')) {
			counts.set(letter, (counts.get(letter) ?? 0) + 1);
		}
		expect(counts.size).toBe(30);
		for (const count of counts.values()) expect(count).toBeGreaterThan(700);
	});
});

describe('a code that belongs to a form', () => {
	test('is the same each time, another for another form, and looks like any other', () => {
		const code = queryCodeOf(vault, 'token-1');
		expect(queryCodeOf(vault, 'token-1')).toBe(code);
		expect(queryCodeOf(vault, 'token-2')).not.toBe(code);
		expect(code).toMatch(/^[2-9A-HJ-KM-NP-TV-Z]{10}$/);
	});

	test('cannot be found out without the key', () => {
		const other = vaultOf({ current: 'k1', keys: { k1: randomBytes(32) }, index: randomBytes(32) });
		expect(queryCodeOf(other, 'token-1')).not.toBe(queryCodeOf(vault, 'token-1'));
	});
});

describe('a typed code', () => {
	const code = 'ABCDE23456';
	const fingerprint = codeFingerprint(vault, code);
	test.each([
		'ABCDE23456',
		'ABCDE-23456',
		'abcde23456',
		' abcde 23456 ',
		'ＡＢＣＤＥ２３４５６',
		'ABCDE—23456',
		'A B C D E 2 3 4 5 6',
	])('%s opens', (typed) => {
		expect(codeMatches(vault, typed, fingerprint)).toBe(true);
	});

	test.each(['ABCDE23457', 'ABCDE2345', 'ABCDE234567', '', '查询码', '%', "' or 1=1 --", 'ABCDE23456\u0000X'])(
		'%j does not',
		(typed) => {
			expect(codeMatches(vault, typed, fingerprint)).toBe(false);
		},
	);

	test('is printed in two groups, and read back the same', () => {
		expect(printCode(code)).toBe('ABCDE-23456');
		expect(typedCode(printCode(code))).toBe(code);
	});

	test('keeps nothing of the code in its fingerprint', () => {
		expect(fingerprint).not.toContain(code);
		expect(fingerprint).toHaveLength(44);
	});
});
