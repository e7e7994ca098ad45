import { randomInt } from 'node:crypto';
import type { Vault } from './vault.ts';

/** Without 0 O 1 I L and U: read over a telephone or from paper they are taken for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 10;

/** A query code: ten characters, about 49 bits. Shown once on the receipt; only its fingerprint is kept. */
export function newQueryCode(): string {
	let code = '';
	for (let at = 0; at < CODE_LENGTH; at += 1) code += LETTERS[randomInt(LETTERS.length)];
	return code;
}

/**
 * The query code that belongs to a form's token: the same form sent twice (a reload, a lost answer) gets the same receipt
 * again, although its code is stored nowhere.
 */
export function queryCodeOf(vault: Vault, token: string): string {
	const bytes = Buffer.from(vault.fingerprint('codeOfToken', token), 'base64');
	let code = '';
	for (let at = 0; at < CODE_LENGTH; at += 1) code += LETTERS[bytes.readUInt16BE(at * 2) % LETTERS.length];
	return code;
}

/** In two groups, as printed: ABCDE-23456. */
export function printCode(code: string): string {
	return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** What was typed, as the code is compared: spaces, dashes, small letters and full-width forms do not matter. */
export function typedCode(text: string): string {
	return text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '');
}

export function codeFingerprint(vault: Vault, code: string): string {
	return vault.fingerprint('query', typedCode(code));
}

export function codeMatches(vault: Vault, code: string, fingerprint: string): boolean {
	return vault.matches('query', typedCode(code), fingerprint);
}
